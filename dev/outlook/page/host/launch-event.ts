import type { AddInFrame } from "./add-in-frame.ts";
import { type CompletedOptions, parseOptions } from "./completed-options.ts";

/** The event by which Outlook runs a function of an add-in. */
const RUN = "appCommandInvoked";

/** How the function for an event ended. */
export type Outcome =
  | { readonly kind: "completed"; readonly options: CompletedOptions }
  /** office.js was ready, and found no function of that name; `code` is its own. */
  | { readonly kind: "no-function"; readonly code: number }
  /** The page, or office.js in it, did not load. */
  | { readonly kind: "unavailable" }
  | { readonly kind: "timed-out" }
  /** Outlook itself ended it. */
  | { readonly kind: "stopped" };

/** What the page's frame tells. */
export interface FrameHooks {
  registered(event: string): void;
  completed(data: unknown): void;
}

/** One run of a function for an event. */
export interface LaunchEventRun {
  readonly functionName: string;
  /** Milliseconds until office.js must be ready in the page. */
  readonly loadMs: number;
  /** Milliseconds that the function may take. */
  readonly limitMs: number;
  readonly stop: AbortSignal;
  /** Makes the frame, not placed in the document yet. */
  open(hooks: FrameHooks): AddInFrame;
  /** The function said more than once that it was done. */
  saidAgain(): void;
}

/** Runs the add-in's function in a hidden frame of its own, which is gone when this settles. Rejects on what office.js never says. */
export async function runLaunchEvent(run: LaunchEventRun): Promise<Outcome> {
  const commandId = crypto.randomUUID();
  const cleanUp: (() => void)[] = [];
  let done = false;
  try {
    return await new Promise<Outcome>((resolve, reject) => {
      let timer = 0;
      const resolveAfter = (ms: number, outcome: Outcome) => {
        clearTimeout(timer);
        timer = window.setTimeout(() => resolve(outcome), ms);
      };
      const frame = run.open({
        registered(event) {
          if (event !== RUN) return;
          resolveAfter(run.limitMs, { kind: "timed-out" });
          const given = JSON.stringify({ source: { id: commandId } });
          frame.fire(RUN, { 0: commandId, 1: run.functionName, 2: given });
        },
        completed(data) {
          if (done) run.saidAgain();
          done = true;
          try {
            resolve(outcomeOf(data));
          } catch (error) {
            reject(error);
          }
        },
      });
      cleanUp.push(
        () => clearTimeout(timer),
        () => frame.close(),
      );
      run.stop.addEventListener("abort", () => resolve({ kind: "stopped" }), { once: true });
      // The browser's own page about an error is of another origin.
      frame.frame.addEventListener("load", () => {
        if (frame.frame.contentDocument === null) resolve({ kind: "unavailable" });
      });
      resolveAfter(run.loadMs, { kind: "unavailable" });
      document.body.append(frame.frame);
    });
  } finally {
    // What the function said right after its first word is still heard.
    await new Promise((resolve) => setTimeout(resolve));
    for (const clean of cleanUp) clean();
  }
}

function outcomeOf(data: unknown): Outcome {
  const { 1: status, 2: json }: { 1?: unknown; 2?: unknown } = Object(data);
  if (status !== 0) return { kind: "no-function", code: Number(status) };
  return { kind: "completed", options: parseOptions(String(json)) };
}
