import type { ClientField } from "../../domain/field.ts";
import { allows, type Protocol } from "../../domain/protocol.ts";
import { withStop } from "./sentences.ts";

/** Why each field is asked, on demand under the field (R5, R6). */
export function whyText(field: ClientField, protocol: Pick<Protocol, "data"> | null): string {
  const justification = protocol?.data.find(({ fields }) => fields.includes(field))?.justification;
  const reason = justification === undefined ? defaultReason(field) : `Volgens het protocol: ${justification}`;
  return field === "postcode" || field === "municipality"
    ? `${withStop(reason)} De woonplaats bepaalt ook naar wie dit gaat.`
    : withStop(reason);
}

function defaultReason(field: ClientField): string {
  return field === "firstName" || field === "lastName"
    ? "Zo weet de ontvanger over wie het gaat."
    : "Zo kan de ontvanger de cliënt bereiken.";
}

export const clientForm = {
  title: "Cliënt",
  intro: "Vul alleen de gegevens in die je hier ziet. Meer mag de ontvanger niet krijgen.",
  residence: "Waar woont de cliënt?",
  nameAndAddress: "Naam en adres",
  contact: "Contact",
  why: "Waarom?",
  optional: (label: string) => `${label} (facultatief)`,
  next: "Verder naar toestemming",
  backToReview: "Verder naar nakijken",
} as const;

/** What stands in the list of municipalities before one is chosen. */
export const municipalityText = {
  postcodeFirst: "Vul eerst de postcode in",
  choose: "Kies een gemeente",
  /** A postcode may be shared with a municipality that has no protocol. */
  other: "Een andere gemeente",
  none: "Geen gemeente met een protocol",
} as const;

/** What is needed to reach the client, within what the protocol lets through (R6). */
export function contactText(protocol: Pick<Protocol, "data" | "recipient"> | null): string {
  if (protocol !== null && !allows(protocol, "email")) {
    return `${protocol.recipient.name} mag geen e-mailadres krijgen. Vul het telefoonnummer in.`;
  }
  if (protocol !== null && !allows(protocol, "phone")) {
    return `${protocol.recipient.name} mag geen telefoonnummer krijgen. Vul het e-mailadres in.`;
  }
  return "Vul minstens een telefoonnummer of een e-mailadres in.";
}
