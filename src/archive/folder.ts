import { type AesProperties, parseAesProperties } from "./aes-properties.ts";
import { ArchiveError } from "./archive-error.ts";
import type { ByteReader } from "./byte-reader.ts";
import { hex } from "./bytes.ts";
import { METHOD, methodName } from "./methods.ts";

/** What one coder of a folder does, as far as we read it. */
export interface Coder {
  readonly method: string;
  readonly properties: Uint8Array;
}

/** A chain of coders from a packed stream to the bytes of files (7zFormat.txt, "Folder"). */
export interface Folder {
  /** From the packed stream on; AES, where there is any, is not among them. */
  readonly coders: readonly Coder[];
  /** How the packed stream is encrypted; `null` when it is not. */
  readonly aes: AesProperties | null;
  /** The places of the coders in the file's own order, AES among them: the order of the unpack sizes. */
  readonly order: readonly number[];
}

const MOST_CODERS = 4;
/** Coders that 7-Zip writes at most (7zIn.cpp, k_NumCodersMax): so many are read, to name the one that we lack. */
const MOST_NAMED_CODERS = 32;
const LONGEST_PROPERTIES = 64;
const OPEN_WITH_7_ZIP = ": open the file with 7-Zip";

/** @throws {ArchiveError} `method` and `feature` for what only 7-Zip opens, `damaged` for what cannot be. */
export function readFolder(reader: ByteReader): Folder {
  const count = reader.number();
  const unusual = `${count} coders in a folder, 1 to ${MOST_CODERS} expected`;
  if (count < 1 || count > MOST_NAMED_CODERS) throw new ArchiveError("feature", unusual);
  const coders = Array.from({ length: count }, () => readCoder(reader));
  if (count > MOST_CODERS) throw new ArchiveError("feature", `${unusual}${OPEN_WITH_7_ZIP}`);
  const order = chain(
    count,
    Array.from({ length: count - 1 }, () => [reader.number(), reader.number()] as const),
  );
  const [first, ...rest] = order.flatMap((index) => coders[index] ?? []);
  if (first === undefined) throw new ArchiveError("damaged", "a folder without coders");
  const encrypted = first.method === METHOD.aes;
  const unpacking = encrypted ? rest : [first, ...rest];
  for (const { method, properties } of unpacking) checkReadable(method, properties);
  return { coders: unpacking, aes: encrypted ? parseAesProperties(first.properties) : null, order };
}

function readCoder(reader: ByteReader): Coder {
  const flags = reader.byte();
  if ((flags & 0xc0) !== 0) throw new ArchiveError("feature", `coder flags ${flags}, below 64 expected`);
  const idSize = flags & 0x0f;
  if (idSize < 1 || idSize > 8) throw new ArchiveError("damaged", `a method id of ${idSize} bytes, 1 to 8 expected`);
  const method = hex(reader.bytes(idSize));
  if ((flags & 0x10) !== 0) {
    throw new ArchiveError("feature", `${methodName(method)}, a coder of several streams${OPEN_WITH_7_ZIP}`);
  }
  const size = (flags & 0x20) === 0 ? 0 : reader.number();
  if (size > LONGEST_PROPERTIES) {
    throw new ArchiveError("damaged", `coder properties of ${size} bytes, at most ${LONGEST_PROPERTIES} expected`);
  }
  return { method, properties: reader.bytes(size) };
}

/**
 * The coders from the packed stream on. Each bond says whose output (second) is whose input (first); every coder has one
 * of each, so that one coder is left whose input is the packed stream, and the chain from there meets all of them.
 */
function chain(count: number, bonds: readonly (readonly [input: number, output: number])[]): readonly number[] {
  const next = new Map<number, number>();
  const inputs = new Set<number>();
  for (const [input, output] of bonds) {
    if (input >= count || output >= count) {
      throw new ArchiveError("damaged", `bond ${input} from ${output}, below ${count} expected`);
    }
    if (inputs.has(input) || next.has(output)) throw new ArchiveError("damaged", `bond ${input} from ${output} twice`);
    inputs.add(input);
    next.set(output, input);
  }
  const order: number[] = [];
  for (
    let at = Array.from({ length: count }, (_, index) => index).find((index) => !inputs.has(index));
    at !== undefined;
  ) {
    order.push(at);
    at = next.get(at);
  }
  if (order.length !== count) {
    throw new ArchiveError("damaged", `a chain of ${order.length} coders, ${count} expected`);
  }
  return order;
}

function checkReadable(method: string, properties: Uint8Array): void {
  if (method === METHOD.copy && properties.byteLength === 0) return;
  if (method === METHOD.lzma || method === METHOD.lzma2) return;
  // AES that is not the first coder too: only what is encrypted last is protected.
  throw new ArchiveError("method", `${methodName(method)}${OPEN_WITH_7_ZIP}`);
}
