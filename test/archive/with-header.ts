import { decryptBlocks, encryptBlocks, importAesKey, paddedSize } from "../../src/archive/aes-cbc.ts";
import { ByteReader } from "../../src/archive/byte-reader.ts";
import { ByteWriter } from "../../src/archive/byte-writer.ts";
import { type Bytes, concat } from "../../src/archive/bytes.ts";
import { crc32 } from "../../src/archive/crc32.ts";
import { readEncodedHeader } from "../../src/archive/header.ts";
import { signatureHeader, splitArchive } from "../../src/archive/signature-header.ts";

/** The same archive with another header, every CRC and size around it right: what only who has the key can make. */
export async function withHeader(archive: Bytes, key: Bytes, change: (header: Bytes) => Uint8Array): Promise<Bytes> {
  const { packed, nextHeader } = splitArchive(archive);
  const reader = new ByteReader(nextHeader);
  reader.byte();
  const { stream, size, aes } = readEncodedHeader(reader);
  if (aes === null) throw new Error("withHeader: expected an encrypted header");
  const aesKey = await importAesKey(key);
  const cipher = packed.subarray(stream.offset, stream.offset + stream.size);
  const header = change(await decryptBlocks(cipher, size, aesKey, aes.iv));
  // Everything up to the sizes and from the coder on stays as it was.
  const from = nextHeader.findIndex((_, at) => nextHeader[at] === 0x07 && nextHeader[at + 1] === 0x0b);
  // 07 0B 01 00, one coder, its flags and id, the size of its properties, the properties.
  const to = from + 4 + 1 + 5 + 1 + 34;
  if (from < 0) throw new Error("withHeader: expected an archive of ours");
  const next = new ByteWriter()
    .put(0x17, 0x06)
    .putNumber(stream.offset)
    .put(1, 0x09)
    .putNumber(paddedSize(header.length));
  next.put(0).putBytes(nextHeader.subarray(from, to)).put(0x0c).putNumber(header.length);
  next.put(0x0a, 1).putUint32(crc32(header)).put(0, 0);
  const changed = await encryptBlocks(header, aesKey, aes.iv);
  const bytes = next.toBytes();
  return concat(
    signatureHeader(stream.offset + changed.length, bytes),
    packed.subarray(0, stream.offset),
    changed,
    bytes,
  );
}
