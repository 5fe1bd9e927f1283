import { type Bytes, hex } from "../../src/archive/bytes.ts";
import { writeArchive } from "../../src/archive/write-archive.ts";
import { KEY } from "./build-archive.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import { fromHex } from "./read-vectors.ts";
import { withHeader } from "./with-header.ts";

const files = [
  { name: "a.pdf", bytes: new Uint8Array(40).fill(1) },
  { name: "b.json", bytes: new Uint8Array(24).fill(2) },
];
const iv = { data: new Uint8Array(16).fill(3), header: new Uint8Array(16).fill(4) };
const write = (): Promise<Bytes> => writeArchive(files, { key: KEY, salt: new Uint8Array(16), power: 19 }, iv);

const outcome = (archive: Bytes): Promise<Outcome> => outcomeOf(archive, "own");

/** The header with one run of bytes, which must be there, replaced by another. */
function replacing(from: string, to: string): (header: Bytes) => Bytes {
  return (header) => {
    const text = hex(header);
    if (text.split(from).length !== 2) throw new Error(`expected ${from} once in ${text}`);
    return fromHex(text.replace(from, to));
  };
}

test("an archive whose header is made anew without a change opens", async () => {
  expect(hex(await withHeader(await write(), KEY, (header) => header))).toBe(hex(await write()));
  expect(await outcome(await write())).toEqual({ code: "ok", message: "a.pdf,b.json" });
});

test("another name is no fault of the header: who has the key may give it", async () => {
  const renamed = replacing("61002e0070006400660000006200", "61002e0070006400660000006100");
  expect(await outcome(await withHeader(await write(), KEY, renamed))).toEqual({ code: "ok", message: "a.pdf,a.json" });
});

// 0d02 09 28 0a01: two files, the first of 40 bytes, CRCs follow; 0c 40 40 00: 64 bytes out of each coder, no CRC.
const ATTRIBUTES = "150a01002000000020000000";
test.each([
  [
    "attributes of one file only",
    replacing(ATTRIBUTES, "1506010020000000"),
    "damaged",
    "header has 4 bytes left, 8 expected",
  ],
  ["attributes that not all files have", replacing("150a0100", "150a0000"), "feature", "a property in another stream"],
  ["no attributes", replacing(ATTRIBUTES, ""), "damaged", "the header: 144 bytes expected, 128 received"],
  [
    "a name that leads elsewhere",
    replacing("61002e007000", "2f002e007000"),
    "name",
    "a file name with an empty part, . or ..",
  ],
  ["a name cut in two", replacing("61002e00700064006600", "00002e00700064006600"), "damaged", "3 names, 2 expected"],
  [
    "a size beyond the folder",
    replacing("0d0209280a01", "0d0209410a01"),
    "damaged",
    "a file of 65 bytes, the folder has 64 left",
  ],
  [
    "sizes that move the border between files",
    replacing("0d0209280a01", "0d0209270a01"),
    "data-crc",
    "file 1 does not match its CRC: damaged",
  ],
  [
    "two files said to be one",
    replacing("0d0209280a01", "0d0109280a01"),
    "damaged",
    "files in folders: id 0 expected, 40 received",
  ],
  [
    "17 files where there are two",
    replacing("0d0209280a01", "0d1109280a01"),
    "damaged",
    "a file of 91 bytes, the folder has 13 left",
  ],
  [
    "2^31 files",
    replacing("0d0209280a01", "0df00000008009280a01"),
    "too-large",
    "files in a folder: 2147483648, at most 256 expected",
  ],
  [
    "another data stream",
    replacing("0406000109", "0406100109"),
    "damaged",
    "a stream at 16 of 64 bytes, within 64 expected",
  ],
  [
    "a folder of 2^40 bytes",
    replacing("0c404000", "0cf900000000004000"),
    "too-large",
    "unpack size: 1099511627776, at most 67108864 expected",
  ],
  ["coders that differ in size", replacing("0c404000", "0c403f00"), "damaged", "Copy of 64 bytes to 63"],
  ["no end", (header: Bytes) => header.slice(0, -1), "damaged", "header ends at byte 137, one more expected"],
  ["nothing", () => new Uint8Array(0), "damaged", "an encrypted stream of 0 bytes, 16 expected for 0"],
])("a header with %s is refused", async (_what, change, code, message) => {
  expect(await outcome(await withHeader(await write(), KEY, change))).toEqual({ code, message });
});
