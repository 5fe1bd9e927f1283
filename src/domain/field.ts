/**
 * The client's fields, exactly those of article 3 (R5, R6), in the order of the form; the order of the issues too. The
 * place of residence comes first, because it says whether anything may be passed on at all (R1).
 */
export const CLIENT_FIELDS = [
  "postcode",
  "municipality",
  "firstName",
  "lastName",
  "street",
  "houseNumber",
  "box",
  "phone",
  "email",
] as const;
export type ClientField = (typeof CLIENT_FIELDS)[number];

/** The sender's fields, in the order of the form. */
export const SENDER_FIELDS = ["name", "email", "team", "phone"] as const;
export type SenderField = (typeof SENDER_FIELDS)[number];

/** What a client is told before consenting; each is confirmed on its own (R2, preamble C; R20 for the last). */
export const CONSENT_TOPICS = ["data", "recipient", "purpose", "handling", "freedom"] as const;
export type ConsentTopic = (typeof CONSENT_TOPICS)[number];

export type ConsentField = `told.${ConsentTopic}` | "consentDate" | "consentManner" | "secrecy";

/** Every field of every form. */
export type Field = ClientField | ConsentField | `sender.${SenderField}`;
