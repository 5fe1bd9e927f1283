import fc from "fast-check";
import type { ArchivedFile } from "../../src/archive/archived-file.ts";
import { KeyDeriver } from "../../src/archive/derive-key.ts";
import { SIZE_STEP } from "../../src/archive/manifest.ts";
import { readArchive } from "../../src/archive/read-archive.ts";
import { sealArchive } from "../../src/archive/sealed-archive.ts";
import { unpackArchive } from "../../src/archive/unpack-archive.ts";
import { type DerivedKey, writeArchive } from "../../src/archive/write-archive.ts";
import { KEY, text } from "./build-archive.ts";

const PASSWORD = "appel-boom-cello-deur-egel-fiets-gras";
const SALT = new Uint8Array(16).fill(4);
/** Few rounds: hundreds of archives are read. */
const POWER = 4;
const MOST_FILES = 16;
const LONGEST_NAME = 200;
const CHARACTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-"];
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

// Milliseconds: the machine may be busy.
jest.setTimeout(60_000);

/** Names within the limits, short ones and those that are as long as they may be. */
const names = fc
  .oneof(
    fc.string({ unit: fc.constantFrom(...CHARACTERS), minLength: 1, maxLength: 20 }),
    fc.string({ unit: fc.constantFrom(...CHARACTERS), minLength: 1, maxLength: LONGEST_NAME, size: "max" }),
    fc.string({ unit: fc.constantFrom(...CHARACTERS), minLength: LONGEST_NAME, maxLength: LONGEST_NAME, size: "max" }),
    fc.constantFrom("a", "-", "_", "con_", "COM10", "xcon.txt", "a..b", "lpt.1"),
  )
  .filter((name) => !name.startsWith(".") && !name.endsWith(".") && !DEVICE.test(name));
/** Drawing each byte of a large file takes long, so its size and a number that all follow from are drawn. */
const contents = fc.oneof(
  fc.uint8Array({ maxLength: 40 }).map((bytes) => Uint8Array.from(bytes)),
  fc
    .tuple(fc.nat(70_000), fc.nat(255))
    .map(([size, start]) => Uint8Array.from({ length: size }, (_, at) => start + at * 31)),
);
const filesOf = (most: number, least: number) =>
  fc.uniqueArray(fc.record({ name: names, bytes: contents }), {
    minLength: least,
    maxLength: most,
    selector: ({ name }) => name.toLowerCase(),
  });
const block = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Uint8Array.from(bytes));

/** Long bytes are compared as text, which is soon done. */
const comparable = (files: readonly ArchivedFile[]) =>
  files.map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes).toString("base64") }));

test("whatever names and contents within the limits, what is written is what is read", async () => {
  const key: DerivedKey = { key: KEY, salt: SALT, power: POWER };
  await fc.assert(
    fc.asyncProperty(filesOf(MOST_FILES, 1), block, block, async (files, data, header) => {
      const archive = await writeArchive(files, key, { data, header });
      const { files: read } = await unpackArchive(archive, async () => KEY.slice(), "own");
      expect(comparable(read)).toEqual(comparable(files));
    }),
    { numRuns: 60 },
  );
});

test("whatever files and JSON within the limits, what is sealed opens under policy own, the JSON with its manifest", async () => {
  const objects = fc.dictionary(fc.string(), fc.jsonValue()).filter((value) => !Object.hasOwn(value, "manifest"));
  const key: DerivedKey = { key: await new KeyDeriver().derive(PASSWORD, SALT, POWER), salt: SALT, power: POWER };
  await fc.assert(
    fc.asyncProperty(filesOf(MOST_FILES, 1), objects, async (files, value) => {
      const source = JSON.stringify(value);
      const others = files.slice(0, -1);
      const all = files.map(
        (file, index): ArchivedFile => (index < others.length ? file : { ...file, bytes: text(source) }),
      );
      const archive = await sealArchive(all, key);
      const read = await readArchive(archive, PASSWORD, { policy: "own" });
      expect({ directories: read.directories, missing: read.missing }).toEqual({ directories: [], missing: [] });
      expect(read.files.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
      expect(comparable(read.files.slice(0, -1))).toEqual(comparable(others));
      const { manifest, ...rest } = JSON.parse(new TextDecoder().decode(read.files.at(-1)?.bytes));
      expect(JSON.stringify(rest)).toBe(JSON.stringify(JSON.parse(source)));
      expect(manifest.files.map((file: { readonly name: unknown }) => file.name)).toEqual(
        others.map(({ name }) => name),
      );
      expect(read.files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0) % SIZE_STEP).toBe(0);
    }),
    { numRuns: 60 },
  );
});
