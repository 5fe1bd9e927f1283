/** Which page of the add-in: a pane, or what runs hidden when a person presses Send. */
export type PaneName = "compose" | "read" | "send";

/** One message between the add-in and Outlook, or something worth a line about it. */
export interface WireEntry {
  readonly pane: PaneName;
  /** "note" for what is no message: an unknown call, an answer held back. */
  readonly direction: "from-add-in" | "to-add-in" | "note";
  /** The call's name, or the action's; "telemetry" for what office.js reports to Outlook, "event.completed" for the guard's word. */
  readonly name: string;
  /** The message as it was posted. */
  readonly text: string;
}

/** All that passed between the add-in and Outlook since the page was opened: a leak test reads it whole. */
export class WireLog {
  private readonly kept: WireEntry[] = [];
  private readonly listeners = new Set<(entry: WireEntry) => void>();

  add(entry: WireEntry): void {
    this.kept.push(entry);
    for (const listener of this.listeners) listener(entry);
  }

  entries(): readonly WireEntry[] {
    return [...this.kept];
  }

  listen(listener: (entry: WireEntry) => void): void {
    this.listeners.add(listener);
  }
}
