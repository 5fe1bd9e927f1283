import { DUTCH_WORDS } from "../../src/password/dutch-words.ts";

const pairs = DUTCH_WORDS.flatMap((a, index) => DUTCH_WORDS.slice(index + 1).map((b) => [a, b] as const));

test("the list has 512 words, in alphabetical order, each once", () => {
  expect(DUTCH_WORDS).toHaveLength(512);
  expect(DUTCH_WORDS).toEqual([...new Set(DUTCH_WORDS)].sort());
});

test("every word has 4 to 8 letters of a to z, none of them q, x, y or a c that is not part of ch", () => {
  expect(DUTCH_WORDS.filter((word) => !/^[a-z]{4,8}$/.test(word) || /[qxy]|c(?!h)/.test(word))).toEqual([]);
});

test("four letters are enough to know a word", () => {
  expect(pairs.filter(([a, b]) => a.slice(0, 4) === b.slice(0, 4))).toEqual([]);
});

test("one letter that is misheard, lost or added never makes another word of the list", () => {
  expect(pairs.filter(([a, b]) => withinOneEdit(a, b))).toEqual([]);
});

test("no two words sound alike in Flanders", () => {
  expect(pairs.filter(([a, b]) => sound(a) === sound(b))).toEqual([]);
});

test.each([
  ["ei and ij", "leiden", "lijden"],
  ["au and ou", "rauw", "rouw"],
  ["d and t at the end", "hard", "hart"],
  ["g and ch", "vlag", "vlach"],
  ["b and p", "krab", "krap"],
  ["v and f, z and s", "vazen", "fasen"],
  ["one consonant and two", "balen", "ballen"],
])("the test for sound takes %s for the same", (_name, a, b) => {
  expect(sound(a)).toBe(sound(b));
});

test.each([
  ["the same word", "boom", "boom", true],
  ["another letter", "boom", "boot", true],
  ["a letter more", "boom", "bloom", true],
  ["two letters", "boom", "blok", false],
  ["two letters turned around", "worst", "worts", false],
])("the test for one edit knows %s", (_name, a, b, expected) => {
  expect(withinOneEdit(a, b)).toBe(expected);
});

/** What a word sounds like, roughly, to somebody on a telephone. */
function sound(word: string): string {
  return word
    .replaceAll("ij", "ei")
    .replaceAll("au", "ou")
    .replaceAll("ch", "g")
    .replaceAll("b", "p")
    .replaceAll("v", "f")
    .replaceAll("z", "s")
    .replaceAll("d", "t")
    .replace(/([^aeiou])\1/g, "$1");
}

/** Levenshtein distance of 0 or 1. */
function withinOneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from++;
  const rest = short.length === long.length ? short.slice(from + 1) : short.slice(from);
  return rest === long.slice(from + 1);
}
