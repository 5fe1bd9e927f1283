import { encryptBlocks, importAesKey } from "../../src/archive/aes-cbc.ts";
import type { AesProperties } from "../../src/archive/aes-properties.ts";
import { ByteReader } from "../../src/archive/byte-reader.ts";
import { type Bytes, concat } from "../../src/archive/bytes.ts";
import { readEncodedHeader } from "../../src/archive/header.ts";
import { PropertyId } from "../../src/archive/property-id.ts";
import { signatureHeader, splitArchive } from "../../src/archive/signature-header.ts";
import { packedStream, unpackFolder } from "../../src/archive/unpack-folder.ts";
import { nextHeaderBytes } from "../../src/archive/write-archive.ts";

/** An archive taken apart by who has the key. */
export interface Parts {
  /** Encrypted. */
  readonly data: Bytes;
  /** In clear. */
  readonly header: Bytes;
  /** How the header was encrypted; `null` when it was not. */
  readonly aes: AesProperties | null;
}

export async function takenApart(archive: Bytes, key: Bytes): Promise<Parts> {
  const { packed, nextHeader } = splitArchive(archive);
  const reader = new ByteReader(nextHeader);
  if (reader.byte() === PropertyId.Header) return { data: packed.slice(), header: nextHeader.slice(), aes: null };
  const folder = readEncodedHeader(reader);
  const stream = packedStream(packed, folder, packed.byteLength);
  const header = await unpackFolder(stream, folder, folder.aes === null ? null : await importAesKey(key));
  return { data: packed.slice(0, folder.stream.offset), header, aes: folder.aes };
}

/** An archive of these parts, every CRC and size around them right; its header is encrypted as ours are. */
export async function putTogether({ data, header, aes }: Parts, key: Bytes): Promise<Bytes> {
  if (aes === null) return startedWith(data, header);
  const encrypted = await encryptBlocks(header, await importAesKey(key), aes.iv);
  return startedWith(concat(data, encrypted), nextHeaderBytes(data.byteLength, header, aes));
}

/** The signature header, the packed streams, the next header: what anybody can make. */
export function startedWith(packed: Uint8Array, nextHeader: Uint8Array): Bytes {
  return concat(signatureHeader(packed.byteLength, nextHeader), packed, nextHeader);
}

/** The same archive with another header: what only who has the key can make. */
export async function withHeader(archive: Bytes, key: Bytes, change: (header: Bytes) => Bytes): Promise<Bytes> {
  const parts = await takenApart(archive, key);
  return putTogether({ ...parts, header: change(parts.header) }, key);
}
