import { isDeepStrictEqual } from "node:util";
import type { ClientField } from "../../src/domain/field.ts";
import type { Protocol } from "../../src/domain/protocol.ts";
import { fromTo, type Telling } from "./telling.ts";
import { fieldText } from "./texts.ts";

type Data = Protocol["data"];

/** Tells of each datum whether it may be shared and why, however the file groups them (article 3, R5 to R7). */
export const dataTelling: Telling<Data> = {
  changed: (before, after) => {
    const [came, went] = [less(after, before), less(before, after)];
    const kept = less(before, went);
    const lines = [
      ...came.map((group) => `komt erbij: ${groupText(group)}`),
      ...went.map((group) => `valt weg:   ${groupText(group)}`),
      ...otherReasons(kept, after),
      ...(isDeepStrictEqual(fieldsOf(kept), fieldsOf(less(after, came))) ? [] : regrouped(before, after)),
    ];
    return { subject: came.length + went.length > 0 ? "fields" : "texts", lines };
  },
  whole: (data) => data.map((group) => `gegevens: ${groupText(group)}`),
};

function groupText({ fields, justification }: Data[number]): string {
  return `${fieldTexts(fields)}; verantwoording: “${justification}”`;
}

function fieldTexts(fields: readonly ClientField[]): string {
  return fields.map(fieldText).join(", ");
}

function fieldsOf(data: Data): readonly (readonly ClientField[])[] {
  return data.map(({ fields }) => fields);
}

/** `data` with those fields alone that `others` does not have. */
function less(data: Data, others: Data): Data {
  const taken = new Set(others.flatMap(({ fields }) => fields));
  return data.flatMap(({ fields, justification }) => {
    const left = fields.filter((field) => !taken.has(field));
    return left.length === 0 ? [] : [{ fields: left, justification }];
  });
}

/** By group of then and group of now, so that one sentence that changed is told once. */
function otherReasons(before: Data, after: Data): readonly string[] {
  return before.flatMap((then) =>
    after.flatMap((now) => {
      const fields = then.fields.filter((field) => now.fields.includes(field));
      if (fields.length === 0 || then.justification === now.justification) return [];
      return fromTo(`verantwoording van ${fieldTexts(fields)}`, then.justification, now.justification);
    }),
  );
}

function regrouped(before: Data, after: Data): readonly string[] {
  const below = (data: Data) => data.map((group) => `  ${groupText(group)}`);
  return ["vroeger zo gegroepeerd:", ...below(before), "nu zo gegroepeerd:", ...below(after)];
}
