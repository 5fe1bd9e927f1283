import type { Content } from "../../domain/content.ts";
import { archiveName, pdfName, type Reference } from "../../domain/reference.ts";
import type { Referral } from "../../domain/referral.ts";
import { publishedLinks } from "./published-links.ts";
import type { PhoneDisplay } from "./referral-sheet.ts";

/** The subject of the message; says nothing about the client. */
export function subjectText(reference: Reference): string {
  return `Vertrouwelijk: doorverwijzing ${reference}`;
}

/**
 * The message to the recipient's mailbox: what it is, how it opens, why and how long the data may be kept, and what to do
 * when it went wrong (R3, R4, R8, R16). Takes nothing of the client from the referral.
 */
export function messageContent(
  { reference, sender, protocol, replaces }: Omit<Referral, "client" | "consent">,
  displayPhone: PhoneDisplay,
): Content {
  const { agency, recipient } = protocol;
  return {
    title: `Doorverwijzing ${reference}`,
    blocks: [
      { kind: "paragraph", content: ["Beste collega,"] },
      {
        kind: "paragraph",
        content: [
          `In de bijlage zit een doorverwijzing van ${agency.name} (${sender.team}) naar ${recipient.name}. De cliënt weet ervan en gaf toestemming. De bijlage is versleuteld. Het wachtwoord krijg je langs een andere weg, nooit per e-mail.`,
        ],
      },
      ...(replaces === undefined
        ? []
        : [
            {
              kind: "paragraph" as const,
              content: [
                `Ze komt in de plaats van doorverwijzing ${replaces}, die niemand nog kan openen. Kreeg je dat bericht, verwijder het dan.`,
              ],
            },
          ]),
      {
        kind: "table",
        caption: "Van wie",
        rows: [
          { label: "Referentie", value: reference },
          { label: "Van", value: sender.name },
          { label: "Team", value: sender.team },
          { label: "Telefoon", value: displayPhone(sender.phone) },
          { label: "E-mail", value: sender.email },
        ],
      },
      { kind: "heading", text: "Zo open je de bijlage" },
      {
        kind: "list",
        numbered: true,
        items: [
          [`Sla de bijlage ${archiveName(reference)} op je computer op.`],
          [
            "Klik er met de rechtermuisknop op en kies 7-Zip, Archief openen. In Windows 11 staat 7-Zip onder Meer opties weergeven. Heb je geen 7-Zip, vraag het aan je IT-dienst.",
          ],
          ["Typ het wachtwoord: zeven woorden, kleine letters, met een streepje tussen en zonder spaties."],
          [`Open ${pdfName(reference)}. Daarin staan de gegevens.`],
        ],
      },
      {
        kind: "paragraph",
        content: [
          "Zegt 7-Zip “Verkeerd wachtwoord?” (in het Engels “Wrong password?”), dan is er een letter fout. Kijk de woorden na en probeer opnieuw. Lukt het niet, bel dan de collega hierboven.",
        ],
      },
      { kind: "heading", text: "Doel en rechtsgrond" },
      { kind: "paragraph", content: [protocol.purpose] },
      { kind: "list", numbered: false, items: protocol.legalBasis.map((basis) => [basis]) },
      { kind: "heading", text: "Bewaartermijn" },
      { kind: "list", numbered: false, items: protocol.retention.map((rule) => [rule]) },
      { kind: "heading", text: "Is dit bericht niet voor jou?" },
      {
        kind: "paragraph",
        content: [
          `Open de bijlage dan niet, stuur het bericht niet door en verwijder het. Verwittig ${sender.name} op ${displayPhone(sender.phone)}.`,
        ],
      },
      {
        kind: "paragraph",
        content: [
          `Functionarissen voor gegevensbescherming: ${agency.name}, ${agency.dpo}; ${recipient.name}, ${recipient.dpo}.`,
        ],
      },
      {
        kind: "paragraph",
        content: ["Het protocol voor deze gegevensdeling is bekendgemaakt op ", ...publishedLinks(protocol), "."],
      },
    ],
  };
}
