import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const CONFIG = pathToFileURL(resolve("webpack.config.js")).href;

describe("the address in the manifest", () => {
  let out: string;

  beforeEach(() => {
    out = mkdtempSync(join(tmpdir(), "manifest-"));
  });

  afterEach(() => rmSync(out, { recursive: true, force: true }));

  test("is replaced everywhere by the one that the build is given, a folder of a host too", () => {
    const { stderr } = buildManifest("https://referral.example.be/outlook");
    expect(stderr).toBe("");
    expect(readFileSync(join(out, "manifest.xml"), "utf8")).toBe(
      readFileSync("manifest.xml", "utf8").replaceAll("https://localhost:3000", "https://referral.example.be/outlook"),
    );
  });

  test.each([
    ["http", "http://referral.example.be"],
    ["a slash at the end", "https://referral.example.be/"],
    ["no host", "referral"],
    ["what would break the file", 'https://referral.example.be/"/><x'],
  ])("is refused with %s", (_name, base) => {
    const { stderr } = buildManifest(base);
    expect(stderr).toContain("--env base must be an https address without a slash at its end");
  });

  /** Runs the build's own copying without its bundles: an ES module, so in a process of its own. */
  function buildManifest(base: string): { readonly stderr: string } {
    const script = `
      const { default: webpack } = await import("webpack");
      const { default: configure } = await import(${JSON.stringify(CONFIG)});
      // The pages come first; the guard on sending has a configuration of its own.
      const [{ plugins, ...rest }] = await configure({ base: ${JSON.stringify(base)}, development: true });
      const copying = plugins.filter((plugin) => plugin.constructor.name === "Beside");
      const output = { ...rest.output, path: ${JSON.stringify(out)} };
      const compiler = webpack({ ...rest, entry: {}, output, plugins: copying });
      await new Promise((done, fail) => compiler.run((error) => (error ? fail(error) : done())));
    `;
    return spawnSync(process.execPath, ["--input-type=module", "--eval", script], { encoding: "utf8" });
  }
});
