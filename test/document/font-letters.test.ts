import { create } from "fontkit";
import { fontHasLetter } from "../../src/document/font-letters.ts";
import { fontFile } from "./fonts.ts";

/** Closes the segments of a cmap of format 4; no character. */
const CMAP_END = 0xffff;
const LAST_CODE_POINT = 0x10ffff;

const letters = Array.from({ length: LAST_CODE_POINT + 1 }, (_, code) => code).filter(fontHasLetter);

describe.each(["Regular", "Bold"] as const)("the font %s", (weight) => {
  const font = create(Buffer.from(fontFile(weight)));
  if (!("characterSet" in font)) throw new TypeError("expected one font, not a collection");

  test("has exactly the listed letters", () => {
    const inFont = font.characterSet.filter((code) => code !== CMAP_END).sort((a, b) => a - b);
    expect(inFont).toEqual(letters);
  });

  test("draws each letter with a glyph of its own, so that each can be read back", () => {
    const glyphs = letters.map((code) => font.glyphForCodePoint(code).id);
    expect(glyphs).not.toContain(0);
    expect(new Set(glyphs).size).toBe(letters.length);
  });
});

test("the font engine can lay out every letter with every mark, and every mark with every other", () => {
  const font = create(Buffer.from(fontFile("Regular")));
  if (!("layout" in font)) throw new TypeError("expected one font, not a collection");
  const all = letters.map((code) => String.fromCodePoint(code));
  const marks = all.filter((letter) => /\p{M}/u.test(letter));
  // It threw where a letter lacks an anchor for the kind of mark (fontkit 2.0.4).
  for (const letter of all) expect(() => font.layout(marks.map((mark) => letter + mark).join(""))).not.toThrow();
});

test.each([..."ABCabc0189 .,'’-–—…•€äéèêëïöüçñșțğışłżđĐơưạếốữỵǎȘȚŐŰåøæœßþðŒ"])("has %s", (letter) => {
  expect(fontHasLetter(letter.codePointAt(0) ?? 0)).toBe(true);
});

test.each([
  ["a Cyrillic letter", "ж"],
  ["a Greek letter", "λ"],
  ["an Arabic letter", "ع"],
  ["a Chinese letter", "李"],
  ["an emoji", "😀"],
  ["a soft hyphen", "\u00ad"],
  ["a zero-width space", "\u200b"],
  ["a mark that turns the direction", "\u202e"],
  ["a line feed", "\n"],
])("does not have %s", (_name, letter) => {
  expect(fontHasLetter(letter.codePointAt(0) ?? 0)).toBe(false);
});
