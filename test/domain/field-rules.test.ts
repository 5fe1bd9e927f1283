import fc from "fast-check";
import { isEmailAddress, normalise, readField } from "../../src/domain/field-rules.ts";
import { RULES } from "./sample-rules.ts";

const LIMITS = { longest: 20, optional: false };

test.each([
  ["  An  ", "An"],
  ["An\t \n Maria", "An Maria"],
  ["An\u00a0Maria", "An Maria"],
  ["Zoe\u0308", "Zoë"],
  ["VAN den Berg", "VAN den Berg"],
  ["ș ț ğ ı ơ ế", "ș ț ğ ı ơ ế"],
  ["   ", ""],
])("%j becomes %j", (typed, value) => {
  expect(normalise(typed)).toBe(value);
});

test("what is normal stays as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (typed) => {
      const once = normalise(typed);
      expect(normalise(once)).toBe(once);
    }),
  );
});

test.each([
  ["a zero width space", "An\u200bMaria"],
  ["a mark that turns the letters around", "An\u202eairaM"],
  ["a soft hyphen", "An\u00adMaria"],
  ["a NUL", "An\u0000"],
  ["half a letter", "An\ud83d"],
  ["a letter of nobody's", "An\ue000"],
])("%s is a control character", (_name, typed) => {
  expect(readField("firstName", typed, LIMITS, RULES)).toEqual({
    ok: false,
    issues: [{ code: "control-character", field: "firstName" }],
  });
});

test.each([
  ["☃", "An ☃ Maria ☃"],
  ["😀", "An 😀"],
])("the letter %s that the font lacks is named, the first one only", (letter, typed) => {
  expect(readField("firstName", typed, LIMITS, RULES)).toEqual({
    ok: false,
    issues: [{ code: "letter-not-in-font", field: "firstName", letter }],
  });
});

test("the longest value is measured after normalising, and is never cut", () => {
  const longest = "a".repeat(20);
  expect(readField("street", `  ${longest}  `, LIMITS, RULES)).toEqual({ ok: true, value: longest });
  expect(readField("street", `${longest}a`, LIMITS, RULES)).toEqual({
    ok: false,
    issues: [{ code: "too-long", field: "street", most: 20, received: 21 }],
  });
});

test.each(["firstName", "lastName", "street", "municipality", "sender.name", "sender.team"] as const)(
  "%s has a letter",
  (field) => {
    expect(readField(field, "12 -", LIMITS, RULES)).toEqual({ ok: false, issues: [{ code: "no-letter", field }] });
    expect(readField(field, "Ő", LIMITS, RULES)).toEqual({ ok: true, value: "Ő" });
  },
);

test.each(["3960", " 3960 ", "39 60", "3\u00a0960", "3 9\t6 0"])("%j is the postcode 3960", (typed) => {
  expect(readField("postcode", typed, { longest: 4, optional: false }, RULES)).toEqual({ ok: true, value: "3960" });
});

test.each(["0960", "396", "39600", "B-3960", "3960 Bree", "٣٩٦٠"])("%s is no postcode", (typed) => {
  expect(readField("postcode", typed, { longest: 4, optional: false }, RULES)).toEqual({
    ok: false,
    issues: [{ code: "postcode-format", field: "postcode" }],
  });
});

test("an empty field is missing, unless it may be empty", () => {
  expect(readField("email", " \t", { longest: 20, optional: false }, RULES)).toEqual({
    ok: false,
    issues: [{ code: "missing", field: "email" }],
  });
  expect(readField("email", " \t", { longest: 20, optional: true }, RULES)).toEqual({ ok: true, value: "" });
});

test.each([
  "an@dorp.example",
  "an.de-boer+x@sub.dorp.example",
  "o'brien@dorp.example",
  "AN@DORP.EXAMPLE",
  `${"a".repeat(64)}@dorp.example`,
])("%s is an e-mail address", (text) => {
  expect(isEmailAddress(text)).toBe(true);
});

test.each([
  "an",
  "an@dorp",
  "@dorp.example",
  "an@@dorp.example",
  "an@dorp..example",
  "an@-dorp.example",
  "an@dorp-.example",
  ".an@dorp.example",
  "an.@dorp.example",
  "a..n@dorp.example",
  "an @dorp.example",
  "an@dorp.example,bo@dorp.example",
  "An <an@dorp.example>",
  "zoë@dorp.example",
  "an@dörp.example",
  "an@dorp.example\n",
  `${"a".repeat(65)}@dorp.example`,
  `an@${"a".repeat(64)}.example`,
])("%j is no e-mail address", (text) => {
  expect(isEmailAddress(text)).toBe(false);
});

test("a text made to tire a pattern is answered like any other", () => {
  expect(isEmailAddress(`a@${"a-".repeat(50_000)}`)).toBe(false);
  expect(isEmailAddress(`a@${"a.".repeat(50_000)}`)).toBe(false);
});
