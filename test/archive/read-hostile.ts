/**
 * Reads archives one after the other and prints what each took. Started by `hostile-memory.test.ts`, in a process of its
 * own (`node --import tsx --expose-gc test/archive/read-hostile.ts INDEX`), because memory is that of a process.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { KeyDeriver } from "../../src/archive/derive-key.ts";
import type { Policy } from "../../src/archive/policy.ts";
import { readArchive } from "../../src/archive/read-archive.ts";
import { buildArchive, KEY } from "./build-archive.ts";
import { codeOf } from "./outcome.ts";

/** An archive beside the index that lists it. */
export interface ListedArchive {
  readonly file: string;
  readonly policy: Policy;
  /** `null` where the key is given. */
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

/** Gives the key of the built archives at once, unless so many rounds are asked for that progress is told. */
class GivenKey extends KeyDeriver {
  override async derive(...args: Parameters<KeyDeriver["derive"]>): ReturnType<KeyDeriver["derive"]> {
    const [, , power = MOST_AT_ONCE_LOG2] = args;
    return power <= MOST_AT_ONCE_LOG2 ? KEY.slice() : super.derive(...args);
  }
}

const deriver = new KeyDeriver();
const givenKey = new GivenKey();
const [index = ""] = process.argv.slice(2);
const listed: readonly ListedArchive[] = JSON.parse(readFileSync(index, "utf8"));

// Everything is loaded and has run once before memory is measured.
await codeOf(readArchive(buildArchive(), "x", { policy: "foreign", deriver: givenKey }));
beginAnew();
const before = process.memoryUsage.rss() / KIB;

for (const { file, policy, password } of listed) {
  const { buffer, byteOffset, byteLength } = readFileSync(join(dirname(index), file));
  const archive = new Uint8Array(buffer, byteOffset, byteLength);
  beginAnew();
  let told = 0;
  const onProgress = (): void => {
    told += 1;
  };
  const options = { policy, deriver: password === null ? givenKey : deriver, onProgress };
  const started = performance.now();
  const code = await codeOf(readArchive(archive, password ?? "x", options));
  const milliseconds = Math.round(performance.now() - started);
  const risen = Math.round(mostMemory() - before - byteLength / KIB);
  console.log(JSON.stringify({ file, code, risen, milliseconds, told } satisfies Reading));
}
