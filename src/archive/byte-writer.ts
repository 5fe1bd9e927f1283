/** Grows a header byte by byte; all integers are little endian (7zFormat.txt). */
export class ByteWriter {
  readonly #bytes: number[] = [];

  get position(): number {
    return this.#bytes.length;
  }

  put(...bytes: readonly number[]): this {
    this.#bytes.push(...bytes);
    return this;
  }

  putBytes(bytes: Uint8Array): this {
    for (const byte of bytes) this.#bytes.push(byte);
    return this;
  }

  putUint32(value: number): this {
    return this.put(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24);
  }

  /** A whole number below 2^53 in 8 bytes. */
  putUint64(value: number): this {
    return this.putUint32(value >>> 0).putUint32(Math.floor(value / 2 ** 32));
  }

  /** NUMBER: the leading one bits of the first byte count the bytes that follow (7zOut.cpp, WriteNumber). */
  putNumber(value: number): this {
    const extra = numberSize(value) - 1;
    const lead = (0xff00 >> extra) & 0xff;
    const high = extra < 8 ? Math.floor(value / 2 ** (8 * extra)) : 0;
    this.put(lead | high);
    for (let i = 0; i < extra; i++) this.put(Math.floor(value / 2 ** (8 * i)) % 256);
    return this;
  }

  toBytes(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.#bytes);
  }
}

/** How many bytes NUMBER takes for `value`, a whole number from 0 to 2^53 - 1. */
export function numberSize(value: number): number {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new RangeError(`NUMBER: expected 0 to 2^53-1, received ${value}`);
  let extra = 0;
  while (extra < 8 && value >= 2 ** (7 * (extra + 1))) extra += 1;
  return extra + 1;
}
