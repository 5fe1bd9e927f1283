import { placeKey, placeKeys } from "../../src/directory/place-name.ts";

/** Everything up to the general punctuation, with which names are written, and some letters far beyond. */
const LETTERS = [...Array.from({ length: 0x2100 }, (_, codePoint) => codePoint), 0xfb01, 0x1d400, 0x1f600].map(
  (codePoint) => String.fromCodePoint(codePoint),
);

test("the short ways to a name's key lead to the same as the long one, whatever letter is in it", () => {
  const inDecomposed = (name: string): string =>
    name
      .normalize("NFD")
      .replace(/[^\p{L}\p{N}]/gu, "")
      .toLowerCase();
  const names = LETTERS.flatMap((letter) => [letter, `Sint${letter}Anna`, `${letter}1-É`]);
  expect(names.filter((name) => placeKey(name) !== inDecomposed(name))).toEqual([]);
});

test("many names at once have the keys that each has alone", () => {
  const names = LETTERS.filter((letter) => letter !== "\n").flatMap((letter) => [letter, `Sint${letter}Anna`]);
  expect(placeKeys(names)).toEqual(names.map(placeKey));
  expect([placeKeys([]), placeKeys([""]), placeKeys(["-", "A"])]).toEqual([[], [""], ["", "a"]]);
});

test.each([
  ["Dilsen-Stokkem", "dilsen stokkem"],
  ["OPITTER", "Opitter"],
  ["'s Heren Hof", "’s-herenhof"],
  ["Één Beek", "een beek"],
  ["Één Beek", "E\u0301e\u0301n Beek"],
])("%s is %s", (one, other) => {
  expect(placeKey(one)).toBe(placeKey(other));
});

test.each([
  ["Beek", "Beke"],
  ["Dorp 1", "Dorp 2"],
  ["Hoog-Veld", "Laag-Veld"],
])("%s is not %s", (one, other) => {
  expect(placeKey(one)).not.toBe(placeKey(other));
});
