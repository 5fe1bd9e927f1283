import type { ConsentManner } from "../../domain/consent.ts";
import { CONSENT_TOPICS, type ConsentTopic } from "../../domain/field.ts";
import { allows, type Protocol } from "../../domain/protocol.ts";
import { listText } from "./lists.ts";
import { withStop } from "./sentences.ts";

type Told = Pick<Protocol, "recipient" | "data" | "purpose" | "retention" | "recipientCategories">;

/** What is told about a topic: what holds for every protocol in our words, what differs in those of this protocol. */
export interface Telling {
  readonly text: string;
  /** Sentences of the protocol; the text leads to them. */
  readonly sentences: readonly string[];
}

/** What the client was told about each topic (R2, R4, R8, R9, R20). */
export function telling(topic: ConsentTopic, protocol: Told): Telling {
  const { name } = protocol.recipient;
  const own = (text: string, sentences: readonly string[]) => ({ text, sentences: sentences.map(withStop) });
  switch (topic) {
    case "data":
      return own(`Welke gegevens: voornaam en naam, ${listText(reachable(protocol))}. Niets anders.`, []);
    case "recipient":
      return own(
        `Naar wie: een maatschappelijk werker van ${name}, met beroepsgeheim. Het protocol zegt wie de gegevens mag krijgen:`,
        protocol.recipientCategories,
      );
    case "purpose":
      return own(`Waarom: zo kan ${name} zoeken welke hulp past. Het protocol zegt waarvoor:`, [protocol.purpose]);
    case "handling":
      return own(
        `Wat ermee gebeurt: ${name} neemt contact op met de cliënt. Het protocol zegt hoelang de gegevens bewaard worden:`,
        protocol.retention,
      );
    case "freedom":
      return own(
        "Vrij: de cliënt mag weigeren en mag de toestemming later intrekken. Intrekken is even gemakkelijk als geven.",
        [],
      );
  }
}

/** All that the client was told, in the order in which it is asked; it goes into the JSON in these words. */
export function allTold(protocol: Told): readonly { readonly topic: ConsentTopic; readonly text: string }[] {
  return CONSENT_TOPICS.map((topic) => {
    const { text, sentences } = telling(topic, protocol);
    return { topic, text: [text, ...sentences].join(" ") };
  });
}

/** A text to read to the client, in plain words; what differs from protocol to protocol is quoted. */
export function readAloudText(protocol: Told): readonly string[] {
  const { name } = protocol.recipient;
  return [
    `Ik denk dat ${name} u kan helpen. Mag ik uw ${listText(["naam", ...reachable(protocol)])} aan ${name} doorgeven? Meer geef ik niet door.`,
    `Een maatschappelijk werker van ${name} neemt dan contact met u op. Samen bekijkt u wat u nodig hebt. Die persoon heeft beroepsgeheim, net als ik.`,
    `Waarvoor zijn uw gegevens? In onze afspraak met ${name} staat: ${quoted([protocol.purpose])}`,
    `Wie mag uw gegevens krijgen? In de afspraak staat: ${quoted(protocol.recipientCategories)}`,
    `Hoelang worden uw gegevens bewaard? In de afspraak staat: ${quoted(protocol.retention)}`,
    `U kiest zelf. U mag nee zeggen. Zegt u nu ja en bedenkt u zich, dan laat u het mij weten en vraag ik ${name} om uw gegevens te wissen.`,
  ];
}

function quoted(sentences: readonly string[]): string {
  return sentences.map((sentence) => `“${withStop(sentence)}”`).join(" ");
}

/** What the protocol lets through to reach the client (R6), in words. */
function reachable(protocol: Told): readonly string[] {
  return [
    "adres",
    ...(allows(protocol, "phone") ? ["telefoonnummer"] : []),
    ...(allows(protocol, "email") ? ["e-mailadres"] : []),
  ];
}

export const mannerText: Readonly<Record<ConsentManner, string>> = {
  spoken: "Mondeling",
  written: "Schriftelijk",
};
