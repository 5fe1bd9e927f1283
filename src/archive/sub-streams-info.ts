import { ArchiveError } from "./archive-error.ts";
import { type ArchivedFile, MOST_ENTRIES } from "./archived-file.ts";
import type { ByteReader } from "./byte-reader.ts";
import type { ByteWriter } from "./byte-writer.ts";
import { crc32 } from "./crc32.ts";
import { PropertyId } from "./property-id.ts";
import { type PackedFolder, readDigests } from "./streams-info.ts";

/** A file in a folder. */
export interface SubStream {
  readonly size: number;
  readonly crc: number | null;
}

/**
 * `[08 [0D counts] [09 sizes] [0A crcs] 00] 00`: how each folder is cut into files. Without it each folder is one file.
 * The last size of a folder is what the others leave of it.
 */
export function readSubStreamsInfo(
  reader: ByteReader,
  folders: readonly PackedFolder[],
): readonly (readonly SubStream[])[] {
  const whole = folders.map(({ size, crc }): readonly SubStream[] => [{ size, crc }]);
  let id = reader.byte();
  if (id === PropertyId.End) return whole;
  if (id !== PropertyId.SubStreamsInfo) throw new ArchiveError("damaged", `streams: id 8 expected, ${id} received`);
  id = reader.byte();
  let counts = folders.map(() => 1);
  if (id === PropertyId.NumUnpackStream) {
    counts = readCounts(reader, folders);
    id = reader.byte();
  }
  let sizes = folders.map(({ size }, index) => (counts[index] === 0 ? [] : [size]));
  if (id === PropertyId.Size) {
    sizes = folders.map(({ size }, index) => readSizes(reader, size, counts[index] ?? 0));
    id = reader.byte();
  } else if (counts.some((count) => count > 1)) {
    throw new ArchiveError("damaged", `sizes of files: id 9 expected, ${id} received`);
  }
  // A folder of one file may have its CRC with the folder.
  const known = (index: number): number | null => (counts[index] === 1 ? (folders[index]?.crc ?? null) : null);
  const missing = sizes.flatMap((ofFolder, index) => (known(index) === null ? ofFolder : []));
  let crcs: readonly (number | null)[] = missing.map(() => null);
  if (id === PropertyId.Crc) {
    crcs = readDigests(reader, missing.length);
    id = reader.byte();
  }
  if (id !== PropertyId.End) throw new ArchiveError("damaged", `files in folders: id 0 expected, ${id} received`);
  reader.expect(PropertyId.End, "streams");
  const left = [...crcs];
  return sizes.map((ofFolder, index) => ofFolder.map((size) => ({ size, crc: known(index) ?? left.shift() ?? null })));
}

function readCounts(reader: ByteReader, folders: readonly PackedFolder[]): number[] {
  let total = 0;
  return folders.map(() => {
    const count = reader.count(MOST_ENTRIES, "files in a folder");
    total += count;
    if (total > MOST_ENTRIES) throw new ArchiveError("too-large", `${total} files, at most ${MOST_ENTRIES} expected`);
    return count;
  });
}

function readSizes(reader: ByteReader, total: number, count: number): number[] {
  if (count === 0) return [];
  const sizes: number[] = [];
  let left = total;
  for (let i = 1; i < count; i++) {
    const size = reader.number();
    if (size > left) throw new ArchiveError("damaged", `a file of ${size} bytes, the folder has ${left} left`);
    sizes.push(size);
    left -= size;
  }
  return [...sizes, left];
}

/** What `readSubStreamsInfo` reads, for one folder; for one file its size is that of the folder and is left out. */
export function putSubStreamsInfo(out: ByteWriter, files: readonly ArchivedFile[]): void {
  out.put(PropertyId.SubStreamsInfo);
  if (files.length > 1) {
    out.put(PropertyId.NumUnpackStream).putNumber(files.length).put(PropertyId.Size);
    for (const { bytes } of files.slice(0, -1)) out.putNumber(bytes.byteLength);
  }
  out.put(PropertyId.Crc, 1);
  for (const { bytes } of files) out.putUint32(crc32(bytes));
  out.put(PropertyId.End);
}
