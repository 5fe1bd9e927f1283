import {
  array,
  boolean,
  check,
  type InferOutput,
  minLength,
  optional,
  pipe,
  safeParse,
  strictObject,
  string,
} from "valibot";
import { decodeText, readBytes } from "./files.ts";
import { layOut } from "./json-layout.ts";
import { jsonOrNothing } from "./json-value.ts";
import { pathOf, type Surroundings, TRUSTED_KEYS } from "./surroundings.ts";
import { ToolError } from "./tool-error.ts";
import { onOneLine } from "./visible.ts";
import { writeWhole } from "./write-whole.ts";

const text = pipe(string(), minLength(1));
/** Printed as it stands; the build takes more names than keygen gives. */
const name = pipe(
  text,
  check((value) => value === onOneLine(value)),
);
const schema = strictObject({
  keys: array(strictObject({ name, publicKey: text, development: optional(boolean()) })),
});

/** One entry of `protocols/trusted-keys.json`. */
export type TrustedEntry = InferOutput<typeof schema>["keys"][number];

/** The keys that a release trusts. Throws a ToolError when the file is not what the build takes. */
export function readTrustedKeys(around: Surroundings): readonly TrustedEntry[] {
  const source = decodeText(readBytes(pathOf(around, TRUSTED_KEYS), TRUSTED_KEYS), TRUSTED_KEYS);
  const read = safeParse(schema, jsonOrNothing(source));
  if (!read.success) throw new ToolError(`${TRUSTED_KEYS} heeft niet de juiste vorm. Zie docs/directory.md.`);
  return read.output.keys;
}

export function writeTrustedKeys(keys: readonly TrustedEntry[], around: Surroundings): void {
  writeWhole(pathOf(around, TRUSTED_KEYS), TRUSTED_KEYS, new TextEncoder().encode(layOut({ keys })));
}
