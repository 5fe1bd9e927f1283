import fc from "fast-check";
import { DUTCH_WORDS } from "../../src/password/dutch-words.ts";
import { isPassphrase, newPassphrase, passphraseWords } from "../../src/password/passphrase.ts";

const FIRST = DUTCH_WORDS.slice(0, 7).join("-");

test("seven words are chosen, each by its own draw over the whole list", () => {
  const asked: number[] = [];
  const made = newPassphrase((upperBound) => {
    asked.push(upperBound);
    return asked.length - 1;
  });
  expect({ made, asked }).toEqual({ made: FIRST, asked: Array.from({ length: 7 }, () => 2048) });
});

test("the first and the last word can both be drawn", () => {
  expect(passphraseWords(newPassphrase((upperBound) => upperBound - 1))).toEqual(
    Array.from({ length: 7 }, () => DUTCH_WORDS.at(-1)),
  );
});

test("whatever is drawn, a passphrase is lower-case ASCII of at most 62 characters, and gives its words back", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2047), { minLength: 7, maxLength: 7 }), (draws) => {
      let next = 0;
      const made = newPassphrase(() => draws[next++] ?? -1);
      expect(made).toMatch(/^[a-z-]{34,62}$/);
      expect(passphraseWords(made)).toEqual(draws.map((draw) => DUTCH_WORDS[draw]));
    }),
  );
});

test.each([2048, -1, 0.5, Number.NaN])("a source that draws %d makes no passphrase", (draw) => {
  expect(() => newPassphrase(() => draw)).toThrow(RangeError);
});

test.each([
  ["six words", FIRST.split("-").slice(1).join("-"), false],
  ["eight words", `${FIRST}-${DUTCH_WORDS[0]}`, false],
  ["capitals", FIRST.toUpperCase(), false],
  ["a word that is not in the list", FIRST.replace(/^[a-z]+/, "zzzz"), false],
  ["spaces between", FIRST.replaceAll("-", " "), false],
  ["what we make", FIRST, true],
])("recognises %s", (_name, text, expected) => {
  expect(isPassphrase(text)).toBe(expected);
});
