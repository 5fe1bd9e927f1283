import { type ArchivePlan, text } from "../build-archive.ts";
import type { HostileRow } from "./hostile-case.ts";

/*
 * A name is that of a file below a folder that somebody chose, on every system, and shows as what it is. No message quotes
 * one.
 */

const named = (name: string): ArchivePlan => ({ folders: [{ contents: [text("x")] }], names: [name] });
const both = (first: string, second: string): ArchivePlan => ({ names: [first, second] });
const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

const GOOD = [
  "a b",
  ".a",
  "é",
  "\u{1f600}.txt",
  "map/a.txt",
  "a..b",
  "console.txt",
  "com10",
  "auxiliary",
  "(1) [2] #%&'",
];

const FORBIDDEN = [
  ...range(0x01, 0x1f),
  ...range(0x7f, 0x9f),
  0x061c,
  0x200e,
  0x200f,
  ...range(0x202a, 0x202e),
  ...range(0x2066, 0x2069),
  ...[...'\\:*?"<>|'].map((character) => character.charCodeAt(0)),
];

const DEVICES = [
  "con",
  "CON",
  "prn",
  "aux",
  "nul",
  "com0",
  "com1",
  "COM9",
  "com¹",
  "lpt1",
  "LPT³",
  "conin$",
  "CONOUT$",
];

export const ENTRY_NAMES: readonly HostileRow[] = [
  ...GOOD.map((name): HostileRow => [`the name ${name}`, named(name), "ok", name]),
  ...["", ".", "..", "../a", "a/..", "a/./b", "a/../b", "/a", "a/", "a//b"].map(
    (name): HostileRow => [`the name "${name}"`, named(name), "name", "a file name with an empty part, . or .."],
  ),
  ...FORBIDDEN.map(
    (code): HostileRow => [
      `a name with U+${code.toString(16).padStart(4, "0")}`,
      named(`a${String.fromCharCode(code)}b`),
      "name",
      "a file name with a character that is not allowed",
    ],
  ),
  ...["\ud800", "a\udc00b", "\udc00\ud800"].map(
    (name, index): HostileRow => [
      `half a character (${index})`,
      named(name),
      "name",
      "a file name with half a character",
    ],
  ),
  ...["a.", "a ", "a./b", "a /b", "...", " "].map(
    (name): HostileRow => [
      `the name "${name}"`,
      named(name),
      "name",
      "a file name with a part that ends in a dot or a space",
    ],
  ),
  ...DEVICES.flatMap((name) => [name, `${name}.txt`, `map/${name}.tar.gz`, `${name} .txt`]).map(
    (name): HostileRow => [`the device ${name}`, named(name), "name", "a file name that Windows keeps for a device"],
  ),
  ["the same name twice", both("a", "a"), "name", "two files have the same name"],
  ["a name in capitals", both("a.txt", "A.TXT"), "name", "two files have the same name"],
  ["a name in another form", both("\u00e9", "e\u0301"), "name", "two files have the same name"],
  ["a name in another form, in capitals", both("\u00e9", "E\u0301"), "name", "two files have the same name"],
  ["names that differ", both("e.txt", "é.txt"), "ok", "e.txt,é.txt"],
];
