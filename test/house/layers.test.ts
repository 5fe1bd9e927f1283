import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const PACKAGES = [
  "libsodium-wrappers",
  "libphonenumber-js",
  "@microsoft/office-js-helpers",
  "pdfkit",
  "hash-wasm",
  "idb",
  "qr",
  "valibot",
  "react",
  "react-dom",
  "@fluentui/react",
  "left-pad",
];
const LAYERS = [
  "domain",
  "archive",
  "password",
  "document",
  "directory",
  "texts",
  "application",
  "office",
  "storage",
  "adapters",
  "workers",
  "guard",
  "taskpane",
];

/** Who may import whom, written out once more and by hand: a slip in the rules' own table must show here. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  archive: [],
  password: [],
  document: ["domain"],
  directory: ["domain"],
  texts: ["domain"],
  application: ["domain", "archive", "password", "document", "directory", "texts"],
  office: ["domain"],
  storage: ["domain"],
  adapters: ["domain"],
  workers: ["domain", "archive", "document"],
  guard: ["domain"],
  taskpane: [
    "domain",
    "archive",
    "password",
    "document",
    "directory",
    "texts",
    "application",
    "office",
    "storage",
    "adapters",
    "workers",
  ],
};

/** A file that imports one thing, and the rule that must speak up; `null` where it is allowed. */
type Case = readonly [from: string, imported: string, rule: string | null];

const between: Case[] = LAYERS.flatMap((from) =>
  LAYERS.filter((to) => to !== from).map(
    (to): Case => [
      `src/${from}/to-${to}.ts`,
      `../${to}/thing.ts`,
      ALLOWED[from]?.includes(to) ? null : `${from}-imports`,
    ],
  ),
);

const others: Case[] = [
  ["src/office/port.ts", "../application/ports.ts", null],
  ["src/storage/port.ts", "../application/ports.ts", null],
  ["src/adapters/port.ts", "../application/ports.ts", null],
  ["src/domain/port.ts", "../application/ports.ts", "domain-imports"],
  ["src/adapters/sodium.ts", "libsodium-wrappers", null],
  ["src/password/sodium.ts", "libsodium-wrappers", "libsodium-wrappers-place"],
  ["src/taskpane/sodium.ts", "libsodium-wrappers", "libsodium-wrappers-place"],
  ["src/adapters/phone.ts", "libphonenumber-js", null],
  ["src/domain/phone.ts", "libphonenumber-js", "libphonenumber-js-place"],
  ["src/adapters/host.ts", "@microsoft/office-js-helpers", null],
  ["src/office/host.ts", "@microsoft/office-js-helpers", "microsoft-office-js-helpers-place"],
  ["src/document/pdf.ts", "pdfkit", null],
  ["src/application/pdf.ts", "pdfkit", "pdfkit-place"],
  ["src/archive/hash.ts", "hash-wasm", null],
  ["src/password/hash.ts", "hash-wasm", "hash-wasm-place"],
  ["src/workers/hash.ts", "hash-wasm", "hash-wasm-place"],
  ["src/storage/shelf.ts", "idb", null],
  ...LAYERS.filter((layer) => layer !== "storage").map((layer): Case => [`src/${layer}/shelf.ts`, "idb", "idb-place"]),
  ["src/directory/schema.ts", "valibot", null],
  ["src/document/schema.ts", "valibot", null],
  ["src/domain/schema.ts", "valibot", "valibot-place"],
  ["src/taskpane/view.tsx", "react", null],
  ["src/texts/view.ts", "react", "react-place"],
  ["src/office/root.ts", "react-dom", "react-dom-place"],
  ["src/application/button.ts", "@fluentui/react", "fluentui-place"],
  ["src/taskpane/pad.ts", "left-pad", "known-packages"],
  ["src/domain/read.ts", "node:fs", "no-node-in-src"],
  ["src/taskpane/fake.ts", "../../dev/thing.ts", "src-stands-alone"],
  ["src/taskpane/sample.ts", "../../test/thing.ts", "src-stands-alone"],
  ["src/taskpane/tool.ts", "../../scripts/thing.ts", "src-stands-alone"],
  ["src/utils/anything.ts", "../domain/thing.ts", "known-layers"],
  ["src/domain/nowhere.ts", "./not-there.ts", "resolvable"],
];

const cases = [...between, ...others];

describe("the layer rules", () => {
  const root = mkdtempSync(join(tmpdir(), "layers-"));
  const found = new Map<string, string[]>();

  beforeAll(() => {
    for (const layer of LAYERS) write(`src/${layer}/thing.ts`, "export const thing = 1;\n");
    for (const outside of ["dev", "test", "scripts"]) write(`${outside}/thing.ts`, "export const thing = 1;\n");
    write("src/application/ports.ts", "export interface Port { readonly one: number }\n");
    for (const name of PACKAGES) {
      write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
      write(`node_modules/${name}/index.js`, "module.exports = 1;\n");
    }
    write(
      "package.json",
      JSON.stringify({ name: "sample", dependencies: Object.fromEntries(PACKAGES.map((n) => [n, "1.0.0"])) }),
    );
    for (const [from, imported] of cases) write(from, `import * as it from "${imported}";\nexport const kept = it;\n`);
    write("src/domain/left-over.ts", "export const nobody = 1;\n");
    for (const { from, rule } of cruise()) found.set(from, [...(found.get(from) ?? []), rule.name]);
  }, 60_000);

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test.each(cases)("%s importing %s: %s", (from, _imported, rule) => {
    expect(found.get(from) ?? []).toEqual(rule === null ? [] : [rule]);
  });

  test("a file that nothing imports and that imports nothing is named", () => {
    expect(found.get("src/domain/left-over.ts")).toEqual(["no-orphans"]);
  });

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }

  function cruise(): { readonly from: string; readonly rule: { readonly name: string } }[] {
    const program = resolve("node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
    const args = [program, "--config", resolve(".dependency-cruiser.mjs"), "--output-type", "json", "src"];
    const { stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
    return JSON.parse(stdout).summary.violations;
  }
});

describe("rings of imports", () => {
  test("Biome names both files of a ring, and leaves a ring of types alone", () => {
    const root = mkdtempSync(join(tmpdir(), "ring-"));
    try {
      copyFileSync("biome.json", join(root, "biome.json"));
      writeFileSync(join(root, "a.ts"), 'import { b } from "./b.ts";\n\nexport const a = () => b;\n');
      writeFileSync(join(root, "b.ts"), 'import { a } from "./a.ts";\n\nexport const b = () => a;\n');
      writeFileSync(join(root, "c.ts"), 'import type { D } from "./d.ts";\n\nexport type C = { d: D };\n');
      writeFileSync(join(root, "d.ts"), 'import type { C } from "./c.ts";\n\nexport type D = { c: C };\n');
      const biome = resolve("node_modules/@biomejs/biome/bin/biome");
      const args = [biome, "lint", "--only=suspicious/noImportCycles", "--reporter=json", "."];
      const { stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
      const { diagnostics } = JSON.parse(stdout);
      expect(
        diagnostics.map((one: { location: { path: unknown } }) => JSON.stringify(one.location.path)).sort(),
      ).toEqual([expect.stringContaining("a.ts"), expect.stringContaining("b.ts")]);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});
