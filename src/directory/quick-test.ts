import {
  type ArraySchema,
  type CustomSchema,
  type GenericSchema,
  is,
  type NullableSchema,
  type ObjectEntries,
  type StrictObjectSchema,
} from "valibot";

type Test = (value: unknown) => boolean;
/** What most of a directory is made of. */
type Known =
  | StrictObjectSchema<ObjectEntries, undefined>
  | ArraySchema<GenericSchema, undefined>
  | NullableSchema<GenericSchema, undefined>
  | CustomSchema<unknown, string>;
interface PipeItem {
  readonly type: string;
  readonly requirement?: unknown;
}

/**
 * A test that answers as valibot's `is(schema, value)` does, in a part of the time: it goes through the schema once, and
 * makes nothing while it looks (docs/decisions.md). For values as `JSON.parse` gives them, and schemas that change nothing
 * of the value.
 */
export function quickTest(schema: GenericSchema): Test {
  if ("pipe" in schema && Array.isArray(schema.pipe)) return pipeTest(schema, schema.pipe);
  const known = schema as Known;
  switch (known.type) {
    case "strict_object":
      return objectTest(known.entries);
    case "array": {
      const item = quickTest(known.item);
      return (value) => Array.isArray(value) && value.every(item);
    }
    case "nullable": {
      const wrapped = quickTest(known.wrapped);
      return (value) => value === null || wrapped(value);
    }
    case "custom":
      return known.check;
    default:
      return (value) => is(schema, value);
  }
}

/** The first of a pipe is its schema; of the rest, those that lists have are known here. */
function pipeTest(schema: GenericSchema, [first, ...rest]: readonly PipeItem[]): Test {
  const least = rest.find(({ type }) => type === "min_length");
  if (first?.type !== "array" || rest.some((item) => item !== least && item.type !== "readonly")) {
    return (value) => is(schema, value);
  }
  const whole = quickTest(first as GenericSchema);
  return (value) => whole(value) && (value as readonly unknown[]).length >= Number(least?.requirement ?? 0);
}

/** No value of JSON is `undefined`, so that a key which is not there fails its test; the count leaves no room for another. */
function objectTest(entries: ObjectEntries): Test {
  const keys = Object.keys(entries);
  const inherited = keys.find((key) => key in Object.prototype);
  if (inherited !== undefined) throw new TypeError(`quickTest: every object has ${inherited}`);
  const tests = Object.values(entries).map((entry) => quickTest(entry as GenericSchema));
  return (value) => {
    if (typeof value !== "object" || value === null) return false;
    let count = 0;
    for (const _key in value) count++;
    if (count !== keys.length) return false;
    const members = value as Readonly<Record<string, unknown>>;
    for (let index = 0; index < keys.length; index++) {
      const member = members[keys[index] ?? ""];
      if (member === undefined || !tests[index]?.(member)) return false;
    }
    return true;
  };
}
