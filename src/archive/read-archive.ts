import { AES_BLOCK, decryptBlocks, importAesKey } from "./aes-cbc.ts";
import { ArchiveError } from "./archive-error.ts";
import { type ArchivedFile, checkFiles } from "./archived-file.ts";
import { ByteReader } from "./byte-reader.ts";
import type { Bytes } from "./bytes.ts";
import { crc32 } from "./crc32.ts";
import { readFilesInfo } from "./files-info.ts";
import { PropertyId } from "./property-id.ts";
import { LARGEST_HEADER, splitArchive } from "./signature-header.ts";
import { type AesFolder, type PackedStream, readPackInfo, readUnpackInfo } from "./streams-info.ts";
import { readSubStreamsInfo } from "./sub-streams-info.ts";

/** Gives the 32 bytes of the key for a salt and power. */
export type KeyFor = (salt: Uint8Array, power: number) => Promise<Bytes>;

export interface OpenedArchive {
  readonly files: readonly ArchivedFile[];
  /** The key of header and data alike. */
  readonly key: Bytes;
}

/**
 * Opens an archive of the form that `writeArchive` makes, and refuses every other: header and data encrypted, one folder
 * with AES and at most Copy, plain files, each with its CRC. A wrong password and a damaged header are one error.
 * @throws {ArchiveError}
 */
export async function readArchive(archive: Uint8Array, keyFor: KeyFor): Promise<OpenedArchive> {
  const { packed, nextHeader } = splitArchive(archive);
  const reader = new ByteReader(nextHeader);
  const id = reader.byte();
  if (id === PropertyId.Header) throw new ArchiveError("header-not-encrypted", "the header is not encrypted");
  if (id !== PropertyId.EncodedHeader)
    throw new ArchiveError("damaged", `header id ${id}, ${PropertyId.EncodedHeader}`);
  const headerStream = readPackInfo(reader);
  const headerFolder = readUnpackInfo(reader);
  reader.expect(PropertyId.End, "encoded header");
  if (reader.left > 0) throw new ArchiveError("damaged", `${reader.left} bytes behind the encoded header`);
  if (headerFolder.size > LARGEST_HEADER) {
    throw new ArchiveError("too-large", `header of ${headerFolder.size} bytes, at most ${LARGEST_HEADER}`);
  }
  if (headerStream.offset + headerStream.size !== packed.byteLength) {
    throw new ArchiveError("damaged", "the header stream does not end where the header starts");
  }
  if (headerFolder.crc === null) throw new ArchiveError("damaged", "an encrypted header without CRC");
  slice(packed, headerStream, headerFolder);
  const key = await keyFor(headerFolder.aes.salt, headerFolder.aes.power);
  try {
    return { files: await decryptFiles(packed, headerStream, headerFolder, await importAesKey(key)), key };
  } catch (error) {
    key.fill(0);
    throw error;
  }
}

async function decryptFiles(
  packed: Uint8Array,
  headerStream: PackedStream,
  headerFolder: AesFolder,
  aesKey: CryptoKey,
): Promise<readonly ArchivedFile[]> {
  const { salt, power, iv } = headerFolder.aes;
  const header = await decryptBlocks(slice(packed, headerStream, headerFolder), headerFolder.size, aesKey, iv);
  if (crc32(header) !== headerFolder.crc) {
    throw new ArchiveError("wrong-password-or-damaged", "the password is not right, or the file is damaged");
  }
  const content = readHeader(header);
  if (content.folder.aes.power !== power || !sameSalt(content.folder.aes.salt, salt)) {
    throw new ArchiveError("feature", "header and data have different keys");
  }
  if (content.stream.offset !== 0 || content.stream.size !== headerStream.offset) {
    throw new ArchiveError("damaged", "the data stream does not fill the place before the header");
  }
  const data = slice(packed, content.stream, content.folder);
  const plain = await decryptBlocks(data, content.folder.size, aesKey, content.folder.aes.iv);
  try {
    return cutFiles(plain, content);
  } finally {
    plain.fill(0);
  }
}

function slice(packed: Uint8Array, { offset, size }: PackedStream, folder: AesFolder): Uint8Array {
  if (offset > packed.byteLength || size > packed.byteLength - offset) {
    throw new ArchiveError("damaged", `a stream at ${offset} of ${size} bytes, there are ${packed.byteLength}`);
  }
  if (size % AES_BLOCK !== 0 || size < folder.size || size - folder.size >= AES_BLOCK || size === 0) {
    throw new ArchiveError("damaged", `a stream of ${size} bytes for ${folder.size}`);
  }
  return packed.subarray(offset, offset + size);
}

function sameSalt(a: Uint8Array, b: Uint8Array): boolean {
  return a.byteLength === b.byteLength && a.every((byte, at) => byte === b[at]);
}

interface Content {
  readonly stream: PackedStream;
  readonly folder: AesFolder;
  readonly sizes: readonly number[];
  readonly crcs: readonly number[];
  readonly names: readonly string[];
}

function readHeader(header: Uint8Array): Content {
  const reader = new ByteReader(header);
  reader.expect(PropertyId.Header, "header");
  const id = reader.byte();
  if (id === PropertyId.ArchiveProperties || id === PropertyId.AdditionalStreamsInfo) {
    throw new ArchiveError("feature", `header with property ${id}`);
  }
  if (id !== PropertyId.MainStreamsInfo) {
    throw new ArchiveError("damaged", `streams: id ${PropertyId.MainStreamsInfo} expected, ${id} received`);
  }
  const stream = readPackInfo(reader);
  const folder = readUnpackInfo(reader);
  if (folder.crc !== null) throw new ArchiveError("feature", "a CRC of the folder instead of its files");
  const { sizes, crcs } = readSubStreamsInfo(reader, folder.size);
  reader.expect(PropertyId.End, "streams");
  const names = readFilesInfo(reader, sizes.length);
  reader.expect(PropertyId.End, "header");
  if (reader.left > 0) throw new ArchiveError("damaged", `${reader.left} bytes behind the header`);
  return { stream, folder, sizes, crcs, names };
}

function cutFiles(plain: Bytes, { sizes, crcs, names }: Content): readonly ArchivedFile[] {
  let at = 0;
  const files = sizes.map((size, index) => {
    const bytes = plain.slice(at, at + size);
    at += size;
    if (crc32(bytes) !== crcs[index]) throw new ArchiveError("data-crc", `file ${index + 1} does not match its CRC`);
    return { name: names[index] ?? "", bytes };
  });
  checkFiles(files);
  return files;
}
