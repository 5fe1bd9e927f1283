import type { IsoDate } from "../../domain/iso-date.ts";
import type { Recipient } from "../../domain/protocol.ts";
import { dayText } from "./dates.ts";
import { listText } from "./lists.ts";

/** What a recipient is. */
export const recipientKind: Readonly<Record<Recipient["kind"], string>> = {
  ocmw: "openbaar centrum voor maatschappelijk welzijn (OCMW)",
  caw: "centrum voor algemeen welzijnswerk (CAW)",
};

/** What the place of residence leads to (R1, R10, R15, R17). */
export const recipientText = {
  found: ({ name, kind }: Pick<Recipient, "name" | "kind">) => `Dit gaat naar ${name}, een ${recipientKind[kind]}.`,
  ambiguous: (municipalities: readonly string[]) =>
    `Deze postcode hoort bij ${listText(municipalities)}. Kies waar de cliënt woont.`,
  otherMunicipality: "Voor een andere gemeente met deze postcode is er geen protocol.",
  notCovered: "Voor deze postcode is er geen protocol.",
  notYet: (name: string, from: IsoDate) => `Het protocol met ${name} gaat pas in op ${dayText(from)}.`,
  ended: (name: string, on: IsoDate) => `Het protocol met ${name} is gestopt op ${dayText(on)}.`,
  reason: (reason: string) => `Reden: ${reason}`,
  /** Without a protocol in force there is no way at all (R1, R10). */
  forbidden: "Je mag de gegevens niet doorgeven, ook niet in een gewone e-mail.",
} as const;

/** Where a family can be referred today. */
export const coveredText = {
  none: "Er is nu voor geen enkele gemeente een protocol.",
  few: (municipalities: readonly string[]) => `Er is wel een protocol voor ${listText(municipalities)}.`,
  many: "Voor andere gemeenten is er wel een protocol.",
  show: (count: number) => `Bekijk de gemeenten (${count})`,
} as const;
