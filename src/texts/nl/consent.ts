import type { ConsentManner } from "../../domain/consent.ts";
import { CONSENT_TOPICS, type ConsentTopic } from "../../domain/field.ts";
import { allows, type Protocol } from "../../domain/protocol.ts";
import { listText } from "./lists.ts";

type Told = Pick<Protocol, "recipient" | "data">;

/** What the client was told about each topic (R2, R4, R8, R9, R20); it goes into the document in these words. */
export function toldText(topic: ConsentTopic, protocol: Told): string {
  const { name } = protocol.recipient;
  switch (topic) {
    case "data":
      return `Welke gegevens: voornaam en naam, ${listText(reachable(protocol))}. Niets anders.`;
    case "recipient":
      return `Naar wie: een maatschappelijk werker van ${name}, met beroepsgeheim. Die mag de gegevens delen met partners van het geïntegreerd breed onthaal.`;
    case "purpose":
      return `Waarom: zo kan ${name} bekijken wat de vraag is en de meest passende hulp zoeken.`;
    case "handling":
      return `Wat ermee gebeurt: ${name} neemt contact op en bewaart de gegevens tot duidelijk is of de cliënt hulp wil. Komt er een dossier, dan tot 10 jaar nadat het is afgesloten.`;
    case "freedom":
      return "Vrij: de cliënt mag weigeren en mag de toestemming later intrekken. Intrekken is even gemakkelijk als geven.";
  }
}

/** All that the client was told, in the order in which it is asked. */
export function allTold(protocol: Told): readonly { readonly topic: ConsentTopic; readonly text: string }[] {
  return CONSENT_TOPICS.map((topic) => ({ topic, text: toldText(topic, protocol) }));
}

/** A text to read to the client, in plain words. */
export function readAloudText(protocol: Told): readonly string[] {
  const { name } = protocol.recipient;
  return [
    `Ik denk dat ${name} u kan helpen. Mag ik uw ${listText(["naam", ...reachable(protocol)])} aan ${name} doorgeven? Meer geef ik niet door.`,
    `Een maatschappelijk werker van ${name} neemt dan contact met u op. Samen bekijkt u wat u nodig hebt. Die persoon heeft beroepsgeheim, net als ik. Als het nodig is, mag die uw gegevens delen met de diensten waarmee ${name} in het geïntegreerd breed onthaal samenwerkt.`,
    `Wilt u na dat gesprek geen hulp, dan zijn uw gegevens niet meer nodig. Wilt u wel hulp, dan maakt ${name} een dossier. Dat blijft bewaard tot 10 jaar nadat het is afgesloten.`,
    `U kiest zelf. U mag nee zeggen. Zegt u nu ja en bedenkt u zich, dan laat u het mij weten en vraag ik ${name} om uw gegevens te wissen.`,
  ];
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
