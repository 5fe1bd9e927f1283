import { type ConsentForm, emptyConsentForm, parseConsent } from "../../src/domain/consent.ts";
import { CONSENT_TOPICS } from "../../src/domain/field.ts";
import { day } from "./sample-rules.ts";

const TODAY = day("2026-11-24");
const IN_FORCE_FROM = day("2024-03-01");
const FORM: ConsentForm = { told: CONSENT_TOPICS, date: "2026-11-20", manner: "spoken", secrecy: true };

test("consent is told topic by topic: data, recipient, purpose, handling, freedom (R2)", () => {
  expect(CONSENT_TOPICS).toEqual(["data", "recipient", "purpose", "handling", "freedom"]);
});

test.each<[string, Partial<ConsentForm>, object]>([
  ["spoken consent", {}, { date: "2026-11-20", manner: "spoken", told: CONSENT_TOPICS }],
  [
    "written consent of today",
    { manner: "written", date: " 2026-11-24 " },
    { date: "2026-11-24", manner: "written", told: CONSENT_TOPICS },
  ],
  [
    "consent of the first day of the protocol",
    { date: "2024-03-01" },
    { date: "2024-03-01", manner: "spoken", told: CONSENT_TOPICS },
  ],
  [
    "topics ticked in another order, one of them twice",
    { told: ["freedom", "data", "data", "handling", "recipient", "purpose"] },
    { date: "2026-11-20", manner: "spoken", told: CONSENT_TOPICS },
  ],
])("opens for %s", (_name, changes, consent) => {
  expect(parseConsent({ ...FORM, ...changes }, TODAY, IN_FORCE_FROM)).toEqual({ ok: true, consent });
});

test.each(CONSENT_TOPICS)("stays shut when %s was not told (R2)", (topic) => {
  const told = CONSENT_TOPICS.filter((other) => other !== topic);
  expect(parseConsent({ ...FORM, told }, TODAY, IN_FORCE_FROM)).toEqual({
    ok: false,
    issues: [{ code: "not-confirmed", field: `told.${topic}` }],
  });
});

test.each<[string, Partial<ConsentForm>, object]>([
  ["no date", { date: " " }, { code: "missing", field: "consentDate" }],
  ["a date that does not exist", { date: "2026-02-30" }, { code: "date-format", field: "consentDate" }],
  ["a date in words", { date: "gisteren" }, { code: "date-format", field: "consentDate" }],
  ["a date to come", { date: "2026-11-25" }, { code: "date-in-future", field: "consentDate" }],
  [
    "a date before the protocol",
    { date: "2024-02-29" },
    { code: "date-before-protocol", field: "consentDate", inForceFrom: "2024-03-01" },
  ],
  ["no manner", { manner: "" }, { code: "missing", field: "consentManner" }],
  ["no professional secrecy (R1)", { secrecy: false }, { code: "not-confirmed", field: "secrecy" }],
])("stays shut with %s", (_name, changes, issue) => {
  expect(parseConsent({ ...FORM, ...changes }, TODAY, IN_FORCE_FROM)).toEqual({ ok: false, issues: [issue] });
});

test("an untouched form is dated today and lacks all the rest, in the order of the form", () => {
  expect(parseConsent(emptyConsentForm(TODAY), TODAY, IN_FORCE_FROM)).toEqual({
    ok: false,
    issues: [
      { code: "not-confirmed", field: "told.data" },
      { code: "not-confirmed", field: "told.recipient" },
      { code: "not-confirmed", field: "told.purpose" },
      { code: "not-confirmed", field: "told.handling" },
      { code: "not-confirmed", field: "told.freedom" },
      { code: "missing", field: "consentManner" },
      { code: "not-confirmed", field: "secrecy" },
    ],
  });
});
