import { type AesProperties, parseAesProperties } from "./aes-properties.ts";
import { ArchiveError } from "./archive-error.ts";
import type { ByteReader } from "./byte-reader.ts";
import { hex } from "./bytes.ts";
import { METHOD_AES, METHOD_COPY, PropertyId } from "./property-id.ts";

/** Where a packed stream lies, from byte 32. */
export interface PackedStream {
  readonly offset: number;
  readonly size: number;
}

/** A folder that is encrypted, and nothing else was done to it. */
export interface AesFolder {
  readonly aes: AesProperties;
  /** Bytes before encryption. */
  readonly size: number;
  readonly crc: number | null;
}

const LONGEST_PROPERTIES = 64;
const LARGEST_FOLDER = 64 * 2 ** 20;

/** `06 position 1 [09 size] 00`: the one packed stream that we write. */
export function readPackInfo(reader: ByteReader): PackedStream {
  reader.expect(PropertyId.PackInfo, "pack info");
  const offset = reader.number();
  one(reader.number(), "packed streams");
  reader.expect(PropertyId.Size, "pack sizes");
  const size = reader.number();
  reader.expect(PropertyId.End, "pack info");
  return { offset, size };
}

/** `07 0B 1 00 folder 0C sizes [0A 1 crc] 00` (7zFormat.txt, "Coders Info"). */
export function readUnpackInfo(reader: ByteReader): AesFolder {
  reader.expect(PropertyId.UnpackInfo, "unpack info");
  reader.expect(PropertyId.Folder, "folders");
  one(reader.number(), "folders");
  if (reader.byte() !== 0) throw new ArchiveError("feature", "folders in another stream");
  const { aes, coders } = readFolder(reader);
  reader.expect(PropertyId.CodersUnpackSize, "unpack sizes");
  const sizes = Array.from({ length: coders }, () => reader.count(LARGEST_FOLDER, "unpack size"));
  const [size = 0] = sizes;
  if (sizes.some((each) => each !== size)) throw new ArchiveError("damaged", "coders that only copy differ in size");
  let id = reader.byte();
  let crc: number | null = null;
  if (id === PropertyId.Crc) {
    if (reader.byte() !== 1) throw new ArchiveError("damaged", "a folder without CRC in a list of CRCs");
    crc = reader.uint32();
    id = reader.byte();
  }
  if (id !== PropertyId.End) throw new ArchiveError("damaged", `unpack info: id 0 expected, ${id} received`);
  return { aes, size, crc };
}

/** AES alone, or AES followed by Copy. */
function readFolder(reader: ByteReader): { readonly aes: AesProperties; readonly coders: number } {
  const coders = reader.number();
  if (coders < 1 || coders > 2) throw new ArchiveError("feature", `${coders} coders in a folder, 1 or 2 expected`);
  const first = readCoder(reader);
  if (first.method !== METHOD_AES) {
    if (coders === 1 && first.method === METHOD_COPY) throw new ArchiveError("not-encrypted", "a folder without AES");
    throw new ArchiveError("method", `method ${first.method}, ${METHOD_AES} expected`);
  }
  if (coders === 2) {
    const second = readCoder(reader);
    if (second.method !== METHOD_COPY || second.properties.byteLength > 0) {
      throw new ArchiveError("method", `method ${second.method} after AES, ${METHOD_COPY} expected`);
    }
    const [input, output] = [reader.number(), reader.number()];
    if (input !== 1 || output !== 0)
      throw new ArchiveError("damaged", `bond ${input} from ${output}, 1 from 0 expected`);
  }
  return { aes: parseAesProperties(first.properties), coders };
}

function readCoder(reader: ByteReader): { readonly method: string; readonly properties: Uint8Array } {
  const flags = reader.byte();
  if ((flags & 0xc0) !== 0) throw new ArchiveError("feature", `coder flags ${flags}`);
  if ((flags & 0x10) !== 0) throw new ArchiveError("feature", "a coder with several streams");
  const idSize = flags & 0x0f;
  if (idSize < 1 || idSize > 8) throw new ArchiveError("damaged", `a method id of ${idSize} bytes, 1 to 8 expected`);
  const method = hex(reader.bytes(idSize));
  const size = (flags & 0x20) === 0 ? 0 : reader.number();
  if (size > LONGEST_PROPERTIES) throw new ArchiveError("damaged", `coder properties of ${size} bytes`);
  return { method, properties: reader.bytes(size) };
}

function one(count: number, what: string): void {
  if (count !== 1) throw new ArchiveError("feature", `${count} ${what}, 1 expected`);
}
