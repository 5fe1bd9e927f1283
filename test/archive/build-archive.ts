import { createCipheriv } from "node:crypto";
import { type Bytes, concat, utf16le } from "../../src/archive/bytes.ts";
import { crc32 } from "../../src/archive/crc32.ts";

/*
 * A second writer, for archives that are wrong. Everything is right by itself; each number, id and part can be given
 * instead, and what stands around it stays right: sizes, CRCs, encryption. So one fault is tested at a time.
 */

/** What everything is encrypted with; readers are given it, so that nothing is derived. */
export const KEY: Bytes = new Uint8Array(32).fill(7);
const IV: Bytes = new Uint8Array(16).fill(9);
const AES_ID = [0x06, 0xf1, 0x07, 0x01] as const;

/** A number below 2^64. */
export type Whole = number | bigint;
/** What becomes bytes; a number is one byte. */
export type Part = number | Uint8Array | readonly Part[];

export function bytes(...parts: readonly Part[]): Bytes {
  return concat(
    ...parts.map((part) => {
      if (typeof part === "number") return Uint8Array.of(part);
      return part instanceof Uint8Array ? part : bytes(...part);
    }),
  );
}

/** NUMBER, in its shortest form. */
export function number(value: Whole): Bytes {
  const whole = BigInt(value);
  let extra = 0;
  while (extra < 8 && whole >= 1n << BigInt(7 * (extra + 1))) extra += 1;
  const lead = (0xff00 >> extra) & 0xff;
  const high = extra < 8 ? Number(whole >> BigInt(8 * extra)) : 0;
  return bytes(lead | high, littleEndian(whole, extra));
}

export function littleEndian(value: Whole, size: number): Bytes {
  return Uint8Array.from({ length: size }, (_, at) => Number((BigInt(value) >> BigInt(8 * at)) & 0xffn));
}

export const uint32 = (value: Whole): Bytes => littleEndian(value, 4);

export interface CoderPlan {
  readonly id: readonly number[];
  readonly properties?: readonly number[];
  /** Bits 0 to 3 the size of the id, bit 5 "has properties". */
  readonly flags?: number;
  readonly propertiesSize?: Whole;
}

export const COPY: CoderPlan = { id: [0x00] };
/** lc 3, lp 0, pb 2, a dictionary of 64 KiB. */
export const LZMA: CoderPlan = { id: [0x03, 0x01, 0x01], properties: [0x5d, 0, 0, 1, 0] };
/** A dictionary of 64 KiB. */
export const LZMA2: CoderPlan = { id: [0x21], properties: [8] };

/** AES with a vector of 16 bytes. */
export function aes({ power = 4, salt = [] }: { readonly power?: number; readonly salt?: readonly number[] } = {}) {
  const first = power | 0x40 | (salt.length > 0 ? 0x80 : 0);
  const sizes = (Math.max(salt.length - 1, 0) << 4) | (IV.byteLength - 1);
  return { id: AES_ID, properties: [first, sizes, ...salt, ...IV] } satisfies CoderPlan;
}

export interface FolderPlan {
  /** The files in it, one after the other. */
  readonly contents: readonly Uint8Array[];
  /** What a compressor made of them; the contents themselves where there is none. */
  readonly compressed?: Uint8Array;
  /** AES and Copy, as we write them. */
  readonly coders?: readonly CoderPlan[];
  readonly coderCount?: Whole;
  /** Pairs of input and output. */
  readonly bonds?: readonly Whole[];
  /** What comes out of each coder. */
  readonly sizes?: readonly Whole[];
  /** Whether the stream is encrypted; by itself where the first coder is AES. */
  readonly encrypted?: boolean;
}

/** "Streams Info", of the files or of the encrypted header. */
export interface StreamsPlan {
  readonly position?: Whole;
  readonly packCount?: Whole;
  readonly packSizes?: readonly Whole[];
  /** What follows the pack sizes: CRCs. */
  readonly packCrcs?: Part;
  /** Instead of all from 06 to its end. */
  readonly packInfo?: Part;
  readonly folderCount?: Whole;
  readonly external?: number;
  /** What follows the unpack sizes: CRCs. */
  readonly folderCrcs?: Part;
  /** From 08 to its end. */
  readonly subStreams?: Part;
}

export interface PropertyPlan {
  readonly id: number;
  readonly value: Part;
  readonly size?: Whole;
}

export interface ArchivePlan {
  readonly folders?: readonly FolderPlan[];
  readonly streams?: StreamsPlan;
  readonly names?: readonly string[];
  readonly fileCount?: Whole;
  readonly properties?: readonly PropertyPlan[];
  /** The header in clear, from its parts. */
  readonly header?: (streams: Bytes, files: Bytes) => Part;
  /** Whether the header is left in clear. */
  readonly clear?: boolean;
  readonly headerFolder?: Partial<FolderPlan>;
  /** What a compressor makes of the header. */
  readonly compressHeader?: (header: Bytes) => Uint8Array;
  readonly headerStreams?: StreamsPlan;
  /** Bytes after the data, which belong to nothing. */
  readonly afterData?: Uint8Array;
  /** Bytes after the encrypted header, which belong to nothing. */
  readonly afterHeader?: Uint8Array;
  readonly start?: StartPlan;
}

/** What the first 32 bytes say. */
export interface StartPlan {
  readonly version?: readonly [major: number, minor: number];
  readonly crc?: number;
  readonly offset?: Whole;
  readonly size?: Whole;
  readonly headerCrc?: number;
}

export const text = (value: string): Bytes => new TextEncoder().encode(value);

/** Names, each with its terminator. */
export function names(...all: readonly string[]): PropertyPlan {
  return { id: 0x11, value: [0, utf16le(all.map((name) => `${name}\0`).join(""))] };
}

/** An archive of the files `0.txt` and `1.txt`, in one folder, the header encrypted; but for what the plan says. */
export function buildArchive(plan: ArchivePlan = {}): Bytes {
  const folders = plan.folders ?? [{ contents: [text("een"), text("en twee")] }];
  const data = concat(...folders.map(packed), plan.afterData ?? new Uint8Array(0));
  const count = folders.flatMap(({ contents }) => contents).length;
  const entries = plan.names ?? Array.from({ length: count }, (_, index) => `${index}.txt`);
  const streams = streamsInfo(folders, {
    ...plan.streams,
    subStreams: plan.streams?.subStreams ?? subStreams(folders),
  });
  const files = filesInfo(plan.fileCount ?? entries.length, plan.properties ?? [names(...entries)]);
  const header = bytes(plan.header?.(streams, files) ?? [0x01, 0x04, streams, 0x05, files, 0x00]);
  if (plan.clear === true) return started(data, header, plan.start);
  const compressed = plan.compressHeader?.(header) ?? header;
  const folder = { contents: [header], compressed, coders: [aes()], ...plan.headerFolder };
  const crc = [0x0a, 1, uint32(crc32(header))];
  const next = bytes(0x17, streamsInfo([folder], { position: data.length, folderCrcs: crc, ...plan.headerStreams }));
  return started(concat(data, packed(folder), plan.afterHeader ?? new Uint8Array(0)), next, plan.start);
}

/** The signature header, the packed streams, the next header. */
function started(streams: Bytes, next: Bytes, start: StartPlan = {}): Bytes {
  const { version = [0, 4], offset = streams.length, size = next.length, headerCrc = crc32(next) } = start;
  const fields = bytes(littleEndian(offset, 8), littleEndian(size, 8), uint32(headerCrc));
  const signature = [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c];
  return bytes(signature, [...version], uint32(start.crc ?? crc32(fields)), fields, streams, next);
}

function isEncrypted({ coders = [aes()], encrypted = coders[0]?.id === AES_ID }: FolderPlan): boolean {
  return encrypted;
}

/** The stream of a folder as it stands in the file. */
function packed(folder: FolderPlan): Bytes {
  const { contents, compressed = concat(...contents) } = folder;
  if (!isEncrypted(folder)) return Uint8Array.from(compressed);
  const cipher = createCipheriv("aes-256-cbc", KEY, IV).setAutoPadding(false);
  const padded = concat(compressed, new Uint8Array(-compressed.length & 15));
  return concat(cipher.update(padded), cipher.final());
}

function streamsInfo(folders: readonly FolderPlan[], plan: StreamsPlan): Bytes {
  const { position = 0, packCount = folders.length, packSizes = folders.map((folder) => packed(folder).length) } = plan;
  const sizes = [0x09, packSizes.map(number)];
  const packInfo = plan.packInfo ?? [0x06, number(position), number(packCount), sizes, plan.packCrcs ?? [], 0x00];
  const { folderCount = folders.length, external = 0, folderCrcs = [] } = plan;
  const unpackInfo = [
    0x07,
    0x0b,
    number(folderCount),
    external,
    folders.map(folderInfo),
    0x0c,
    folders.map(unpackSizes),
  ];
  return bytes(packInfo, unpackInfo, folderCrcs, 0x00, plan.subStreams ?? [], 0x00);
}

function folderInfo({ coders = [aes(), COPY], coderCount = coders.length, bonds }: FolderPlan): Part {
  const inOrder = coders.slice(1).flatMap((_, index) => [index + 1, index]);
  return [number(coderCount), coders.map(coderInfo), (bonds ?? inOrder).map(number)];
}

function coderInfo({ id, properties, propertiesSize = properties?.length ?? 0, flags }: CoderPlan): Part {
  const right = id.length | (properties === undefined ? 0 : 0x20);
  return [flags ?? right, id, properties === undefined ? [] : [number(propertiesSize), properties]];
}

function unpackSizes(folder: FolderPlan): Part {
  const { contents, compressed, coders = [aes(), COPY] } = folder;
  const size = contents.reduce((sum, { length }) => sum + length, 0);
  const decrypted = isEncrypted(folder) ? (compressed?.length ?? size) : size;
  return (folder.sizes ?? coders.map((_, index) => (index === 0 ? decrypted : size))).map(number);
}

/** How many files each folder holds, their sizes but the last of each, and their CRCs. */
function subStreams(folders: readonly FolderPlan[]): Part {
  const sizes = folders.flatMap(({ contents }) => contents.slice(0, -1).map(({ length }) => number(length)));
  const crcs = folders.flatMap(({ contents }) => contents.map((content) => uint32(crc32(content))));
  const counts = folders.map(({ contents }) => number(contents.length));
  return [0x08, 0x0d, counts, sizes.length > 0 ? [0x09, sizes] : [], 0x0a, 1, crcs, 0x00];
}

function filesInfo(count: Whole, properties: readonly PropertyPlan[]): Bytes {
  const written = properties.map(({ id, value, size }) => [id, number(size ?? bytes(value).length), value]);
  return bytes(number(count), written, 0x00);
}
