/**
 * Makes the document's fonts and the list of their letters: `npx tsx scripts/fonts.ts`. Needs pyftsubset (Debian:
 * fonttools) and the fonts of fonts-noto-core. Run by hand, only when the letters or the source change.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { create } from "fontkit";

const SOURCE = "/usr/share/fonts/truetype/noto";
const TARGET = "assets/fonts";
/** Closes the segments of a cmap of format 4 and is no character (OpenType, cmap, format 4). */
const CMAP_END = 0xffff;
const WEIGHTS = ["Regular", "Bold"];

/** What a name, an address or our own text may hold; no invisible or direction-turning characters. */
const LETTERS = [
  "U+0020-007E", // Basic Latin
  "U+00A0-00AC", // Latin-1, without the soft hyphen
  "U+00AE-024F", // Latin-1, Extended-A, Extended-B
  "U+1E00-1EFF", // Latin Extended Additional: Vietnamese among others
  "U+02B9-02BC", // modifier letters that stand for an apostrophe
  "U+02BE-02BF", // half rings of transliterated Arabic
  "U+0300-0338", // combining marks
  "U+2010-2015", // hyphens and dashes
  "U+2018-201E", // quotation marks
  "U+2020-2022", // daggers, bullet
  "U+2026", // ellipsis
  "U+2030", // per mille
  "U+2032-2033", // primes
  "U+2039-203A", // single angle quotation marks
  "U+20AC", // euro
  "U+2116", // numero
  "U+2122", // trade mark
];

for (const weight of WEIGHTS) {
  execFileSync("pyftsubset", [
    `${SOURCE}/NotoSans-${weight}.ttf`,
    `--unicodes=${LETTERS.join(",")}`,
    "--layout-features=ccmp,mark,mkmk,kern",
    "--no-hinting",
    "--no-legacy-kern",
    "--no-glyph-names",
    "--name-IDs=0,1,2,3,4,5,6,13,14",
    "--name-languages=0x409",
    "--drop-tables+=gasp,DSIG,STAT",
    "--notdef-outline",
    "--no-recalc-timestamp",
    `--output-file=${TARGET}/NotoSans-${weight}-Latin.ttf`,
  ]);
}

const sets = WEIGHTS.map((weight) => {
  const font = create(readFileSync(`${TARGET}/NotoSans-${weight}-Latin.ttf`));
  return new Set("characterSet" in font ? font.characterSet.filter((code) => code !== CMAP_END) : []);
});
const inBoth = [...(sets[0] ?? [])].filter((code) => sets.every((set) => set.has(code))).sort((a, b) => a - b);

const ranges: [first: number, last: number][] = [];
for (const code of inBoth) {
  const open = ranges.at(-1);
  if (open !== undefined && open[1] === code - 1) open[1] = code;
  else ranges.push([code, code]);
}

const hex = (code: number): string => `0x${code.toString(16).padStart(4, "0")}`;
writeFileSync(
  "src/document/font-letters.ts",
  `// Made by scripts/fonts.ts from the fonts in assets/fonts; do not edit.

/** First and last code point of each run of letters that both weights of the document's font have. */
const RANGES: readonly (readonly [first: number, last: number])[] = [
${ranges.map(([first, last]) => `  [${hex(first)}, ${hex(last)}],`).join("\n")}
];

/** Whether the document's font draws this code point, so that the PDF has no hole (the rule of \`FieldRules\`). */
export function fontHasLetter(codePoint: number): boolean {
  return RANGES.some(([first, last]) => first <= codePoint && codePoint <= last);
}
`,
);
