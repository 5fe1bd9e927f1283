import { ArchiveError } from "./archive-error.ts";
import { type ArchivedFile, MOST_FILES } from "./archived-file.ts";
import { ByteReader } from "./byte-reader.ts";
import { type ByteWriter, numberSize } from "./byte-writer.ts";
import { concat, utf16le } from "./bytes.ts";
import { PropertyId } from "./property-id.ts";

/** FILE_ATTRIBUTE_ARCHIVE, what Windows gives an ordinary file. */
const ATTRIBUTE_ARCHIVE = 0x20;

/** `05 count (19 zeros | 11 names | 15 attributes)… 00`. */
export function readFilesInfo(reader: ByteReader, streams: number): readonly string[] {
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
    } else if (id === PropertyId.Names) {
      if (names !== null) throw new ArchiveError("damaged", "names twice");
      names = readNames(property, count);
    } else if (id === PropertyId.WinAttributes) {
      if (attributes) throw new ArchiveError("damaged", "attributes twice");
      attributes = true;
      checkAttributes(property, count);
    } else {
      throw new ArchiveError("feature", `property ${id} of files`);
    }
  }
  if (names === null) throw new ArchiveError("name", "files without names");
  return names;
}

/** `1 (all defined) 0 (here) u32…`: what they say is of no use to us, but each file must have one. */
function checkAttributes(property: ByteReader, count: number): void {
  const expected = 2 + 4 * count;
  if (property.left !== expected) {
    throw new ArchiveError("damaged", `attributes of ${property.left} bytes, ${expected} expected`);
  }
  property.expect(1, "attributes of all files");
  if (property.byte() !== 0) throw new ArchiveError("feature", "attributes in another stream");
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

/** What `readFilesInfo` reads, in the order and with the alignment of 7-Zip (7zOut.cpp, WriteHeader). */
export function putFilesInfo(out: ByteWriter, files: readonly ArchivedFile[]): void {
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
