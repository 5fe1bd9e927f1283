import type { ToIssue } from "../../domain/hand-over.ts";
import type { Channel, HandOver } from "../../domain/register.ts";
import { momentText } from "./dates.ts";

export const channelText: Readonly<Record<Channel, string>> = {
  phone: "Telefoon",
  sms: "Sms",
  teams: "Teams",
  "in-person": "Persoonlijk",
};

const by: Readonly<Record<Channel, string>> = {
  phone: "per telefoon",
  sms: "per sms",
  teams: "via Teams",
  "in-person": "persoonlijk",
};

export const toIssueText: Readonly<Record<ToIssue, string>> = {
  missing: "Vul in aan wie je het wachtwoord doorgaf.",
  "too-long": "Dit is te lang. Gebruik hoogstens 60 tekens.",
  "no-letter": "Vul een naam of functie in.",
  hidden: "Hierin staat een onzichtbaar teken. Typ het opnieuw.",
  "number-or-address": "Zet hier geen nummer of e-mailadres. Een naam of functie is genoeg.",
  "name-of-client": "Dit lijkt op de naam van de cliënt. Vul de functie in, bijvoorbeeld maatschappelijk werker.",
};

export const handedOver = {
  title: "Doorgegeven?",
  intro: "Noteer het hier. Het wachtwoord zelf komt er niet in, en niets over de cliënt.",
  to: "Aan wie?",
  toHint: "Naam of functie, bijvoorbeeld maatschappelijk werker onthaal.",
  how: "Hoe?",
  howMissing: "Kies hoe je het doorgaf.",
  submit: "Doorgegeven",
  done: ({ to, channel, at }: HandOver) => `Genoteerd: doorgegeven aan ${to}, ${by[channel]}, op ${momentText(at)}.`,
  saving: "Wordt bewaard…",
  notSaved: "Outlook kon je register niet bewaren. Probeer het opnieuw vóór je dit venster sluit.",
  savedAfterAll: "Je register is bewaard.",
  retry: "Probeer opnieuw",
  left: (count: number) =>
    count === 1
      ? "Je register was vol: de oudste regel is eruit. Bewaar die regel als je hem nog nodig hebt."
      : `Je register was vol: de ${count} oudste regels zijn eruit. Bewaar ze als je ze nog nodig hebt.`,
  leftOpen: (count: number) =>
    count === 1
      ? "Van één ervan is het wachtwoord nog niet doorgegeven."
      : `Van ${count} ervan is het wachtwoord nog niet doorgegeven.`,
  columns: [
    "Referentie",
    "Gemaakt op",
    "Ontvanger",
    "Protocol",
    "Doorgegeven aan",
    "Hoe",
    "Wanneer",
    "In de plaats van",
  ],
  leftFile: "Bewaar als CSV",
  leftShow: "Toon de regels om te kopiëren",
} as const;
