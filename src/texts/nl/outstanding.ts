import type { Reference } from "../../domain/reference.ts";
import { agoText, timeText } from "./dates.ts";
import type { Explained } from "./failures.ts";
import { outstandingBar } from "./screens.ts";

/** "Openstaand": the referrals whose password is still to be handed over. */
export const outstanding = {
  title: outstandingBar.title,
  intro: "Van deze doorverwijzingen is het wachtwoord nog niet doorgegeven.",
  none: "Er staat niets open.",
  opening: "Even geduld, de gegevens worden opgezocht.",
  storageClosed:
    "Op dit toestel kan Veilig doorverwijzen geen wachtwoorden bewaren of terugvinden. Bewaarde je er een op een ander toestel, open Outlook dan daar.",
  made: (reference: Reference, days: number) => `${reference}, gemaakt ${agoText(days)}.`,
  here: (until: number) => `Het wachtwoord staat op dit toestel tot ${timeText(until)}.`,
  notHere: "Het wachtwoord staat niet op dit toestel.",
  unreadable: "Het wachtwoord op dit toestel is niet meer leesbaar.",
  noAnswer: "Neemt er niemand op, probeer het dan later opnieuw.",
  open: (isHere: boolean) => (isHere ? outstandingBar.open : "Bekijk"),
  openFor: (reference: Reference, isHere: boolean) =>
    isHere ? `Geef het wachtwoord door van ${reference}` : `Bekijk ${reference}`,
  about: (reference: Reference, recipient: string, days: number) =>
    `Doorverwijzing ${reference} aan ${recipient}, gemaakt ${agoText(days)}.`,
  maybeDone: "Gaf je het wachtwoord al door, noteer dat dan hieronder.",
  replaceHow:
    "Ben je het kwijt, dan kan niemand de bijlage nog openen. Maak de doorverwijzing dan opnieuw: ze krijgt een nieuwe referentie en een nieuw wachtwoord. Je vult alles opnieuw in, want van de cliënt is niets bewaard.",
  replace: "Maak de doorverwijzing opnieuw in dit bericht",
  replaceElsewhere:
    "Begin daarvoor in Outlook een nieuw bericht, druk op Veilig doorverwijzen en kies daar Openstaand.",
  notSentTitle: "Niet verzonden?",
  notSentHow: "Is het bericht nooit verzonden, haal de doorverwijzing dan uit de lijst.",
  notSent: "Haal de doorverwijzing uit de lijst",
  notSentSure: (isHere: boolean) =>
    isHere
      ? "Alleen als het bericht niet verzonden is. Het wachtwoord wordt van dit toestel gewist. Gooi ook het bericht in Concepten weg."
      : "Alleen als het bericht niet verzonden is. Gooi ook het bericht in Concepten weg.",
  notSentYes: "Ja, het is niet verzonden",
  backToList: "Terug naar Openstaand",
  eraseTitle: "Dit toestel verlaten?",
  eraseWhy: "Gebruik je dit toestel niet meer, wis dan de wachtwoorden die erop bewaard zijn.",
  erase: "Wis alles",
  eraseSure:
    "Alle bewaarde wachtwoorden gaan van dit toestel, ook die van een collega die het gebruikt. Wat nog niet doorgegeven is, kan dan niemand meer openen.",
  eraseYes: "Ja, wis alles",
  erased: "Er staat geen wachtwoord meer op dit toestel.",
  notErased: "Het wissen is mislukt. Probeer opnieuw. Lukt het niet, verwittig dan je IT-dienst.",
} as const;

/** Why there are no words to read. */
export const missing: Readonly<Record<"not-kept" | "unreadable" | "storage-closed", Explained>> = {
  "not-kept": {
    title: "Het wachtwoord staat niet op dit toestel",
    text: "Het werd hier niet bewaard, of langer dan een week geleden. Bewaarde je het op een ander toestel of in een ander programma, zoals Outlook in de browser, open Veilig doorverwijzen dan daar.",
  },
  unreadable: {
    title: "Het wachtwoord is niet meer leesbaar",
    text: "Het werd op dit toestel bewaard, maar de sleutel ervan is verloren of het bestand is beschadigd.",
  },
  "storage-closed": {
    title: "Het wachtwoord staat niet op dit toestel",
    text: "Op dit toestel kan Veilig doorverwijzen geen wachtwoorden bewaren of terugvinden. Bewaarde je het op een ander toestel, open Veilig doorverwijzen dan daar.",
  },
};
