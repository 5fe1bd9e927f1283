/**
 * Reads archives one after the other and prints what each took. Started by `hostile-memory.test.ts`, in a process of its
 * own (`node --import tsx --expose-gc test/archive/read-hostile.ts FOLDER`), because memory is that of a process.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { KeyDeriver } from "../../src/archive/derive-key.ts";
import type { KeyFor } from "../../src/archive/key-ring.ts";
import type { Policy } from "../../src/archive/policy.ts";
import { buildArchive, KEY } from "./build-archive.ts";
import { outcomeOf } from "./outcome.ts";

/** An archive in the folder; `index.json` lists them. */
export interface ListedArchive {
  readonly file: string;
  readonly policy: Policy;
  /** `null` where the key is given, unless so many rounds are asked for that progress is told. */
  readonly password: string | null;
}

/** What reading one took; a line of JSON each. */
export interface Reading {
  readonly file: string;
  readonly code: string;
  /**
   * The most memory that the process has had, less what it had before the first archive, less this archive. In KiB. Since
   * this archive on Linux; elsewhere since the start, so that it says something where nothing before took more.
   */
  readonly risen: number;
  readonly milliseconds: number;
  /** How often progress was told. */
  readonly told: number;
}

/** More rounds than these are streamed, and tell how far they are. */
const MOST_AT_ONCE_LOG2 = 20;
const KIB = 1024;
/** Where Linux tells the most memory that the process has had (VmHWM), and where it is told to begin anew (proc(5)). */
const STATUS = "/proc/self/status";
const CLEAR_REFS = "/proc/self/clear_refs";

/** In KiB. `maxRSS` is the last resort: on Linux a process begins with that of the process that started it. */
function mostMemory(): number {
  const [, most] = existsSync(STATUS) ? (/VmHWM:\s*(\d+) kB/.exec(readFileSync(STATUS, "utf8")) ?? []) : [];
  return most === undefined ? process.resourceUsage().maxRSS : Number(most);
}

function beginAnew(): void {
  globalThis.gc?.();
  if (existsSync(CLEAR_REFS)) writeFileSync(CLEAR_REFS, "5");
}

const deriver = new KeyDeriver();
const [folder = "."] = process.argv.slice(2);
const listed: readonly ListedArchive[] = JSON.parse(readFileSync(join(folder, "index.json"), "utf8"));

// Everything is loaded and has run once before memory is measured.
await outcomeOf(buildArchive());
beginAnew();
const before = process.memoryUsage.rss() / KIB;

for (const { file, policy, password } of listed) {
  const { buffer, byteOffset, byteLength } = readFileSync(join(folder, file));
  const archive = new Uint8Array(buffer, byteOffset, byteLength);
  beginAnew();
  let told = 0;
  const onProgress = (): void => {
    told += 1;
  };
  const derive: KeyFor = async (salt, power) =>
    password === null && power <= MOST_AT_ONCE_LOG2
      ? KEY.slice()
      : deriver.derive(password ?? "x", salt, power, onProgress);
  const started = performance.now();
  const { code } = await outcomeOf(archive, policy, derive);
  const milliseconds = Math.round(performance.now() - started);
  const risen = Math.round(mostMemory() - before - byteLength / KIB);
  console.log(JSON.stringify({ file, code, risen, milliseconds, told } satisfies Reading));
}
