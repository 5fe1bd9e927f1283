import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decryptBlocks, importAesKey } from "../../src/archive/aes-cbc.ts";
import { ByteReader } from "../../src/archive/byte-reader.ts";
import { type Bytes, hex } from "../../src/archive/bytes.ts";
import { readEncodedHeader } from "../../src/archive/header.ts";
import { readArchive } from "../../src/archive/read-archive.ts";
import { splitArchive } from "../../src/archive/signature-header.ts";
import { writeArchive } from "../../src/archive/write-archive.ts";
import { KnownKeys } from "./known-keys.ts";
import { fromBase64, fromHex } from "./read-vectors.ts";

/** An archive of another writer, each with a layout of its own; see `source` in the file. */
interface Layout {
  readonly id: string;
  readonly why: string;
  readonly password: string;
  readonly power: number;
  readonly saltHex: string;
  readonly ivDataHex: string;
  readonly ivHeaderHex: string;
  readonly keyHex: string;
  readonly files: readonly { readonly name: string; readonly base64: string }[];
  readonly headerHex: string;
  readonly archiveBase64: string;
  readonly archiveSha256: string;
}

const { archives }: { readonly archives: readonly Layout[] } = JSON.parse(
  readFileSync(join(__dirname, "layouts.json"), "utf8"),
);
const deriver = new KnownKeys();
const filesOf = ({ files }: Layout) => files.map(({ name, base64 }) => ({ name, bytes: fromBase64(base64) }));

/** What our writer makes of the same salt, vectors and files. */
function ours(layout: Layout): Promise<Bytes> {
  const key = { key: fromHex(layout.keyHex), salt: fromHex(layout.saltHex), power: layout.power };
  return writeArchive(filesOf(layout), key, { data: fromHex(layout.ivDataHex), header: fromHex(layout.ivHeaderHex) });
}

interface Parts {
  /** The data stream, encrypted. */
  readonly data: string;
  /** The header in clear. */
  readonly header: string;
}

async function parts(archive: Bytes, keyHex: string): Promise<Parts> {
  const { packed, nextHeader } = splitArchive(archive);
  const reader = new ByteReader(nextHeader);
  reader.byte();
  const { stream, size, aes } = readEncodedHeader(reader);
  if (aes === null) throw new Error("expected an encrypted header");
  const cipher = packed.subarray(stream.offset, stream.offset + stream.size);
  const header = await decryptBlocks(cipher, size, await importAesKey(fromHex(keyHex)), aes.iv);
  return { data: hex(packed.subarray(0, stream.offset)), header: hex(header) };
}

test.each(archives)("$id of another writer is read, whole: $why", async (layout) => {
  const archive = fromBase64(layout.archiveBase64);
  expect(createHash("sha256").update(archive).digest("hex")).toBe(layout.archiveSha256);
  expect(await readArchive(archive, layout.password, { policy: "foreign", deriver })).toEqual({
    files: filesOf(layout),
    directories: [],
    missing: ["authentication"],
  });
});

test.each(archives)("$id: our encrypted data are the same to the byte", async (layout) => {
  const theirs = await parts(fromBase64(layout.archiveBase64), layout.keyHex);
  expect(theirs.header).toBe(layout.headerHex);
  expect((await parts(await ours(layout), layout.keyHex)).data).toBe(theirs.data);
});

// We write no times; all else of this layout is ours.
test("w02: our header is the same to the byte, but for the times that we leave out", async () => {
  const layout = archives.find(({ id }) => id === "w02");
  if (layout === undefined) throw new Error("expected w02");
  const TIMES = /(?:19..(?:00)*?)?14120100[0-9a-f]{32}/;
  const PADDING_BEFORE_ATTRIBUTES = /19..(?:00)*(?=150a0100)/;
  const theirs = layout.headerHex.replace(TIMES, "").replace(PADDING_BEFORE_ATTRIBUTES, "");
  expect(theirs).not.toBe(layout.headerHex);
  const { header } = await parts(await ours(layout), layout.keyHex);
  expect(header.replace(PADDING_BEFORE_ATTRIBUTES, "")).toBe(theirs);
});
