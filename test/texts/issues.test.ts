import type { FieldIssueCode } from "../../src/domain/field-issue.ts";
import { dayText } from "../../src/texts/nl/dates.ts";
import { fieldInSentence } from "../../src/texts/nl/fields.ts";
import { issueText } from "../../src/texts/nl/issues.ts";
import { REFERRAL } from "../document/sample-referral.ts";
import { FIELDS, ISSUES } from "./sample-issues.ts";

const ALL = Object.values(ISSUES);

test("each issue has words of its own, in whole sentences", () => {
  const texts = ALL.map(issueText);
  expect(new Set(texts).size).toBe(ALL.length);
  for (const text of texts) expect(text).toMatch(/^\p{Lu}.*\.$/u);
});

test("each field has a name of its own in a sentence", () => {
  expect(new Set(FIELDS.map(fieldInSentence)).size).toBe(FIELDS.length);
});

test.each<FieldIssueCode>([
  "missing",
  "too-long",
  "letter-not-in-font",
  "control-character",
  "no-letter",
  "no-letter-or-digit",
  "phone-format",
  "email-format",
  "postcode-format",
  "other-municipality",
])("the issue %s names its field", (code) => {
  const issue = ISSUES[code];
  const noun = fieldInSentence(issue.field).split(" ").at(-1) ?? "";
  expect(issueText(issue)).toContain(noun);
});

test.each(FIELDS.filter((field) => field !== "consentManner" && field !== "municipality"))(
  "asks to fill in what is missing: %s",
  (field) => {
    expect(issueText({ code: "missing", field })).toBe(`Vul ${fieldInSentence(field)} in.`);
  },
);

test("asks to choose, not to fill in, what is in a list", () => {
  expect(issueText({ code: "missing", field: "municipality" })).toBe("Kies de gemeente of deelgemeente.");
  expect(issueText({ code: "missing", field: "consentManner" })).toBe("Kies hoe de cliënt toestemming gaf.");
});

test("says how long a value may be and how long it is", () => {
  expect(issueText(ISSUES["too-long"])).toMatch(/\b120\b.*\b131\b/);
});

test("names the letter that the document can not show", () => {
  expect(issueText(ISSUES["letter-not-in-font"])).toContain("“漢”");
});

test.each([
  ["not-covered", "Je mag de gegevens niet doorgeven."],
  ["protocol-not-yet-in-force", "Je mag de gegevens nog niet doorgeven."],
  ["protocol-ended", "Je mag de gegevens niet meer doorgeven."],
] as const)("without a protocol that is in force (%s) nothing may go", (code, forbidden) => {
  expect(issueText(ISSUES[code]).endsWith(forbidden)).toBe(true);
});

test.each([
  ["protocol-not-yet-in-force", "nog niet in werking"],
  ["protocol-ended", "gestopt"],
] as const)("speaks of the municipality where the postcode is shared: %s", (code, what) => {
  expect(issueText({ code, field: "postcode" })).toContain(`Het protocol voor deze postcode is ${what}.`);
  expect(issueText({ code, field: "municipality" })).toContain(`Het protocol voor deze gemeente is ${what}.`);
});

test.each(["told.data", "told.recipient", "told.purpose", "told.handling", "told.freedom"] as const)(
  "asks whether the client was told: %s",
  (field) => {
    expect(issueText({ code: "not-confirmed", field })).toBe(
      `Bevestig dat je de cliënt vertelde ${fieldInSentence(field)}.`,
    );
  },
);

test("asks apart whether the sender is bound by secrecy", () => {
  expect(issueText({ code: "not-confirmed", field: "secrecy" })).toContain("gebonden");
});

test("says when the protocol began, when that is a day", () => {
  const issue = ISSUES["date-before-protocol"];
  const { inForceFrom } = REFERRAL.protocol;
  expect(issueText({ ...issue, inForceFrom })).toContain(`(${dayText(inForceFrom)})`);
  expect(issueText({ ...issue, inForceFrom: "2024-02-30" })).not.toMatch(/[()\d]/);
});
