import { SENDER_FIELDS, type SenderField } from "./field.ts";
import type { FieldIssue } from "./field-issue.ts";
import { type FieldRules, readField } from "./field-rules.ts";

/** The team member who refers, as the recipient may reach them (R1). */
export interface Sender {
  readonly name: string;
  readonly email: string;
  readonly team: string;
  /** E.164. */
  readonly phone: string;
}

export type SenderForm = Readonly<Record<SenderField, string>>;

const LONGEST: Readonly<Record<SenderField, number>> = { name: 100, email: 254, team: 120, phone: 40 };

export type SenderResult =
  | { readonly ok: true; readonly sender: Sender }
  | { readonly ok: false; readonly issues: readonly FieldIssue[] };

/** Turns the profile form into a sender, or into all its issues in the order of the form. */
export function parseSender(form: SenderForm, rules: FieldRules): SenderResult {
  const issues: FieldIssue[] = [];
  const values: Record<SenderField, string> = { name: "", email: "", team: "", phone: "" };
  for (const field of SENDER_FIELDS) {
    const read = readField(`sender.${field}`, form[field], { longest: LONGEST[field], optional: false }, rules);
    if (read.ok) values[field] = read.value;
    else issues.push(...read.issues);
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, sender: values };
}
