import { AES_BLOCK, encryptBlocks, importAesKey, paddedSize } from "./aes-cbc.ts";
import { aesPropertiesBytes } from "./aes-properties.ts";
import { ArchiveError } from "./archive-error.ts";
import { type ArchivedFile, checkFiles } from "./archived-file.ts";
import { ByteWriter, numberSize } from "./byte-writer.ts";
import { type Bytes, concat, utf16le } from "./bytes.ts";
import { crc32 } from "./crc32.ts";
import { METHOD_AES, METHOD_COPY, PropertyId } from "./property-id.ts";
import { signatureHeader } from "./signature-header.ts";

/** A key with what the archive must say for another to derive it. */
export interface DerivedKey {
  /** 32 bytes. */
  readonly key: Bytes;
  readonly salt: Bytes;
  readonly power: number;
}

/** Two independent random blocks: were they the same, the header's public CRC would tell of the content. */
export interface InitialisationVectors {
  readonly data: Bytes;
  readonly header: Bytes;
}

/** FILE_ATTRIBUTE_ARCHIVE, what Windows gives an ordinary file. */
const ATTRIBUTE_ARCHIVE = 0x20;
/** Coder flags: bits 0-3 the length of the id, bit 5 "has properties" (7zFormat.txt, "Folder"). */
const HAS_PROPERTIES = 0x20;

/**
 * A 7z archive of non-empty files in one solid folder, AES-256 + Copy, the header encrypted with AES alone, no times.
 * The same bytes for the same input.
 * @throws {ArchiveError} for files that we do not write.
 */
export async function writeArchive(
  files: readonly ArchivedFile[],
  { key, salt, power }: DerivedKey,
  iv: InitialisationVectors,
): Promise<Bytes> {
  checkFiles(files);
  const empty = files.find(({ bytes }) => bytes.byteLength === 0);
  if (empty !== undefined) throw new ArchiveError("empty", "a file of 0 bytes");
  for (const block of [iv.data, iv.header]) {
    if (block.byteLength !== AES_BLOCK) throw new RangeError(`writeArchive: an IV has ${AES_BLOCK} bytes`);
  }
  const aesKey = await importAesKey(key);
  const data = concat(...files.map(({ bytes }) => bytes));
  const packedData = await encryptBlocks(data, aesKey, iv.data);
  const header = headerBytes(files, data.byteLength, aesPropertiesBytes({ power, salt, iv: iv.data }));
  data.fill(0);
  const packedHeader = await encryptBlocks(header, aesKey, iv.header);
  const next = new ByteWriter().put(PropertyId.EncodedHeader);
  putPackInfo(next, packedData.byteLength, packedHeader.byteLength);
  next.put(PropertyId.UnpackInfo, PropertyId.Folder, 1, 0, 1);
  putAesCoder(next, aesPropertiesBytes({ power, salt, iv: iv.header }));
  next.put(PropertyId.CodersUnpackSize).putNumber(header.byteLength);
  next.put(PropertyId.Crc, 1).putUint32(crc32(header)).put(PropertyId.End, PropertyId.End);
  const nextHeader = next.toBytes();
  const offset = packedData.byteLength + packedHeader.byteLength;
  return concat(signatureHeader(offset, nextHeader), packedData, packedHeader, nextHeader);
}

/** The header in clear: where the one stream lies, how it was made, which files are in it. */
function headerBytes(files: readonly ArchivedFile[], size: number, aes: Bytes): Bytes {
  const out = new ByteWriter().put(PropertyId.Header, PropertyId.MainStreamsInfo);
  putPackInfo(out, 0, paddedSize(size));
  out.put(PropertyId.UnpackInfo, PropertyId.Folder, 1, 0, 2);
  putAesCoder(out, aes);
  // Copy; its input (1) is the output (0) of AES: the graph that 7-Zip writes.
  out.put(METHOD_COPY.length / 2, Number.parseInt(METHOD_COPY, 16), 1, 0);
  out.put(PropertyId.CodersUnpackSize).putNumber(size).putNumber(size);
  out.put(PropertyId.End);
  putSubStreams(out, files);
  out.put(PropertyId.End);
  putFilesInfo(out, files);
  return out.put(PropertyId.End).toBytes();
}

function putPackInfo(out: ByteWriter, position: number, size: number): void {
  out.put(PropertyId.PackInfo).putNumber(position).put(1, PropertyId.Size).putNumber(size).put(PropertyId.End);
}

function putAesCoder(out: ByteWriter, properties: Bytes): void {
  const id = METHOD_AES.match(/../g)?.map((byte) => Number.parseInt(byte, 16)) ?? [];
  out
    .put(HAS_PROPERTIES | id.length, ...id)
    .putNumber(properties.byteLength)
    .putBytes(properties);
}

function putSubStreams(out: ByteWriter, files: readonly ArchivedFile[]): void {
  out.put(PropertyId.SubStreamsInfo);
  if (files.length > 1) {
    out.put(PropertyId.NumUnpackStream).putNumber(files.length).put(PropertyId.Size);
    // The last size is what is left of the folder.
    for (const { bytes } of files.slice(0, -1)) out.putNumber(bytes.byteLength);
  }
  out.put(PropertyId.Crc, 1);
  for (const { bytes } of files) out.putUint32(crc32(bytes));
  out.put(PropertyId.End);
}

function putFilesInfo(out: ByteWriter, files: readonly ArchivedFile[]): void {
  out.put(PropertyId.FilesInfo).putNumber(files.length);
  const names = concat(...files.map(({ name }) => utf16le(`${name}\0`)));
  const namesSize = names.byteLength + 1;
  putDummy(out, 2 + numberSize(namesSize), 16);
  out.put(PropertyId.Names).putNumber(namesSize).put(0).putBytes(names);
  const attributesSize = 4 * files.length + 2;
  putDummy(out, 3 + numberSize(attributesSize), 4);
  out.put(PropertyId.WinAttributes).putNumber(attributesSize).put(1, 0);
  for (const _ of files) out.putUint32(ATTRIBUTE_ARCHIVE);
  out.put(PropertyId.End);
}

/** Zeros so that what follows after `ahead` more bytes starts at a multiple of `unit` (7zOut.cpp, SkipToAligned). */
function putDummy(out: ByteWriter, ahead: number, unit: number): void {
  const over = (out.position + ahead) % unit;
  if (over === 0) return;
  const skip = unit - over < 2 ? 2 * unit - over : unit - over;
  out.put(PropertyId.Dummy, skip - 2, ...new Array<number>(skip - 2).fill(0));
}
