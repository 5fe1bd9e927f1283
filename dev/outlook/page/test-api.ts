/**
 * `window.outlook`: the mail program's handle for tests and the demo. People use the window itself.
 *
 * - `ready` settles when the program is up.
 * - `switchMailbox("noor" | "ocmw-bree")`, `openCompose(options)`, `openAddIn()`, `send()`, `closeMessage()` do what a person does.
 *   `openCompose({kind: "reply" | "forward", original})` answers a message; `signature`, `format`, `to` as in Outlook.
 *   The same from the address: `/outlook/?mailbox=noor&compose=newMail&signature=1&format=text&to=a@b.example`.
 * - `fault({call, kind, …})` and `clearFaults()`: what goes wrong with which call (names in `host/call-table.ts`).
 * - `setClient({mailboxSet, attachmentIds, …})`: what kind of client this is, from the next pane on.
 * - `wireLog()`: every message between add-in and Outlook, telemetry included; `unknownCalls()`: what was not understood.
 * - `draft()`: the message being written, headers included; `sessionData()`; `roamingSettings(mailbox)`.
 * - `fireEvent(name, data)`: an event to the add-in that is open.
 */
import type { DraftRecord } from "../mail.ts";
import type { Fault } from "./host/faults.ts";
import type { ClientProfile } from "./host/profile.ts";
import type { WireEntry } from "./host/wire-log.ts";
import { mailClient } from "./mail-client.ts";
import type { ComposeOptions } from "./new-message.ts";
import type { Program } from "./program.ts";

/** See the comment at the head of this file. */
export interface OutlookTestApi {
  readonly ready: Promise<void>;
  switchMailbox(id: string): Promise<void>;
  openFolder(folder: "inbox" | "drafts" | "sent"): Promise<void>;
  openMessage(id: string): Promise<void>;
  openCompose(options?: ComposeOptions): Promise<void>;
  openAddIn(): void;
  /** False when Outlook did not let it go. */
  send(): Promise<boolean>;
  closeMessage(): Promise<void>;
  fault(fault: Fault): void;
  clearFaults(): void;
  setClient(profile: Partial<ClientProfile>): void;
  wireLog(): readonly WireEntry[];
  unknownCalls(): readonly string[];
  draft(): DraftRecord | null;
  sessionData(): Readonly<Record<string, string>>;
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
    roamingSettings: (mailbox) => mailClient.settings(mailbox),
    fireEvent: (name, data) => (started().compose ?? started().reading).pane?.frame.fire(name, data),
  };
}
