import { breakLines } from "../../src/document/text-lines.ts";

/** Each letter is one wide. */
const measure = (text: string): number => text.length;
const shown = (texts: readonly string[], width: number): string[] =>
  breakLines(texts, width, measure).map((line) => line.map(({ run, text }) => `${run}:${text}`).join("|"));

test.each<[string, string[], number, string[]]>([
  ["nothing", [""], 10, []],
  ["a text that fits", ["één twee"], 10, ["0:één twee"]],
  ["words that do not fit on a line", ["aaa bbb ccc"], 7, ["0:aaa bbb ", "0:ccc"]],
  ["a space that falls just outside", ["aaaa bbbb"], 4, ["0:aaaa ", "0:bbbb"]],
  ["a word wider than a line", ["aa bbbbbbbbbb c"], 4, ["0:aa ", "0:bbbb", "0:bbbb", "0:bb c"]],
  ["a long word with a hyphen near the edge", ["abcdef-ghijkl"], 8, ["0:abcdef-", "0:ghijkl"]],
  ["a long word with a hyphen far from the edge", ["a-bcdefghijkl"], 8, ["0:a-bcdefg", "0:hijkl"]],
  ["a line feed", ["aa\nbb"], 9, ["0:aa ", "0:bb"]],
  ["white space in plenty", ["  aa  \t bb "], 9, ["0:aa bb "]],
  ["a link with a full stop stuck to it", ["see ", "link", ". Next"], 9, ["0:see |1:link|2:. ", "2:Next"]],
  ["a link in the middle of a long word", ["aaaa", "bbbb", "cc"], 5, ["0:aaaa|1:b", "1:bbb|2:cc"]],
  ["combining marks", ["x̂x̂x̂x̂"], 4, ["0:x̂x̂", "0:x̂x̂"]],
])("breaks %s", (_name, texts, width, expected) => {
  expect(shown(texts, width)).toEqual(expected);
});

test("gives every fragment its place", () => {
  expect(breakLines(["see ", "link"], 9, measure)).toEqual([
    [
      { run: 0, text: "see ", x: 0, width: 4 },
      { run: 1, text: "link", x: 4, width: 4 },
    ],
  ]);
});

test("puts a letter that is wider than the line on a line of its own", () => {
  expect(shown(["abc"], 0.5)).toEqual(["0:a", "0:b", "0:c"]);
});
