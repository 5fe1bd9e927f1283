import { ArchiveError } from "./archive-error.ts";
import { type ArchivedFile, MOST_ENTRIES } from "./archived-file.ts";
import { ByteReader } from "./byte-reader.ts";
import { type ByteWriter, numberSize } from "./byte-writer.ts";
import { concat, utf16le } from "./bytes.ts";
import { PropertyId } from "./property-id.ts";

/** FILE_ATTRIBUTE_ARCHIVE, what Windows gives an ordinary file. */
const ATTRIBUTE_ARCHIVE = 0x20;

/** What the header says of a file or folder. */
export interface Entry {
  readonly name: string;
  /** `stream`: a file with content, in the order of the folders; the other two have none. */
  readonly kind: "stream" | "empty-file" | "directory";
}

/** Of each property only what we need is kept; all are checked for their size. */
class Properties {
  readonly count: number;
  names: readonly string[] = [];
  emptyStream: readonly boolean[] = [];
  emptyFile: readonly boolean[] = [];

  constructor(count: number) {
    this.count = count;
  }

  read(id: number, property: ByteReader): void {
    switch (id) {
      case PropertyId.Dummy:
        if (property.bytes(property.left).some((byte) => byte !== 0)) {
          throw new ArchiveError("damaged", "padding that is not 0");
        }
        break;
      case PropertyId.EmptyStream:
        this.emptyStream = property.bits(this.count);
        break;
      case PropertyId.EmptyFile:
        this.emptyFile = this.#ofEmpty(property);
        break;
      case PropertyId.Anti:
        if (this.#ofEmpty(property).includes(true)) throw new ArchiveError("feature", "an anti-item");
        break;
      case PropertyId.Names:
        this.names = readNames(property, this.count);
        break;
      case PropertyId.CreationTime:
      case PropertyId.AccessTime:
      case PropertyId.ModificationTime:
        skipDefined(property, this.count, 8);
        break;
      case PropertyId.WinAttributes:
        skipDefined(property, this.count, 4);
        break;
      default:
        // 7-Zip skips what it does not know, and the size says how far.
        property.bytes(property.left);
    }
  }

  /** A bit for each entry without a stream; those have to be known before. */
  #ofEmpty(property: ByteReader): readonly boolean[] {
    if (this.emptyStream.length === 0) throw new ArchiveError("damaged", "empty files before empty streams");
    return property.bits(this.emptyStream.filter((empty) => empty).length);
  }
}

/** `count (id size data)… 00`, after the 05. */
export function readFilesInfo(reader: ByteReader, streams: number): readonly Entry[] {
  const count = reader.count(MOST_ENTRIES, "files");
  if (count === 0) throw new ArchiveError("empty", "0 files: the archive holds nothing");
  const properties = new Properties(count);
  const seen = new Set<number>();
  for (let id = reader.byte(); id !== PropertyId.End; id = reader.byte()) {
    if (id !== PropertyId.Dummy && seen.has(id)) throw new ArchiveError("damaged", `property ${id} twice`);
    seen.add(id);
    const property = new ByteReader(reader.bytes(reader.number()));
    properties.read(id, property);
    if (property.left > 0) throw new ArchiveError("damaged", `property ${id}: ${property.left} bytes too many`);
  }
  const { names, emptyStream, emptyFile } = properties;
  if (names.length === 0) throw new ArchiveError("name", "files without names");
  const flags = [...emptyFile];
  const entries = names.map((name, index): Entry => {
    if (emptyStream[index] !== true) return { name, kind: "stream" };
    return { name, kind: flags.shift() === true ? "empty-file" : "directory" };
  });
  const withStream = entries.filter(({ kind }) => kind === "stream").length;
  if (withStream !== streams) throw new ArchiveError("damaged", `${withStream} files, ${streams} expected`);
  return entries;
}

/** `defined 0 (here) value…`: what they say is of no use to us. */
function skipDefined(property: ByteReader, count: number, size: number): void {
  const defined = property.definedBits(count).filter((is) => is).length;
  if (property.byte() !== 0) throw new ArchiveError("feature", "a property in another stream");
  property.bytes(defined * size);
}

function readNames(property: ByteReader, count: number): readonly string[] {
  if (property.byte() !== 0) throw new ArchiveError("feature", "names in another stream");
  const units = property.bytes(property.left);
  if (units.byteLength % 2 !== 0)
    throw new ArchiveError("damaged", `names of ${units.byteLength} bytes, an even number expected`);
  let text = "";
  for (let at = 0; at < units.byteLength; at += 2) {
    text += String.fromCharCode((units[at] ?? 0) | ((units[at + 1] ?? 0) << 8));
  }
  const names = text.split("\0");
  if (names.pop() !== "") throw new ArchiveError("damaged", "a name without an end");
  if (names.length !== count) throw new ArchiveError("damaged", `${names.length} names, ${count} expected`);
  return names;
}

/** What `readFilesInfo` reads, in the order and with the alignment of 7-Zip (7zOut.cpp, WriteHeader). */
export function putFilesInfo(out: ByteWriter, files: readonly ArchivedFile[]): void {
  out.put(PropertyId.FilesInfo).putNumber(files.length);
  const empty = files.map(({ bytes }) => bytes.byteLength === 0);
  if (empty.includes(true)) {
    putBits(out, PropertyId.EmptyStream, empty);
    putBits(
      out,
      PropertyId.EmptyFile,
      empty.filter((is) => is),
    );
  }
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

function putBits(out: ByteWriter, id: number, bits: readonly boolean[]): void {
  const bytes = new Uint8Array(Math.ceil(bits.length / 8));
  bits.forEach((bit, index) => {
    if (bit) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (0x80 >> (index & 7));
  });
  out.put(id).putNumber(bytes.byteLength).putBytes(bytes);
}

/** Zeros so that what follows after `ahead` more bytes starts at a multiple of `unit` (7zOut.cpp, SkipToAligned). */
function putDummy(out: ByteWriter, ahead: number, unit: number): void {
  const over = (out.position + ahead) % unit;
  if (over === 0) return;
  const skip = unit - over < 2 ? 2 * unit - over : unit - over;
  out.put(PropertyId.Dummy, skip - 2, ...new Array<number>(skip - 2).fill(0));
}
