import { ArchiveError } from "./archive-error.ts";

/** Reads a header that comes from outside: every step is checked against what is left. */
export class ByteReader {
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
    if (byte === undefined) throw new ArchiveError("damaged", `header ends at byte ${this.#at}, one more expected`);
    this.#at += 1;
    return byte;
  }

  bytes(count: number): Uint8Array {
    if (count > this.left) throw new ArchiveError("damaged", `header has ${this.left} bytes left, ${count} expected`);
    const start = this.#at;
    this.#at += count;
    return this.#bytes.subarray(start, this.#at);
  }

  uint32(): number {
    const [a = 0, b = 0, c = 0, d = 0] = this.bytes(4);
    return (a | (b << 8) | (c << 16) | (d << 24)) >>> 0;
  }

  /** 8 bytes as a number; a value of 2^53 or more is `damaged`, because nothing that we read is that large. */
  uint64(): number {
    const low = this.uint32();
    const value = this.uint32() * 2 ** 32 + low;
    if (!Number.isSafeInteger(value))
      throw new ArchiveError("damaged", `a 64-bit number of about ${value}, below 2^53 expected`);
    return value;
  }

  /** NUMBER (7zIn.cpp, ReadNumberSpec); forms that are longer than needed are fine. */
  number(): number {
    const first = this.byte();
    let extra = 0;
    while (extra < 8 && (first & (0x80 >> extra)) !== 0) extra += 1;
    let value = 0;
    for (let i = 0; i < extra; i++) value += this.byte() * 2 ** (8 * i);
    if (extra < 7) value += (first & (0x7f >> extra)) * 2 ** (8 * extra);
    if (!Number.isSafeInteger(value))
      throw new ArchiveError("damaged", `a NUMBER of about ${value}, below 2^53 expected`);
    return value;
  }

  /** A NUMBER that counts things, at most `most`. */
  count(most: number, what: string): number {
    const value = this.number();
    if (value > most) throw new ArchiveError("too-large", `${what}: ${value}, at most ${most} expected`);
    return value;
  }

  expect(id: number, what: string): void {
    const received = this.byte();
    if (received !== id) throw new ArchiveError("damaged", `${what}: id ${id} expected, ${received} received`);
  }

  /** A bit for each of `count` things, the first in the highest bit (7zFormat.txt, "BooleanList"). */
  bits(count: number): readonly boolean[] {
    const bytes = this.bytes(Math.ceil(count / 8));
    return Array.from({ length: count }, (_, index) => ((bytes[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0);
  }

  /** `1`: all are defined; `0`: a bit for each says which. */
  definedBits(count: number): readonly boolean[] {
    return this.byte() === 0 ? this.bits(count) : new Array<boolean>(count).fill(true);
  }
}
