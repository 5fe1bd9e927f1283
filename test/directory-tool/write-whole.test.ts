import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ToolError } from "../../scripts/directory/tool-error.ts";
import { type Disk, writeAllWhole, writeNewSecret, writeWhole } from "../../scripts/directory/write-whole.ts";

const folder = mkdtempSync(join(tmpdir(), "write-whole-"));
const path = join(folder, "lijst.json");
const NEW = new TextEncoder().encode("nieuw");
const DISK: Disk = {
  create: (file, mode) => openSync(file, "wx", mode),
  write: (file, bytes) => writeFileSync(file, bytes),
  sync: fsyncSync,
  close: closeSync,
  rename: renameSync,
};

beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
  writeFileSync(path, "oud");
});
afterAll(() => rmSync(folder, { recursive: true }));

function broken(step: keyof Disk, code: string): Disk {
  return {
    ...DISK,
    [step]: () => {
      throw Object.assign(new Error("broken off"), { code });
    },
  };
}

test("puts new bytes in the place of the old", () => {
  writeWhole(path, "lijst.json", NEW);
  expect([readFileSync(path, "utf8"), readdirSync(folder)]).toEqual(["nieuw", ["lijst.json"]]);
});

test("what a symbolic link leads to is replaced, not the link", () => {
  symlinkSync(path, join(folder, "link.json"));
  writeWhole(join(folder, "link.json"), "link.json", NEW);
  expect(readFileSync(path, "utf8")).toBe("nieuw");
});

test.each(["weg.json", "link.json"])("a symbolic link to nothing, or to itself, stays as it is: %s", (target) => {
  const link = join(folder, "link.json");
  symlinkSync(join(folder, target), link);
  expect(() => writeWhole(link, "link.json", NEW)).toThrow(
    "link.json kan niet geschreven worden: dat is een snelkoppeling naar iets dat er niet is. Er is niets gewijzigd.",
  );
  expect([readlinkSync(link), readdirSync(folder)]).toEqual([join(folder, target), ["lijst.json", "link.json"]]);
});

test.each([
  ["600", "600"],
  ["640", "640"],
  ["444", "444"],
  ["666", "644"],
  ["755", "644"],
])("what had mode %s gives nobody more rights afterwards", (mode, expected) => {
  chmodSync(path, mode);
  writeWhole(path, "lijst.json", NEW);
  expect([readFileSync(path, "utf8"), (statSync(path).mode & 0o777).toString(8)]).toEqual(["nieuw", expected]);
});

test("a write that is called off at the last moment leaves the old file and nothing else", () => {
  const seen: string[] = [];
  const confirm = (): never => {
    seen.push(...readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8")));
    throw new ToolError("Er is iets gewijzigd.");
  };
  expect(() => writeWhole(path, "lijst.json", NEW, { confirm })).toThrow(new ToolError("Er is iets gewijzigd."));
  expect([seen, readFileSync(path, "utf8"), readdirSync(folder)]).toEqual([["oud", "nieuw"], "oud", ["lijst.json"]]);
});

test.each<[keyof Disk, string, string]>([
  ["create", "EROFS", "die map is alleen-lezen"],
  ["write", "ENOSPC", "de schijf is vol"],
  ["sync", "EIO", "het systeem weigert (EIO)"],
  ["rename", "EACCES", "je hebt er geen rechten voor"],
])("a write that breaks off at %s leaves the old file and nothing else", (step, code, words) => {
  expect(() => writeWhole(path, "lijst.json", NEW, { disk: broken(step, code) })).toThrow(
    `lijst.json kan niet geschreven worden: ${words}. Er is niets gewijzigd.`,
  );
  expect([readFileSync(path, "utf8"), readdirSync(folder)]).toEqual(["oud", ["lijst.json"]]);
});

test("half of the bytes on the disk are never seen under the name", () => {
  const half: Disk = {
    ...DISK,
    write: (file, bytes) => {
      DISK.write(file, bytes.subarray(0, 2));
      throw Object.assign(new Error("broken off"), { code: "ENOSPC" });
    },
  };
  expect(() => writeWhole(path, "lijst.json", NEW, { disk: half })).toThrow("de schijf is vol");
  expect([readFileSync(path, "utf8"), readdirSync(folder)]).toEqual(["oud", ["lijst.json"]]);
});

test("a secret takes no name that is taken", () => {
  expect(() => writeNewSecret(path, "lijst.json", NEW)).toThrow(
    "lijst.json kan niet geschreven worden: dat bestaat al. Er is niets gewijzigd.",
  );
  expect(readFileSync(path, "utf8")).toBe("oud");
});

test.each<keyof Disk>(["write", "sync", "rename"])("a secret whose write breaks off at %s is not there", (step) => {
  expect(() => writeNewSecret(join(folder, "sleutel"), "sleutel", NEW, broken(step, "EIO"))).toThrow("EIO");
  expect(readdirSync(folder)).toEqual(["lijst.json"]);
});

test("of files that belong together it is told which was written when another cannot take its name", () => {
  const files = ["a.csv", "b.html"].map((name) => ({ path: join(folder, name), name, bytes: NEW }));
  const disk: Disk = {
    ...DISK,
    rename: (from, to) => (to.endsWith("b.html") ? broken("rename", "EPERM") : DISK).rename(from, to),
  };
  expect(() => writeAllWhole(files, disk)).toThrow(
    "b.html kan niet geschreven worden: je hebt er geen rechten voor. Wel geschreven: a.csv.",
  );
  expect(readdirSync(folder).sort()).toEqual(["a.csv", "lijst.json"]);
});
