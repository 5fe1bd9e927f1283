import { utf16le } from "../../../src/archive/bytes.ts";
import {
  aes,
  buildArchive,
  COPY,
  type FolderPlan,
  LZMA,
  names,
  number,
  type PropertyPlan,
  text,
} from "../build-archive.ts";
import { type HostileCase, type HostileRow, hostileCase } from "./hostile-case.ts";

/*
 * The rows of the checklist of malformed archives that malformed.json has not; the numbers go on from there. Powers up to
 * 24 are read, so 28 is a wrong password.
 */

const contents = [text("een"), text("en twee")] as const;
const withCoders = (folder: Omit<FolderPlan, "contents">): { readonly folders: readonly FolderPlan[] } => ({
  folders: [{ contents, ...folder }],
});
const withAes = (properties: readonly number[]) => withCoders({ coders: [{ ...aes(), properties }, COPY] });
const withId = (id: readonly number[]) => withCoders({ coders: [aes(), { id }] });
const withProperties = (...properties: readonly PropertyPlan[]) => ({ properties });
const withNames = (...given: readonly [string, string]) => ({ names: given });
const NAMES = names("0.txt", "1.txt");

const ROWS: readonly HostileRow[] = [
  ["05 major version 1", { start: { version: [1, 4] } }, "version", "version 1, 0 expected"],
  ["06 start header CRC", { start: { crc: 1 } }, "damaged", "start header: CRC 1 expected, 5ee2e594 received"],
  ["07 header of size 0", { start: { size: 0 } }, "empty", "header of 0 bytes: the archive holds nothing"],
  [
    "08 header offset 2^40",
    { start: { offset: 2 ** 40 } },
    "truncated",
    "header at 1099511627776 of 46 bytes, within 158 expected",
  ],
  [
    "09 header offset -1",
    { start: { offset: 2n ** 64n - 1n } },
    "damaged",
    "a 64-bit number of about 18446744073709552000, below 2^53 expected",
  ],
  [
    "10 header size 2^40",
    { start: { size: 2 ** 40 } },
    "too-large",
    "header of 1099511627776 bytes, at most 1048576 expected",
  ],
  [
    "12 the last byte missing",
    () => buildArchive().slice(0, -1),
    "truncated",
    "header at 112 of 46 bytes, within 157 expected",
  ],
  [
    "13 a byte behind the archive",
    () => Uint8Array.from([...buildArchive(), 0]),
    "damaged",
    "1 bytes behind the archive",
  ],
  ["16 data in clear", withCoders({ coders: [COPY] }), "not-encrypted", "a folder that is not encrypted"],
  [
    "18 encoded header without pack info",
    { headerStreams: { packInfo: [] } },
    "damaged",
    "pack info: id 6 expected, 7 received",
  ],
  [
    "20 encoded header beyond the file",
    { headerStreams: { packSizes: [2 ** 30] } },
    "damaged",
    "a stream at 16 of 1073741824 bytes, within 112 expected",
  ],
  [
    "28 power 24, another password",
    { headerFolder: { coders: [aes({ power: 24 })] } },
    "wrong-password-or-damaged",
    "the header does not match its CRC: the password is not right, or the file is damaged",
  ],
  ["29 power 25", withCoders({ coders: [aes({ power: 25 }), COPY] }), "method", "AES power 25: 0 to 24 expected"],
  ["30 power 62", withCoders({ coders: [aes({ power: 62 }), COPY] }), "method", "AES power 62: 0 to 24 expected"],
  [
    "32 AES properties one byte short",
    withAes([...aes().properties.slice(0, -1)]),
    "damaged",
    "AES properties: 18 bytes expected, 17 received",
  ],
  ["36 no coders", withCoders({ coders: [], sizes: [] }), "feature", "0 coders in a folder, 1 to 4 expected"],
  ["38 method id of 0 bytes", withId([]), "damaged", "a method id of 0 bytes, 1 to 8 expected"],
  [
    "39 method id of 15 bytes",
    withId(new Array<number>(15).fill(1)),
    "damaged",
    "a method id of 15 bytes, 1 to 8 expected",
  ],
  ["43 coder bound to itself", withCoders({ bonds: [0, 0] }), "damaged", "a chain of 1 coders, 2 expected"],
  ["48 2^30 folders", { streams: { folderCount: 2 ** 30 } }, "too-large", "folders: 1073741824, at most 64 expected"],
  [
    "52 2^31-1 packed streams",
    { streams: { packCount: 2 ** 31 - 1 } },
    "too-large",
    "packed streams: 2147483647, at most 64 expected",
  ],
  [
    "55 data beyond the file",
    { streams: { position: 2 ** 30 } },
    "damaged",
    "a stream at 1073741824 of 16 bytes, within 16 expected",
  ],
  [
    "56 data over the header",
    { streams: { position: 16 } },
    "damaged",
    "a stream at 16 of 16 bytes, within 16 expected",
  ],
  [
    "57 2^50 bytes in a folder",
    withCoders({ sizes: [10, 2 ** 50] }),
    "too-large",
    "unpack size: 1125899906842624, at most 67108864 expected",
  ],
  [
    "66 files without CRC",
    { streams: { subStreams: [0x08, 0x0d, number(2), 0x09, number(3), 0x00] } },
    "damaged",
    "file 1 has no CRC",
  ],
  ["70 more files than streams", { names: ["0.txt", "1.txt", "2.txt"] }, "damaged", "3 files, 2 expected"],
  ["71 no names", withProperties(), "name", "files without names"],
  ["72 a name missing", { ...withProperties(names("0.txt")), fileCount: 2 }, "damaged", "1 names, 2 expected"],
  [
    "74 last name without its end",
    withProperties({ id: 0x11, value: [0, utf16le("0.txt\0" + "1.txt")] }),
    "damaged",
    "a name without an end",
  ],
  [
    "75 names in another stream",
    withProperties({ id: 0x11, value: [1, number(0)] }),
    "feature",
    "names in another stream",
  ],
  ["76 ../", withNames("0.txt", "../1.txt"), "name", "a file name with an empty part, . or .."],
  ["77 a/../..", withNames("0.txt", "a/../../1.txt"), "name", "a file name with an empty part, . or .."],
  ["83 half a surrogate pair", withNames("0.txt", "\ud800.txt"), "name", "a file name with half a character"],
  [
    "85 empty streams twice",
    withProperties({ id: 0x0e, value: 0 }, { id: 0x0e, value: 0 }, NAMES),
    "damaged",
    "property 14 twice",
  ],
  ["87 padding that is not 0", withProperties({ id: 0x19, value: [0, 1] }, NAMES), "damaged", "padding that is not 0"],
  ["93 an anti-item", () => antiItem(), "feature", "an anti-item"],
  [
    "94 2^64-1 files",
    { fileCount: 2n ** 64n - 1n },
    "damaged",
    "a NUMBER of about 18446744073709552000, below 2^53 expected",
  ],
  [
    "96 LZMA of 1 GiB",
    withCoders({ coders: [aes(), LZMA], sizes: [10, 2 ** 30] }),
    "too-large",
    "unpack size: 1073741824, at most 67108864 expected",
  ],
];

function antiItem() {
  const gone = [
    { id: 0x0e, value: 0b0010_0000 },
    { id: 0x10, value: 0b1000_0000 },
  ];
  return buildArchive({ properties: [...gone, names("0.txt", "1.txt", "2.txt")], fileCount: 3 });
}

/** The rows of the checklist that malformed.json has not. */
export const CHECKLIST: readonly HostileCase[] = ROWS.map(hostileCase);
