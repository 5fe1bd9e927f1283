import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";

/** Files by name and size in bytes; a name that ends in `/` is an empty folder. */
export type Sizes = readonly (readonly [name: string, size: number])[];

/** Files by name and SHA-256, which says as much as their bytes and reads better where they differ. */
export type Digests = Readonly<Record<string, string>>;

export const KIB = 1024;

/** What others pack for us to read; between them every size, number, name and folder that matters. */
export const PACKED_SETS = {
  "one file": [["brief.pdf", 50_000]],
  "an empty file": [["leeg.txt", 0]],
  "an empty folder": [["leeg/", 0]],
  "sizes around a block": [
    ["leeg.bin", 0],
    ["een.bin", 1],
    ["vijftien.bin", 15],
    ["zestien.bin", 16],
    ["zeventien.bin", 17],
  ],
  "sizes around 64 KiB, folders and diacritics": [
    ["map/Ștefania Đặng.txt", 64 * KIB - 1],
    ["map/één/café.txt", 64 * KIB],
    ["map/ğı.txt", 64 * KIB + 1],
    ["map/leeg, één/", 0],
  ],
  "40 files": Array.from({ length: 40 }, (_, index) => [`bestand-${index}.txt`, index * 100] as const),
} as const satisfies Readonly<Record<string, Sizes>>;

// Looked up once: in jest a global costs more than the arithmetic.
const { imul } = Math;

/** Bytes that compress a little, the same in every run. */
export function content(size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let state = size + 1;
  for (let at = 0; at < size; at++) {
    state = (imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[at] = at % 3 === 0 ? state >>> 24 : 0x61 + ((state >>> 28) & 7);
  }
  return bytes;
}

export function digests(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Digests {
  return Object.fromEntries(files.map(({ name, bytes }) => [name, createHash("sha256").update(bytes).digest("hex")]));
}

/** The files of a set, without its folders. */
export function digestsOf(sizes: Sizes): Digests {
  const files = sizes.filter(([name]) => !name.endsWith("/"));
  return digests(files.map(([name, size]) => ({ name, bytes: content(size) })));
}

/** Every folder of a set, those that hold something too, sorted. */
export function foldersOf(sizes: Sizes): readonly string[] {
  const folders = sizes.flatMap(([name]) => {
    const parts = name.split("/").slice(0, -1);
    return parts.map((_, depth) => parts.slice(0, depth + 1).join("/"));
  });
  return [...new Set(folders)].sort();
}

export function writeSet(folder: string, sizes: Sizes): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, size] of sizes) {
    mkdirSync(name.endsWith("/") ? join(folder, name) : dirname(join(folder, name)), { recursive: true });
    if (!name.endsWith("/")) writeFileSync(join(folder, name), content(size));
  }
}

/** Every file below a folder; none when there is no such folder. */
export function digestsBelow(folder: string): Digests {
  const paths = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [];
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return digests(files.map((path) => ({ name: path.replaceAll(sep, "/"), bytes: readFileSync(join(folder, path)) })));
}
