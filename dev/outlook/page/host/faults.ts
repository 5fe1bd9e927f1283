import type { PaneName } from "./wire-log.ts";

/**
 * What goes wrong on demand. `fail`: the call does nothing and answers with an error. `silent`: it does nothing and never
 * answers. `lost`: it does its work and the answer never comes. `late`: it does its work and answers after `ms`.
 */
export type Fault = {
  /** A name of the call table, as in "attachments.add"; "*" for every call. */
  readonly call: string;
  /** Only what this page of the add-in asks; any unless named. */
  readonly pane?: PaneName;
  /** Only the first time (the usual), or until cleared. */
  readonly always?: boolean;
  /** How many calls of this name go well first. */
  readonly after?: number;
} & (
  | { readonly kind: "fail"; readonly code?: number }
  | { readonly kind: "silent" }
  | { readonly kind: "lost" }
  | { readonly kind: "late"; readonly ms: number }
);

/** The faults that are set, in order; the first that fits a call is taken. */
export class Faults {
  private waiting: { fault: Fault; skip: number }[] = [];

  add(fault: Fault): void {
    this.waiting.push({ fault, skip: fault.after ?? 0 });
  }

  clear(): void {
    this.waiting = [];
  }

  /** The fault for this call, if any; one that is not for always is used up. */
  take(call: string, pane: PaneName): Fault | null {
    const found = this.waiting.find(
      ({ fault }) => (fault.call === call || fault.call === "*") && (fault.pane ?? pane) === pane,
    );
    if (!found) return null;
    if (found.skip > 0) {
      found.skip -= 1;
      return null;
    }
    if (!found.fault.always) this.waiting = this.waiting.filter((one) => one !== found);
    return found.fault;
  }
}
