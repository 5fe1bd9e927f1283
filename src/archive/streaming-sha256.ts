import { createSHA256, type IHasher } from "hash-wasm";
import { ArchiveError } from "./archive-error.ts";
import type { Bytes } from "./bytes.ts";

/** Told how far a long calculation is: at most 64 times, with a fraction that grows to 1. */
export type OnProgress = (done: number) => void;

/** What goes into the hash: `count` pieces, one after the other. */
export interface Pieces {
  readonly count: number;
  /** Bytes in each. */
  readonly size: number;
  /** The piece with this number; it may be written over as soon as the next is asked for. */
  readonly piece: (index: number) => Uint8Array;
}

/** Turns of a calculation, each told as progress. */
const MOST_TURNS = 64;
/** Bytes in a turn at least: some 20 ms of work. */
const SMALLEST_TURN = 2 ** 23;

/**
 * SHA-256 over pieces in little memory, which WebCrypto does not have. It holds its thread to the end: who wants to stop
 * it ends the Worker.
 * @throws {ArchiveError} `no-memory` or `internal` when the engine does not start.
 */
export async function streamSha256({ count, size, piece }: Pieces, onProgress?: OnProgress): Promise<Bytes> {
  const hasher = await startHasher();
  try {
    const inTurn = Math.max(Math.ceil(count / MOST_TURNS), Math.ceil(SMALLEST_TURN / size));
    for (let done = 0; done < count; ) {
      const end = Math.min(done + inTurn, count);
      for (; done < end; done++) hasher.update(piece(done));
      onProgress?.(done / count);
    }
    return Uint8Array.from(hasher.digest("binary"));
  } finally {
    wipe(hasher);
  }
}

async function startHasher(): Promise<IHasher> {
  try {
    return (await createSHA256()).init();
  } catch (cause) {
    const code = cause instanceof RangeError ? "no-memory" : "internal";
    throw new ArchiveError(code, "the streaming SHA-256 did not start", { cause });
  }
}

/** hash-wasm takes its input in through this many bytes of its own memory (WASMInterface.ts, MAX_HEAP), and leaves it there. */
const HASHER_MEMORY = 16 * 1024;

/** Overwrites what the last piece left in the library's memory. */
function wipe(hasher: IHasher): void {
  hasher.init().update(new Uint8Array(HASHER_MEMORY)).init();
}
