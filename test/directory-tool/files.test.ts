import { symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LARGEST_FILE } from "../../scripts/directory/files.ts";
import { removeTools, tool } from "./tool.ts";

afterAll(removeTools);

const TOO_LARGE = "is groter dan 10 MB. Noemde je het juiste bestand?";

test.each([["check"], ["verify"], ["report"], ["diff", "protocols/directory.json"]])(
  "%s refuses a file that is larger than any directory with one line",
  async (...command) => {
    const here = tool();
    writeFileSync(join(here.folder, "groot.json"), "");
    truncateSync(join(here.folder, "groot.json"), 50_000_000);
    expect(await here.run([...command, "groot.json"])).toEqual({
      code: 1,
      said: "",
      complained: `groot.json ${TOO_LARGE}`,
    });
  },
);

test("a file of just the largest size is read", async () => {
  const here = tool();
  const list = here.read("protocols/directory.json");
  const padded = list.padEnd(LARGEST_FILE - (Buffer.byteLength(list) - list.length), " ");
  here.write("groot.json", padded);
  expect((await here.run(["check", "groot.json"])).code).toBe(0);
  here.write("groot.json", `${padded} `);
  expect((await here.run(["check", "groot.json"])).complained).toBe(`groot.json ${TOO_LARGE}`);
});

test("a device that never ends is given up", async () => {
  expect((await tool().run(["check", "/dev/zero"])).complained).toBe(`/dev/zero ${TOO_LARGE}`);
});

test.each(["weg.json", "link.json"])("a symbolic link to nothing, or to itself, is named so: %s", async (target) => {
  const here = tool();
  symlinkSync(join(here.folder, target), join(here.folder, "link.json"));
  const words = "dat is een snelkoppeling naar iets dat er niet is";
  expect((await here.run(["check", "link.json"])).complained).toBe(`link.json kan niet gelezen worden: ${words}.`);
});

test("a report is not written through a symbolic link to nothing", async () => {
  const here = tool();
  symlinkSync(join(here.folder, "weg.csv"), join(here.folder, "uit.csv"));
  expect(await here.run(["report", "--csv", "uit.csv"])).toEqual({
    code: 1,
    said: "",
    complained:
      "uit.csv kan niet geschreven worden: dat is een snelkoppeling naar iets dat er niet is. Er is niets gewijzigd.",
  });
});
