import { ArchiveError, type ArchiveErrorCode } from "./archive-error.ts";
import type { ArchivedFile } from "./archived-file.ts";
import { ByteReader } from "./byte-reader.ts";
import type { Bytes } from "./bytes.ts";
import { crc32 } from "./crc32.ts";
import { checkDistinct, checkEntryName } from "./entry-name.ts";
import { type Header, readEncodedHeader, readHeader } from "./header.ts";
import { type KeyFor, KeyRing } from "./key-ring.ts";
import { checkOwnBytes, checkOwnLayout } from "./own-layout.ts";
import { PropertyId } from "./property-id.ts";
import { LARGEST_HEADER, splitArchive } from "./signature-header.ts";
import type { PackedFolder } from "./streams-info.ts";
import { packedStream, unpackFolder } from "./unpack-folder.ts";

/** `own`: as we write it, in every detail. `foreign`: what 7-Zip and others write with a password. */
export type Policy = "own" | "foreign";

export interface UnpackedArchive {
  readonly files: readonly ArchivedFile[];
  /** Names of folders that stand for themselves. */
  readonly directories: readonly string[];
  readonly headerEncrypted: boolean;
  /** Of the header, or of the data when the header is in clear. */
  readonly key: Bytes;
}

/**
 * Everything in an archive, every CRC checked. A folder that is not encrypted is refused under both policies: a format
 * without authentication would let anybody put one there.
 * @throws {ArchiveError}
 */
export async function unpackArchive(archive: Uint8Array, keyFor: KeyFor, policy: Policy): Promise<UnpackedArchive> {
  // Node's Buffer is a Uint8Array whose slice() is no copy, and copies are wiped here.
  const plain = new Uint8Array(archive.buffer, archive.byteOffset, archive.byteLength);
  const { packed, nextHeader } = splitArchive(plain, policy);
  const keys = new KeyRing(keyFor);
  try {
    const { header, end, folder } = await openHeader(packed, nextHeader, keys, policy);
    if (policy === "own") checkOwnLayout(header, end, folder, packed.byteLength);
    checkNames(header, policy);
    const files = await unpackFiles(packed, header, end, keys, folder !== null);
    const aes = folder?.aes ?? header.folders[0]?.aes ?? null;
    if (aes === null) throw new ArchiveError("not-encrypted", "nothing in the archive is encrypted");
    const { raw } = await keys.key(aes);
    if (policy === "own") await checkOwnBytes(plain, files, raw, { header: aes, data: header.folders[0]?.aes ?? aes });
    return {
      files,
      directories: header.entries.filter(({ kind }) => kind === "directory").map(({ name }) => name),
      headerEncrypted: folder !== null,
      key: raw.slice(),
    };
  } finally {
    keys.wipe();
  }
}

interface OpenedHeader {
  readonly header: Header;
  /** Where the data end, from byte 32. */
  readonly end: number;
  /** The encrypted folder that the header was in; `null` for a header in clear. */
  readonly folder: PackedFolder | null;
}

async function openHeader(
  packed: Uint8Array,
  nextHeader: Uint8Array,
  keys: KeyRing,
  policy: Policy,
): Promise<OpenedHeader> {
  const reader = new ByteReader(nextHeader);
  const id = reader.byte();
  if (id === PropertyId.Header) {
    if (policy === "own") throw new ArchiveError("header-not-encrypted", "the header is not encrypted");
    return { header: readHeader(nextHeader), end: packed.byteLength, folder: null };
  }
  if (id !== PropertyId.EncodedHeader) {
    throw new ArchiveError("damaged", `header id ${id}, ${PropertyId.EncodedHeader} expected`);
  }
  const folder = readEncodedHeader(reader);
  const stream = packedStream(packed, folder, packed.byteLength);
  // Packed, after each coder, and unpacked.
  const size = Math.max(stream.byteLength, ...folder.sizes);
  if (size > LARGEST_HEADER) {
    throw new ArchiveError("too-large", `header of ${size} bytes, at most ${LARGEST_HEADER} expected`);
  }
  if (folder.aes === null && policy === "own") {
    throw new ArchiveError("header-not-encrypted", "the header is not encrypted");
  }
  const key = folder.aes === null ? null : (await keys.key(folder.aes)).aes;
  const end = folder.stream.offset;
  const wrong = folder.aes === null ? "damaged" : "wrong-password-or-damaged";
  const bytes = await toldAs(wrong, unpackFolder(stream, folder, key));
  if (folder.crc !== null && crc32(bytes) !== folder.crc) throw wrongContent(wrong, "the header");
  const header = folder.crc === null ? readUnchecked(bytes, wrong) : readHeader(bytes);
  return { header, end, folder: folder.aes === null ? null : folder };
}

/** A header without CRC, as py7zr writes it: nonsense is all that tells of a wrong password. */
function readUnchecked(bytes: Bytes, code: ArchiveErrorCode): Header {
  try {
    return readHeader(bytes);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    // Nonsense does not spell a method, nor a name.
    throw error.code === "method" || error.code === "name" ? error : new ArchiveError(code, error.message);
  }
}

/** What the person is told of a decoder's complaint: what came out of decryption was not what went in. */
async function toldAs<T>(code: ArchiveErrorCode, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ArchiveError && error.code === "damaged") throw new ArchiveError(code, error.message);
    throw error;
  }
}

function wrongContent(code: ArchiveErrorCode, what: string): ArchiveError {
  const why = code === "wrong-password-or-damaged" ? "the password is not right, or the file is damaged" : "damaged";
  return new ArchiveError(code, `${what} does not match its CRC: ${why}`);
}

/** Before anything is unpacked. Our own names are checked again, and more strictly, with the files. */
function checkNames({ entries }: Header, policy: Policy): void {
  if (policy === "foreign") for (const { name } of entries) checkEntryName(name);
  checkDistinct(entries.map(({ name }) => name));
}

async function unpackFiles(
  packed: Uint8Array,
  { folders, streams, entries }: Header,
  end: number,
  keys: KeyRing,
  headerEncrypted: boolean,
): Promise<readonly ArchivedFile[]> {
  // With the header in clear, a wrong password shows here first.
  const wrong = headerEncrypted ? "data-crc" : "wrong-password-or-damaged";
  const contents: Bytes[] = [];
  const inputs = folders.map((folder) => {
    if (folder.aes === null) throw new ArchiveError("not-encrypted", "a folder that is not encrypted");
    return { folder, aes: folder.aes, stream: packedStream(packed, folder, end) };
  });
  for (const [index, { folder, aes, stream }] of inputs.entries()) {
    const { aes: key } = await keys.key(aes);
    // A decoder that stumbles is fed with nonsense, and that is what a wrong key gives.
    const plain = await toldAs("wrong-password-or-damaged", unpackFolder(stream, folder, key));
    let at = 0;
    for (const { size, crc } of streams[index] ?? []) {
      const bytes = plain.subarray(at, at + size);
      at += size;
      const what = `file ${contents.length + 1}`;
      if (crc === null) throw new ArchiveError("damaged", `${what} has no CRC`);
      if (crc32(bytes) !== crc) throw wrongContent(wrong, what);
      contents.push(bytes.slice());
    }
    plain.fill(0);
  }
  return entries
    .filter(({ kind }) => kind !== "directory")
    .map(({ name, kind }) => ({
      name,
      bytes: kind === "stream" ? (contents.shift() ?? new Uint8Array(0)) : new Uint8Array(0),
    }));
}
