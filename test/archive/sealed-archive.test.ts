import type { ArchivedFile } from "../../src/archive/archived-file.ts";
import { type Bytes, hex } from "../../src/archive/bytes.ts";
import { SIZE_STEP } from "../../src/archive/manifest.ts";
import { readArchive } from "../../src/archive/read-archive.ts";
import { freshKey, sealArchive } from "../../src/archive/sealed-archive.ts";
import { type DerivedKey, writeArchive } from "../../src/archive/write-archive.ts";
import { text } from "./build-archive.ts";
import { KnownKeys } from "./known-keys.ts";
import { json, pdf } from "./our-files.ts";
import { codeOf } from "./outcome.ts";

const PASSWORD = "appel-boom-cello-deur-egel-fiets-gras";
const deriver = new KnownKeys();

let derived: DerivedKey;
/** Sealing wipes nothing of a key that is given to it, so one derivation serves many tests. */
const copy = (): DerivedKey => ({ ...derived, key: derived.key.slice() });

beforeAll(async () => {
  derived = await freshKey(PASSWORD, deriver);
});

const open = async (archive: Bytes, password = PASSWORD): Promise<readonly ArchivedFile[]> =>
  (await readArchive(archive, password, { policy: "own", deriver })).files;

test("what is sealed opens again, the JSON with its manifest, everything together a multiple of 64 KiB", async () => {
  const archive = await sealArchive([pdf, json], copy());
  const [openedPdf, openedJson, ...others] = await open(archive);
  expect(others).toEqual([]);
  expect(openedPdf).toEqual(pdf);
  expect(openedJson?.name).toBe(json.name);
  const read = JSON.parse(new TextDecoder().decode(openedJson?.bytes));
  expect(read).toEqual({
    version: 1,
    manifest: {
      version: 1,
      files: [{ name: pdf.name, bytes: pdf.bytes.byteLength, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
      mac: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  });
  expect(((openedPdf?.bytes.byteLength ?? 0) + (openedJson?.bytes.byteLength ?? 0)) % SIZE_STEP).toBe(0);
});

test("another password is one error, the same as damage to the header", async () => {
  const archive = await sealArchive([pdf, json], copy());
  expect(await codeOf(open(archive, "een-ander-wachtwoord"))).toBe("wrong-password-or-damaged");
});

test("every archive has its own vectors, so the same files are never the same bytes", async () => {
  const key = copy();
  expect(hex(await sealArchive([pdf, json], key))).not.toBe(hex(await sealArchive([pdf, json], key)));
});

test("an archive without manifest is refused, though its password is right", async () => {
  const iv = { data: new Uint8Array(16).fill(1), header: new Uint8Array(16).fill(2) };
  const archive = await writeArchive([pdf, json], copy(), iv);
  expect(await codeOf(open(archive))).toBe("manifest");
});

test.each([0, 5, 8, 31, 32, 100, -1])("an archive cut to %p bytes is refused with a code", async (length) => {
  const archive = await sealArchive([pdf, json], copy());
  const code = await codeOf(open(archive.slice(0, length)));
  expect(code).toBe(length === 0 ? "not-7z" : "truncated");
});

test("bytes behind the archive are refused", async () => {
  const archive = await sealArchive([pdf, json], copy());
  const longer = new Uint8Array(archive.byteLength + 1);
  longer.set(archive);
  expect(await codeOf(open(longer))).toBe("damaged");
});

const NOT_PLAIN = "a file name that is not 1 to 200 plain characters";
const named = (name: string): readonly ArchivedFile[] => [{ name, bytes: text("x") }];
test.each<[string, readonly ArchivedFile[], string, string]>([
  ["no files", [], "empty", "0 files, 1 or more expected"],
  [
    "17 files",
    Array.from({ length: 17 }, (_, i) => named(`f${i}`)).flat(),
    "too-large",
    "17 files, at most 16 expected",
  ],
  ["a path", named("../etc"), "name", NOT_PLAIN],
  ["a name with a diacritic", named("é.pdf"), "name", NOT_PLAIN],
  ["a name with a space", named("een brief.pdf"), "name", NOT_PLAIN],
  ["no name", named(""), "name", NOT_PLAIN],
  ["a name of 201 characters", named("x".repeat(201)), "name", NOT_PLAIN],
  ["a name that begins with a dot", named(".pdf"), "name", NOT_PLAIN],
  ["a name that ends in a dot", named("brief."), "name", NOT_PLAIN],
  ["a device of Windows", named("Com1.pdf"), "name", NOT_PLAIN],
  ["a name with a new line behind it", named("brief.pdf\n"), "name", NOT_PLAIN],
  [
    "two names that differ in case",
    [pdf, { ...pdf, name: pdf.name.toUpperCase() }],
    "name",
    "two files have the same name",
  ],
  [
    "more than 32 MiB",
    [{ name: "groot", bytes: new Uint8Array(32 * 2 ** 20 + 1) }],
    "too-large",
    "33554433 bytes, at most 33554432 expected",
  ],
])("does not write %s", async (_what, files, code, message) => {
  const iv = { data: new Uint8Array(16), header: new Uint8Array(16) };
  await expect(writeArchive(files, copy(), iv)).rejects.toMatchObject({ name: "ArchiveError", code, message });
});
