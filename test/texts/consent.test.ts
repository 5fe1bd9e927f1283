import { CLIENT_FIELDS, CONSENT_TOPICS } from "../../src/domain/field.ts";
import type { Protocol } from "../../src/domain/protocol.ts";
import { allTold, readAloudText, telling } from "../../src/texts/nl/consent.ts";
import { REFERRAL } from "../document/sample-referral.ts";

/** A protocol of another kind of recipient, that keeps the data for another time and passes them to others. */
const CAW: Protocol = {
  ...REFERRAL.protocol,
  recipient: { ...REFERRAL.protocol.recipient, kind: "caw", name: "CAW Toetsstad" },
  purpose: "Een eerste gesprek",
  retention: ["Tot drie maanden na het gesprek.", "Met begeleiding: vijf jaar"],
  recipientCategories: ["De onthaalmedewerker van het CAW"],
};
/** What only some protocols say: a number of years, an OCMW, partners of one region. */
const OF_SOME = /\d+ jaar|OCMW|geïntegreerd breed onthaal|dossier/;

test("what differs between protocols is told in the protocol's own sentences", () => {
  expect(CONSENT_TOPICS.map((topic) => [topic, telling(topic, CAW).sentences])).toEqual([
    ["data", []],
    ["recipient", ["De onthaalmedewerker van het CAW."]],
    ["purpose", ["Een eerste gesprek."]],
    ["handling", ["Tot drie maanden na het gesprek.", "Met begeleiding: vijf jaar."]],
    ["freedom", []],
  ]);
});

test("our own words hold for every protocol", () => {
  const own = CONSENT_TOPICS.map((topic) => telling(topic, CAW).text);
  expect(own.filter((text) => OF_SOME.test(text))).toEqual([]);
  for (const text of [...own, ...readAloudText(CAW)]) expect(text).not.toMatch(OF_SOME);
  for (const topic of ["recipient", "purpose", "handling"] as const) {
    expect(telling(topic, CAW).text).toMatch(/CAW Toetsstad.* Het protocol zegt .*:$/);
  }
});

test("the text to read aloud quotes what the data are for, who may get the data and how long they are kept", () => {
  const text = readAloudText(CAW).join("\n");
  expect(text).toContain(`Waarvoor zijn uw gegevens? In onze afspraak met CAW Toetsstad staat: “${CAW.purpose}`);
  expect(text).toContain("Wie mag uw gegevens krijgen? In de afspraak staat: “De onthaalmedewerker van het CAW.”");
  expect(text).toContain(
    "Hoelang worden uw gegevens bewaard? In de afspraak staat: “Tot drie maanden na het gesprek.” “Met begeleiding: vijf jaar.”",
  );
});

test("the document gets for each topic our words and the protocol's, as the pane has them", () => {
  expect(allTold(CAW)).toEqual(
    CONSENT_TOPICS.map((topic) => {
      const { text, sentences } = telling(topic, CAW);
      return { topic, text: [text, ...sentences].join(" ") };
    }),
  );
  expect(allTold(CAW)[3]?.text).toBe(
    "Wat ermee gebeurt: CAW Toetsstad neemt contact op met de cliënt. Het protocol zegt hoelang de gegevens bewaard worden: Tot drie maanden na het gesprek. Met begeleiding: vijf jaar.",
  );
});

test.each([
  [["email"], "adres en telefoonnummer"],
  [["phone"], "adres en e-mailadres"],
  [[], "adres, telefoonnummer en e-mailadres"],
] as const)("without %j only the rest is told and read aloud", (left: readonly string[], told) => {
  const protocol = {
    ...CAW,
    data: [{ fields: CLIENT_FIELDS.filter((field) => !left.includes(field)), justification: "Nodig." }],
  };
  expect(telling("data", protocol).text).toBe(`Welke gegevens: voornaam en naam, ${told}. Niets anders.`);
  expect(readAloudText(protocol)[0]).toContain(`Mag ik uw naam, ${told} aan CAW Toetsstad doorgeven?`);
});
