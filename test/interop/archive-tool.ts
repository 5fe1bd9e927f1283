import { spawnSync } from "node:child_process";

/** Paths are relative to the folder that a batch works in. */
export type ReadJob =
  | { readonly task: "extract"; readonly archive: string; readonly password: string; readonly into: string }
  | { readonly task: "list"; readonly archive: string; readonly password: string };

/** Packs what is in the folder `from`, not the folder itself. */
export interface PackJob {
  readonly task: "pack";
  readonly archive: string;
  readonly password: string;
  readonly from: string;
  readonly method: "copy" | "lzma" | "lzma2";
  readonly encryptHeader: boolean;
}

/** How a job ended, and all that the tool said, names of files among it. */
export interface Outcome {
  readonly ok: boolean;
  readonly said: string;
}

/** Software of others that reads, or reads and writes, 7z. */
export interface ArchiveTool<Job> {
  /** With the version, or that which was tried where it is the machine's own. */
  readonly name: string;
  /** Whether this machine has it. */
  readonly found: boolean;
  /** The outcome of each job, in order. @throws {Error} when the tool itself does not start. */
  readonly run: (jobs: readonly Job[], folder: string) => readonly Outcome[];
}

/** In CI a tool that is missing is a failure; elsewhere its tests say by name that they did not run. */
export function describeWith({ name, found }: Pick<ArchiveTool<never>, "name" | "found">, tests: () => void): void {
  if (found || process.env["CI"]) describe(name, tests);
  else describe.skip(`${name} (skipped: this machine has none)`, tests);
}

/** Runs a program that does one job each time. */
export function runProgram(program: string, args: readonly string[], folder: string): Outcome {
  const { error, status, stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
    // p7zip takes names for ASCII otherwise.
    env: { ...process.env, LC_ALL: "C.UTF-8" },
  });
  if (error !== undefined) throw new Error(`${program} did not start`, { cause: error });
  return { ok: status === 0, said: `${stdout}${stderr}` };
}

/** Runs a program that does many jobs at once: they go in as JSON, and the outcomes come out as JSON. */
export function runBatch(
  program: string,
  args: readonly string[],
  jobs: readonly unknown[],
  folder: string,
): readonly Outcome[] {
  const { error, status, stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    input: JSON.stringify(jobs),
    encoding: "utf8",
  });
  if (error !== undefined || status !== 0) throw new Error(`${program} failed: ${stderr}`, { cause: error });
  return parseOutcomes(stdout, jobs.length);
}

function parseOutcomes(text: string, count: number): readonly Outcome[] {
  const value: unknown = JSON.parse(text);
  if (!Array.isArray(value) || value.length !== count || !value.every(isOutcome)) {
    throw new Error(`${count} outcomes expected`);
  }
  return value;
}

function isOutcome(value: unknown): value is Outcome {
  return (
    typeof value === "object" &&
    value !== null &&
    "ok" in value &&
    typeof value.ok === "boolean" &&
    "said" in value &&
    typeof value.said === "string"
  );
}
