import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";

/** What came to the language after 2016, by where it stands: an engine of that year has none of it. */
const LATER: readonly (readonly [string, readonly string[]])[] = [
  ["Object", ["entries", "values", "fromEntries", "hasOwn", "getOwnPropertyDescriptors", "groupBy"]],
  ["Array.prototype", ["flat", "flatMap", "at", "findLast", "findLastIndex", "toSorted", "toReversed", "with"]],
  ["String.prototype", ["padStart", "padEnd", "matchAll", "replaceAll", "trimStart", "trimEnd", "at"]],
  ["Promise", ["allSettled", "any", "try", "withResolvers"]],
  ["Promise.prototype", ["finally"]],
  [
    "globalThis",
    ["BigInt", "BigInt64Array", "BigUint64Array", "WeakRef", "FinalizationRegistry", "SharedArrayBuffer", "Atomics"],
  ],
];

/** How one call to Outlook goes wrong. */
export type Trouble = "fails" | "throws" | "answers nonsense" | "answers twice" | "never answers";

/** A message as Outlook tells of it, by call. */
export type Answers = Readonly<Record<string, unknown>>;

export interface Run {
  /** What the handler completed the event with, in order; one is right. */
  readonly completed: readonly unknown[];
  /** The calls that were made, in order. */
  readonly calls: readonly string[];
}

const SOURCE = readFileSync("dist/launchevent.js", "utf8");

/**
 * The built file in an engine with nothing but the language of 2016, `Office`, `console`, `Promise` and `setTimeout`, whose
 * time passes when nothing else happens any more.
 */
export async function runGuard(answers: Answers, troubles: Readonly<Record<string, Trouble>> = {}): Promise<Run> {
  const calls: string[] = [];
  const completed: unknown[] = [];
  const timers: (() => void)[] = [];
  const late: (() => void)[] = [];
  const handlers = new Map<string, (event: unknown) => void>();
  const call = (name: string) => {
    return (...given: readonly unknown[]): void => {
      calls.push(name);
      const done = given.at(-1);
      if (typeof done !== "function") throw new TypeError(`${name}: no callback`);
      const good = { status: "succeeded", value: answers[name] };
      const answer = (): void => done(good);
      switch (troubles[name]) {
        case "fails":
          return void Promise.resolve().then(() => done({ status: "failed", error: { code: 5000 } }));
        case "throws":
          throw new TypeError("not supported");
        case "answers nonsense":
          return void Promise.resolve().then(() => done({ status: "succeeded", value: null }));
        case "answers twice":
          return void Promise.resolve().then(() => {
            answer();
            answer();
          });
        case "never answers":
          late.push(answer);
          return;
        default:
          return void Promise.resolve().then(answer);
      }
    };
  };
  const item = {
    to: { getAsync: call("to") },
    cc: { getAsync: call("cc") },
    bcc: { getAsync: call("bcc") },
    subject: { getAsync: call("subject") },
    body: { getAsync: call("text") },
    internetHeaders: { getAsync: call("header") },
    sessionData: { getAllAsync: call("session") },
    getAttachmentsAsync: call("attachments"),
    getAttachmentContentAsync: call("content"),
  };
  const Office = {
    actions: {
      associate: (name: string, handler: (event: unknown) => void) => {
        handlers.set(name, handler);
      },
    },
    context: { mailbox: { item } },
  };
  const context = createContext({ Office, console, setTimeout: (work: () => void) => timers.push(work) });
  for (const [place, names] of LATER) {
    for (const name of names) runInContext(`delete ${place}.${name}`, context);
  }
  runInContext(SOURCE, context);
  const handler = handlers.get("onMessageSend");
  if (handler === undefined) throw new TypeError("the file associated nothing as it was loaded");
  handler({ completed: (options: unknown) => completed.push(JSON.parse(JSON.stringify(options))) });
  await quiet();
  for (const timer of timers) timer();
  await quiet();
  // What Outlook answers after all.
  for (const answer of late) answer();
  await quiet();
  return { completed, calls };
}

async function quiet(): Promise<void> {
  for (let turns = 0; turns < 5; turns++) await new Promise((resolve) => setImmediate(resolve));
}
