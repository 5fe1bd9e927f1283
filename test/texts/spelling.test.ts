import { spelled } from "../../src/texts/nl/spelling.ts";

test("spells a word letter by letter, each with a name", () => {
  expect(spelled("bom")).toBe("b van Bernard, o van Oscar, m van Maria");
});

test.each([..."abcdefghijklmnopqrstuvwxyz"])("the name for %s begins with it", (letter) => {
  expect(spelled(letter)).toMatch(new RegExp(`^${letter} van ${letter.toUpperCase()}[a-zë]+$`));
});

test("a letter without a name stands for itself", () => {
  expect(spelled("é")).toBe("é van é");
});
