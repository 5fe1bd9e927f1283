// Made by scripts/fonts.py from the fonts in assets/fonts; do not edit.

/** First and last code point of each run of letters that both weights of the document's font have. */
const RANGES: readonly (readonly [first: number, last: number])[] = [
  [0x0020, 0x007e],
  [0x00a0, 0x00ac],
  [0x00ae, 0x024f],
  [0x02b9, 0x02bc],
  [0x02be, 0x02bf],
  [0x0300, 0x0338],
  [0x1e00, 0x1eff],
  [0x2010, 0x2015],
  [0x2018, 0x201e],
  [0x2020, 0x2022],
  [0x2026, 0x2026],
  [0x2030, 0x2030],
  [0x2032, 0x2033],
  [0x2039, 0x203a],
  [0x20ac, 0x20ac],
  [0x2116, 0x2116],
  [0x2122, 0x2122],
];

/** Whether the document's font draws this code point, so that the PDF has no hole (the rule of `FieldRules`). */
export function fontHasLetter(codePoint: number): boolean {
  return RANGES.some(([first, last]) => first <= codePoint && codePoint <= last);
}
