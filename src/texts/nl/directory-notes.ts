import type { IsoDate } from "../../domain/iso-date.ts";
import { dayText } from "./dates.ts";

/** What the person is told of the directory that is in use, above every screen. */
export const directoryNote = {
  demo: "Oefenversie: verzonnen gemeenten en ontvangers. Vul geen echte gegevens in.",
  kept: "De lijst met protocollen kon niet worden opgehaald. We gebruiken die van de vorige keer; ze geldt nog.",
  expires: (day: IsoDate) => `De lijst met protocollen geldt nog tot en met ${dayText(day)}. Zeg het aan de beheerder.`,
} as const;
