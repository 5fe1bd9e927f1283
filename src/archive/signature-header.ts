import { ArchiveError } from "./archive-error.ts";
import { ByteReader } from "./byte-reader.ts";
import { ByteWriter } from "./byte-writer.ts";
import { type Bytes, concat } from "./bytes.ts";
import { crc32 } from "./crc32.ts";

/** `37 7A BC AF 27 1C` and the version 0.4. */
const SIGNATURE = [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] as const;
const VERSION = [0, 4] as const;
/** The size of the signature header, from which every offset counts. */
export const SIGNATURE_HEADER = 32;
const START_HEADER = 12;
/** Bytes of a whole archive and of a header; more is refused before anything is read. */
export const LARGEST_ARCHIVE = 64 * 2 ** 20;
export const LARGEST_HEADER = 2 ** 20;

/** ```
 * 0   signature (6)   version (2)
 * 8   CRC-32 of the 20 bytes that follow (4)
 * 12  offset of the next header, from byte 32 (8)   its size (8)   its CRC-32 (4)
 * ``` */
export function signatureHeader(offset: number, nextHeader: Uint8Array): Bytes {
  const start = new ByteWriter()
    .putUint64(offset)
    .putUint64(nextHeader.byteLength)
    .putUint32(crc32(nextHeader))
    .toBytes();
  const crc = new ByteWriter().putUint32(crc32(start)).toBytes();
  return concat(Uint8Array.of(...SIGNATURE, ...VERSION), crc, start);
}

/** The archive in its two parts: the packed streams and the next header, whose CRC has been checked. */
export function splitArchive(archive: Uint8Array): {
  readonly packed: Uint8Array;
  readonly nextHeader: Uint8Array;
} {
  const size = archive.byteLength;
  if (size > LARGEST_ARCHIVE) throw new ArchiveError("too-large", `${size} bytes, at most ${LARGEST_ARCHIVE} expected`);
  if (SIGNATURE.some((byte, at) => at < size && archive[at] !== byte) || size === 0) {
    throw new ArchiveError("not-7z", "the file does not start as a 7z archive does");
  }
  if (size < SIGNATURE_HEADER)
    throw new ArchiveError("truncated", `${size} bytes, at least ${SIGNATURE_HEADER} expected`);
  // 7-Zip does not look at the minor version.
  const major = archive[6];
  if (major !== VERSION[0]) throw new ArchiveError("version", `version ${major}, ${VERSION[0]} expected`);
  const reader = new ByteReader(archive.subarray(8, SIGNATURE_HEADER));
  checkCrc(archive.subarray(START_HEADER, SIGNATURE_HEADER), reader.uint32(), "start header");
  const offset = reader.uint64();
  const length = reader.uint64();
  const crc = reader.uint32();
  if (length === 0) throw new ArchiveError("empty", "header of 0 bytes: the archive holds nothing");
  if (length > LARGEST_HEADER)
    throw new ArchiveError("too-large", `header of ${length} bytes, at most ${LARGEST_HEADER} expected`);
  const body = archive.subarray(SIGNATURE_HEADER);
  if (offset > body.byteLength || length > body.byteLength - offset) {
    throw new ArchiveError("truncated", `header at ${offset} of ${length} bytes, within ${body.byteLength} expected`);
  }
  if (offset + length < body.byteLength) {
    throw new ArchiveError("damaged", `${body.byteLength - offset - length} bytes behind the archive`);
  }
  const nextHeader = body.subarray(offset);
  checkCrc(nextHeader, crc, "header");
  return { packed: body.subarray(0, offset), nextHeader };
}

/** Of what everybody may see: a CRC tells of the bytes. */
function checkCrc(bytes: Uint8Array, expected: number, what: string): void {
  const received = crc32(bytes);
  if (received === expected) return;
  throw new ArchiveError(
    "damaged",
    `${what}: CRC ${expected.toString(16)} expected, ${received.toString(16)} received`,
  );
}
