import { readFileSync } from "node:fs";
import fc from "fast-check";
import { layOut } from "../../scripts/directory/json-layout.ts";
import { MOST_VALUES, scanJson } from "../../scripts/directory/json-source.ts";

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test("every text of JSON is read, and each value found where it stands", () => {
  const values = fc.jsonValue({ maxDepth: 4 });
  fc.assert(fc.property(values, (value) => scanJson(JSON.stringify(value, null, 1)).ok));
  const text = '{"a": [1, {"b": "x"}], "a b": null}';
  const source = scanJson(text);
  const offsets = source.ok ? Object.fromEntries(source.offsets) : {};
  expect(offsets).toEqual({ "": 0, a: 6, "a[0]": 7, "a[1]": 10, "a[1].b": 16, '["a b"]': 30 });
});

test("takes and refuses the same texts as JSON.parse, when any piece is put in or left out", () => {
  const pieces = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    '"a"',
    '"\\u00e9"',
    '"\\x"',
    "1",
    "-",
    "01",
    "1e5",
    "1.",
    "true",
    "nul",
    " ",
    "\n",
    "\u007f",
    "\u0001",
    '"\u0085"',
    '"\u0001"',
    "é",
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 8 }), (parts) => {
      const text = parts.join("");
      return scanJson(text).ok === parses(text);
    }),
    { numRuns: 3000 },
  );
});

test("a thousand lists in each other are refused, not a reason to break down", () => {
  expect(scanJson("[".repeat(1000))).toEqual({ ok: false, offset: 101, expected: "value" });
});

test.each([
  ["one text", JSON.stringify("a\u00e9".repeat(4_999_000))],
  ["one text of escapes", `"${"\\n".repeat(4_999_000)}"`],
  ["one number", "1".repeat(9_999_000)],
  ["space", `${" ".repeat(9_999_000)}1`],
])("%s of ten million characters is read too", (_name, text) => {
  expect(scanJson(text)).toEqual({
    ok: true,
    offsets: new Map([["", text.length - text.trimStart().length]]),
    twice: [],
  });
});

test("more values than any directory has are refused before they fill the memory", () => {
  expect(scanJson(`[${"1,".repeat(MOST_VALUES - 2)}1]`).ok).toBe(true);
  expect(scanJson(`[${"1,".repeat(MOST_VALUES - 1)}1]`)).toEqual({
    ok: false,
    offset: 2 * MOST_VALUES - 1,
    expected: "fewer-values",
  });
});

test.each(["protocols/directory.json", "protocols/demo/directory.json", "docs/directory.schema.json"])(
  "%s is laid out as a written file is",
  (path) => {
    const text = readFileSync(path, "utf8");
    expect(layOut(JSON.parse(text))).toBe(text);
  },
);
