import { ArchiveError } from "./archive-error.ts";
import { type Bytes, utf16le } from "./bytes.ts";

/** Base-2 logarithm of the number of rounds that turn a password into a key; 19 is what 7-Zip writes (7zAes.cpp). */
export const KEY_ROUNDS_LOG2 = 19;
/** More than this in one piece of memory is not asked for: 2^20 rounds take some 130 MB. */
export const HIGHEST_ROUNDS_LOG2 = 20;
/** UTF-16 units; 7-Zip's own dialog takes 99. Above it the piece of memory would grow without bound. */
export const LONGEST_PASSWORD = 128;
/** The round's number in each record, in bytes. */
const COUNTER = 8;
/** Records that differ in the lowest byte of their number only. */
const BLOCK = 256;

/**
 * Turns passwords into AES-256 keys as 7-Zip does: one SHA-256 over `salt ‖ UTF-16LE(password) ‖ u64le(i)` for all rounds
 * i (7zAes.cpp, CKeyInfo::CalcKey). WebCrypto takes that in one piece, so the piece is kept and used again: touching new
 * memory costs a third of the time. It is wiped after each use.
 */
export class KeyDeriver {
  #memory: Bytes = new Uint8Array(0);

  /**
   * The 32 bytes of the key.
   * @throws {ArchiveError} `kdf` for a power out of range or a password that is empty or too long, `no-memory` when the
   * piece of memory cannot be had.
   */
  async derive(password: string, salt: Uint8Array, power: number = KEY_ROUNDS_LOG2): Promise<Bytes> {
    if (!Number.isInteger(power) || power < 0 || power > HIGHEST_ROUNDS_LOG2) {
      throw new ArchiveError("kdf", `power ${power}: 0 to ${HIGHEST_ROUNDS_LOG2} expected`);
    }
    if (password.length === 0 || password.length > LONGEST_PASSWORD) {
      throw new ArchiveError("kdf", `a password of 1 to ${LONGEST_PASSWORD} UTF-16 units expected`);
    }
    const rounds = 2 ** power;
    const secret = utf16le(password);
    const head = salt.byteLength + secret.byteLength;
    const record = head + COUNTER;
    const input = this.#room(record * rounds);
    input.set(salt, 0);
    input.set(secret, salt.byteLength);
    secret.fill(0);
    fillRecords(input, record, head, rounds);
    try {
      // digest() takes a copy before it returns (WebCrypto 14.3.5), so a second call does not disturb the first.
      return new Uint8Array(await crypto.subtle.digest("SHA-256", input));
    } finally {
      input.fill(0);
    }
  }

  #room(size: number): Bytes {
    if (this.#memory.byteLength < size) {
      try {
        this.#memory = new Uint8Array(0);
        this.#memory = new Uint8Array(size);
      } catch (cause) {
        throw new ArchiveError("no-memory", `no ${size} bytes of memory for the key`, { cause });
      }
    }
    return this.#memory.subarray(0, size);
  }
}

/** Repeats the first record and numbers all of them. */
function fillRecords(input: Bytes, record: number, head: number, rounds: number): void {
  input.fill(0, head, record);
  const inBlock = Math.min(BLOCK, rounds);
  for (let i = 1; i < inBlock; i++) {
    input.copyWithin(i * record, 0, head);
    input.fill(0, i * record + head, (i + 1) * record);
    input[i * record + head] = i;
  }
  for (let filled = inBlock; filled < rounds; filled *= 2) input.copyWithin(filled * record, 0, filled * record);
  for (let i = BLOCK; i < rounds; i++) {
    input[i * record + head + 1] = (i >>> 8) & 0xff;
    input[i * record + head + 2] = i >>> 16;
  }
}
