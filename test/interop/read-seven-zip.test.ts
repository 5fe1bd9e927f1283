import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findSevenZip } from "../../scripts/tools.ts";
import { readArchive } from "../../src/archive/read-archive.ts";
import { KnownKeys } from "../archive/known-keys.ts";
import { describeWith, runProgram } from "./archive-tool.ts";
import { digests, digestsOf, foldersOf, PACKED_SETS, type Sizes, writeSet } from "./sample-files.ts";

// Milliseconds: 7-Zip takes its time over 5 MB on a busy machine.
jest.setTimeout(60_000);

const PASSWORD = "appel-boom-cello-deur-egel-fiets-gras";
const sevenZip = findSevenZip();

const METHODS: Readonly<Record<string, readonly string[]>> = {
  copy: ["-mx=0"],
  lzma: ["-m0=lzma"],
  "lzma, other parameters": ["-m0=lzma:lc=0:lp=2:pb=1:d=64k", "-mx=9"],
  lzma2: ["-m0=lzma2"],
  "lzma2, fast": ["-m0=lzma2:d=64k", "-mx=1"],
};
const COMBINATIONS = Object.entries<Sizes>(PACKED_SETS).flatMap(([set, sizes]) =>
  Object.entries(METHODS).flatMap(([method, options]) =>
    (["on", "off"] as const).flatMap((header) =>
      (["on", "off"] as const).map((solid) => ({ set, sizes, method, options, header, solid })),
    ),
  ),
);

describeWith({ name: "what 7-Zip writes", found: sevenZip !== null }, () => {
  const folder = mkdtempSync(join(tmpdir(), "interop-"));
  const deriver = new KnownKeys();
  let count = 0;

  afterAll(() => rmSync(folder, { recursive: true }));

  const pack = (sizes: Sizes, options: readonly string[]): Uint8Array => {
    count += 1;
    const from = join(folder, `${count}`);
    writeSet(from, sizes);
    const archive = join(folder, `${count}.7z`);
    const packed = runProgram(sevenZip ?? "7zz", ["a", `-p${PASSWORD}`, ...options, archive, "."], from);
    expect(packed).toMatchObject({ ok: true });
    return new Uint8Array(readFileSync(archive));
  };

  test("is tried in at least 40 combinations", () => {
    expect(COMBINATIONS.length).toBeGreaterThanOrEqual(40);
  });

  test.each(COMBINATIONS)(
    "is read: $set, $method, header encryption $header, solid $solid",
    async ({ sizes, options, header, solid }) => {
      const archive = pack(sizes, [...options, `-mhe=${header}`, `-ms=${solid}`]);
      const read = (password: string) => readArchive(archive, password, { policy: "foreign", deriver });
      if (header === "off" && sizes.every(([, size]) => size === 0)) {
        // Nothing in it is encrypted.
        await expect(read(PASSWORD)).rejects.toMatchObject({ code: "not-encrypted" });
        return;
      }
      const { files, directories, missing } = await read(PASSWORD);
      expect({ files: digests(files), directories: [...directories].sort(), missing }).toEqual({
        files: digestsOf(sizes),
        directories: foldersOf(sizes),
        missing: [...(header === "on" ? [] : ["encrypted-header"]), "authentication"],
      });
      await expect(read(`${PASSWORD}s`)).rejects.toMatchObject({ code: "wrong-password-or-damaged" });
    },
  );

  test.each(Object.keys(METHODS))("is read: 5 MB, %s", async (method) => {
    const sizes: Sizes = [["groot.txt", 5_000_000]];
    // Level 1 packs in a fifth of the time; what the levels change is tried above.
    const archive = pack(sizes, ["-mx=1", ...(METHODS[method] ?? []), "-mhe=on"]);
    const { files } = await readArchive(archive, PASSWORD, { policy: "foreign", deriver });
    expect(digests(files)).toEqual(digestsOf(sizes));
  });

  const refused = (name: string) => ({ code: "method", message: `${name}: open the file with 7-Zip` });
  test.each([
    ["PPMd", ["-m0=ppmd"], refused("PPMd")],
    ["BZip2", ["-m0=bzip2"], refused("BZip2")],
    ["Deflate", ["-m0=deflate"], refused("Deflate")],
    ["Deflate64", ["-m0=deflate64"], refused("Deflate64")],
    ["the filter BCJ", ["-m0=lzma2", "-mf=BCJ"], refused("BCJ")],
    [
      "the filter BCJ2",
      ["-m0=lzma2", "-mf=BCJ2"],
      { code: "feature", message: "BCJ2, a coder of several streams: open the file with 7-Zip" },
    ],
    ["the filter PPC", ["-m0=lzma2", "-mf=PPC"], refused("PPC")],
    ["the filter ARM", ["-m0=lzma2", "-mf=ARM"], refused("ARM")],
    ["the filter ARMT", ["-m0=lzma2", "-mf=ARMT"], refused("ARMT")],
    // 7-Zip has it since version 23.
    ["the filter ARM64", ["-m0=lzma2", "-mf=ARM64"], refused("ARM64")],
    ["the filter IA64", ["-m0=lzma2", "-mf=IA64"], refused("IA64")],
    ["the filter SPARC", ["-m0=lzma2", "-mf=SPARC"], refused("SPARC")],
    ["the filter Delta", ["-m0=lzma2", "-mf=Delta:4"], refused("Delta")],
    ["the filter Swap2", ["-m0=lzma2", "-mf=SWAP2"], refused("Swap2")],
  ])("is refused by name: %s", async (_name, options, expected) => {
    const archive = pack([["brief.txt", 3000]], [...options, "-mhe=on"]);
    const error = readArchive(archive, PASSWORD, { policy: "foreign", deriver });
    await expect(error).rejects.toMatchObject({ name: "ArchiveError", ...expected });
  });
});
