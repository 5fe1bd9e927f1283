import { AES_BLOCK, decryptBlocks, importAesKey } from "./aes-cbc.ts";
import { ArchiveError } from "./archive-error.ts";
import { type ArchivedFile, checkFiles, MOST_FILES } from "./archived-file.ts";
import { ByteReader } from "./byte-reader.ts";
import type { Bytes } from "./bytes.ts";
import { crc32 } from "./crc32.ts";
import { PropertyId } from "./property-id.ts";
import { LARGEST_HEADER, splitArchive } from "./signature-header.ts";
import { type AesFolder, type PackedStream, readPackInfo, readUnpackInfo } from "./streams-info.ts";

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
  const { sizes, crcs } = readSubStreams(reader, folder.size);
  reader.expect(PropertyId.End, "streams");
  const names = readFilesInfo(reader, sizes.length);
  reader.expect(PropertyId.End, "header");
  if (reader.left > 0) throw new ArchiveError("damaged", `${reader.left} bytes behind the header`);
  return { stream, folder, sizes, crcs, names };
}

/** `08 [0D count 09 sizes] 0A 1 crcs 00`: the sizes of all files but the last, which is the rest. */
function readSubStreams(reader: ByteReader, total: number): { readonly sizes: number[]; readonly crcs: number[] } {
  reader.expect(PropertyId.SubStreamsInfo, "files in the folder");
  const sizes: number[] = [];
  let left = total;
  let id = reader.byte();
  if (id === PropertyId.NumUnpackStream) {
    const count = reader.count(MOST_FILES, "files in the folder");
    if (count < 2) throw new ArchiveError("damaged", `${count} files in the folder, 2 or more expected`);
    reader.expect(PropertyId.Size, "file sizes");
    for (let i = 1; i < count; i++) {
      const size = reader.number();
      if (size > left) throw new ArchiveError("damaged", `a file of ${size} bytes, the folder has ${left} left`);
      sizes.push(size);
      left -= size;
    }
    id = reader.byte();
  }
  sizes.push(left);
  if (id !== PropertyId.Crc || reader.byte() !== 1) throw new ArchiveError("damaged", "files without CRC");
  const crcs = sizes.map(() => reader.uint32());
  reader.expect(PropertyId.End, "files in the folder");
  return { sizes, crcs };
}

/** `05 count (19 zeros | 11 names | 15 attributes)… 00`. */
function readFilesInfo(reader: ByteReader, streams: number): readonly string[] {
  reader.expect(PropertyId.FilesInfo, "files");
  const count = reader.count(MOST_FILES, "files");
  if (count === 0) throw new ArchiveError("empty", "the archive holds no files");
  if (count !== streams) throw new ArchiveError("damaged", `${count} files, ${streams} expected`);
  let names: readonly string[] | null = null;
  let attributes = false;
  for (;;) {
    const id = reader.byte();
    if (id === PropertyId.End) break;
    const size = reader.number();
    const property = new ByteReader(reader.bytes(size));
    if (id === PropertyId.Dummy) {
      if (property.bytes(size).some((byte) => byte !== 0))
        throw new ArchiveError("damaged", "padding that is not zero");
    } else if (id === PropertyId.Names && names === null) {
      names = readNames(property, count);
    } else if (id === PropertyId.WinAttributes && !attributes) {
      if (size !== 4 * count + 2) throw new ArchiveError("damaged", `attributes of ${size} bytes`);
      attributes = true;
    } else {
      throw new ArchiveError("feature", `property ${id} of files`);
    }
  }
  if (names === null) throw new ArchiveError("name", "files without names");
  return names;
}

function readNames(property: ByteReader, count: number): readonly string[] {
  if (property.byte() !== 0) throw new ArchiveError("feature", "names in another stream");
  const units = property.bytes(property.left);
  if (units.byteLength % 2 !== 0) throw new ArchiveError("damaged", `names of ${units.byteLength} bytes`);
  let text = "";
  for (let at = 0; at < units.byteLength; at += 2) {
    text += String.fromCharCode((units[at] ?? 0) | ((units[at + 1] ?? 0) << 8));
  }
  const names = text.split("\0");
  if (names.pop() !== "" || names.length !== count)
    throw new ArchiveError("damaged", `${names.length} names of ${count}`);
  return names;
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
