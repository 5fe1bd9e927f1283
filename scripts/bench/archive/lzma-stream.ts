import type { Bytes } from "../../../src/archive/bytes.ts";
import { decodeLzma } from "../../../src/archive/lzma-decoder.ts";
import { decodeLzma2 } from "../../../src/archive/lzma2-decoder.ts";

/** The two methods that 7-Zip compresses with by default, now and before. */
export type LzmaMethod = "lzma" | "lzma2";

/** Base-2 logarithm of the dictionary's size in bytes: larger than the content. */
export const DICTIONARY_LOG2 = 23;
/** Properties for that dictionary: lc 3, lp 0, pb 2 with the size in four bytes; or the size in one. */
const LZMA_PROPERTIES = Uint8Array.of(0x5d, 0, 0, 1 << (DICTIONARY_LOG2 - 16), 0);
const LZMA2_PROPERTIES = Uint8Array.of(2 * (DICTIONARY_LOG2 - 12));

/** A stream of 7-Zip's encoder with the size of what is in it. */
export interface LzmaStream {
  readonly method: LzmaMethod;
  readonly packed: Bytes;
  readonly size: number;
}

/** Decodes the stream with our decoder. */
export function decodeStream({ method, packed, size }: LzmaStream): Bytes {
  return method === "lzma" ? decodeLzma(packed, LZMA_PROPERTIES, size) : decodeLzma2(packed, LZMA2_PROPERTIES, size);
}
