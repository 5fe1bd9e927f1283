import { coveredText, recipientText } from "../../src/texts/nl/recipient.ts";
import { day } from "../domain/sample-rules.ts";
import { allTexts } from "./all-texts.ts";

test.each([
  ["ocmw", "OCMW Bree", "Dit gaat naar OCMW Bree, een openbaar centrum voor maatschappelijk welzijn (OCMW)."],
  ["caw", "CAW Brussel", "Dit gaat naar CAW Brussel, een centrum voor algemeen welzijnswerk (CAW)."],
] as const)("names the recipient and what it is: %s", (kind, name, expected) => {
  expect(recipientText.found({ kind, name })).toBe(expected);
});

test("names the municipalities to choose from", () => {
  expect(recipientText.ambiguous(["Bree", "Peer"])).toBe(
    "Deze postcode hoort bij Bree en Peer. Kies waar de cliënt woont.",
  );
});

test("a protocol out of its time: with whom, and since or until which day", () => {
  expect([
    recipientText.notYet("OCMW Bree", day("2027-01-01")),
    recipientText.ended("OCMW Bree", day("2026-06-01")),
    recipientText.reason("Opgezegd."),
  ]).toEqual([
    "Het protocol met OCMW Bree gaat pas in op 1 januari 2027.",
    "Het protocol met OCMW Bree is gestopt op 1 juni 2026.",
    "Reden: Opgezegd.",
  ]);
});

test("an ordinary mail is named only to forbid it, also by the texts with gaps", () => {
  const texts = allTexts().filter(({ path }) => path.startsWith("recipient."));
  const names = [...Object.keys(recipientText), ...Object.keys(coveredText)];
  for (const name of names) expect(texts.some(({ path }) => path.endsWith(`.${name}`))).toBe(true);
  expect(texts.filter(({ text }) => /mail/i.test(text)).map(({ text }) => text)).toEqual([recipientText.forbidden]);
});
