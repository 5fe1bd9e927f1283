import type { FieldRules } from "../../src/domain/field-rules.ts";
import { type IsoDate, isIsoDate } from "../../src/domain/iso-date.ts";

/** A font without the letter ☃ and emoji, and phone numbers that are Belgian when they start with 0. */
export const RULES: FieldRules = {
  hasLetter: (codePoint) => codePoint !== 0x2603 && codePoint < 0x1f000,
  parsePhone: (text) => (/^0[\d ]{8,}$/.test(text) ? `+32${text.slice(1).replaceAll(" ", "")}` : null),
};

export function day(text: string): IsoDate {
  if (!isIsoDate(text)) throw new RangeError(`day: ${text}`);
  return text;
}
