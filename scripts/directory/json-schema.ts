import { type JsonSchema, toJsonSchema } from "@valibot/to-json-schema";
import { directorySchema, EXPECTED, type ValueRule } from "../../src/directory/directory-schema.ts";

const LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const MAIL_LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
/** No letter of another script. */
const LATIN = "(?!.*(?!\\p{Script=Latin})\\p{L})";
const CONTROL = "\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}";

/** What JSON Schema can say of the rules for one text; the rest stands in the description. A test holds both to the same samples. */
const PATTERNS: Readonly<Record<Exclude<ValueRule, "number" | "empty-list">, JsonSchema>> = {
  text: { minLength: 1, maxLength: 1000, pattern: `^${LATIN}(?!\\s)[^${CONTROL}]*(?<!\\s)$` },
  name: { minLength: 1, maxLength: 100, pattern: `^${LATIN}['’]?[\\p{L}\\d][^${CONTROL}]*(?<!\\s)$` },
  place: { minLength: 1, maxLength: 100, pattern: `^${LATIN}(?=.*\\p{L})['’]?[\\p{L}\\d][\\p{L}\\d '’.-]*(?<!\\s)$` },
  id: { maxLength: 60, pattern: "^[a-z0-9]+(?:-[a-z0-9]+)*$" },
  kbo: { pattern: "^[01]\\d{3}\\.\\d{3}\\.\\d{3}$" },
  email: {
    maxLength: 254,
    pattern: `^(?!\\.)(?!.*\\.\\.)(?!.*\\.@)(?!.*@(?:.*\\.)?[Xx][Nn]--)(?=.*\\.[A-Za-z]{2,}$)[A-Za-z0-9.!#$%&'*+/=?^_\`{|}~-]{1,64}@${MAIL_LABEL}(?:\\.${MAIL_LABEL})+$`,
  },
  phone: { pattern: "^\\+32(?:4\\d{8}|(?!7[07]|90)[1-9]\\d{7})$" },
  mobile: { pattern: "^\\+324\\d{8}$" },
  website: { pattern: `^https://(?!(?:[^/]*\\.)?xn--)(?:${LABEL}\\.)+[a-z][a-z0-9-]*[a-z0-9](?:/[!-~]*)?$` },
  postcode: { pattern: "^[1-9]\\d{3}$" },
  date: { format: "date", pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
};

const DESCRIPTION =
  "The directory of protocols, version 1. Not all rules can be said in JSON Schema: check digits, and what must agree between values, are checked by `npm run directory -- check`; see directory.md.";

/** The JSON Schema (draft-07) of `directory.json`, made from the schema that the pane reads it with. */
export function directoryJsonSchema(): JsonSchema {
  const { $schema, ...schema } = toJsonSchema(directorySchema, {
    ignoreActions: ["readonly"],
    overrideSchema: ({ valibotSchema }) => {
      if (valibotSchema.type !== "custom" || !("message" in valibotSchema)) return null;
      return textRule({ type: "string" }, valibotSchema.message);
    },
  });
  return {
    ...($schema === undefined ? {} : { $schema }),
    title: "Directory of protocols",
    description: DESCRIPTION,
    ...schema,
  };
}

function textRule(schema: JsonSchema, name: unknown): JsonSchema {
  if (!isPatternName(name)) throw new TypeError(`directoryJsonSchema: expected a known rule, received ${String(name)}`);
  return { ...schema, description: EXPECTED[name], ...PATTERNS[name] };
}

function isPatternName(name: unknown): name is keyof typeof PATTERNS {
  return typeof name === "string" && Object.hasOwn(PATTERNS, name);
}
