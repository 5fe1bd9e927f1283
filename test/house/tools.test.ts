import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findTool, type Tool } from "../../scripts/tools.ts";

describe("finding a program", () => {
  const folder = mkdtempSync(join(tmpdir(), "tools-"));
  const suffix = process.platform === "win32" ? ".exe" : "";
  const here = join(folder, `second${suffix}`);
  const elsewhere = join(folder, "elsewhere");
  const tool: Tool = {
    name: "Sample",
    purpose: "this test",
    variable: "SAMPLE_TOOL",
    commands: ["first", "second"],
    places: [join(folder, "not-there"), elsewhere],
    debianPackage: "sample",
    install: { linux: "", darwin: "", win32: "" },
  };
  const { PATH } = process.env;

  beforeAll(() => {
    for (const file of [here, elsewhere]) {
      writeFileSync(file, "#!/bin/sh\n");
      chmodSync(file, 0o755);
    }
  });

  afterEach(() => {
    process.env["PATH"] = PATH;
    delete process.env["SAMPLE_TOOL"];
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("takes the path that the variable gives, before any other", () => {
    process.env["PATH"] = folder;
    process.env["SAMPLE_TOOL"] = elsewhere;
    expect(findTool(tool)).toBe(elsewhere);
  });

  test("finds nothing when the variable gives a path that cannot be run, rather than another program", () => {
    process.env["PATH"] = folder;
    process.env["SAMPLE_TOOL"] = join(folder, "not-there");
    expect(findTool(tool)).toBeNull();
  });

  test("takes the first command that is on PATH", () => {
    process.env["PATH"] = folder;
    expect(findTool(tool)).toBe(here);
  });

  test("looks where installers put it when PATH has none", () => {
    process.env["PATH"] = "";
    expect(findTool(tool)).toBe(elsewhere);
  });

  test("answers null where there is none", () => {
    process.env["PATH"] = "";
    expect(findTool({ ...tool, places: [] })).toBeNull();
  });
});

describe("finding a program that is of use only with something else", () => {
  const folder = mkdtempSync(join(tmpdir(), "tools-"));
  const without = join(folder, "without");
  const tool: Tool = {
    name: "Sample",
    purpose: "this test",
    variable: "SAMPLE_TOOL",
    commands: [],
    places: [without, process.execPath],
    probe: ["-e", ""],
    debianPackage: "sample",
    install: { linux: "", darwin: "", win32: "" },
  };

  beforeAll(() => {
    writeFileSync(without, "#!/bin/sh\nexit 1\n");
    chmodSync(without, 0o755);
  });

  afterEach(() => {
    delete process.env["SAMPLE_TOOL"];
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("looks further when the first has it not", () => {
    expect(findTool(tool)).toBe(process.execPath);
  });

  test("answers null where none has it", () => {
    expect(findTool({ ...tool, probe: ["-e", "process.exit(1)"] })).toBeNull();
  });

  test("asks the one that the variable names too", () => {
    process.env["SAMPLE_TOOL"] = without;
    expect(findTool(tool)).toBeNull();
  });
});
