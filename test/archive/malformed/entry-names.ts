import { type ArchivePlan, names, text } from "../build-archive.ts";
import type { HostileRow } from "./hostile-case.ts";

/*
 * A name is that of a file below a folder that somebody chose, on every system, and shows as what it is. No message quotes
 * one.
 */

const named = (name: string): ArchivePlan => ({ folders: [{ contents: [text("x")] }], names: [name] });
const both = (first: string, second: string): ArchivePlan => ({ names: [first, second] });
const CLASH = "a file has the name of a folder";
/** A third entry without content: a file where `emptyFile` says so, a folder otherwise. */
const withThird = (first: string, third: string, emptyFile: number): ArchivePlan => ({
  fileCount: 3,
  properties: [{ id: 0x0e, value: 0b0010_0000 }, { id: 0x0f, value: emptyFile }, names(first, "1.txt", third)],
});
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
  // Joiners and selectors within emoji and Persian.
  "\u{1f469}\u200d\u{1f4bb}.txt",
  "\u2764\ufe0f",
  "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
];

const FORBIDDEN = [
  ...range(0x01, 0x1f),
  ...range(0x7f, 0x9f),
  // What is not seen, or looks like a space.
  0x00ad,
  0x115f,
  0x200b,
  0x2060,
  0x2800,
  0x3164,
  0xfeff,
  // Ends of lines, no character, and one of private use.
  0x2028,
  0x2029,
  0x0378,
  0xfdd0,
  0xe000,
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
  ...["a.", "a ", "a./b", "a /b", "...", " ", "a\u00a0", "a\u3000/b"].map(
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
  ...[
    ["\ufb01.txt", "fi.txt"],
    ["a\u200db", "ab"],
    ["stra\u00dfe", "STRASSE"],
    ["\u03c3", "\u03c2"],
    ["\uff41.txt", "a.txt"],
  ].map(
    ([first = "", second = ""]): HostileRow => [
      `${first} beside ${second}, which some system takes for the same`,
      both(first, second),
      "name",
      "two files have the same name",
    ],
  ),
  ["a file that is the folder of another", both("a", "a/b"), "name", CLASH],
  ["a file that is a folder further up, in capitals", both("A/B", "a/b/c/d"), "name", CLASH],
  ["an empty file that is the folder of another", withThird("map/0.txt", "map", 0x80), "name", CLASH],
  ["a folder with a file in it", withThird("map/0.txt", "map", 0), "ok", "map/0.txt,1.txt,map"],
  ["files in the same folder", both("map/a", "map/b"), "ok", "map/a,map/b"],
  ["names of which one begins as the other", both("map", "map2/b"), "ok", "map,map2/b"],
  ["names that differ", both("e.txt", "é.txt"), "ok", "e.txt,é.txt"],
];
