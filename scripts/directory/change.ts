/** What a change touches, by how much harm a mistake in it does; this is the order in which people read them. */
export const SUBJECTS = [
  "mailbox",
  "demo",
  "new",
  "recipient",
  "places",
  "contact",
  "fields",
  "ended",
  "dates",
  "dpo",
  "texts",
  "other",
  "file",
] as const;
export type Subject = (typeof SUBJECTS)[number];

/** One thing that is not as it was. */
export interface Change {
  readonly subject: Subject;
  /** Whom it is about: `OCMW Bree (opgroeien-ocmw-bree)`; empty for the list as a whole. */
  readonly who: string;
  /** In words, one line each. */
  readonly lines: readonly string[];
}

export const subjectTitles: Readonly<Record<Subject, string>> = {
  mailbox: "!!! ANDERE MAILBOX: kijk dit na met het ondertekende protocol ernaast !!!",
  demo: "!!! DEMO OF ECHT !!!",
  new: "Nieuwe protocollen",
  recipient: "Andere gegevens van de ontvanger zelf",
  places: "Plaatsen",
  contact: "Telefoon, gsm en Teams",
  fields: "Gegevens die gedeeld mogen worden",
  ended: "Beëindigd of weg",
  dates: "Data",
  dpo: "Functionaris voor gegevensbescherming",
  texts: "Teksten van het protocol",
  other: "Andere wijzigingen",
  file: "De lijst zelf",
};
