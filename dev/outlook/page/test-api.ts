/**
 * `window.outlook`: the mail program's handle for tests and the demo. People use the window itself.
 *
 * - `ready` settles when the program is up.
 * - `switchMailbox("noor" | "ocmw-bree")`, `openCompose(options)`, `openAddIn()`, `send()`, `closeMessage()` do what a person does.
 *   `openCompose({kind: "reply" | "forward", original})` answers a message; `signature`, `format`, `to` as in Outlook.
 *   The same from the address: `/outlook/?mailbox=noor&compose=newMail&signature=1&format=text&to=a@b.example`.
 * - `send()` is false when the message has not left; then `alert()` has the title, text and buttons of what stands there,
 *   and `answerAlert(label)` presses one and waits for what it does. `guardRuns()`: how often the add-in was asked.
 * - `fault({call, kind, …})` and `clearFaults()`: what goes wrong with which call (names in `host/call-table.ts`), in any
 *   page of the add-in or in `pane`: "compose", "read", or "send" for the page that runs when a person presses Send.
 * - `setClient({mailboxSet, attachmentIds, …})`: what kind of client this is, from the next pane on.
 * - `wireLog()`: every message between add-in and Outlook, telemetry included; `unknownCalls()`: what was not understood.
 * - `draft()`: the message being written, headers included; `sessionData()`; `roamingSettings(mailbox)`.
 *   `dropSessionData()`: Outlook forgets them, as some clients do in the middle of a message.
 * - `fireEvent(name, data)`: an event to the add-in that is open.
 */
import type { DraftRecord } from "../mail.ts";
import type { Fault } from "./host/faults.ts";
import type { ClientProfile } from "./host/profile.ts";
import type { WireEntry } from "./host/wire-log.ts";
import { mailClient } from "./mail-client.ts";
import type { ComposeOptions } from "./new-message.ts";
import type { Program } from "./program.ts";

/** The alert that stands there, as a person reads it. */
export interface AlertView {
  readonly title: string;
  readonly text: string;
  readonly buttons: readonly string[];
}

/** See the comment at the head of this file. */
export interface OutlookTestApi {
  readonly ready: Promise<void>;
  switchMailbox(id: string): Promise<void>;
  openFolder(folder: "inbox" | "drafts" | "sent"): Promise<void>;
  openMessage(id: string): Promise<void>;
  openCompose(options?: ComposeOptions): Promise<void>;
  openAddIn(): void;
  /** False when the message has not left, so far. */
  send(): Promise<boolean>;
  alert(): AlertView | null;
  /** Rejects with a RangeError when no such button is there. */
  answerAlert(label: string): Promise<void>;
  guardRuns(): number;
  closeMessage(): Promise<void>;
  fault(fault: Fault): void;
  clearFaults(): void;
  setClient(profile: Partial<ClientProfile>): void;
  wireLog(): readonly WireEntry[];
  unknownCalls(): readonly string[];
  draft(): DraftRecord | null;
  sessionData(): Readonly<Record<string, string>>;
  dropSessionData(): void;
  roamingSettings(mailbox: string): Promise<Readonly<Record<string, string>>>;
  fireEvent(name: string, data: unknown): void;
}

declare global {
  interface Window {
    outlook: OutlookTestApi;
  }
}

/** The handle on a program that is coming up. */
export function testApi(starting: Promise<Program>): OutlookTestApi {
  let program: Program | null = null;
  const started = () => {
    if (!program) throw new Error("wait for outlook.ready first");
    return program;
  };
  return {
    ready: starting.then((one) => {
      program = one;
    }),
    switchMailbox: (id) => started().switchMailbox(id),
    openFolder: (folder) => started().openFolder(folder),
    openMessage: (id) => started().open(id),
    openCompose: (options) => started().openCompose(options),
    openAddIn: () => (started().compose ?? started().reading).openAddIn(),
    send: async () => (await started().compose?.send()) ?? false,
    alert: () => {
      const { current } = started().alerts;
      if (!current) return null;
      const text = document.getElementById("alert-text")?.innerText ?? "";
      return { title: current.title, text, buttons: current.buttons.map(({ label }) => label) };
    },
    answerAlert: (label) => started().alerts.answer(label),
    guardRuns: () => started().host.guardRuns,
    closeMessage: async () => started().compose?.close(),
    fault: (fault) => started().host.faults.add(fault),
    clearFaults: () => started().host.faults.clear(),
    setClient: (profile) => {
      started().host.profile = { ...started().host.profile, ...profile };
    },
    wireLog: () => started().host.log.entries(),
    unknownCalls: () => [...started().host.unknownCalls],
    draft: () => started().compose?.item.record() ?? null,
    sessionData: () => Object.fromEntries(started().compose?.item.sessionData ?? []),
    dropSessionData: () => started().compose?.item.sessionData.clear(),
    roamingSettings: (mailbox) => mailClient.settings(mailbox),
    fireEvent: (name, data) => (started().compose ?? started().reading).pane?.frame.fire(name, data),
  };
}
