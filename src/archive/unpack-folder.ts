import { AES_BLOCK, decryptBlocks, paddedSize } from "./aes-cbc.ts";
import { ArchiveError } from "./archive-error.ts";
import type { Bytes } from "./bytes.ts";
import type { Coder } from "./folder.ts";
import { decodeLzma } from "./lzma-decoder.ts";
import { decodeLzma2 } from "./lzma2-decoder.ts";
import { METHOD } from "./methods.ts";
import type { PackedFolder } from "./streams-info.ts";

/** The packed stream of a folder, after checking that it is there, before `end`, and fits what comes out of it. */
export function packedStream(packed: Uint8Array, { stream, aes, sizes }: PackedFolder, end: number): Uint8Array {
  const { offset, size } = stream;
  if (offset > end || size > end - offset) {
    throw new ArchiveError("damaged", `a stream at ${offset} of ${size} bytes, within ${end} expected`);
  }
  const [decrypted = 0] = sizes;
  if (aes !== null && (size === 0 || size !== paddedSize(decrypted))) {
    throw new ArchiveError(
      "damaged",
      `an encrypted stream of ${size} bytes, ${paddedSize(decrypted) || AES_BLOCK} expected for ${decrypted}`,
    );
  }
  return packed.subarray(offset, offset + size);
}

/**
 * What comes out at the end of the chain. `key` is `null` for a folder that is not encrypted.
 * @throws {ArchiveError} `damaged` when a coder's input is not its own.
 */
export async function unpackFolder(
  stream: Uint8Array,
  { aes, coders, sizes }: PackedFolder,
  key: CryptoKey | null,
): Promise<Bytes> {
  const left = [...sizes];
  if ((aes === null) !== (key === null)) throw new TypeError("unpackFolder: a key for an encrypted folder expected");
  let bytes: Bytes =
    aes !== null && key !== null ? await decryptBlocks(stream, left.shift() ?? 0, key, aes.iv) : stream.slice();
  for (const coder of coders) {
    const unpacked = unpack(bytes, coder, left.shift() ?? 0);
    if (unpacked !== bytes) bytes.fill(0);
    bytes = unpacked;
  }
  return bytes;
}

function unpack(input: Bytes, { method, properties }: Coder, size: number): Bytes {
  switch (method) {
    case METHOD.lzma:
      return decodeLzma(input, properties, size);
    case METHOD.lzma2:
      return decodeLzma2(input, properties, size);
    default:
      if (input.byteLength !== size) throw new ArchiveError("damaged", `Copy of ${input.byteLength} bytes to ${size}`);
      return input;
  }
}
