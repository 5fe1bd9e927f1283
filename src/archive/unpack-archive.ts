import type { AesProperties } from "./aes-properties.ts";
import { ArchiveError, type ArchiveErrorCode } from "./archive-error.ts";
import type { ArchivedFile } from "./archived-file.ts";
import { ByteReader } from "./byte-reader.ts";
import type { Bytes } from "./bytes.ts";
import { crc32 } from "./crc32.ts";
import { checkDistinct, checkEntryName } from "./entry-name.ts";
import { type Header, readEncodedHeader, readHeader } from "./header.ts";
import { type KeyFor, KeyRing } from "./key-ring.ts";
import { checkOwnBytes, checkOwnLayout, type Sealed } from "./own-layout.ts";
import type { Policy } from "./policy.ts";
import { PropertyId } from "./property-id.ts";
import { LARGEST_HEADER, splitArchive } from "./signature-header.ts";
import { packedStream, unpackFolder } from "./unpack-folder.ts";

export interface UnpackedArchive {
  readonly files: readonly ArchivedFile[];
  /** Names of folders that stand for themselves. */
  readonly directories: readonly string[];
  readonly headerEncrypted: boolean;
  /** Whether all but the data is as we write it, to the byte. */
  readonly ours: boolean;
  /** Of the header, or of the data when the header is in clear. */
  readonly key: Bytes;
}

/**
 * Everything in an archive, the CRC of every file checked. A folder that is not encrypted is refused under both
 * policies: anybody could put one there. That one is encrypted proves nothing of who did it, unless the archive is ours.
 * @throws {ArchiveError}
 */
export async function unpackArchive(archive: Uint8Array, keyFor: KeyFor, policy: Policy): Promise<UnpackedArchive> {
  // Node's Buffer is a Uint8Array whose slice() is no copy, and copies are wiped here.
  const view = new Uint8Array(archive.buffer, archive.byteOffset, archive.byteLength);
  const { packed, nextHeader } = splitArchive(view);
  const keys = new KeyRing(keyFor);
  try {
    const opened = await openHeader(packed, nextHeader, keys, policy);
    const { header, aes } = opened;
    if (policy === "own" && aes !== null) checkOwnLayout(header, aes);
    for (const { name } of header.entries) checkEntryName(name);
    const directories = header.entries.filter(({ kind }) => kind === "directory").map(({ name }) => name);
    checkDistinct(
      header.entries.map(({ name }) => name),
      directories,
    );
    const files = await unpackFiles(packed, opened, keys);
    const first = aes ?? header.folders[0]?.aes ?? null;
    if (first === null) throw new ArchiveError("not-encrypted", "nothing in the archive is encrypted");
    const { raw, aes: key } = await keys.key(first);
    const encryption = { header: first, data: header.folders[0]?.aes ?? first };
    const notOurs = await whyNotOurs(header, files, { archive: view, packed, aes: encryption, key });
    if (policy === "own" && notOurs !== null) throw notOurs;
    return {
      files,
      directories,
      headerEncrypted: aes !== null,
      ours: notOurs === null,
      key: raw.slice(),
    };
  } finally {
    keys.wipe();
  }
}

async function whyNotOurs(
  header: Header,
  files: readonly ArchivedFile[],
  sealed: Sealed,
): Promise<ArchiveError | null> {
  try {
    checkOwnLayout(header, sealed.aes.header);
    await checkOwnBytes(files, sealed);
    return null;
  } catch (error) {
    if (error instanceof ArchiveError) return error;
    throw error;
  }
}

interface OpenedHeader {
  readonly header: Header;
  /** Where the data end, from byte 32. */
  readonly end: number;
  /** How the header was encrypted; `null` when it was not. */
  readonly aes: AesProperties | null;
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
    return { header: readHeader(nextHeader), end: packed.byteLength, aes: null };
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
  const { aes } = folder;
  const end = folder.stream.offset;
  const wrong = aes === null ? "damaged" : "wrong-password-or-damaged";
  const bytes = await toldAs(wrong, unpackFolder(stream, folder, aes === null ? null : (await keys.key(aes)).aes));
  if (folder.crc !== null && crc32(bytes) !== folder.crc) throw wrongContent(wrong, "the header");
  const header = folder.crc === null ? readUnchecked(bytes, wrong) : readHeader(bytes);
  return { header, end, aes };
}

/** A header without CRC, as py7zr writes it: nonsense is all that tells of a wrong password. */
function readUnchecked(bytes: Bytes, code: ArchiveErrorCode): Header {
  try {
    return readHeader(bytes);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    // Nonsense does not spell a method.
    throw error.code === "method" ? error : new ArchiveError(code, error.message);
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

async function unpackFiles(
  packed: Uint8Array,
  { header: { folders, streams, entries }, end, aes: headerAes }: OpenedHeader,
  keys: KeyRing,
): Promise<readonly ArchivedFile[]> {
  // With the header in clear, a wrong password shows here first.
  const wrong = headerAes !== null ? "data-crc" : "wrong-password-or-damaged";
  const contents: Bytes[] = [];
  const inputs = folders.map((folder) => {
    if (folder.aes === null) throw new ArchiveError("not-encrypted", "a folder that is not encrypted");
    return { folder, aes: folder.aes, stream: packedStream(packed, folder, end) };
  });
  for (const [index, { folder, aes, stream }] of inputs.entries()) {
    const ofFolder = streams[index] ?? [];
    // Nothing would tell whether its key is right.
    if (ofFolder.length === 0) continue;
    const { aes: key } = await keys.key(aes);
    // A decoder that stumbles is fed with nonsense, and that is what a wrong key gives.
    const plain = await toldAs("wrong-password-or-damaged", unpackFolder(stream, folder, key));
    try {
      // That of a folder with one file is the file's.
      if (folder.crc !== null && ofFolder.length > 1 && crc32(plain) !== folder.crc) {
        throw wrongContent(wrong, `folder ${index + 1}`);
      }
      let at = 0;
      for (const { size, crc } of ofFolder) {
        const bytes = plain.subarray(at, at + size);
        at += size;
        const what = `file ${contents.length + 1}`;
        if (crc === null) throw new ArchiveError("damaged", `${what} has no CRC`);
        if (crc32(bytes) !== crc) throw wrongContent(wrong, what);
        contents.push(bytes.slice());
      }
    } finally {
      plain.fill(0);
    }
  }
  return entries
    .filter(({ kind }) => kind !== "directory")
    .map(({ name, kind }) => ({
      name,
      bytes: kind === "stream" ? (contents.shift() ?? new Uint8Array(0)) : new Uint8Array(0),
    }));
}
