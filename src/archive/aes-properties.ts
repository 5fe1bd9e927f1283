import { ArchiveError } from "./archive-error.ts";
import type { Bytes } from "./bytes.ts";
import { HIGHEST_ROUNDS_LOG2 } from "./derive-key.ts";

/** How a stream is encrypted: properties of the codec 06F10701 (7zAes.cpp, WriteCoderProperties). */
export interface AesProperties {
  /** Base-2 logarithm of the rounds. */
  readonly power: number;
  /** 0 to 16 bytes. */
  readonly salt: Uint8Array;
  /** 16 bytes; a shorter one in the file is filled with zeros. */
  readonly iv: Bytes;
}

const LONGEST = 16;
const HAS_SALT = 0x80;
const HAS_IV = 0x40;
/** Instead of hashing, this power takes the password itself as the key; refused. */
const NO_HASH = 0x3f;

/** `b0 b1 salt iv`: power and which parts there are, their sizes less one, the parts. */
export function aesPropertiesBytes({ power, salt, iv }: AesProperties): Bytes {
  const first = power | (salt.byteLength > 0 ? HAS_SALT : 0) | HAS_IV;
  const sizes = (Math.max(salt.byteLength - 1, 0) << 4) | (iv.byteLength - 1);
  return Uint8Array.from([first, sizes, ...salt, ...iv]);
}

export function parseAesProperties(bytes: Uint8Array): AesProperties {
  const [first, second = 0] = bytes;
  if (first === undefined) throw new ArchiveError("damaged", "AES properties: 1 byte or more expected, 0 received");
  const power = first & 0x3f;
  if (power === NO_HASH || power > HIGHEST_ROUNDS_LOG2) {
    throw new ArchiveError("method", `AES power ${power}: 0 to ${HIGHEST_ROUNDS_LOG2} expected`);
  }
  const hasParts = (first & (HAS_SALT | HAS_IV)) !== 0;
  // Both at most 1 + 15: no longer than `LONGEST`.
  const saltSize = (first >> 7) + (second >> 4);
  const ivSize = ((first >> 6) & 1) + (second & 0x0f);
  const size = hasParts ? 2 + saltSize + ivSize : 1;
  if (bytes.byteLength !== size) {
    throw new ArchiveError("damaged", `AES properties: ${size} bytes expected, ${bytes.byteLength} received`);
  }
  const iv = new Uint8Array(LONGEST);
  if (hasParts) iv.set(bytes.subarray(2 + saltSize));
  return { power, salt: hasParts ? bytes.slice(2, 2 + saltSize) : new Uint8Array(0), iv };
}
