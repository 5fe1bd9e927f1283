import { ArchiveError } from "./archive-error.ts";
import { type Bytes, utf16le } from "./bytes.ts";
import type { OnProgress } from "./streaming-sha256.ts";

/** Base-2 logarithm of the number of rounds that turn a password into a key; 19 is what 7-Zip writes (7zAes.cpp). */
export const KEY_ROUNDS_LOG2 = 19;
/** What 7-Zip reads at most (7zAes.cpp, k_NumCyclesPower_Supported_MAX). */
export const HIGHEST_ROUNDS_LOG2 = 24;
/** More rounds, or more bytes for them, are not put in one piece of memory; WebCrypto takes a copy of it besides. */
const AT_ONCE_ROUNDS_LOG2 = 20;
const AT_ONCE_BYTES = 2 ** 27;
/** UTF-16 units; 7-Zip's own dialog takes 99. */
export const LONGEST_PASSWORD = 128;
/** The round's number in each record, in bytes; three of them count to 2^24. */
const COUNTER = 8;
/** Records in a block at most: they differ in the lowest byte of their number only. */
const BLOCK = 256;

/** The first rounds, and how many such blocks make all of them. */
interface Records {
  /** Bytes in a record. */
  readonly record: number;
  readonly block: Bytes;
  readonly blocks: number;
}

/**
 * Turns passwords into AES-256 keys as 7-Zip does: one SHA-256 over `salt ‖ UTF-16LE(password) ‖ u64le(i)` for all rounds
 * i (7zAes.cpp, CKeyInfo::CalcKey). WebCrypto takes that in one piece, so the piece is kept and used again: touching new
 * memory costs a third of the time. It is wiped after each use. Where there is no such piece, or it would be too large,
 * the hash is streamed instead: little memory, two to three times the time.
 */
export class KeyDeriver {
  #memory: Bytes = new Uint8Array(0);

  /**
   * The 32 bytes of the key. Progress matters above 2^20 rounds, which take seconds.
   * @throws {ArchiveError} `kdf` for a power out of range or a password that is empty or too long, `no-memory` or
   * `internal` when the hash cannot even be streamed.
   */
  async derive(
    password: string,
    salt: Uint8Array,
    power: number = KEY_ROUNDS_LOG2,
    onProgress?: OnProgress,
  ): Promise<Bytes> {
    if (!Number.isInteger(power) || power < 0 || power > HIGHEST_ROUNDS_LOG2) {
      throw new ArchiveError("kdf", `power ${power}: 0 to ${HIGHEST_ROUNDS_LOG2} expected`);
    }
    if (password.length === 0 || password.length > LONGEST_PASSWORD) {
      throw new ArchiveError("kdf", `a password of 1 to ${LONGEST_PASSWORD} UTF-16 units expected`);
    }
    const records = firstRecords(salt, password, 2 ** power);
    try {
      const atOnce = power <= AT_ONCE_ROUNDS_LOG2 && records.record * 2 ** power <= AT_ONCE_BYTES;
      const key = atOnce ? await this.#hashAtOnce(records) : null;
      if (key === null) return await hashStreamed(records, onProgress);
      onProgress?.(1);
      return key;
    } finally {
      records.block.fill(0);
    }
  }

  /** `null` when there is not the memory for it. */
  async #hashAtOnce({ record, block, blocks }: Records): Promise<Bytes | null> {
    const input = this.#room(block.byteLength * blocks);
    if (input === null) return null;
    input.set(block);
    for (let size = block.byteLength; size < input.byteLength; size *= 2) input.copyWithin(size, 0, size);
    for (let i = 1; i < blocks; i++) numberBlock(input, i * block.byteLength, (i + 1) * block.byteLength, record, i);
    try {
      // digest() takes a copy before it returns (WebCrypto 14.3.5), so a second call does not disturb the first.
      return new Uint8Array(await crypto.subtle.digest("SHA-256", input));
    } catch (error) {
      // The copy needs as much memory again.
      if (!isShortOfMemory(error)) throw error;
      this.#memory = new Uint8Array(0);
      return null;
    } finally {
      input.fill(0);
    }
  }

  #room(size: number): Bytes | null {
    if (this.#memory.byteLength < size) {
      try {
        this.#memory = new Uint8Array(0);
        this.#memory = new Uint8Array(size);
      } catch {
        // Only memory can be lacking: the size is a whole number up to 2^27.
        return null;
      }
    }
    return this.#memory.subarray(0, size);
  }
}

/** The streaming hash is a chunk of its own: hardly an archive needs it. */
async function hashStreamed({ record, block, blocks }: Records, onProgress?: OnProgress): Promise<Bytes> {
  const piece = (index: number): Bytes => {
    numberBlock(block, 0, block.byteLength, record, index);
    return block;
  };
  const { streamSha256 } = await import("./streaming-sha256.ts").catch((cause: unknown) => {
    throw new ArchiveError("internal", "the streaming SHA-256 did not come", { cause });
  });
  return streamSha256({ count: blocks, size: block.byteLength, piece }, onProgress);
}

/** By name: WebCrypto's is a DOMException, which need not be an `Error` of this realm. */
function isShortOfMemory(error: unknown): boolean {
  const name = typeof error === "object" && error !== null && "name" in error ? error.name : undefined;
  return name === "OperationError" || name === "RangeError";
}

/** Block 0, each record with the lowest byte of its number. */
function firstRecords(salt: Uint8Array, password: string, rounds: number): Records {
  const secret = utf16le(password);
  const record = salt.byteLength + secret.byteLength + COUNTER;
  const inBlock = Math.min(BLOCK, rounds);
  const block = new Uint8Array(inBlock * record);
  for (let i = 0; i < inBlock; i++) {
    block.set(salt, i * record);
    block.set(secret, i * record + salt.byteLength);
    block[(i + 1) * record - COUNTER] = i;
  }
  secret.fill(0);
  return { record, block, blocks: rounds / inBlock };
}

/** Writes the number of the block, bytes 1 and 2 of the number of each of its records. */
function numberBlock(bytes: Bytes, start: number, end: number, record: number, index: number): void {
  for (let next = start + record; next <= end; next += record) {
    bytes[next - COUNTER + 1] = index & 0xff;
    bytes[next - COUNTER + 2] = index >>> 8;
  }
}
