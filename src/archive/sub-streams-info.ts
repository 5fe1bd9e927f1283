import { ArchiveError } from "./archive-error.ts";
import { type ArchivedFile, MOST_FILES } from "./archived-file.ts";
import type { ByteReader } from "./byte-reader.ts";
import type { ByteWriter } from "./byte-writer.ts";
import { crc32 } from "./crc32.ts";
import { PropertyId } from "./property-id.ts";

/** How a folder is cut into files. */
export interface SubStreams {
  /** Bytes of each file. */
  readonly sizes: readonly number[];
  /** CRC-32 of each file. */
  readonly crcs: readonly number[];
}

/** `08 [0D count 09 sizes] 0A 1 crcs 00`: the sizes of all files but the last, which is the rest. */
export function readSubStreamsInfo(reader: ByteReader, total: number): SubStreams {
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

/** What `readSubStreamsInfo` reads; for one file its size is that of the folder and is left out. */
export function putSubStreamsInfo(out: ByteWriter, files: readonly ArchivedFile[]): void {
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
