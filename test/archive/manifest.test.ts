import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ArchivedFile } from "../../src/archive/archived-file.ts";
import { type Bytes, hex } from "../../src/archive/bytes.ts";
import { checkManifest, SIZE_STEP, withManifest } from "../../src/archive/manifest.ts";
import { KEY, text } from "./build-archive.ts";
import { codeOfPage } from "./format-page.ts";
import { json, pdf } from "./our-files.ts";
import { codeOf } from "./outcome.ts";

describe("the manifest", () => {
  test.each<[string, (files: readonly ArchivedFile[]) => readonly ArchivedFile[]]>([
    ["a changed file", ([, last]) => [{ ...pdf, bytes: text("%PDF-1.7 iets anders!!") }, ...(last ? [last] : [])]],
    ["a renamed file", ([first, last]) => [...(first ? [{ ...first, name: "x.pdf" }] : []), ...(last ? [last] : [])]],
    ["a missing file", ([, last]) => (last ? [last] : [])],
    ["changed padding", ([first, last]) => [...(first ? [first] : []), { name: json.name, bytes: shorter(last) }]],
    ["a JSON file that is something else", ([first]) => [...(first ? [first] : []), json]],
  ])("refuses %s", async (_what, change) => {
    const files = await withManifest([pdf, json], KEY);
    await checkManifest(files, KEY);
    expect(await codeOf(checkManifest(change(files), KEY))).toBe("manifest");
  });

  test.each([
    ["an empty object", "{}", {}],
    ["white space around it", '\n{ "a": [1, {}] }\n ', { a: [1, {}] }],
    ["a manifest in a text", '{"a":"\\"manifest\\":{\\"mac\\":\\"00\\"}}"}', { a: '"manifest":{"mac":"00"}}' }],
    ["letters beyond ASCII", '{"naam":"Şahin Łukasz 😀"}', { naam: "Şahin Łukasz 😀" }],
  ])("is the last member, whatever the JSON: %s", async (_what, source, value) => {
    const files = await withManifest([pdf, { ...json, bytes: text(source) }], KEY);
    await checkManifest(files, KEY);
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
    await expect(withManifest([{ ...json, bytes: text(source) }], KEY)).rejects.toThrow(
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
    expect(totalOf(await withManifest([{ ...pdf, bytes: new Uint8Array(size) }, json], KEY))).toBe(total);
  });

  test("adds no spaces where the files are a multiple of 64 KiB without", async () => {
    const [, padded] = await withManifest([{ ...pdf, bytes: new Uint8Array(10_000) }, json], KEY);
    const unpadded = new TextDecoder().decode(padded?.bytes).trimEnd().length;
    const full = await withManifest([{ ...pdf, bytes: new Uint8Array(SIZE_STEP - unpadded) }, json], KEY);
    expect({ total: totalOf(full), last: String.fromCharCode(full.at(-1)?.bytes.at(-1) ?? 0) }).toEqual({
      total: SIZE_STEP,
      last: "}",
    });
  });

  // Elsewhere than in CI openssl may be missing; then the name says why this did not run.
  const hasOpenssl = spawnSync("openssl", ["version"]).status === 0 && spawnSync("sh", ["-c", "true"]).status === 0;
  const withOpenssl = hasOpenssl || process.env["CI"] ? test : test.skip;
  /** What the page's recipe says of a JSON file, and what there is in its folder afterwards. */
  function judged(stored: Bytes) {
    const folder = mkdtempSync(join(tmpdir(), "manifest-"));
    try {
      const file = join(folder, "stored.json");
      writeFileSync(file, stored);
      const env = { ...process.env, JSON: file, KEY: hex(KEY) };
      const { stdout, status } = spawnSync("sh", ["-c", codeOfPage("sh")], { cwd: folder, env, encoding: "utf8" });
      return { said: stdout.trim(), status, left: readdirSync(folder) };
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  const stored = async (): Promise<Bytes> => {
    const files = await withManifest([pdf, { ...json, bytes: text('{"naam":"Łukasz"}') }], KEY);
    return files.at(-1)?.bytes ?? new Uint8Array(0);
  };

  withOpenssl.each<[string, string, number, (stored: Bytes) => Bytes]>([
    ["as it is", "authentic", 0, (bytes) => bytes],
    ["with a bit changed", "NOT authentic", 1, (bytes) => bytes.map((byte, at) => (at === 2 ? byte ^ 1 : byte))],
    ["without its last space", "NOT authentic", 1, (bytes) => bytes.slice(0, -1)],
    ["empty", "NOT authentic", 1, () => new Uint8Array(0)],
  ])(
    "%s is %s to openssl, by the recipe in docs/archive-format.md (skipped without openssl)",
    async (_what, said, status, change) => {
      expect(judged(change(await stored()))).toEqual({ said, status, left: ["stored.json"] });
    },
  );

  withOpenssl.each(["x/x/;1e touch made;#", "$(touch made)", "`touch made`", "';touch made;'", "/;w made\n#", "*"])(
    "a mac that is a command is NOT authentic, and is not run: %j (skipped without openssl)",
    async (command) => {
      const bytes = await stored();
      const end = new TextDecoder().decode(bytes).trimEnd();
      const mac = command.padEnd(64, "#");
      // In bytes, as the text holds a letter beyond ASCII.
      const at = text(end).byteLength - '"}}'.length - mac.length;
      bytes.set(text(mac), at);
      expect(judged(bytes)).toEqual({ said: "NOT authentic", status: 1, left: ["stored.json"] });
    },
  );
});

function shorter(file: ArchivedFile | undefined): Bytes {
  return file === undefined ? new Uint8Array(0) : file.bytes.slice(0, -1);
}
