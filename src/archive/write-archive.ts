import { AES_BLOCK, encryptBlocks, importAesKey, paddedSize } from "./aes-cbc.ts";
import { type AesProperties, aesPropertiesBytes } from "./aes-properties.ts";
import { type ArchivedFile, checkFiles, sizeOf } from "./archived-file.ts";
import { ByteWriter } from "./byte-writer.ts";
import { type Bytes, concat } from "./bytes.ts";
import { crc32 } from "./crc32.ts";
import { putFilesInfo } from "./files-info.ts";
import { PropertyId } from "./property-id.ts";
import { signatureHeader } from "./signature-header.ts";
import { putSubStreamsInfo } from "./sub-streams-info.ts";

/** A key with what the archive must say for another to derive it. */
export interface DerivedKey {
  /** 32 bytes. */
  readonly key: Bytes;
  readonly salt: Uint8Array;
  readonly power: number;
}

/** Two independent random blocks: were they the same, the header's public CRC would tell of the content. */
export interface InitialisationVectors {
  readonly data: Bytes;
  readonly header: Bytes;
}

/** Coder flags and the codec's id: bits 0-3 the length of the id, bit 5 "has properties" (7zFormat.txt, "Folder"). */
const AES_CODER = [0x24, 0x06, 0xf1, 0x07, 0x01] as const;
const COPY_CODER = [0x01, 0x00] as const;

/**
 * A 7z archive of files in one solid folder (those of 0 bytes beside it), AES-256 + Copy, the header encrypted with AES
 * alone, no times.
 * The same bytes for the same input.
 * @throws {ArchiveError} for files that we do not write.
 */
export async function writeArchive(
  files: readonly ArchivedFile[],
  { key, salt, power }: DerivedKey,
  iv: InitialisationVectors,
): Promise<Bytes> {
  checkFiles(files);
  for (const block of [iv.data, iv.header]) {
    if (block.byteLength !== AES_BLOCK) {
      throw new RangeError(`writeArchive: an IV of ${AES_BLOCK} bytes expected, ${block.byteLength} received`);
    }
  }
  const aesKey = await importAesKey(key);
  const data = concat(...files.map(({ bytes }) => bytes));
  const packedData = data.byteLength === 0 ? data : await encryptBlocks(data, aesKey, iv.data);
  data.fill(0);
  const header = headerBytes(files, { power, salt, iv: iv.data });
  const packedHeader = await encryptBlocks(header, aesKey, iv.header);
  const nextHeader = nextHeaderBytes(packedData.byteLength, header, { power, salt, iv: iv.header });
  const offset = packedData.byteLength + packedHeader.byteLength;
  return concat(signatureHeader(offset, nextHeader), packedData, packedHeader, nextHeader);
}

/** How to decrypt the header, which lies at `position`. */
export function nextHeaderBytes(position: number, header: Bytes, aes: AesProperties): Bytes {
  const out = new ByteWriter().put(PropertyId.EncodedHeader);
  putPackInfo(out, position, paddedSize(header.byteLength));
  out.put(PropertyId.UnpackInfo, PropertyId.Folder, 1, 0, 1);
  putAesCoder(out, aes);
  out.put(PropertyId.CodersUnpackSize).putNumber(header.byteLength);
  out.put(PropertyId.Crc, 1).putUint32(crc32(header));
  return out.put(PropertyId.End, PropertyId.End).toBytes();
}

/** The header in clear: where the one stream lies, how it was made, which files are in it. */
export function headerBytes(files: readonly ArchivedFile[], aes: AesProperties): Bytes {
  const out = new ByteWriter().put(PropertyId.Header);
  const full = files.filter(({ bytes }) => bytes.byteLength > 0);
  if (full.length > 0) putMainStreams(out, full, aes);
  putFilesInfo(out, files);
  return out.put(PropertyId.End).toBytes();
}

function putMainStreams(out: ByteWriter, files: readonly ArchivedFile[], aes: AesProperties): void {
  const size = sizeOf(files);
  out.put(PropertyId.MainStreamsInfo);
  putPackInfo(out, 0, paddedSize(size));
  out.put(PropertyId.UnpackInfo, PropertyId.Folder, 1, 0, 2);
  putAesCoder(out, aes);
  // The graph that 7-Zip writes: Copy's input (1) is the output (0) of AES.
  out.put(...COPY_CODER, 1, 0);
  out.put(PropertyId.CodersUnpackSize).putNumber(size).putNumber(size);
  out.put(PropertyId.End);
  putSubStreamsInfo(out, files);
  out.put(PropertyId.End);
}

function putPackInfo(out: ByteWriter, position: number, size: number): void {
  out.put(PropertyId.PackInfo).putNumber(position).put(1, PropertyId.Size).putNumber(size).put(PropertyId.End);
}

function putAesCoder(out: ByteWriter, aes: AesProperties): void {
  const properties = aesPropertiesBytes(aes);
  out
    .put(...AES_CODER)
    .putNumber(properties.byteLength)
    .putBytes(properties);
}
