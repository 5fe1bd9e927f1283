import { ArchiveError } from "../../src/archive/archive-error.ts";
import { type Bytes, concat, hex } from "../../src/archive/bytes.ts";
import { unpackArchive } from "../../src/archive/unpack-archive.ts";
import { writeArchive } from "../../src/archive/write-archive.ts";
import { fromHex } from "./read-vectors.ts";
import { withHeader } from "./with-header.ts";

/** Of vector k02; the reader is given it, so nothing needs to be derived. */
const KEY = fromHex("ec44896096025983ad07c087522dee637b6ff6525543a43fb7aa7422d4bc51b9");
const files = [
  { name: "a.pdf", bytes: new Uint8Array(40).fill(1) },
  { name: "b.json", bytes: new Uint8Array(24).fill(2) },
];
const iv = { data: new Uint8Array(16).fill(3), header: new Uint8Array(16).fill(4) };
const write = (): Promise<Bytes> => writeArchive(files, { key: KEY, salt: new Uint8Array(16), power: 19 }, iv);

async function outcome(archive: Bytes): Promise<string> {
  try {
    const { files: read } = await unpackArchive(archive, async () => KEY.slice(), "own");
    return read.map(({ name }) => name).join();
  } catch (error) {
    if (error instanceof ArchiveError) return error.code;
    throw error;
  }
}

/** The header with one run of bytes, which must be there, replaced by another. */
function replacing(from: string, to: string): (header: Bytes) => Bytes {
  return (header) => {
    const text = hex(header);
    if (text.split(from).length !== 2) throw new Error(`expected ${from} once in ${text}`);
    return fromHex(text.replace(from, to));
  };
}

/** The folder of the data with Copy alone. */
function onlyCopied(header: Bytes): Bytes {
  const text = hex(header).replace(/010002.*0c404000/, "01000101000c4000");
  return fromHex(text);
}

test("an archive whose header is made anew without a change opens", async () => {
  expect(hex(await withHeader(await write(), KEY, (header) => header))).toBe(hex(await write()));
  expect(await outcome(await write())).toBe("a.pdf,b.json");
});

// 0d02 09 28 0a01: two files, the first of 40 bytes, CRCs follow; 0c 40 40 00: 64 bytes out of each coder, no CRC.
const ATTRIBUTES = "150a01002000000020000000";
test.each([
  ["attributes twice", replacing(`${ATTRIBUTES}00`, `${ATTRIBUTES}${ATTRIBUTES}00`), "damaged"],
  ["attributes of one file only", replacing(ATTRIBUTES, "1506010020000000"), "damaged"],
  ["attributes that not all files have", replacing("150a0100", "150a0000"), "feature"],
  ["attributes in another stream", replacing("150a0100", "150a0101"), "feature"],
  ["no attributes", replacing(ATTRIBUTES, ""), "damaged"],
  ["a name that leads elsewhere", replacing("61002e007000", "2f002e007000"), "name"],
  ["a name cut in two", replacing("61002e00700064006600", "00002e00700064006600"), "damaged"],
  ["another name", replacing("61002e0070006400660000006200", "61002e0070006400660000006100"), "a.pdf,a.json"],
  ["a size beyond the folder", replacing("0d0209280a01", "0d0209410a01"), "damaged"],
  ["sizes that move the border between files", replacing("0d0209280a01", "0d0209270a01"), "data-crc"],
  ["one file said to be two", replacing("0d0209280a01", "0d0109280a01"), "damaged"],
  ["17 files where there are two", replacing("0d0209280a01", "0d1109280a01"), "damaged"],
  ["2^31 files", replacing("0d0209280a01", "0df00000008009280a01"), "too-large"],
  ["files without CRC", replacing("0d0209280a01", "0d0209280a00"), "damaged"],
  ["another data stream", replacing("0406000109", "0406100109"), "damaged"],
  ["a folder of 2^40 bytes", replacing("0c404000", "0cfb00000000014000"), "too-large"],
  ["coders that differ in size", replacing("0c404000", "0c403f00"), "damaged"],
  ["a byte behind the end", (header: Bytes) => concat(header, new Uint8Array(1)), "damaged"],
  ["no end", (header: Bytes) => header.slice(0, -1), "damaged"],
  ["nothing", () => new Uint8Array(0), "damaged"],
  ["another salt for the data", replacing("d3ff00", "d3ff01"), "feature"],
  ["another power for the data", replacing("d3ff00", "d2ff00"), "feature"],
  ["data that is only copied", onlyCopied, "not-encrypted"],
])("a header with %s: %#", async (_what, change, expected) => {
  expect(await outcome(await withHeader(await write(), KEY, change))).toBe(expected);
});
