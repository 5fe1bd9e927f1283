import type { ClientField, Field, SenderField } from "./field.ts";
import type { FieldIssue } from "./field-issue.ts";

/** What the domain must be told about the world to judge a field. */
export interface FieldRules {
  /** The number as E.164, or `null` when it is no possible phone number; Belgian when no country is given. */
  readonly parsePhone: (text: string) => string | null;
  /** Whether the document's font has this code point, so that it never shows a hole. */
  readonly hasLetter: (codePoint: number) => boolean;
}

export interface FieldLimits {
  /** UTF-16 units. */
  readonly longest: number;
  readonly optional: boolean;
}

export type FieldResult =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly issues: readonly FieldIssue[] };

/** Trimmed, inner white space folded to one space, Unicode NFC; letters and case stay as they are. */
export function normalise(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
}

/** A postcode as it is looked up: people write it with spaces too, before it, behind it and within. */
export function barePostcode(text: string): string {
  return text.replace(/\s+/gu, "");
}

/** One text field: normalised, then measured against every rule that holds for it. An optional empty field is `""`. */
export function readField(
  field: ClientField | `sender.${SenderField}`,
  typed: string,
  limits: FieldLimits,
  rules: FieldRules,
): FieldResult {
  const value = normalise(typed);
  if (value === "") {
    return limits.optional ? { ok: true, value } : { ok: false, issues: [{ code: "missing", field }] };
  }
  // A control or formatting character hides or turns text around; the font would not show it.
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/u.test(value))
    return { ok: false, issues: [{ code: "control-character", field }] };
  const letter = [...value].find((character) => !rules.hasLetter(character.codePointAt(0) ?? 0));
  if (letter !== undefined) return { ok: false, issues: [{ code: "letter-not-in-font", field, letter }] };
  if (field === "postcode") {
    const postcode = barePostcode(value);
    return /^[1-9]\d{3}$/.test(postcode) ? { ok: true, value: postcode } : refuse({ code: "postcode-format", field });
  }
  if (value.length > limits.longest) {
    return refuse({ code: "too-long", field, most: limits.longest, received: value.length });
  }
  return readByKind(field, value, rules);
}

function readByKind(field: ClientField | `sender.${SenderField}`, value: string, rules: FieldRules): FieldResult {
  switch (field) {
    case "phone":
    case "sender.phone": {
      const number = rules.parsePhone(value);
      return number === null ? refuse({ code: "phone-format", field }) : { ok: true, value: number };
    }
    case "email":
    case "sender.email":
      return isEmailAddress(value) ? { ok: true, value } : refuse({ code: "email-format", field });
    case "firstName":
    case "lastName":
    case "street":
    case "municipality":
    case "sender.name":
    case "sender.team":
      return /\p{L}/u.test(value) ? { ok: true, value } : refuse({ code: "no-letter", field });
    case "houseNumber":
    case "box":
      return /[\p{L}\p{N}]/u.test(value) ? { ok: true, value } : refuse({ code: "no-letter-or-digit", field });
    case "postcode":
      return { ok: true, value };
  }
}

function refuse(issue: FieldIssue & { readonly field: Field }): FieldResult {
  return { ok: false, issues: [issue] };
}

const LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
const EMAIL = new RegExp(`^[A-Za-z0-9.!#$%&'*+/=?^_\`{|}~-]{1,64}@${LABEL}(?:\\.${LABEL})+$`);

/**
 * The syntax of `<input type="email">` (HTML Standard, "valid e-mail address"), with a domain of at least two labels and
 * no dot at the edges of the local part. Says nothing about whether the mailbox exists.
 */
export function isEmailAddress(text: string): boolean {
  return EMAIL.test(text) && !/^\.|\.\.|\.@/.test(text);
}
