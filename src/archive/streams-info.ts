import { ArchiveError } from "./archive-error.ts";
import type { ByteReader } from "./byte-reader.ts";
import { type Folder, readFolder } from "./folder.ts";
import { METHOD } from "./methods.ts";
import { PropertyId } from "./property-id.ts";

/** Where a packed stream lies, from byte 32. */
export interface PackedStream {
  readonly offset: number;
  readonly size: number;
}

/** A folder with its packed stream and its sizes. */
export interface PackedFolder extends Folder {
  readonly stream: PackedStream;
  /** Bytes that come out of each coder, from the packed stream on; AES among them. */
  readonly sizes: readonly number[];
  /** Bytes of the files in it, or of the header. */
  readonly size: number;
  readonly crc: number | null;
}

/** Folders and packed streams of one archive. */
const MOST_FOLDERS = 64;
/** Bytes that all folders give together. */
export const LARGEST_CONTENT = 64 * 2 ** 20;

/** `06 … 07 …` up to what follows them (7zFormat.txt, "Streams Info"): one packed stream for each folder. */
export function readFolders(reader: ByteReader): readonly PackedFolder[] {
  const streams = readPackInfo(reader);
  reader.expect(PropertyId.UnpackInfo, "unpack info");
  reader.expect(PropertyId.Folder, "folders");
  const count = reader.count(MOST_FOLDERS, "folders");
  if (reader.byte() !== 0) throw new ArchiveError("feature", "folders in another stream");
  const folders = Array.from({ length: count }, () => readFolder(reader));
  if (count !== streams.length)
    throw new ArchiveError("damaged", `${count} folders, ${streams.length} expected, one for each stream`);
  reader.expect(PropertyId.CodersUnpackSize, "unpack sizes");
  let total = 0;
  const sizes = folders.map((folder) => {
    const inFile = folder.order.map(() => reader.count(LARGEST_CONTENT, "unpack size"));
    const ofChain = folder.order.map((index) => inFile[index] ?? 0);
    checkCopies(folder, ofChain);
    // What is between two coders takes room and time as well; what AES gives is no larger than the archive.
    total += unpackedSizes(folder, ofChain).reduce((sum, size) => sum + size, 0);
    if (total > LARGEST_CONTENT) {
      throw new ArchiveError("too-large", `folders of ${total} bytes together, at most ${LARGEST_CONTENT} expected`);
    }
    return ofChain;
  });
  let id = reader.byte();
  let crcs: readonly (number | null)[] = [];
  if (id === PropertyId.Crc) {
    crcs = readDigests(reader, count);
    id = reader.byte();
  }
  if (id !== PropertyId.End) throw new ArchiveError("damaged", `unpack info: id 0 expected, ${id} received`);
  return folders.map((folder, index) => {
    const ofChain = sizes[index] ?? [];
    const stream = streams[index] ?? { offset: 0, size: 0 };
    return { ...folder, stream, sizes: ofChain, size: ofChain.at(-1) ?? 0, crc: crcs[index] ?? null };
  });
}

/** Of what the coders make after AES, that which takes room of its own: Copy's does not. */
function unpackedSizes({ aes, coders }: Folder, sizes: readonly number[]): readonly number[] {
  const after = aes === null ? sizes : sizes.slice(1);
  const made = after.filter((_, index) => coders[index]?.method !== METHOD.copy);
  return made.length > 0 ? made : sizes.slice(-1);
}

/** What Copy gives is as long as what it gets. */
function checkCopies({ aes, coders }: Folder, sizes: readonly number[]): void {
  const before = aes === null ? 0 : 1;
  coders.forEach(({ method }, index) => {
    const [input, output] = [sizes[before + index - 1], sizes[before + index]];
    if (method === METHOD.copy && input !== undefined && input !== output) {
      throw new ArchiveError("damaged", `Copy of ${input} bytes to ${output}`);
    }
  });
}

/** `06 position count [09 sizes] [0A crcs] 00`. */
function readPackInfo(reader: ByteReader): readonly PackedStream[] {
  reader.expect(PropertyId.PackInfo, "pack info");
  let offset = reader.number();
  const count = reader.count(MOST_FOLDERS, "packed streams");
  reader.expect(PropertyId.Size, "pack sizes");
  const streams = Array.from({ length: count }, () => {
    const stream = { offset, size: reader.number() };
    offset += stream.size;
    if (!Number.isSafeInteger(offset))
      throw new ArchiveError("damaged", `packed streams of ${offset} bytes, below 2^53 expected`);
    return stream;
  });
  let id = reader.byte();
  if (id === PropertyId.Crc) {
    // The files have their own.
    readDigests(reader, count);
    id = reader.byte();
  }
  if (id !== PropertyId.End) throw new ArchiveError("damaged", `pack info: id 0 expected, ${id} received`);
  return streams;
}

/** `1 crcs` or `0 bits crcs`: the CRC of each, `null` where it is not defined (7zFormat.txt, "Digests"). */
export function readDigests(reader: ByteReader, count: number): readonly (number | null)[] {
  return reader.definedBits(count).map((defined) => (defined ? reader.uint32() : null));
}
