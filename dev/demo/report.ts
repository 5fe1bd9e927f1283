import type { Step } from "./steps.ts";

/** What `report.json` says of a run; `null` where the run did not come that far. */
export interface Report {
  reference: string | null;
  /** To whom the message that came was addressed. */
  recipient: string | null;
  archive: { readonly name: string; readonly bytes: number; readonly sha256: string } | null;
  password: string | null;
  readonly steps: readonly Step[];
  /** Every origin that the pages asked for anything. */
  origins: readonly string[];
  /** Durations of the tasks over 50 ms on the main thread while the referral was sealed, in milliseconds. */
  longTasksMs: readonly number[];
  consoleErrors: readonly string[];
}
