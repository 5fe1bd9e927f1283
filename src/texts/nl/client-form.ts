import type { ClientField } from "../../domain/field.ts";
import type { IsoDate } from "../../domain/iso-date.ts";
import type { Protocol } from "../../domain/protocol.ts";
import { dayText } from "./dates.ts";

/** Why each field is asked, on demand under the field (R5, R6). */
export function whyText(field: ClientField, protocol: Pick<Protocol, "data"> | null): string {
  const justification = protocol?.data.find(({ fields }) => fields.includes(field))?.justification;
  const reason = justification === undefined ? defaultReason(field) : `Volgens het protocol: ${justification}`;
  return field === "postcode" || field === "municipality"
    ? `${withStop(reason)} De woonplaats bepaalt ook naar welk OCMW dit gaat.`
    : withStop(reason);
}

function defaultReason(field: ClientField): string {
  return field === "firstName" || field === "lastName"
    ? "Zo weet het OCMW over wie het gaat."
    : "Zo kan het OCMW de cliënt bereiken.";
}

function withStop(text: string): string {
  return /[.?]$/.test(text) ? text : `${text}.`;
}

export const clientForm = {
  title: "Cliënt",
  intro: "Vul alleen de gegevens in die je hier ziet. Meer mag het OCMW niet krijgen.",
  why: "Waarom?",
  optional: (label: string) => `${label} (facultatief)`,
  contact: "Vul minstens een telefoonnummer of een e-mailadres in.",
  next: "Verder naar toestemming",
  backToReview: "Verder naar nakijken",
} as const;

/** What the place of residence leads to (R1, R10, R17). */
export const recipientText = {
  found: (name: string) => `Dit gaat naar ${name}.`,
  notCovered: (covered: readonly string[]) =>
    `Voor deze postcode is er geen protocol. Je mag de gegevens niet doorgeven, ook niet in een gewone e-mail. ${coveredText(covered)}`,
  otherMunicipality: (known: readonly string[]) => `Bij deze postcode horen: ${known.join(", ")}. Kijk de gemeente na.`,
  ambiguous: (municipalities: readonly string[]) =>
    `Deze postcode hoort bij ${municipalities.join(" en ")}. Vul de gemeente in.`,
  notYet: (name: string, from: IsoDate) =>
    `Het protocol met ${name} gaat pas in op ${dayText(from)}. Tot dan mag je de gegevens niet doorgeven.`,
  ended: (name: string, on: IsoDate) =>
    `Het protocol met ${name} is gestopt op ${dayText(on)}. Je mag de gegevens niet meer doorgeven.`,
} as const;

function coveredText(covered: readonly string[]): string {
  return covered.length === 0
    ? "Er is nu voor geen enkele gemeente een protocol."
    : `Er is wel een protocol voor ${covered.join(", ")}.`;
}
