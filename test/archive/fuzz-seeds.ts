import type { ArchivedFile } from "../../src/archive/archived-file.ts";
import type { Bytes } from "../../src/archive/bytes.ts";
import { KeyDeriver } from "../../src/archive/derive-key.ts";
import { withManifest } from "../../src/archive/manifest.ts";
import { writeArchive } from "../../src/archive/write-archive.ts";
import others from "./archives.json";
import {
  type ArchivePlan,
  aes,
  buildArchive,
  type FolderPlan,
  KEY,
  LZMA,
  LZMA2,
  names,
  text,
} from "./build-archive.ts";
import { plainChunks } from "./malformed/chunks.ts";
import { json, pdf } from "./our-files.ts";
import { fromBase64 } from "./read-vectors.ts";
import { type Parts, takenApart } from "./with-header.ts";
import { lzmaProperties, TEXT, XZ_LZMA, XZ_LZMA2 } from "./xz-streams.ts";

/** An archive to begin from. */
export interface FuzzSeed {
  readonly archive: Bytes;
  /** The one key of its header and its data. */
  readonly key: Bytes;
  readonly parts: Parts;
}

export interface FuzzSeeds {
  readonly seeds: readonly FuzzSeed[];
  /** An archive of ours with its manifest. */
  readonly sealed: FuzzSeed;
}

const iv = { data: new Uint8Array(16).fill(1), header: new Uint8Array(16).fill(2) };
const KEY_OF_OURS = { key: KEY, salt: new Uint8Array(16), power: 19 };

/** Our files with their manifest, before they are encrypted. */
export const SEALED_FILES: Promise<readonly ArchivedFile[]> = withManifest([pdf, json], KEY);

export function sealedOf(files: readonly ArchivedFile[]): Promise<Bytes> {
  return writeArchive(files, KEY_OF_OURS, iv);
}

const file = (name: string, size: number): ArchivedFile => ({ name, bytes: new Uint8Array(size).fill(size) });
const OUR_LAYOUTS = [
  [file("a.pdf", 40), file("b.json", 24)],
  [file("a.bin", 1)],
  [file("a.bin", 16), file("leeg", 0), file("c.bin", 300)],
];

const contents = [text(TEXT)];
const inLzma: readonly FolderPlan[] = XZ_LZMA.map(({ packed: compressed, ...parameters }) => ({
  contents,
  compressed,
  coders: [aes(), { ...LZMA, properties: [...lzmaProperties(parameters)] }],
}));
const inLzma2: FolderPlan = { contents, compressed: XZ_LZMA2, coders: [aes(), LZMA2] };
const copied: FolderPlan = { contents: [text("een"), text("en twee")] };
const OTHER_LAYOUTS: readonly ArchivePlan[] = [
  ...inLzma.map((folder) => ({ folders: [folder] })),
  { folders: [inLzma2] },
  { folders: [inLzma2, copied, ...inLzma] },
  { folders: [copied, inLzma2], clear: true },
  { compressHeader: (header) => plainChunks(header), headerFolder: { coders: [aes(), LZMA2] } },
  // An empty file, a folder, and times.
  {
    fileCount: 4,
    properties: [
      { id: 0x0e, value: 0b0011_0000 },
      { id: 0x0f, value: 0b1000_0000 },
      names("0.txt", "1.txt", "leeg", "map/map"),
      { id: 0x14, value: [0, 0b1000_0000, 0, new Uint8Array(8).fill(1)] },
    ],
  },
];

/** Archives of ours, of the builder, and of other tools, of those whose key is the same. */
export async function fuzzSeeds(): Promise<FuzzSeeds> {
  const ours = await Promise.all(OUR_LAYOUTS.map(sealedOf));
  const built = OTHER_LAYOUTS.map(buildArchive);
  const othersKey = await new KeyDeriver().derive(OTHERS_PASSWORD, new Uint8Array(0));
  const seeds = await Promise.all([
    ...[...ours, ...built].map((archive) => seedOf(archive, KEY)),
    ...otherArchives().map((archive) => seedOf(archive, othersKey)),
  ]);
  const sealed = await seedOf(await sealedOf(await SEALED_FILES), KEY);
  return { seeds: [...seeds, sealed], sealed };
}

async function seedOf(archive: Bytes, key: Bytes): Promise<FuzzSeed> {
  return { archive, key, parts: await takenApart(archive, key) };
}

/** Of all but two of the archives of other tools, which write no salt; one of them has a vector of 8 bytes. */
const OTHERS_PASSWORD = "Test-Pass-1234567890";

function otherArchives(): readonly Bytes[] {
  return others.archives.flatMap(({ password, archiveBase64 }) =>
    password === OTHERS_PASSWORD ? [fromBase64(archiveBase64)] : [],
  );
}
