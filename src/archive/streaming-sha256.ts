import type { IHasher } from "hash-wasm";
import { ArchiveError } from "./archive-error.ts";
import type { Bytes } from "./bytes.ts";

/** How a long calculation tells how far it is, and how it is stopped. */
export interface ProgressOptions {
  /** Called at most 64 times, with a fraction that grows to 1. */
  readonly onProgress?: ((done: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What goes into the hash: `count` pieces, one after the other. */
export interface Pieces {
  readonly count: number;
  /** Bytes in each. */
  readonly size: number;
  /** The piece with this number; it may be written over as soon as the next is asked for. */
  readonly piece: (index: number) => Uint8Array;
}

/** Turns of a calculation, each told as progress. Browsers rest 4 ms between two, so more would cost time. */
const MOST_TURNS = 64;
/** Bytes in a turn at least: some 20 ms of work, below which the rests would weigh. */
const SMALLEST_TURN = 2 ** 23;

/**
 * SHA-256 over pieces in little memory, which WebCrypto does not have. Between turns the thread sees to its messages.
 * @throws {ArchiveError} `cancelled` after the signal; `no-memory` or `internal` when the engine does not start.
 */
export async function streamSha256(
  { count, size, piece }: Pieces,
  { onProgress, signal }: ProgressOptions,
): Promise<Bytes> {
  const hasher = await startHasher();
  try {
    const inTurn = Math.max(Math.ceil(count / MOST_TURNS), Math.ceil(SMALLEST_TURN / size));
    for (let done = 0; done < count; ) {
      stopIfCancelled(signal);
      const end = Math.min(done + inTurn, count);
      for (; done < end; done++) hasher.update(piece(done));
      onProgress?.(done / count);
      await nextTurn();
    }
    stopIfCancelled(signal);
    return Uint8Array.from(hasher.digest("binary"));
  } finally {
    wipe(hasher);
  }
}

/** @throws {ArchiveError} `cancelled` when the signal was given. */
export function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new ArchiveError("cancelled", "the calculation was stopped");
}

/** The library is a chunk of its own: hardly an archive needs it. */
async function startHasher(): Promise<IHasher> {
  try {
    const { createSHA256 } = await import("hash-wasm");
    return (await createSHA256()).init();
  } catch (cause) {
    const code = cause instanceof RangeError ? "no-memory" : "internal";
    throw new ArchiveError(code, "the streaming SHA-256 did not start", { cause });
  }
}

/** A timer, and no promise: only that lets the thread's messages through. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** hash-wasm takes its input in through this many bytes of its own memory (WASMInterface.ts, MAX_HEAP), and leaves it there. */
const HASHER_MEMORY = 16 * 1024;

/** Overwrites what the last piece left in the library's memory. */
function wipe(hasher: IHasher): void {
  hasher.init().update(new Uint8Array(HASHER_MEMORY)).init();
}
