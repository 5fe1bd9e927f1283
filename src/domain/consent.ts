import { CONSENT_TOPICS, type ConsentTopic } from "./field.ts";
import type { FieldIssue } from "./field-issue.ts";
import { type IsoDate, isIsoDate } from "./iso-date.ts";

export type ConsentManner = "spoken" | "written";

/** What stands in the form. */
export interface ConsentForm {
  readonly told: readonly ConsentTopic[];
  /** `YYYY-MM-DD` or what was typed instead. */
  readonly date: string;
  readonly manner: ConsentManner | "";
  /** The sender confirms to be bound by professional secrecy (R1). */
  readonly secrecy: boolean;
}

/** Consent that is complete: every topic told, on a day that has come, by someone bound by secrecy (R1, R2). */
export interface Consent {
  readonly date: IsoDate;
  readonly manner: ConsentManner;
  readonly told: readonly ConsentTopic[];
}

export type ConsentResult =
  | { readonly ok: true; readonly consent: Consent }
  | { readonly ok: false; readonly issues: readonly FieldIssue[] };

export function emptyConsentForm(today: IsoDate): ConsentForm {
  return { told: [], date: today, manner: "", secrecy: false };
}

/**
 * The consent gate (R2): consent, or all that is lacking in the order of the form. Consent can not have been given
 * before the protocol that it is about was in force (R17), nor after `today`.
 */
export function parseConsent(form: ConsentForm, today: IsoDate, inForceFrom: IsoDate): ConsentResult {
  const issues: FieldIssue[] = [];
  for (const topic of CONSENT_TOPICS) {
    if (!form.told.includes(topic)) issues.push({ code: "not-confirmed", field: `told.${topic}` });
  }
  const date = form.date.trim();
  if (date === "") issues.push({ code: "missing", field: "consentDate" });
  else if (!isIsoDate(date)) issues.push({ code: "date-format", field: "consentDate" });
  else if (date > today) issues.push({ code: "date-in-future", field: "consentDate" });
  else if (date < inForceFrom) issues.push({ code: "date-before-protocol", field: "consentDate", inForceFrom });
  if (form.manner === "") issues.push({ code: "missing", field: "consentManner" });
  if (!form.secrecy) issues.push({ code: "not-confirmed", field: "secrecy" });
  if (issues.length > 0 || !isIsoDate(date) || form.manner === "") return { ok: false, issues };
  return { ok: true, consent: { date, manner: form.manner, told: CONSENT_TOPICS } };
}
