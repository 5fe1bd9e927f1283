import { directorySchema } from "../../src/directory/directory-schema.ts";
import { keysText } from "./json-value.ts";

type Keys = readonly (string | number)[];

/** The paths of all keys that a directory does not have; valibot names the first of an object alone (strictObject, 1.x). */
export function unknownKeys(json: unknown): readonly string[] {
  return keysBeyond(directorySchema, json, []).map(keysText);
}

/** Goes through schema and value together; what is of another kind than the schema wants, other rules tell. */
function keysBeyond(schema: unknown, json: unknown, keys: Keys): readonly Keys[] {
  if (typeof json !== "object" || json === null) return [];
  const wrapped = member(schema, "wrapped");
  if (wrapped !== undefined) return keysBeyond(wrapped, json, keys);
  if (Array.isArray(json)) {
    const item = member(schema, "item");
    return json.flatMap((value: unknown, index) => keysBeyond(item, value, [...keys, index]));
  }
  const entries = member(schema, "entries");
  if (entries === undefined) return [];
  return Object.entries(json).flatMap(([key, value]) => {
    const entry = member(entries, key);
    return entry === undefined ? [[...keys, key]] : keysBeyond(entry, value, [...keys, key]);
  });
}

function member(of: unknown, key: string): unknown {
  if (typeof of !== "object" || of === null) return undefined;
  return Object.getOwnPropertyDescriptor(of, key)?.value;
}
