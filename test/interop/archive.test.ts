import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findSevenZip } from "../../scripts/tools.ts";
import { KeyDeriver } from "../../src/archive/derive-key.ts";
import { freshKey, sealArchive } from "../../src/archive/sealed-archive.ts";

const PASSWORD = "appel-boom-cello-deur-egel-fiets-gras";
const sevenZip = findSevenZip();
// In CI a missing 7-Zip is a failure; elsewhere these tests say that they did not run.
const withSevenZip = sevenZip === null && !process.env["CI"] ? describe.skip : describe;

withSevenZip("7-Zip (skipped where there is none)", () => {
  const program = sevenZip ?? "7zz";
  const folder = mkdtempSync(join(tmpdir(), "interop-"));
  const archive = join(folder, "doorverwijzing-DV-2026-000000.7z");
  const pdf = new Uint8Array(50_000).map((_, at) => (at * 7 + (at >> 8)) & 0xff);

  beforeAll(async () => {
    const key = await freshKey(PASSWORD, new KeyDeriver());
    const files = [
      { name: "doorverwijzing-DV-2026-000000.pdf", bytes: pdf },
      { name: "doorverwijzing-DV-2026-000000.json", bytes: new TextEncoder().encode('{"version":1}') },
    ];
    writeFileSync(archive, await sealArchive(files, key));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  test("extracts what we sealed, byte for byte", () => {
    execFileSync(program, ["x", `-p${PASSWORD}`, `-o${folder}/uit`, archive]);
    expect(Uint8Array.from(readFileSync(join(folder, "uit", "doorverwijzing-DV-2026-000000.pdf")))).toEqual(pdf);
    const json = JSON.parse(readFileSync(join(folder, "uit", "doorverwijzing-DV-2026-000000.json"), "utf8"));
    expect(Object.keys(json)).toEqual(["version", "manifest"]);
  });

  test("finds nothing wrong with it", () => {
    const output = execFileSync(program, ["t", `-p${PASSWORD}`, archive]).toString();
    expect(output).toContain("Everything is Ok");
    expect(output).not.toMatch(/warning/i);
  });

  test("sees AES-256 with 2^19 rounds, and one solid block", () => {
    const output = execFileSync(program, ["l", "-slt", `-p${PASSWORD}`, archive]).toString();
    expect(output).toMatch(/Method = (Copy 7zAES:19|7zAES:19 Copy)/);
    expect(output).toContain("Blocks = 1");
    expect(output).toContain("Encrypted = +");
  });

  test.each(["een-ander-wachtwoord", PASSWORD.toUpperCase()])("does not even list the names with %p", (password) => {
    const listed = spawnSync(program, ["l", `-p${password}`, archive]);
    expect(listed.status).not.toBe(0);
    expect(`${listed.stdout}${listed.stderr}`).not.toContain(".pdf");
  });
});
