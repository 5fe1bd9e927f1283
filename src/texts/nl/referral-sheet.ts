import type { Block, Content, TableRow } from "../../domain/content.ts";
import { allows } from "../../domain/protocol.ts";
import type { Referral } from "../../domain/referral.ts";
import { mannerText, type Telling, telling } from "./consent.ts";
import { dayText, momentText } from "./dates.ts";
import { clientLabel } from "./fields.ts";
import { publishedLinks } from "./published-links.ts";

/** How a phone number (E.164) is written for people. */
export type PhoneDisplay = (e164: string) => string;

/** The referral as a document for the social worker: whom it is for, client, consent, sender, purpose, retention, protocol. */
export function referralSheet(referral: Referral, displayPhone: PhoneDisplay): Content {
  const { consent, sender, protocol } = referral;
  const { recipient, agency } = protocol;
  const blocks: Block[] = [
    {
      kind: "table",
      caption: "Over deze doorverwijzing",
      rows: [
        { label: "Voor", value: `${recipient.name}, een maatschappelijk werker met beroepsgeheim` },
        { label: "Referentie", value: referral.reference },
        { label: "Opgemaakt", value: momentText(referral.madeAt) },
        ...(referral.replaces === undefined ? [] : [{ label: "In de plaats van", value: referral.replaces }]),
      ],
    },
    { kind: "heading", text: "Cliënt" },
    { kind: "table", caption: "Gegevens van de cliënt", rows: clientRows(referral, displayPhone) },
    { kind: "heading", text: "Toestemming" },
    {
      kind: "paragraph",
      content: [
        `De cliënt gaf ${mannerText[consent.manner].toLowerCase()} toestemming op ${dayText(consent.date)}. Vooraf kreeg de cliënt dit te horen:`,
      ],
    },
    { kind: "list", numbered: false, items: consent.told.map((topic) => [toldHere(telling(topic, protocol))]) },
    { kind: "heading", text: "Doorverwijzer" },
    {
      kind: "table",
      caption: "Gegevens van de doorverwijzer",
      rows: [
        { label: "Naam", value: sender.name },
        { label: "Team", value: `${sender.team}, ${agency.name}` },
        { label: "Telefoon", value: displayPhone(sender.phone) },
        { label: "E-mail", value: sender.email },
      ],
    },
    { kind: "heading", text: "Doel en rechtsgrond" },
    { kind: "paragraph", content: [protocol.purpose] },
    { kind: "list", numbered: false, items: protocol.legalBasis.map((basis) => [basis]) },
    { kind: "heading", text: "Bewaartermijn" },
    { kind: "list", numbered: false, items: protocol.retention.map((rule) => [rule]) },
    { kind: "heading", text: "Wie de gegevens mag krijgen" },
    { kind: "list", numbered: false, items: protocol.recipientCategories.map((category) => [category]) },
    { kind: "heading", text: "Protocol" },
    {
      kind: "paragraph",
      content: [
        `Protocol voor de elektronische mededeling van persoonsgegevens tussen ${agency.name} (${protocol.team}) en ${recipient.name}, in werking sinds ${dayText(protocol.inForceFrom)}. Samenwerkingsovereenkomst van ${dayText(protocol.agreementDate)}. Bekendgemaakt op `,
        ...publishedLinks(protocol),
        ".",
      ],
    },
    {
      kind: "paragraph",
      content: [
        `Functionarissen voor gegevensbescherming: ${agency.dpo} (${agency.name}) en ${recipient.dpo} (${recipient.name}).`,
      ],
    },
  ];
  return { title: "Doorverwijzing", blocks };
}

/** The protocol's sentences have their own headings here; with them twice the sheet would run to a third page. */
function toldHere({ text, sentences }: Telling): string {
  return sentences.length === 0 ? text : `${text} zie verder in dit document.`;
}

/** What the protocol does not let through has no row, not even one that says that it is not known. */
function clientRows({ client, protocol }: Referral, displayPhone: PhoneDisplay): readonly TableRow[] {
  const box = client.box === undefined ? "" : ` bus ${client.box}`;
  return [
    { label: clientLabel.firstName, value: client.firstName },
    { label: clientLabel.lastName, value: client.lastName },
    {
      label: "Adres",
      value: `${client.street} ${client.houseNumber}${box}, ${client.postcode} ${client.municipality}`,
    },
    ...(allows(protocol, "phone")
      ? [{ label: clientLabel.phone, value: client.phone === undefined ? "Niet gekend" : displayPhone(client.phone) }]
      : []),
    ...(allows(protocol, "email") ? [{ label: clientLabel.email, value: client.email ?? "Niet gekend" }] : []),
  ];
}
