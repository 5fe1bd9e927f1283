import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findSevenZip } from "../../scripts/tools.ts";
import { KeyDeriver } from "../../src/archive/derive-key.ts";
import { freshKey, sealArchive } from "../../src/archive/sealed-archive.ts";
import { codeOfPage } from "../archive/format-page.ts";
import { describeWith, runProgram } from "./archive-tool.ts";
import { content } from "./sample-files.ts";

// Milliseconds: Python makes 2^19 rounds, on a machine that may be busy.
jest.setTimeout(60_000);

const PASSWORD = "appel-boom-cello-deur-egel-fiets-gras";
const ANOTHER = "appel-boom-cello-deur-egel-fiets-graf";
const ARCHIVE = "doorverwijzing-DV-2026-000000.7z";
const PDF = "doorverwijzing-DV-2026-000000.pdf";
const LETTER = "brief.txt";
const JSON_FILE = "doorverwijzing-DV-2026-000000.json";

const starts = (program: string, argument: string): boolean => spawnSync(program, [argument]).status === 0;
const sevenZip = findSevenZip();
const found = sevenZip !== null && starts("openssl", "version") && starts("python3", "--version");

/** What somebody does who has the file, the password and docs/archive-format.md, and nothing of ours. */
describeWith({ name: "an archive of ours in the hands of 7-Zip, Python 3 and openssl", found }, () => {
  const folder = mkdtempSync(join(tmpdir(), "by-the-page-"));
  let archive: Uint8Array;

  beforeAll(async () => {
    const files = [
      { name: PDF, bytes: content(50_000) },
      { name: LETTER, bytes: content(300) },
      { name: JSON_FILE, bytes: new TextEncoder().encode('{"naam":"Łukasz"}') },
    ];
    archive = await sealArchive(files, await freshKey(PASSWORD, new KeyDeriver()));
    writeFileSync(join(folder, ARCHIVE), archive);
    const extracted = runProgram(sevenZip ?? "7zz", ["x", "-y", "-bd", `-p${PASSWORD}`, ARCHIVE], folder);
    expect(extracted).toMatchObject({ ok: true });
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  /** The 16 bytes after `22 D3 FF` in the next header, in hex. */
  function salt(): string {
    const start = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
    const next = start.subarray(32 + Number(start.readBigUInt64LE(12)));
    const at = next.indexOf("22d3ff", "hex");
    expect(at).toBeGreaterThan(0);
    return next.subarray(at + 3, at + 3 + 16).toString("hex");
  }

  /** What the page's Python prints. */
  function keyOf(password: string): string {
    const { ok, said } = runProgram("python3", ["-c", codeOfPage("py"), password, salt()], folder);
    expect(ok).toBe(true);
    return said.trim();
  }

  /** What the page's recipe says of the JSON that came out. */
  function judged(key: string) {
    const env = { ...process.env, JSON: join(folder, JSON_FILE), KEY: key };
    const { stdout, stderr, status } = spawnSync("sh", ["-c", codeOfPage("sh")], { env, encoding: "utf8" });
    return { said: stdout.trim(), stderr, status };
  }

  test("is authentic by the page's Python and its recipe", () => {
    expect(judged(keyOf(PASSWORD))).toEqual({ said: "authentic", stderr: "", status: 0 });
  });

  test("is NOT authentic under the key of another password", () => {
    expect(judged(keyOf(ANOTHER))).toEqual({ said: "NOT authentic", stderr: "", status: 1 });
  });

  test("has a manifest that says of each other file what openssl says", () => {
    const { manifest } = JSON.parse(readFileSync(join(folder, JSON_FILE), "utf8"));
    const byOpenssl = [PDF, LETTER].map((name) => {
      const { ok, said } = runProgram("openssl", ["dgst", "-sha256", "-r", name], folder);
      return { name, bytes: readFileSync(join(folder, name)).byteLength, sha256: ok ? said.split(" ")[0] : said };
    });
    expect(manifest).toEqual({ version: 1, files: byOpenssl, mac: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });
});
