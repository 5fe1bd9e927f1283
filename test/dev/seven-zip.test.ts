import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { extract, extractedFile } from "../../dev/outlook/seven-zip.ts";
import { findSevenZip } from "../../scripts/tools.ts";

const program = findSevenZip();
const PASSWORD = "peer appel noot";

if (program === null && !process.env["CI"]) {
  test.skip("7-Zip opens an archive: skipped, this machine has no 7-Zip", () => undefined);
} else {
  let dir: string;
  let archive: { name: string; bytes: Uint8Array<ArrayBuffer> };
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), "seven-zip-"));
    writeFileSync(join(dir, "a.json"), '{"a":1}');
    writeFileSync(join(dir, "b.pdf"), "%PDF");
    spawnSync(seven(), ["a", `-p${PASSWORD}`, "-mhe=on", "x.7z", "a.json", "b.pdf"], { cwd: dir });
    archive = { name: "x.7z", bytes: new Uint8Array(readFileSync(join(dir, "x.7z"))) };
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test("7-Zip takes the files out with the right password", async () => {
    const made = await extract(seven(), dir, archive, PASSWORD);
    expect({ ok: made.ok, files: made.files }).toEqual({
      ok: true,
      files: [
        { name: "a.json", size: 7 },
        { name: "b.pdf", size: 4 },
      ],
    });
    expect(made.output).toContain("Everything is Ok");
    expect(readFileSync(extractedFile(dir, made.token, "a.json"), "utf8")).toBe('{"a":1}');
  });

  test.each(["fout", ""])("7-Zip says in its own words that the password %j is wrong", async (password) => {
    const made = await extract(seven(), dir, archive, password);
    expect({ ok: made.ok, files: made.files }).toEqual({ ok: false, files: [] });
    expect(made.output).toContain("x.7z\nCannot open encrypted archive. Wrong password?");
    expect(made.output).not.toContain(dir);
  });
}

test.each([
  ["another folder", "00000000-0000-4000-8000-000000000000", "../archive"],
  ["no extraction", "..", "a.json"],
])("a name that leads to %s is refused", (_name, token, name) => {
  expect(() => extractedFile("/tmp/x", token, name)).toThrow(RangeError);
});

function seven(): string {
  if (program === null) throw new Error("CI needs 7-Zip");
  return program;
}
