/** `npm run check`: everything that can be said of the code without running it, in one exit code. */
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";

interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** The step that must have ended well before this one makes sense. */
  readonly after?: string;
}

const layers = readdirSync("src").filter((folder) => existsSync(join("src", folder, "tsconfig.json")));

/** The longest first, so that two processors are done at about the same time. */
const STEPS: readonly Step[] = [
  { name: "build", command: ["webpack", "--env", "development", "--stats", "errors-warnings"] },
  { name: "unused code", command: ["knip"] },
  { name: "layers", command: ["depcruise", "--config", ".dependency-cruiser.mjs", "src", "dev", "scripts"] },
  { name: "lint and format", command: ["biome", "check", "--error-on-warnings"] },
  { name: "types: dev, scripts, test", command: ["tsc", "-p", "."] },
  ...layers.map((layer) => ({ name: `types: src/${layer}`, command: ["tsc", "-p", `src/${layer}`] })),
  { name: "bundle sizes", command: ["size-limit"], after: "build" },
];

interface Outcome {
  readonly ok: boolean;
  readonly output: string;
}

const ended = new Map<string, Outcome>();
const waiting = [...STEPS];
await Promise.all(Array.from({ length: availableParallelism() }, work));
const failed = STEPS.filter(({ name }) => !ended.get(name)?.ok).map(({ name }) => name);
console.log(failed.length === 0 ? `check: all ${STEPS.length} steps ok` : `check: failed: ${failed.join(", ")}`);
process.exitCode = failed.length === 0 ? 0 : 1;

/** Takes steps until none is left; a step whose forerunner still runs is left for later. */
async function work(): Promise<void> {
  for (;;) {
    const next = waiting.findIndex(({ after }) => after === undefined || ended.has(after));
    const [step] = next < 0 ? [] : waiting.splice(next, 1);
    if (step === undefined) {
      if (waiting.length === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
      continue;
    }
    const started = Date.now();
    const blocked = step.after !== undefined && !ended.get(step.after)?.ok;
    const outcome = blocked ? { ok: false, output: `not run: ${step.after} failed` } : await run(step.command);
    ended.set(step.name, outcome);
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(`\n== ${step.name}: ${outcome.ok ? "ok" : "FAILED"} (${seconds} s)`);
    if (!outcome.ok || step.name === "bundle sizes") console.log(outcome.output.trim());
  }
}

/** Runs a program of node_modules/.bin, which npm has put on PATH. */
function run([program, ...args]: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(String(program), args, { shell: process.platform === "win32" });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (part: string) => {
        output += part;
      });
    }
    child.on("error", (error) => resolve({ ok: false, output: error.message }));
    child.on("close", (code) => resolve({ ok: code === 0, output }));
  });
}
