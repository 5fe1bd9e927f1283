import { type Bytes, concat } from "../../../src/archive/bytes.ts";
import { fromBase64 } from "../read-vectors.ts";

/** LZMA2 in chunks that are not compressed, of at most `each` bytes: 3 bytes more for each, and one for the end. */
export function plainChunks(content: Uint8Array, each = 2 ** 16): Bytes {
  const count = Math.ceil(content.length / each);
  const chunks = new Uint8Array(content.length + 3 * count + 1);
  for (let index = 0; index < count; index++) {
    const chunk = content.subarray(index * each, (index + 1) * each);
    const size = chunk.length - 1;
    const at = index * (each + 3);
    chunks.set([index === 0 ? 1 : 2, size >> 8, size & 0xff], at);
    chunks.set(chunk, at + 3);
  }
  return chunks;
}

/** What `xz --format=raw --lzma2=dict=64KiB` makes of 2 MiB of zeros, but for its end. */
const ZEROS = fromBase64(
  "//8RAWxdAABv/f//o7f/Rz5IFXI5YVG4kijmo4YH+e7kHoLTL8U6PAFLsX7JiopNL6MN2X+m44wjEVPgWRjFdYrid/i2lH8MasDedElk4ulcU7IE2PdEDKtfDW1G6eXDdoi3llestk3haR1v+0uIEGxCy4g/XACP0E6vJiiUcR89jyThcJ6nI1/sKMuF0ZWYin4qkfIndfcZwAaYTZj92K/VkA/EJVP49ZE2MQWlsO5vwXBNRwzRkRGqrWAdus6xJxhcWYbpZlJYvul2rFnk5VsFCPnH2q38+1IrdM0eWyBC+d1TPfgpZAk7gMsqbN+1O/DEvS5fqg8+S2ZCkBMO/xCT+HF4WfgLzf+VKEYPqfx83vuaMC5WwI+F84OBwGXEJVP49ZE2MQWlsO5vwXBNRwzRkRGqrWAdus6xJxhcWYbpZlJYvul2rFnk5VsFCPnH2q38+1IrdM0eWyBC+d1TPfgpZAk7gMsqbN+1O/DEvEgn5liAAO0ABQAcpiTxAAA=",
).subarray(0, -1);

/** LZMA2 of zeros: 2 MiB from each 382 bytes. */
export function zeroChunks(mebibytes: number): Bytes {
  return concat(...new Array<Bytes>(mebibytes / 2).fill(ZEROS), Uint8Array.of(0));
}

/** One zero in a chunk that forgets everything before it. */
const FORGETTING = Uint8Array.of(0xe0, 0, 0, 0, 5, 0x5d, 0, 0, 0, 0, 0, 0);

/** LZMA2 of zeros, each of which takes the decoder as long as thousands of other bytes. */
export function forgettingChunks(count: number): Bytes {
  const size = FORGETTING.byteLength;
  const chunks = new Uint8Array(count * size + 1);
  for (let index = 0; index < count; index++) chunks.set(FORGETTING, index * size);
  return chunks;
}

/** What `xz --format=raw --lzma2=dict=64KiB` makes of 64 KiB of zeros, but for its end. */
const FEW_ZEROS = fromBase64(
  "4P//AExdAABv/f//o7f/Rz5IFXI5YVG4kijmo4YH+e7kHoLTL8U6PAFLsX7JiopNL6MN2X+m44wjEVPgWRjFdYrid/i2lH8MasDedElkXJ460QAA",
).subarray(0, -1);

/** LZMA2 of LZMA2 of `count` times 64 KiB of zeros, which is as large as those when it is unpacked once. */
export function nestedZeroChunks(count: number): Bytes {
  // In each: the head of a chunk that is not compressed, as such a chunk itself, and the zeros.
  const chunk = (first: boolean): Bytes =>
    concat(Uint8Array.of(first ? 1 : 2, 0, 2, first ? 1 : 2, 255, 255), FEW_ZEROS);
  const chunks = Array.from({ length: count }, (_, index) => chunk(index === 0));
  const innerEnd = Uint8Array.of(2, 0, 0, 0);
  return concat(...chunks, innerEnd, Uint8Array.of(0));
}
