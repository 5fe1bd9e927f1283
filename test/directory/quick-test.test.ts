import {
  array,
  boolean,
  check,
  custom,
  type GenericSchema,
  is,
  minLength,
  nullable,
  number,
  pipe,
  strictObject,
  string,
} from "valibot";
import { directorySchema } from "../../src/directory/directory-schema.ts";
import { quickTest } from "../../src/directory/quick-test.ts";
import { changed, fullFile, type Json } from "./sample-directory.ts";

const FILE = fullFile();
const STRANGE: readonly (Json | undefined)[] = [
  undefined,
  null,
  true,
  0,
  1,
  1.5,
  "",
  "x",
  [],
  ["x"],
  [null],
  {},
  { x: 1 },
];
const passes = quickTest(directorySchema);

test("takes a directory", () => {
  expect(passes(FILE)).toBe(true);
});

test.each(pathsOf(FILE).map((path) => [path.join("."), path]))(
  "says the same as valibot of strange values at %s",
  (_name, path) => {
    for (const value of STRANGE) {
      const file = changed(FILE, path, value);
      expect([value, passes(file)]).toEqual([value, is(directorySchema, file)]);
    }
  },
);

test.each(["__proto__", "constructor", "toString", "cc"])("refuses the key %s wherever it stands", (key) => {
  const objects = pathsOf(FILE).filter((path) => typeof path.at(-1) === "string");
  for (const path of objects) {
    const more: Json = JSON.parse(
      JSON.stringify(changed(FILE, [...path.slice(0, -1), "UNKNOWN"], "x")).replace("UNKNOWN", key),
    );
    const other: Json = JSON.parse(
      JSON.stringify(changed(changed(FILE, path, undefined), [...path.slice(0, -1), "UNKNOWN"], "x")).replace(
        "UNKNOWN",
        key,
      ),
    );
    expect([path, is(directorySchema, more), is(directorySchema, other)]).toEqual([path, false, false]);
    expect([path, passes(more), passes(other)]).toEqual([path, false, false]);
  }
});

test.each<[string, GenericSchema, readonly unknown[]]>([
  ["a list with a least length", pipe(array(number()), minLength(2)), [[1], [1, 2], [1, "2"], "12", null]],
  [
    "a list with another check",
    pipe(
      array(number()),
      check((list) => list[0] === 1),
    ),
    [[1], [2], [], ["1"]],
  ],
  [
    "a text with a check",
    pipe(
      string(),
      check((text) => text === "a"),
    ),
    ["a", "b", 1],
  ],
  ["what may be null", nullable(boolean()), [null, true, undefined, 0]],
  ["a custom check", custom<string>((value) => value === "a"), ["a", "b", null]],
  [
    "a block in a block",
    strictObject({ a: strictObject({ b: string() }) }),
    [{ a: { b: "" } }, { a: { b: 1 } }, { a: {} }, { a: [] }, {}],
  ],
])("says the same as valibot of %s", (_name, schema, values) => {
  const quick = quickTest(schema);
  expect(values.map((value) => quick(value))).toEqual(values.map((value) => is(schema, value)));
});

/** Of everything in `value`, itself not. */
function pathsOf(value: Json, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (value === null || typeof value !== "object") return [];
  const children: readonly (readonly [string | number, Json])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return children.flatMap(([key, child]) => [[...path, key], ...pathsOf(child, [...path, key])]);
}

test("knows no object with a key that every object has", () => {
  expect(() => quickTest(strictObject({ constructor: string() }))).toThrow(
    new TypeError("quickTest: every object has constructor"),
  );
});
