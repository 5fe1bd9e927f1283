import { CLIENT_FIELDS, CONSENT_TOPICS, type Field, SENDER_FIELDS } from "../../src/domain/field.ts";
import type { FieldIssue, FieldIssueCode } from "../../src/domain/field-issue.ts";

/** Every field of every form. */
export const FIELDS: readonly Field[] = [
  ...CLIENT_FIELDS,
  ...CONSENT_TOPICS.map((topic) => `told.${topic}` as const),
  "consentDate",
  "consentManner",
  "secrecy",
  ...SENDER_FIELDS.map((field) => `sender.${field}` as const),
];

/** An issue of each code, at a field where it comes up. */
export const ISSUES: { readonly [Code in FieldIssueCode]: Extract<FieldIssue, { readonly code: Code }> } = {
  missing: { code: "missing", field: "firstName" },
  "too-long": { code: "too-long", field: "street", most: 120, received: 131 },
  "letter-not-in-font": { code: "letter-not-in-font", field: "lastName", letter: "漢" },
  "control-character": { code: "control-character", field: "street" },
  "no-letter": { code: "no-letter", field: "lastName" },
  "no-letter-or-digit": { code: "no-letter-or-digit", field: "houseNumber" },
  "phone-format": { code: "phone-format", field: "phone" },
  "email-format": { code: "email-format", field: "email" },
  "postcode-format": { code: "postcode-format", field: "postcode" },
  "no-way-of-contact": { code: "no-way-of-contact", field: "phone" },
  "not-covered": { code: "not-covered", field: "postcode" },
  "protocol-not-yet-in-force": { code: "protocol-not-yet-in-force", field: "postcode" },
  "protocol-ended": { code: "protocol-ended", field: "postcode" },
  "other-municipality": { code: "other-municipality", field: "municipality" },
  "not-confirmed": { code: "not-confirmed", field: "told.purpose" },
  "date-format": { code: "date-format", field: "consentDate" },
  "date-in-future": { code: "date-in-future", field: "consentDate" },
  "date-before-protocol": { code: "date-before-protocol", field: "consentDate", inForceFrom: "2024-03-01" },
};
