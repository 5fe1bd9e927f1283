import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findSevenZip } from "../../scripts/tools.ts";
import { KeyDeriver } from "../../src/archive/derive-key.ts";
import { freshKey, sealArchive } from "../../src/archive/sealed-archive.ts";
import { describeWith, runProgram } from "./archive-tool.ts";
import { content } from "./sample-files.ts";

const PASSWORD = "appel-boom-cello-deur-egel-fiets-gras";
const ARCHIVE = "doorverwijzing-DV-2026-000000.7z";
const sevenZip = findSevenZip();

describeWith({ name: "what 7-Zip says of a sealed archive", found: sevenZip !== null }, () => {
  const folder = mkdtempSync(join(tmpdir(), "interop-"));
  const run = (...args: readonly string[]) =>
    runProgram(sevenZip ?? "7zz", [...args, `-p${PASSWORD}`, ARCHIVE], folder);

  beforeAll(async () => {
    const key = await freshKey(PASSWORD, new KeyDeriver());
    const files = [
      { name: "doorverwijzing-DV-2026-000000.pdf", bytes: content(50_000) },
      { name: "doorverwijzing-DV-2026-000000.json", bytes: new TextEncoder().encode('{"version":1}') },
    ];
    writeFileSync(join(folder, ARCHIVE), await sealArchive(files, key));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  test("finds nothing wrong with it", () => {
    const { ok, said } = run("t");
    expect(ok).toBe(true);
    expect(said).toContain("Everything is Ok");
    expect(said).not.toMatch(/warning/i);
  });

  test("sees AES-256 with 2^19 rounds, and one solid block", () => {
    const { said } = run("l", "-slt");
    expect(said).toMatch(/Method = (Copy 7zAES:19|7zAES:19 Copy)/);
    expect(said).toContain("Blocks = 1");
    expect(said).toContain("Encrypted = +");
  });
});
