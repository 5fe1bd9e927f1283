import {
  type ArchivePlan,
  aes,
  buildArchive,
  COPY,
  type FolderPlan,
  LZMA,
  LZMA2,
  names,
  type PropertyPlan,
  text,
} from "../build-archive.ts";
import { plainChunks } from "./chunks.ts";
import type { HostileRow } from "./hostile-case.ts";

/*
 * Sizes are held to a limit before anything is made of them, each here at its edge: the largest, and one more. Numbers are
 * below 2^53, and within what is left.
 */

const MIB = 2 ** 20;
/** Bytes before the streams, and of the one stream that is there by itself. */
const START = 32;
const DATA = 16;
const archiveOf = (size: number) => () => buildArchive({ afterHeader: new Uint8Array(size - buildArchive().length) });

/** A plan whose header has `size` bytes, thanks to padding. */
function headerOf(size: number, plan: ArchivePlan = {}): ArchivePlan {
  const padded = (padding: number): readonly PropertyPlan[] => [
    names("0.txt", "1.txt"),
    { id: 0x19, value: new Uint8Array(padding) },
  ];
  // Half of it needs as many bytes for its own size as all of it, so what is around it stays the same.
  const half = Math.floor(size / 2);
  const without = buildArchive({ clear: true, properties: padded(half) }).length - half - START - DATA;
  return { ...plan, properties: padded(size - without) };
}

const aFew = (count: number): FolderPlan => ({ contents: Array.from({ length: count }, () => text("x")) });
const folders = (count: number): readonly FolderPlan[] => Array.from({ length: count }, () => aFew(1));
const listed = (count: number): string => Array.from({ length: count }, (_, index) => `${index}.txt`).join();
const copies = (count: number): readonly FolderPlan[] => [
  { contents: [text("x")], coders: [aes(), ...new Array(count - 1).fill(COPY)] },
];
const withProperties = (size: number): ArchivePlan => ({
  folders: [{ contents: [text("x")], coders: [aes(), { id: LZMA.id, properties: new Array(size).fill(0) }] }],
});
const declared = (size: number): FolderPlan => ({
  contents: [text("x")],
  coders: [aes(), LZMA2],
  sizes: [1, size],
});
/** Small at both ends, and 40 MiB between its coders. */
const wide: FolderPlan = { contents: [text("x")], coders: [aes(), LZMA2, LZMA2], sizes: [1, 40 * MIB, 1] };
/** Small at both ends as well; its one byte is no LZMA2. */
const between = (size: number): ArchivePlan => ({ folders: [{ ...wide, sizes: [1, size, 1] }] });
/** A header of `size` bytes in LZMA2 alone, which adds 3 bytes to each `each`, and one. */
const notAes = (each: number, size: number) => () =>
  buildArchive(
    headerOf(size, { compressHeader: (header) => plainChunks(header, each), headerFolder: { coders: [LZMA2] } }),
  );
const oneNamed = (length: number): ArchivePlan => ({ folders: folders(1), names: ["x".repeat(length)] });
const LONG = "x".repeat(200);
const LAST_SAFE = Number.MAX_SAFE_INTEGER;

export const LIMITS: readonly HostileRow[] = [
  ["an archive of 64 MiB", archiveOf(64 * MIB), "ok", "0.txt,1.txt"],
  [
    "an archive of 64 MiB and a byte",
    archiveOf(64 * MIB + 1),
    "too-large",
    "67108865 bytes, at most 67108864 expected",
  ],
  ["a clear header of 1 MiB", () => buildArchive(headerOf(MIB, { clear: true })), "ok", "0.txt,1.txt"],
  [
    "a clear header of 1 MiB and a byte",
    () => buildArchive(headerOf(MIB + 1, { clear: true })),
    "too-large",
    "header of 1048577 bytes, at most 1048576 expected",
  ],
  ["an encrypted header of 1 MiB", () => buildArchive(headerOf(MIB)), "ok", "0.txt,1.txt"],
  [
    "an encrypted header of 1 MiB and a byte",
    () => buildArchive(headerOf(MIB + 1)),
    "too-large",
    "header of 1048592 bytes, at most 1048576 expected",
  ],
  ["a packed header of 1 MiB", notAes(2 ** 16, MIB - 49), "ok", "0.txt,1.txt"],
  [
    "a packed header of 1 MiB and a byte",
    notAes(1, MIB / 4),
    "too-large",
    "header of 1048577 bytes, at most 1048576 expected",
  ],
  [
    "a header unpacked to 1 MiB and a byte",
    { headerFolder: { coders: [LZMA2], sizes: [MIB + 1] } },
    "too-large",
    "header of 1048577 bytes, at most 1048576 expected",
  ],
  [
    "a header with 1 MiB and a byte between its coders",
    { headerFolder: { coders: [LZMA2, LZMA2], sizes: [MIB + 1, 100] } },
    "too-large",
    "header of 1048577 bytes, at most 1048576 expected",
  ],
  ["256 files in a folder", { folders: [aFew(256)] }, "ok", listed(256)],
  ["257 files in a folder", { folders: [aFew(257)] }, "too-large", "files in a folder: 257, at most 256 expected"],
  ["128 and 128 files in two folders", { folders: [aFew(128), aFew(128)] }, "ok", listed(256)],
  [
    "128 and 129 files in two folders",
    { folders: [aFew(128), aFew(129)] },
    "too-large",
    "257 files, at most 256 expected",
  ],
  ["257 files listed", { fileCount: 257 }, "too-large", "files: 257, at most 256 expected"],
  ["64 folders", { folders: folders(64) }, "ok", listed(64)],
  [
    "65 folders",
    { folders: folders(64), streams: { folderCount: 65 } },
    "too-large",
    "folders: 65, at most 64 expected",
  ],
  ["65 packed streams", { folders: folders(65) }, "too-large", "packed streams: 65, at most 64 expected"],
  ["4 coders", { folders: copies(4) }, "ok", "0.txt"],
  ["5 coders", { folders: copies(5) }, "feature", "5 coders in a folder, 1 to 4 expected: open the file with 7-Zip"],
  [
    "properties of 64 bytes, which is right for no coder",
    withProperties(64),
    "wrong-password-or-damaged",
    "LZMA: properties of 64 bytes, 5 expected",
  ],
  ["properties of 65 bytes", withProperties(65), "damaged", "coder properties of 65 bytes, at most 64 expected"],
  [
    "64 MiB and a byte of content",
    { folders: [declared(64 * MIB + 1)] },
    "too-large",
    "unpack size: 67108865, at most 67108864 expected",
  ],
  [
    "64 MiB of content and a byte in another folder",
    { folders: [declared(64 * MIB), declared(1)] },
    "too-large",
    "folders of 67108865 bytes together, at most 67108864 expected",
  ],
  [
    "64 MiB that two coders give together",
    between(64 * MIB - 1),
    "wrong-password-or-damaged",
    "LZMA: the first chunk does not begin a dictionary",
  ],
  [
    "64 MiB and a byte that two coders give together",
    between(64 * MIB),
    "too-large",
    "folders of 67108865 bytes together, at most 67108864 expected",
  ],
  [
    "80 MiB between the coders of two folders",
    { folders: [wide, wide] },
    "too-large",
    "folders of 83886082 bytes together, at most 67108864 expected",
  ],
  ["a name of 200", oneNamed(200), "ok", LONG],
  ["a name of 201", oneNamed(201), "name", "a file name of 201, at most 200 expected"],
  [
    "a pack position of 2^53-1 less the stream",
    { streams: { position: LAST_SAFE - 16 } },
    "damaged",
    "a stream at 9007199254740975 of 16 bytes, within 16 expected",
  ],
  [
    "a pack position of 2^53-1",
    { streams: { position: LAST_SAFE } },
    "damaged",
    "packed streams of 9007199254741008 bytes, below 2^53 expected",
  ],
  [
    "a pack position of 2^53",
    { streams: { position: 2n ** 53n } },
    "damaged",
    "a NUMBER of about 9007199254740992, below 2^53 expected",
  ],
  [
    "a header at 2^53-1",
    { start: { offset: LAST_SAFE } },
    "truncated",
    "header at 9007199254740991 of 46 bytes, within 158 expected",
  ],
  [
    "a header at 2^53",
    { start: { offset: 2n ** 53n } },
    "damaged",
    "a 64-bit number of about 9007199254740992, below 2^53 expected",
  ],
  [
    "a header one byte beyond the file",
    { start: { size: 47 } },
    "truncated",
    "header at 112 of 47 bytes, within 158 expected",
  ],
  ["a header one byte before the end of the file", { start: { size: 45 } }, "damaged", "1 bytes behind the archive"],
];
