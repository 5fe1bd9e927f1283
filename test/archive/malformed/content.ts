import { concat } from "../../../src/archive/bytes.ts";
import { crc32 } from "../../../src/archive/crc32.ts";
import {
  type ArchivePlan,
  aes,
  buildArchive,
  type FolderPlan,
  LZMA2,
  number,
  type Part,
  text,
  uint32,
} from "../build-archive.ts";
import { forgettingChunks, plainChunks, zeroChunks } from "./chunks.ts";
import type { HostileRow } from "./hostile-case.ts";

/*
 * What comes out has the size that was said, from all of what went in, and the right CRC; streams lie within their place.
 */

const CONTENT = text("inhoud");
const folder = (compressed: Uint8Array, size = CONTENT.length): ArchivePlan => ({
  folders: [{ contents: [CONTENT], coders: [aes(), LZMA2], compressed, sizes: [compressed.length, size] }],
});
const plain = plainChunks(CONTENT);
const forgetting = (count: number, zeros = 0): ArchivePlan => ({
  folders: [
    {
      contents: [new Uint8Array(count + zeros)],
      coders: [aes(), LZMA2],
      compressed: concat(forgettingChunks(count).subarray(0, -1), plainChunks(new Uint8Array(zeros))),
    },
  ],
});
const crcs = (...given: readonly Part[]): ArchivePlan => ({
  streams: { subStreams: [0x08, 0x0d, number(2), 0x09, number(3), 0x0a, given, 0x00] },
});
const RIGHT = [uint32(crc32(text("een"))), uint32(crc32(text("en twee")))] as const;
const one: readonly FolderPlan[] = [{ contents: [CONTENT] }];

export const CONTENTS: readonly HostileRow[] = [
  ["LZMA2 of its size", folder(plain), "ok", "0.txt"],
  ["LZMA2 that gives a byte less", folder(plain, 7), "wrong-password-or-damaged", "LZMA: 6 bytes, 7 expected"],
  [
    "LZMA2 that gives a byte more",
    folder(plain, 5),
    "wrong-password-or-damaged",
    "LZMA: a chunk that gives 6 bytes, at most 5 expected",
  ],
  [
    "LZMA2 that ends early",
    folder(plain.slice(0, -2)),
    "wrong-password-or-damaged",
    "LZMA: a chunk of 6 bytes, 5 are left",
  ],
  [
    "LZMA2 that does not end",
    folder(plain.slice(0, -1)),
    "wrong-password-or-damaged",
    "LZMA: the chunks end at byte 9, one more expected",
  ],
  [
    "LZMA2 with a byte behind its end",
    folder(Uint8Array.from([...plain, 0])),
    "wrong-password-or-damaged",
    "LZMA: 1 bytes behind the last chunk",
  ],
  [
    "LZMA2 that gives 64 MiB for 6 bytes",
    folder(zeroChunks(64)),
    "wrong-password-or-damaged",
    "LZMA: a chunk that gives 2096914 bytes, at most 6 expected",
  ],
  ["LZMA2 that forgets 64 times", forgetting(64), "ok", "0.txt"],
  ["LZMA2 that forgets 65 times", forgetting(65), "too-large", "LZMA2: 65 resets, at most 64 expected"],
  ["LZMA2 that forgets 65 times in 4 KiB", forgetting(65, 4096 - 65), "ok", "0.txt"],
  [
    "LZMA2 that forgets 66 times in 4 KiB",
    forgetting(66, 4096 - 66),
    "too-large",
    "LZMA2: 66 resets, at most 65 expected",
  ],
  ["a header whose LZMA2 gives a byte less", lessHeader(), "wrong-password-or-damaged", "LZMA: 92 bytes, 93 expected"],
  ["a file without CRC", crcs(0, 0b1000_0000, RIGHT[0]), "damaged", "file 2 has no CRC"],
  [
    "another CRC of the second file",
    crcs(1, RIGHT[0], uint32(1)),
    "data-crc",
    "file 2 does not match its CRC: damaged",
  ],
  ["no CRC at all", { folders: one, streams: { subStreams: [] } }, "damaged", "file 1 has no CRC"],
  [
    "the CRC of a file with its folder",
    { folders: one, streams: { subStreams: [], folderCrcs: [0x0a, 1, uint32(crc32(CONTENT))] } },
    "ok",
    "0.txt",
  ],
  [
    "another CRC of a file with its folder",
    { folders: one, streams: { subStreams: [], folderCrcs: [0x0a, 1, uint32(1)] } },
    "data-crc",
    "file 1 does not match its CRC: damaged",
  ],
  [
    "another CRC of a folder of two files",
    { streams: { folderCrcs: [0x0a, 1, uint32(1)] } },
    "data-crc",
    "folder 1 does not match its CRC: damaged",
  ],
  [
    "another CRC of the second folder, the header in clear",
    {
      folders: [...one, { contents: [CONTENT, CONTENT] }],
      streams: { folderCrcs: [0x0a, 0, 0b0100_0000, uint32(1)] },
      clear: true,
    },
    "wrong-password-or-damaged",
    "folder 2 does not match its CRC: the password is not right, or the file is damaged",
  ],
  [
    "another CRC, the header in clear",
    { ...crcs(1, uint32(1), RIGHT[1]), clear: true },
    "wrong-password-or-damaged",
    "file 1 does not match its CRC: the password is not right, or the file is damaged",
  ],
  ["a header without CRC", { headerStreams: { folderCrcs: [] } }, "ok", "0.txt,1.txt"],
  [
    "nonsense in a header without CRC",
    { header: () => [1, 4, 4], headerStreams: { folderCrcs: [] } },
    "wrong-password-or-damaged",
    "pack info: id 6 expected, 4 received",
  ],
  [
    "a data stream a byte into the header",
    { streams: { position: 1 } },
    "damaged",
    "a stream at 1 of 16 bytes, within 16 expected",
  ],
  [
    "a header stream a block into the next header",
    { headerStreams: { position: 32 } },
    "damaged",
    "a stream at 32 of 96 bytes, within 112 expected",
  ],
  [
    "a header stream over the data",
    { headerStreams: { position: 0 } },
    "wrong-password-or-damaged",
    "the header does not match its CRC: the password is not right, or the file is damaged",
  ],
  [
    "a data stream behind the header stream",
    { afterHeader: new Uint8Array(16), streams: { position: 112 } },
    "damaged",
    "a stream at 112 of 16 bytes, within 16 expected",
  ],
  ["room between data and header", { afterData: new Uint8Array(16) }, "ok", "0.txt,1.txt"],
  ["room behind the encrypted header", { afterHeader: new Uint8Array(16) }, "ok", "0.txt,1.txt"],
];

function lessHeader(): () => ReturnType<typeof buildArchive> {
  return () =>
    buildArchive({
      compressHeader: (header) => plainChunks(header.subarray(1)),
      headerFolder: { coders: [aes(), LZMA2] },
    });
}
