import { ArchiveError } from "../../src/archive/archive-error.ts";
import { type Bytes, concat } from "../../src/archive/bytes.ts";
import { decodeLzma } from "../../src/archive/lzma-decoder.ts";
import { decodeLzma2 } from "../../src/archive/lzma2-decoder.ts";
import { unpackArchive } from "../../src/archive/unpack-archive.ts";
import { writeArchive } from "../../src/archive/write-archive.ts";
import { withHeader } from "./with-header.ts";

/** What every input of the fuzzer is encrypted with; nothing is derived, so that many inputs are tried. */
const KEY = new Uint8Array(32).fill(7);
const keyFor = async (): Promise<Bytes> => KEY.slice();
/** Longest that one input may take, in milliseconds: a hang, not a speed. */
const HANG = 2000;

/** Whole numbers from 0 up to a bound, the same for the same seed (mulberry32). */
export type Draw = (bound: number) => number;

export function seeded(seed: number): Draw {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  };
}

/** Bytes that say something in a header: ids, sizes at their edges, bits of flags. */
const TELLING = [
  0x00, 0x01, 0x02, 0x05, 0x06, 0x09, 0x0a, 0x0d, 0x0e, 0x0f, 0x11, 0x17, 0x21, 0x7f, 0x80, 0xff,
] as const;

function mutate(bytes: Uint8Array, draw: Draw): Bytes {
  let changed = Uint8Array.from(bytes);
  for (let times = 1 + draw(4); times > 0; times--) {
    const at = draw(changed.byteLength + 1);
    const value = draw(2) === 0 ? draw(256) : (TELLING[draw(TELLING.length)] ?? 0);
    const removed = draw(3) === 0 ? draw(4) : draw(2);
    const inserted = new Uint8Array(draw(3) === 0 ? draw(6) : 1).fill(value);
    changed = concat(changed.subarray(0, at), inserted, changed.subarray(at + removed));
  }
  return changed;
}

/**
 * One input: a file with changed bytes, an archive whose header was changed by who has the key, or random LZMA. The
 * answer is files or an `ArchiveError`, soon.
 * @throws {Error} that says what came instead.
 */
export async function fuzzOnce(draw: Draw, seeds: readonly Bytes[]): Promise<"opened" | string> {
  const seed = seeds[draw(seeds.length)] ?? new Uint8Array(0);
  const policy = draw(2) === 0 ? "own" : "foreign";
  const started = performance.now();
  let outcome = "opened";
  try {
    switch (draw(4)) {
      case 0:
        await unpackArchive(mutate(seed, draw), keyFor, policy);
        break;
      case 1: {
        const bytes = Uint8Array.from({ length: draw(200) }, () => draw(256));
        const size = draw(5000);
        if (draw(2) === 0) decodeLzma(bytes, Uint8Array.of(draw(225), 0, 0, draw(32), 0), size);
        else decodeLzma2(bytes, Uint8Array.of(draw(41)), size);
        break;
      }
      default:
        await unpackArchive(await withHeader(seed, KEY, (header) => mutate(header, draw)), keyFor, policy);
    }
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    outcome = error.code;
  }
  const took = performance.now() - started;
  if (took > HANG) throw new Error(`took ${Math.round(took)} ms`);
  return outcome;
}

/** Archives of ours to begin from. */
export async function fuzzSeeds(): Promise<readonly Bytes[]> {
  const file = (name: string, size: number) => ({ name, bytes: new Uint8Array(size).fill(size) });
  const sets = [
    [file("a.pdf", 40), file("b.json", 24)],
    [file("a.bin", 1)],
    [file("a.bin", 16), file("leeg", 0), file("c.bin", 300)],
  ];
  return Promise.all(
    sets.map((files, index) => {
      const iv = { data: new Uint8Array(16).fill(index + 1), header: new Uint8Array(16).fill(index + 9) };
      return writeArchive(files, { key: KEY, salt: new Uint8Array(16), power: 19 }, iv);
    }),
  );
}
