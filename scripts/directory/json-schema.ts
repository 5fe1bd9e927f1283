import { type JsonSchema, toJsonSchema } from "@valibot/to-json-schema";
import type { ValueRule } from "../../src/directory/directory-issue.ts";
import { directorySchema, EXPECTED } from "../../src/directory/directory-schema.ts";

const LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const MAIL_LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
const LETTER =
  "A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u0131\\u0134-\\u013e\\u0141-\\u0148\\u014a-\\u017e\\u0218-\\u021b\\u1e00-\\u1e99\\u1e9c-\\u1eff";
const READABLE =
  " -~\\u00a0-\\u00ac\\u00ae-\\u024f\\u1e00-\\u1eff\\u2010-\\u2015\\u2018-\\u201e\\u2020-\\u2022\\u2026\\u2030\\u2032\\u2033\\u2039\\u203a\\u20ac\\u2116\\u2122";

/** What JSON Schema can say of the rules for one text; the rest stands in the description. A test holds both to the same samples. */
const PATTERNS: Readonly<Record<Exclude<ValueRule, "number" | "empty-list">, JsonSchema>> = {
  text: { minLength: 1, maxLength: 1000, pattern: `^(?!\\s)[${READABLE}]*(?<!\\s)$` },
  name: {
    minLength: 1,
    maxLength: 150,
    pattern: `^["'(\\u2018\\u2019\\u201c]?[${LETTER}\\d](?:[${LETTER} -~\\u2010\\u2012-\\u2015\\u2018-\\u201e]*[${LETTER}!-~\\u2019\\u201d])?$`,
  },
  place: {
    minLength: 1,
    maxLength: 150,
    pattern: `^['\\u2019]?(?=.*[${LETTER}])[${LETTER}\\d](?:[${LETTER}\\d '\\u2019.-]*[${LETTER}\\d'\\u2019.-])?$`,
  },
  id: { maxLength: 60, pattern: "^[a-z0-9]+(?:-[a-z0-9]+)*$" },
  kbo: { pattern: "^[01]\\d{3}\\.\\d{3}\\.\\d{3}$" },
  email: {
    maxLength: 254,
    pattern: `^(?!\\.)(?!.*\\.\\.)(?!.*\\.@)(?!.*@(?:.*\\.)?[Xx][Nn]--)(?=.*\\.[A-Za-z]{2,}$)[A-Za-z0-9.!#$%&'*+/=?^_\`{|}~-]{1,64}@${MAIL_LABEL}(?:\\.${MAIL_LABEL})+$`,
  },
  phone: { pattern: "^\\+32(?:4[5-9]\\d{7}|(?!7[07]|90)[1-9]\\d{7})$" },
  mobile: { pattern: "^\\+324[5-9]\\d{7}$" },
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
