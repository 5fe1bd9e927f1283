import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { findSevenZip } from "../../scripts/tools.ts";
import { KeyDeriver } from "../../src/archive/derive-key.ts";
import { readArchive } from "../../src/archive/read-archive.ts";

// Milliseconds: 7-Zip takes its time over 5 MB on a busy machine.
jest.setTimeout(60_000);

const PASSWORD = "appel-boom-cello-deur-egel-fiets-gras";
const sevenZip = findSevenZip();
// In CI a missing 7-Zip is a failure; elsewhere these tests say that they did not run.
const withSevenZip = sevenZip === null && !process.env["CI"] ? describe.skip : describe;

/** Bytes that compress a little, the same in every run. */
function content(size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let state = size + 1;
  for (let at = 0; at < size; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[at] = at % 3 === 0 ? state >>> 24 : 0x61 + ((state >>> 28) & 7);
  }
  return bytes;
}

const KIB = 1024;
const SETS: Readonly<Record<string, readonly (readonly [name: string, size: number])[]>> = {
  "one file": [["brief.pdf", 50_000]],
  "an empty file": [["leeg.txt", 0]],
  "sizes around a block": [
    ["leeg", 0],
    ["een", 1],
    ["vijftien", 15],
    ["zestien", 16],
    ["zeventien", 17],
  ].map(([name, size]) => [`${name}.bin`, Number(size)] as const),
  "sizes around 64 KiB, folders and diacritics": [
    ["map/Ștefania Đặng.txt", 64 * KIB - 1],
    ["map/één/café.txt", 64 * KIB],
    ["map/ğı.txt", 64 * KIB + 1],
  ],
};
const METHODS: Readonly<Record<string, readonly string[]>> = {
  copy: ["-mx=0"],
  lzma: ["-m0=lzma"],
  "lzma, other parameters": ["-m0=lzma:lc=0:lp=2:pb=1:d=64k", "-mx=9"],
  lzma2: ["-m0=lzma2"],
  "lzma2, fast": ["-m0=lzma2:d=64k", "-mx=1"],
};
const COMBINATIONS = Object.entries(SETS).flatMap(([set, files]) =>
  Object.entries(METHODS).flatMap(([method, options]) =>
    (["on", "off"] as const).flatMap((header) =>
      (["on", "off"] as const).map((solid) => ({ set, files, method, options, header, solid })),
    ),
  ),
);

withSevenZip("what 7-Zip writes (skipped where there is none)", () => {
  const program = sevenZip ?? "7zz";
  const folder = mkdtempSync(join(tmpdir(), "interop-"));
  const deriver = new KeyDeriver();
  let count = 0;

  afterAll(() => rmSync(folder, { recursive: true }));

  const pack = (files: readonly (readonly [string, number])[], options: readonly string[]): Uint8Array => {
    count += 1;
    const from = join(folder, `${count}`);
    for (const [name, size] of files) {
      mkdirSync(dirname(join(from, name)), { recursive: true });
      writeFileSync(join(from, name), content(size));
    }
    const archive = join(folder, `${count}.7z`);
    execFileSync(program, ["a", `-p${PASSWORD}`, ...options, archive, "."], { cwd: from, stdio: "ignore" });
    return readFileSync(archive);
  };
  const digests = (files: readonly { readonly name: string; readonly bytes: Uint8Array }[]) =>
    Object.fromEntries(files.map(({ name, bytes }) => [name, createHash("sha256").update(bytes).digest("hex")]));

  test("is tried in at least 40 combinations", () => {
    expect(COMBINATIONS.length).toBeGreaterThanOrEqual(40);
  });

  test.each(COMBINATIONS)(
    "is read: $set, $method, header encryption $header, solid $solid",
    async ({ set, files, options, header, solid }) => {
      const archive = pack(files, [...options, `-mhe=${header}`, `-ms=${solid}`]);
      const reading = readArchive(archive, PASSWORD, { policy: "foreign", deriver });
      if (set === "an empty file" && header === "off") {
        // Nothing in it is encrypted.
        await expect(reading).rejects.toMatchObject({ code: "not-encrypted" });
        return;
      }
      const read = await reading;
      expect(digests(read.files)).toEqual(digests(files.map(([name, size]) => ({ name, bytes: content(size) }))));
      expect(read.missing).toEqual([...(header === "on" ? [] : ["encrypted-header"]), "authentication"]);
    },
  );

  test("is read: 5 MB of text in LZMA2 and in LZMA", async () => {
    for (const method of ["lzma2", "lzma"]) {
      const archive = pack([["groot.txt", 5_000_000]], [`-m0=${method}`, "-mhe=on"]);
      const { files } = await readArchive(archive, PASSWORD, { policy: "foreign", deriver });
      expect(digests(files)).toEqual(digests([{ name: "groot.txt", bytes: content(5_000_000) }]));
    }
  });

  test.each([
    ["PPMd", "-m0=ppmd"],
    ["BZip2", "-m0=bzip2"],
    ["Deflate", "-m0=deflate"],
  ])("is refused by name: %s", async (name, option) => {
    const archive = pack([["brief.txt", 3000]], [option, "-mhe=on"]);
    await expect(readArchive(archive, PASSWORD, { policy: "foreign", deriver })).rejects.toMatchObject({
      code: "method",
      message: `${name}: open the file with 7-Zip`,
    });
  });
});
