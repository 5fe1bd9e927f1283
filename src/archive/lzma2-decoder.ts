import { ArchiveError } from "./archive-error.ts";
import type { Bytes } from "./bytes.ts";
import { damaged, LzmaDecoder, parseParameters } from "./lzma-decoder.ts";

const HIGHEST_DICTIONARY = 40;
const MOST_LITERAL_BITS = 4;
/** Control bytes (XZ's description of LZMA2): the end, two kinds of plain chunk, and LZMA chunks from 0x80 on. */
const END = 0;
const PLAIN_AFTER_RESET = 1;
const PLAIN = 2;
const LZMA = 0x80;
/** What an LZMA chunk begins anew, each with all before it. */
const RESET = { state: 1, parameters: 2, dictionary: 3 } as const;

/** Control bytes from here on forget what was learnt, which takes as long as thousands of bytes. */
const FORGET = 0xa0;
/** How often that may be: some times, and once in this many bytes. 7-Zip fills chunks of 64 KiB, so it does it far less. */
const FREE_RESETS = 64;
const BYTES_PER_RESET = 4096;

/** The chunks' heads and bodies, one after the other. */
class Chunks {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.byteLength - this.#at;
  }

  byte(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw damaged(`the chunks end at byte ${this.#at}, one more expected`);
    this.#at += 1;
    return byte;
  }

  /** Two bytes, the higher first, that hold a size less one. */
  size(): number {
    return this.byte() * 256 + this.byte() + 1;
  }

  bytes(count: number): Uint8Array {
    if (count > this.left) throw damaged(`a chunk of ${count} bytes, ${this.left} are left`);
    this.#at += count;
    return this.#bytes.subarray(this.#at - count, this.#at);
  }
}

/**
 * The `size` bytes of an LZMA2 stream; `properties` is the dictionary's size in one byte.
 * @throws {ArchiveError} `damaged`; `too-large` for more resets than 7-Zip writes, each of which takes its time
 */
export function decodeLzma2(packed: Uint8Array, properties: Uint8Array, size: number): Bytes {
  const [step = 0] = properties;
  if (properties.byteLength !== 1) throw damaged(`properties of ${properties.byteLength} bytes, 1 expected`);
  if (step > HIGHEST_DICTIONARY) throw damaged(`dictionary ${step}, at most ${HIGHEST_DICTIONARY} expected`);
  const dictionary = step === HIGHEST_DICTIONARY ? 2 ** 32 - 1 : (2 | (step & 1)) * 2 ** ((step >> 1) + 11);
  const decoder = new LzmaDecoder(new Uint8Array(size), dictionary);
  const chunks = new Chunks(packed);
  const mostResets = FREE_RESETS + Math.floor(size / BYTES_PER_RESET);
  let resets = 0;
  let begun = false;
  for (let control = chunks.byte(); control !== END; control = chunks.byte()) {
    const reset = control === PLAIN_AFTER_RESET || (control >= LZMA && ((control >> 5) & 3) === RESET.dictionary);
    if (reset) decoder.resetDictionary();
    else if (!begun) throw damaged("the first chunk does not begin a dictionary");
    begun = true;
    if (control >= FORGET) resets += 1;
    if (resets > mostResets) {
      throw new ArchiveError("too-large", `LZMA2: ${resets} resets, at most ${mostResets} expected`);
    }
    if (control >= LZMA) decodeChunk(decoder, chunks, control);
    else if (control <= PLAIN) decoder.copy(chunks.bytes(chunks.size()));
    else throw damaged(`control byte ${control}, 0 to 2 or 128 to 255 expected`);
  }
  if (decoder.position !== size) throw damaged(`${decoder.position} bytes, ${size} expected`);
  if (chunks.left > 0) throw damaged(`${chunks.left} bytes behind the last chunk`);
  return decoder.output;
}

function decodeChunk(decoder: LzmaDecoder, chunks: Chunks, control: number): void {
  const unpacked = ((control & 0x1f) << 16) + chunks.size();
  const packedSize = chunks.size();
  const reset = (control >> 5) & 3;
  if (reset >= RESET.parameters) {
    const parameters = parseParameters(chunks.byte());
    if (parameters.lc + parameters.lp > MOST_LITERAL_BITS) {
      throw damaged(`lc ${parameters.lc} and lp ${parameters.lp}, ${MOST_LITERAL_BITS} together at most`);
    }
    decoder.resetState(parameters);
  } else if (!decoder.ready) {
    throw damaged("a chunk before any parameters");
  } else if (reset === RESET.state) {
    decoder.resetState();
  }
  decoder.decode(chunks.bytes(packedSize), unpacked, false);
}
