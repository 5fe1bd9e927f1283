import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { ArchiveError } from "../../src/archive/archive-error.ts";
import type { ArchivedFile } from "../../src/archive/archived-file.ts";
import { type Bytes, hex } from "../../src/archive/bytes.ts";
import { KeyDeriver } from "../../src/archive/derive-key.ts";
import { checkManifest, SIZE_STEP, withManifest } from "../../src/archive/manifest.ts";
import { readArchive } from "../../src/archive/read-archive.ts";
import { freshKey, sealArchive } from "../../src/archive/sealed-archive.ts";
import { unpackArchive } from "../../src/archive/unpack-archive.ts";
import { type DerivedKey, writeArchive } from "../../src/archive/write-archive.ts";

const PASSWORD = "appel-boom-cello-deur-egel-fiets-gras";
const deriver = new KeyDeriver();
const text = (value: string): Bytes => new TextEncoder().encode(value);
const pdf: ArchivedFile = { name: "doorverwijzing-DV-2026-000000.pdf", bytes: text("%PDF-1.7 een voorbeeld") };
const json: ArchivedFile = { name: "doorverwijzing-DV-2026-000000.json", bytes: text('{"version":1}') };

let derived: DerivedKey;
/** Sealing wipes nothing of a key that is given to it, so one derivation serves many tests. */
const copy = (): DerivedKey => ({ ...derived, key: derived.key.slice() });

beforeAll(async () => {
  derived = await freshKey(PASSWORD, deriver);
});

/** Codes that say that an archive is no good; neither "opened" nor a programming mistake. */
const REFUSED = /^(not-7z|version|truncated|damaged|too-large|method|kdf|feature|wrong-password-or-damaged|data-crc)$/;
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

const open = async (archive: Bytes, password = PASSWORD): Promise<readonly ArchivedFile[]> =>
  (await readArchive(archive, password, { policy: "own", deriver })).files;

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "opened",
    (error: unknown) => (error instanceof ArchiveError ? error.code : `not an ArchiveError: ${error}`),
  );

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

test("no flipped bit gets through", async () => {
  const archive = await sealArchive([pdf, json], copy());
  const openWithKey = async (bytes: Bytes): Promise<void> => {
    // The salt may be what was flipped; then the key is another one.
    const keyFor = async (salt: Uint8Array): Promise<Bytes> =>
      hex(salt) === hex(derived.salt) ? derived.key.slice() : new Uint8Array(32);
    const opened = await unpackArchive(bytes, keyFor, "own");
    await checkManifest(opened.files, opened.key);
  };
  await openWithKey(archive);
  const edge = 300;
  const size = archive.byteLength;
  const between = Array.from({ length: 60 }, (_, i) => edge + Math.floor(((size - 2 * edge) / 60) * i));
  const places = [...range(0, edge), ...between, ...range(size - edge, size)];
  for (const at of places) {
    const changed = archive.slice();
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
    const code = await codeOf(openWithKey(changed));
    expect({ at, code }).toEqual({ at, code: expect.stringMatching(REFUSED) });
  }
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

test("whatever names and contents within the limits, what is written is what is read", async () => {
  const file = fc.record({
    name: fc.stringMatching(/^[a-z0-9_-][a-z0-9._-]{0,40}[a-z0-9]$/),
    bytes: fc.uint8Array({ minLength: 0, maxLength: 70_000 }).map((bytes) => Uint8Array.from(bytes)),
  });
  const files = fc.uniqueArray(file, { minLength: 1, maxLength: 16, selector: ({ name }) => name });
  const block = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Uint8Array.from(bytes));
  await fc.assert(
    fc.asyncProperty(files, block, block, async (given, data, header) => {
      const archive = await writeArchive(given, copy(), { data, header });
      const { files: read } = await unpackArchive(archive, async () => derived.key.slice(), "own");
      expect(read).toEqual(given);
    }),
    { numRuns: 60 },
  );
});

test.each<[string, readonly ArchivedFile[], string]>([
  ["no files", [], "empty"],
  ["17 files", Array.from({ length: 17 }, (_, i) => ({ name: `f${i}`, bytes: text("x") })), "too-large"],
  ["a path", [{ name: "../etc", bytes: text("x") }], "name"],
  ["a name with a diacritic", [{ name: "é.pdf", bytes: text("x") }], "name"],
  ["two names that differ in case", [pdf, { ...pdf, name: pdf.name.toUpperCase() }], "name"],
  ["more than 32 MiB", [{ name: "groot", bytes: new Uint8Array(32 * 2 ** 20 + 1) }], "too-large"],
])("does not write %s", async (_what, files, code) => {
  const iv = { data: new Uint8Array(16), header: new Uint8Array(16) };
  expect(await codeOf(writeArchive(files, copy(), iv))).toBe(code);
});

describe("the manifest", () => {
  test.each<[string, (files: readonly ArchivedFile[]) => readonly ArchivedFile[]]>([
    ["a changed file", ([, last]) => [{ ...pdf, bytes: text("%PDF-1.7 iets anders!!") }, ...(last ? [last] : [])]],
    ["a renamed file", ([first, last]) => [...(first ? [{ ...first, name: "x.pdf" }] : []), ...(last ? [last] : [])]],
    ["a missing file", ([, last]) => (last ? [last] : [])],
    ["changed padding", ([first, last]) => [...(first ? [first] : []), { name: json.name, bytes: shorter(last) }]],
    ["a JSON file that is something else", ([first]) => [...(first ? [first] : []), json]],
  ])("refuses %s", async (_what, change) => {
    const files = await withManifest([pdf, json], derived.key);
    await checkManifest(files, derived.key);
    expect(await codeOf(checkManifest(change(files), derived.key))).toBe("manifest");
  });

  test.each([
    ["an empty object", "{}", {}],
    ["white space around it", '\n{ "a": [1, {}] }\n ', { a: [1, {}] }],
    ["a manifest in a text", '{"a":"\\"manifest\\":{\\"mac\\":\\"00\\"}}"}', { a: '"manifest":{"mac":"00"}}' }],
    ["letters beyond ASCII", '{"naam":"Şahin Łukasz 😀"}', { naam: "Şahin Łukasz 😀" }],
  ])("is the last member, whatever the JSON: %s", async (_what, source, value) => {
    const files = await withManifest([pdf, { ...json, bytes: text(source) }], derived.key);
    await checkManifest(files, derived.key);
    const { manifest, ...rest } = JSON.parse(new TextDecoder().decode(files.at(-1)?.bytes));
    expect(rest).toEqual(value);
    expect(manifest).toEqual({ version: 1, files: [expect.anything()], mac: expect.any(String) });
  });

  test.each([
    ["no JSON", "geheim"],
    ["a list", "[1]"],
    ["a text", '"{}"'],
    ["null", "null"],
    ["a manifest already", '{"manifest":1}'],
  ])("is not put in %s, and the error does not quote it", async (_what, source) => {
    await expect(withManifest([{ ...json, bytes: text(source) }], derived.key)).rejects.toThrow(
      new TypeError("withManifest: expected a JSON object without manifest as the last file"),
    );
  });

  const totalOf = (files: readonly ArchivedFile[]): number =>
    files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);

  test.each([
    [1, SIZE_STEP],
    [SIZE_STEP - 1, 2 * SIZE_STEP],
    [SIZE_STEP, 2 * SIZE_STEP],
    [2 * SIZE_STEP, 3 * SIZE_STEP],
  ])("brings %p bytes of other files to %p in all", async (size, total) => {
    expect(totalOf(await withManifest([{ ...pdf, bytes: new Uint8Array(size) }, json], derived.key))).toBe(total);
  });

  test("adds no spaces where the files are a multiple of 64 KiB without", async () => {
    const [, padded] = await withManifest([{ ...pdf, bytes: new Uint8Array(10_000) }, json], derived.key);
    const unpadded = new TextDecoder().decode(padded?.bytes).trimEnd().length;
    const full = await withManifest([{ ...pdf, bytes: new Uint8Array(SIZE_STEP - unpadded) }, json], derived.key);
    expect({ total: totalOf(full), last: String.fromCharCode(full.at(-1)?.bytes.at(-1) ?? 0) }).toEqual({
      total: SIZE_STEP,
      last: "}",
    });
  });

  // Elsewhere than in CI openssl may be missing; then the name says why this did not run.
  const hasOpenssl = spawnSync("openssl", ["version"]).status === 0 && spawnSync("sh", ["-c", "true"]).status === 0;
  const withOpenssl = hasOpenssl || process.env["CI"] ? test : test.skip;
  withOpenssl.each([
    ["authentic", 0, (stored: Bytes): Bytes => stored],
    ["NOT authentic", 1, (stored: Bytes): Bytes => Uint8Array.from(stored, (byte, at) => (at === 2 ? byte ^ 1 : byte))],
    ["NOT authentic", 1, (stored: Bytes): Bytes => stored.slice(0, -1)],
  ])(
    "is %s to openssl, by the recipe in docs/archive-format.md (skipped without openssl)",
    async (said, status, change) => {
      const page = readFileSync(join(__dirname, "..", "..", "docs", "archive-format.md"), "utf8");
      const [, recipe = "exit 2"] = /```sh\n([^`]*)```/.exec(page) ?? [];
      const files = await withManifest([pdf, { ...json, bytes: text('{"naam":"Łukasz"}') }], derived.key);
      const folder = mkdtempSync(join(tmpdir(), "manifest-"));
      try {
        const file = join(folder, "stored.json");
        writeFileSync(file, change(files.at(-1)?.bytes ?? new Uint8Array(0)));
        const { stdout, ...ran } = spawnSync("sh", ["-c", recipe], {
          env: { ...process.env, JSON: file, KEY: hex(derived.key) },
        });
        expect({ said: stdout.toString().trim(), status: ran.status }).toEqual({ said, status });
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
});

function shorter(file: ArchivedFile | undefined): Bytes {
  return file === undefined ? new Uint8Array(0) : file.bytes.slice(0, -1);
}
