import { crc32 } from "../../../src/archive/crc32.ts";
import {
  type ArchivePlan,
  aes,
  bytes,
  COPY,
  littleEndian,
  names,
  number,
  type Part,
  type PropertyPlan,
  text,
  uint32,
} from "../build-archive.ts";
import type { HostileRow } from "./hostile-case.ts";

/*
 * The parts of a header in their one order, each once, up to a header's exact end. What the format allows and nobody needs
 * is refused as a feature.
 */

const NAMES = names("0.txt", "1.txt");
const contents = [text("een"), text("en twee")];
const CRCS = [0x0a, 1, contents.map((content) => uint32(crc32(content)))];
const FOLDER_CRC = uint32(crc32(bytes(...contents)));
const SIZES = [0x09, number(3)];
const COUNTS = [0x0d, number(2)];
const subStreams = (...parts: readonly Part[]): ArchivePlan => ({ streams: { subStreams: [0x08, parts] } });
const packInfo = (...parts: readonly Part[]): ArchivePlan => ({ streams: { packInfo: [0x06, 0, 1, parts] } });
const properties = (...given: readonly PropertyPlan[]): ArchivePlan => ({ properties: given });
const twice = (property: PropertyPlan): ArchivePlan => properties(NAMES, property, property);
const flags = (...given: readonly number[]): ArchivePlan => ({
  folders: [{ contents, coders: [aes(), ...given.map((each) => ({ ...COPY, flags: each }))] }],
});

const BITS = { id: 0x0e, value: 0 };
const TIME = littleEndian(0, 8);
const time = (id: number, external = 0): PropertyPlan => ({ id, value: [1, external, TIME, TIME] });
const attributes = (external = 0): PropertyPlan => ({ id: 0x15, value: [1, external, uint32(32), uint32(32)] });
/** A third file, without content. */
const gone = (...more: readonly PropertyPlan[]): ArchivePlan => ({
  names: ["0.txt", "1.txt", "2.txt"],
  properties: [{ id: 0x0e, value: 0b0010_0000 }, ...more, names("0.txt", "1.txt", "2.txt")],
});

export const ORDER: readonly HostileRow[] = [
  ["every part once", subStreams(COUNTS, SIZES, CRCS, 0), "ok", "0.txt,1.txt"],
  ["no sizes of packed streams", packInfo(0), "damaged", "pack sizes: id 9 expected, 0 received"],
  ["sizes of packed streams twice", packInfo(0x09, 16, 0x09, 16, 0), "damaged", "pack info: id 0 expected, 9 received"],
  ["CRCs of packed streams", packInfo(0x09, 16, 0x0a, 1, uint32(0), 0), "ok", "0.txt,1.txt"],
  [
    "CRCs of packed streams twice",
    packInfo(0x09, 16, 0x0a, 1, uint32(0), 0x0a, 1, uint32(0), 0),
    "damaged",
    "pack info: id 0 expected, 10 received",
  ],
  [
    "CRCs of packed streams before their sizes",
    packInfo(0x0a, 1, uint32(0), 0x09, 16, 0),
    "damaged",
    "pack sizes: id 9 expected, 10 received",
  ],
  ["CRCs of folders", { streams: { folderCrcs: [0x0a, 1, FOLDER_CRC] } }, "ok", "0.txt,1.txt"],
  [
    "CRCs of folders twice",
    { streams: { folderCrcs: [0x0a, 1, FOLDER_CRC, 0x0a, 1, FOLDER_CRC] } },
    "damaged",
    "unpack info: id 0 expected, 10 received",
  ],
  [
    "another part among the folders",
    { streams: { folderCrcs: [0x09] } },
    "damaged",
    "unpack info: id 0 expected, 9 received",
  ],
  ["counts after sizes", subStreams(SIZES, COUNTS, CRCS, 0), "damaged", "files in folders: id 0 expected, 3 received"],
  ["sizes twice", subStreams(COUNTS, SIZES, SIZES, CRCS, 0), "damaged", "files in folders: id 0 expected, 9 received"],
  ["sizes after CRCs", subStreams(COUNTS, CRCS, SIZES, 0), "damaged", "sizes of files: id 9 expected, 10 received"],
  [
    "files in folders without an end",
    subStreams(COUNTS, SIZES, CRCS, 0x09),
    "damaged",
    "files in folders: id 0 expected, 9 received",
  ],
  [
    "files in folders twice",
    subStreams(COUNTS, SIZES, CRCS, 0, 0x08, COUNTS, SIZES, CRCS, 0),
    "damaged",
    "streams: id 0 expected, 8 received",
  ],
  [
    "an unknown part after the folders",
    { streams: { subStreams: [0x09, 0] } },
    "damaged",
    "streams: id 8 expected, 9 received",
  ],
  [
    "files before streams",
    { header: (streams, files) => [0x01, 0x05, files, 0x04, streams, 0x00] },
    "damaged",
    "2 files, 0 expected",
  ],
  [
    "streams twice",
    { header: (streams, files) => [0x01, 0x04, streams, 0x04, streams, 0x05, files, 0] },
    "damaged",
    "header: id 5 expected, 4 received",
  ],
  [
    "files twice",
    { header: (streams, files) => [0x01, 0x04, streams, 0x05, files, 0x05, files, 0] },
    "damaged",
    "header: id 0 expected, 5 received",
  ],
  ["no files", { header: (streams) => [0x01, 0x04, streams, 0x00] }, "empty", "the archive holds no files"],
  ["an empty header", { header: () => [0x01, 0x00] }, "empty", "the archive holds no files"],
  [
    "a header that begins with another id",
    { header: () => [0x04, 0x00] },
    "damaged",
    "header: id 1 expected, 4 received",
  ],
  [
    "archive properties",
    { header: (streams) => [0x01, 0x02, 0x00, 0x04, streams, 0x00] },
    "feature",
    "header with property 2",
  ],
  [
    "a byte behind the header",
    { header: (streams, files) => [0x01, 0x04, streams, 0x05, files, 0, 0] },
    "damaged",
    "1 bytes behind the header",
  ],
  [
    "a byte behind the encoded header",
    { headerStreams: { subStreams: [0] } },
    "damaged",
    "1 bytes behind the encoded header",
  ],
  [
    "an encoded header with files",
    { headerStreams: { subStreams: [0x08, 0x00] } },
    "damaged",
    "encoded header: id 0 expected, 8 received",
  ],
  [
    "an encoded header in no folder",
    { headerStreams: { packInfo: [0x06, 16, 0, 0x09, 0], folderCount: 0 } },
    "damaged",
    "unpack sizes: id 12 expected, 1 received",
  ],
  ["padding twice", twice({ id: 0x19, value: [0, 0] }), "ok", "0.txt,1.txt"],
  ["empty streams of no file", properties(BITS, NAMES), "ok", "0.txt,1.txt"],
  ["names twice", properties(NAMES, NAMES), "damaged", "property 17 twice"],
  ["empty files twice", gone({ id: 0x0f, value: 128 }, { id: 0x0f, value: 128 }), "damaged", "property 15 twice"],
  ["anti-items twice", gone({ id: 0x10, value: 0 }, { id: 0x10, value: 0 }), "damaged", "property 16 twice"],
  ["creation times twice", twice(time(0x12)), "damaged", "property 18 twice"],
  ["access times twice", twice(time(0x13)), "damaged", "property 19 twice"],
  ["modification times twice", twice(time(0x14)), "damaged", "property 20 twice"],
  ["attributes twice", twice(attributes()), "damaged", "property 21 twice"],
  ["an unknown property twice", twice({ id: 0x30, value: 0 }), "damaged", "property 48 twice"],
  [
    "times and attributes once",
    properties(NAMES, time(0x12), time(0x13), time(0x14), attributes()),
    "ok",
    "0.txt,1.txt",
  ],
  [
    "a property one byte too long",
    properties(NAMES, { id: 0x0e, value: [0, 0] }),
    "damaged",
    "property 14: 1 bytes too many",
  ],
  [
    "a property one byte too short",
    properties(NAMES, { id: 0x15, value: [1, 0, uint32(0), 0, 0, 0] }),
    "damaged",
    "header has 7 bytes left, 8 expected",
  ],
  [
    "a property that goes on beyond the header",
    properties(NAMES, { id: 0x19, value: [], size: 3 }),
    "damaged",
    "header has 2 bytes left, 3 expected",
  ],
  ["times in another stream", properties(NAMES, time(0x14, 1)), "feature", "a property in another stream"],
  ["attributes in another stream", properties(NAMES, attributes(1)), "feature", "a property in another stream"],
  ["anti-items that are none", gone({ id: 0x0f, value: 128 }, { id: 0x10, value: 0 }), "ok", "0.txt,1.txt,2.txt"],
  [
    "anti-items before empty streams",
    properties({ id: 0x10, value: 0 }, NAMES),
    "damaged",
    "empty files before empty streams",
  ],
  ["a coder with bit 4 set", flags(0x11), "feature", "Copy, a coder of several streams: open the file with 7-Zip"],
  ["a coder with bit 6 set", flags(0x41), "feature", "coder flags 65, below 64 expected"],
  ["a coder with bit 7 set", flags(0x81), "feature", "coder flags 129, below 64 expected"],
  ["three names of two files", { names: ["0.txt", "1.txt", "2.txt"], fileCount: 2 }, "damaged", "3 names, 2 expected"],
  ["fewer files than streams", { names: ["0.txt"] }, "damaged", "1 files, 2 expected"],
  [
    "names of an odd size",
    properties({ id: 0x11, value: [0, ...bytes(NAMES.value).slice(1), 0] }),
    "damaged",
    "names of 25 bytes, an even number expected",
  ],
];
