import type { Content } from "../../src/domain/content.ts";
import { CLIENT_FIELDS, CONSENT_TOPICS } from "../../src/domain/field.ts";
import { htmlBody, textBody } from "../../src/domain/message-body.ts";
import { newReference } from "../../src/domain/reference.ts";
import type { Referral } from "../../src/domain/referral.ts";
import { telling } from "../../src/texts/nl/consent.ts";
import { messageContent, subjectText } from "../../src/texts/nl/message.ts";
import { referralSheet } from "../../src/texts/nl/referral-sheet.ts";
import { REFERRAL } from "../document/sample-referral.ts";

/** Words that stand nowhere else, so that each is found wherever it goes. */
const CLIENT = {
  firstName: "Zwaluwstaart",
  lastName: "Waterhoen",
  street: "Kemphaanpad",
  houseNumber: "8731",
  box: "Bx94",
  postcode: "3961",
  municipality: "Grutterdam",
  phone: "+32499887766",
  email: "roerdomp@moeras.example",
} as const;
const RARE: Referral = { ...REFERRAL, client: CLIENT };
const SENDER_PHONE = "089 12 34 56";
/** The reverse of what the phone number library does, for two numbers. */
const display = (e164: string): string => (e164 === CLIENT.phone ? "0499 88 77 66" : SENDER_PHONE);

const MESSAGE = messageContent(RARE, display);
const SHEET = referralSheet(RARE, display);

test.each([...Object.entries(CLIENT), ["phone as displayed", "0499 88 77 66"]])(
  "the client's %s is not in the message, its title or its subject",
  (_field, value) => {
    for (const text of [subjectText(RARE.reference), everything(MESSAGE), htmlBody(MESSAGE), textBody(MESSAGE)]) {
      expect(text.toLowerCase()).not.toContain(value.toLowerCase());
    }
  },
);

test("a referral in the place of another says so, in the message and in the document, and no other does", () => {
  const replaces = newReference(2026, () => 9);
  const message = textBody(messageContent({ ...RARE, replaces }, display));
  expect(message).toContain(
    "Ze komt in de plaats van doorverwijzing DV-2026-999999, die niemand nog kan openen. Kreeg je dat bericht, verwijder het dan.",
  );
  expect(textBody(referralSheet({ ...RARE, replaces }, display))).toContain("In de plaats van: DV-2026-999999");
  expect(textBody(MESSAGE) + textBody(SHEET)).not.toContain("in de plaats van");
});

test("the subject is fixed apart from the reference", () => {
  expect(subjectText(REFERRAL.reference)).toBe("Vertrouwelijk: doorverwijzing DV-2026-777777");
});

const { agency, recipient } = REFERRAL.protocol;
const { sender } = REFERRAL;

test.each([
  ["the reference", REFERRAL.reference],
  ["the name of the archive", "doorverwijzing-DV-2026-777777.7z"],
  ["the name of the PDF", "doorverwijzing-DV-2026-777777.pdf"],
  ["the agency", agency.name],
  ["the recipient", recipient.name],
  ["the agency's data protection officer", agency.dpo],
  ["the recipient's data protection officer", recipient.dpo],
  ["the agency's website", agency.website],
  ["the recipient's website", recipient.website],
  ["the sender's name", sender.name],
  ["the sender's address", sender.email],
  ["the sender's team", sender.team],
  ["the sender's phone for people", SENDER_PHONE],
  ["the purpose", REFERRAL.protocol.purpose],
  ...REFERRAL.protocol.legalBasis.map((basis, index) => [`legal base ${index + 1}`, basis]),
  ...REFERRAL.protocol.retention.map((rule, index) => [`retention rule ${index + 1}`, rule]),
  ["that the password comes by another channel", "langs een andere weg, nooit per e-mail"],
  ["what 7-Zip says of a wrong password", "“Wrong password?”"],
  ["what to do with a message that went astray", "stuur het bericht niet door en verwijder het"],
])("the message tells %s", (_name = "", text = "") => {
  expect(textBody(MESSAGE)).toContain(text);
});

test.each([agency.website, recipient.website])("the message links to %s", (website) => {
  expect(htmlBody(MESSAGE)).toContain(`<a href="${website}">${website}</a>`);
});

test("the sheet holds the client's data in a table", () => {
  const table = SHEET.blocks.find((block) => block.kind === "table" && block.caption === "Gegevens van de cliënt");
  expect(table).toEqual({
    kind: "table",
    caption: "Gegevens van de cliënt",
    rows: [
      { label: "Voornaam", value: "Zwaluwstaart" },
      { label: "Naam", value: "Waterhoen" },
      { label: "Adres", value: "Kemphaanpad 8731 bus Bx94, 3961 Grutterdam" },
      { label: "Telefoon", value: "0499 88 77 66" },
      { label: "E-mail", value: "roerdomp@moeras.example" },
    ],
  });
});

test("the sheet says what is not known of a client", () => {
  const { box: _box, phone: _phone, email: _email, ...least } = CLIENT;
  const text = textBody(referralSheet({ ...RARE, client: least }, display));
  expect(text).toContain("Adres: Kemphaanpad 8731, 3961 Grutterdam\nTelefoon: Niet gekend\nE-mail: Niet gekend");
});

const { phone: _phone, ...byEmail } = CLIENT;
const { email: _email, ...byPhone } = CLIENT;

test.each([
  ["phone", byEmail, "adres en e-mailadres", "E-mail: roerdomp@moeras.example"],
  ["email", byPhone, "adres en telefoonnummer", "Telefoon: 0499 88 77 66"],
] as const)("the sheet has no row for what the protocol leaves out: %s", (left, client, told, last) => {
  const data = [{ fields: CLIENT_FIELDS.filter((field) => field !== left), justification: "Nodig." }];
  const text = textBody(referralSheet({ ...RARE, client, protocol: { ...RARE.protocol, data } }, display));
  expect(text).toContain(`Adres: Kemphaanpad 8731 bus Bx94, 3961 Grutterdam\n${last}\n\n`);
  expect(text).toContain(`Welke gegevens: voornaam en naam, ${told}. Niets anders.`);
});

test("the sheet goes from whom it is for to the protocol, and says when and how consent was given", () => {
  const headings = SHEET.blocks.flatMap((block) => (block.kind === "heading" ? [block.text] : []));
  expect(headings).toEqual([
    "Cliënt",
    "Toestemming",
    "Doorverwijzer",
    "Doel en rechtsgrond",
    "Bewaartermijn",
    "Wie de gegevens mag krijgen",
    "Protocol",
  ]);
  expect(textBody(SHEET)).toContain("De cliënt gaf mondeling toestemming op 23 november 2026.");
  expect(textBody(SHEET)).toContain("Opgemaakt: 24 november 2026 om 9.30 uur");
});

test("the sheet lists what the client was told, and has each sentence of the protocol once", () => {
  const text = textBody(SHEET);
  for (const topic of CONSENT_TOPICS) expect(text).toContain(`- ${telling(topic, REFERRAL.protocol).text}`);
  expect(text).toContain("Het protocol zegt hoelang de gegevens bewaard worden: zie verder in dit document.\n");
  const { purpose, retention, recipientCategories } = REFERRAL.protocol;
  const said = [purpose, ...retention, ...recipientCategories];
  expect(said.map((sentence) => text.split(sentence).length - 1)).toEqual(said.map(() => 1));
});

/** Every text of the content, also what no renderer shows. */
function everything(content: Content): string {
  return JSON.stringify(content);
}
