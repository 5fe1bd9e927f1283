import { type ArchivePlan, aes, COPY, type FolderPlan, LZMA2, names, text, uint32 } from "../build-archive.ts";
import { plainChunks } from "./chunks.ts";
import type { HostileRow } from "./hostile-case.ts";

/*
 * Nothing that is not encrypted passes for content, and policy `own` takes our layout only. An unencrypted archive in the
 * place of an encrypted one is the cheapest forgery.
 */

const CONTENT = text("inhoud");
const clear: FolderPlan = { contents: [CONTENT], coders: [COPY] };
const encrypted: FolderPlan = { contents: [CONTENT] };
const compressed: FolderPlan = { contents: [CONTENT], compressed: plainChunks(CONTENT), coders: [aes(), LZMA2] };
const copiedHeader: ArchivePlan = { headerFolder: { coders: [COPY] } };
/** A file without content, and nothing else. */
const empty: ArchivePlan = {
  folders: [],
  properties: [{ id: 0x0e, value: 0x80 }, { id: 0x0f, value: 0x80 }, names("leeg")],
  fileCount: 1,
  header: (_streams, files) => [0x01, 0x05, files, 0x00],
};
const directory: ArchivePlan = {
  properties: [{ id: 0x0e, value: 0b0010_0000 }, names("0.txt", "1.txt", "map")],
  fileCount: 3,
};
/** Our header for the two files of the builder, to the byte. */
const ours: ArchivePlan = {
  properties: [
    { id: 0x19, value: new Uint8Array(11) },
    names("0.txt", "1.txt"),
    { id: 0x15, value: [1, 0, uint32(0x20), uint32(0x20)] },
  ],
};
const seventeen: ArchivePlan = { folders: [{ contents: Array.from({ length: 17 }, () => CONTENT) }] };

export const PROTECTION: readonly HostileRow[] = [
  ["a clear header", { clear: true }, "ok", "0.txt,1.txt"],
  ["a clear header, policy own", { clear: true }, "header-not-encrypted", "the header is not encrypted", "own"],
  ["an encoded header that is only copied", copiedHeader, "ok", "0.txt,1.txt"],
  [
    "an encoded header that is only copied, policy own",
    copiedHeader,
    "header-not-encrypted",
    "the header is not encrypted",
    "own",
  ],
  ["clear data", { folders: [clear] }, "not-encrypted", "a folder that is not encrypted"],
  ["clear data, policy own", { folders: [clear] }, "not-encrypted", "the files are not encrypted", "own"],
  [
    "clear data beside encrypted data",
    { folders: [encrypted, clear] },
    "not-encrypted",
    "a folder that is not encrypted",
  ],
  ["everything in clear", { folders: [clear], clear: true }, "not-encrypted", "a folder that is not encrypted"],
  ["an empty file in an encrypted header", empty, "ok", "leeg"],
  [
    "an empty file in a clear header",
    { ...empty, clear: true },
    "not-encrypted",
    "nothing in the archive is encrypted",
  ],
  ["two folders, policy own", { folders: [encrypted, encrypted] }, "feature", "2 folders, 1 expected", "own"],
  ["compressed data", { folders: [compressed] }, "ok", "0.txt"],
  ["compressed data, policy own", { folders: [compressed] }, "method", "files that are compressed", "own"],
  ["our layout, policy own", ours, "ok", "0.txt,1.txt", "own"],
  [
    "no attributes, policy own",
    { properties: ours.properties?.slice(0, 2) ?? [] },
    "damaged",
    "the header: 128 bytes expected, 112 received",
    "own",
  ],
  [
    "a compressed header, policy own",
    compressedHeader(),
    "damaged",
    "the header, byte 0: 188 expected, 0 received",
    "own",
  ],
  [
    "a header without CRC, policy own",
    { ...ours, headerStreams: { folderCrcs: [] } },
    "damaged",
    "the start, byte 8: 102 expected, 179 received",
    "own",
  ],
  [
    "another salt for the data, policy own",
    { ...ours, headerFolder: { coders: [aes({ salt: [1] })] } },
    "feature",
    "the data have another salt or power (4) than the header (4)",
    "own",
  ],
  [
    "another power for the data, policy own",
    { ...ours, headerFolder: { coders: [aes({ power: 5 })] } },
    "feature",
    "the data have another salt or power (4) than the header (5)",
    "own",
  ],
  ["a folder among the files", directory, "ok", "0.txt,1.txt,map"],
  ["a folder among the files, policy own", directory, "feature", "a folder among the files", "own"],
  ["17 files, policy own", seventeen, "too-large", "17 files, at most 16 expected", "own"],
  [
    "a name beyond ASCII, policy own",
    { names: ["0.txt", "é.txt"] },
    "name",
    "a file name that is not 1 to 200 plain characters",
    "own",
  ],
  ["another minor version", { start: { version: [0, 3] } }, "ok", "0.txt,1.txt"],
  [
    "another minor version, policy own",
    { ...ours, start: { version: [0, 3] } },
    "damaged",
    "the start, byte 7: 4 expected, 3 received",
    "own",
  ],
];

function compressedHeader(): ArchivePlan {
  return { ...ours, compressHeader: (header) => plainChunks(header), headerFolder: { coders: [aes(), LZMA2] } };
}
