import type { Reference } from "../../domain/reference.ts";

/** The step in which the password goes to the recipient by another way than the message (R18). */
export const handover = {
  title: "Wachtwoord doorgeven",
  ready: (name: string) => `Het bericht aan ${name} staat klaar. De gegevens zijn versleuteld.`,
  why: "Geef het wachtwoord door per telefoon. Nooit per e-mail, ook niet in een ander bericht.",
  callTitle: "Bel",
  checkedOn: (day: string) => `Nummer nagekeken op ${day}.`,
  dial: "Bel met dit toestel",
  checkDue:
    "Dat is meer dan een jaar geleden. Kijk het nummer na in de samenwerkingsovereenkomst vóór je belt, nooit in een e-mail.",
  noPhone: (name: string) =>
    `Het nummer van ${name} staat nog niet in de lijst. Gebruik het nummer uit de samenwerkingsovereenkomst, nooit een nummer uit een e-mail.`,
  scriptTitle: "Zo zeg je het",
  script: (name: string, reference: Reference) => [
    `Zeg wie je bent en vraag een maatschappelijk werker van ${name}.`,
    `Geef de referentie: ${reference}.`,
    "Lees de woorden één voor één voor en laat ze herhalen.",
    "Noem geen naam van de cliënt aan de telefoon.",
    "Zeg hoe het getypt wordt: kleine letters, met streepjes ertussen.",
  ],
  wordsTitle: "De zeven woorden",
  show: "Toon het wachtwoord",
  hide: "Verberg het wachtwoord",
  spell: "Toon hoe je spelt",
  noSpell: "Verberg hoe je spelt",
  repeated: (number: number, word: string) => `${number}. ${word}: juist herhaald`,
  count: (done: number, of: number) =>
    done === of ? "Alle woorden zijn herhaald." : `${done} van ${of} woorden herhaald.`,
  typing: "Zo typt de ontvanger het: kleine letters, met streepjes, zonder spaties.",
  copy: "Kopieer het wachtwoord",
  copied: {
    copied: "Gekopieerd. Plak het nooit in een e-mail.",
    closed:
      "Kopiëren lukt hier niet met de knop. Het wachtwoord is hieronder geselecteerd: druk op Ctrl+C (op een Mac: Cmd+C). Plak het nooit in een e-mail.",
  },
  copyField: "Het wachtwoord, om te kopiëren",
  otherTitle: "Liever via Teams?",
  teamsHow: (name: string) =>
    `Ook dat kan: een chat met ${name}. Typ of plak de woorden daar zelf, en noem geen naam van de cliënt.`,
  teams: (address: string) => `Open een chat met ${address}`,
  codeTitle: "Controlecode",
  codeWhy: "Vergelijk deze code met de ontvanger. Is ze dezelfde, dan hebben jullie hetzelfde bestand.",
  codeHow: "Zo ziet de ontvanger de code",
  codeSteps: (archive: string) => [
    `Sla de bijlage ${archive} op.`,
    "Klik er met de rechtermuisknop op en kies CRC SHA, SHA-256. In Windows 11 staat dat onder Meer opties weergeven.",
    "Vergelijk de eerste tien tekens. Hoofdletters of kleine letters maken geen verschil.",
  ],
  send: "Je kunt nu verzenden.",
  sendHow:
    "Druk op Verzenden in het bericht. Geef het wachtwoord door vóór je dit venster sluit: het wordt niet bewaard.",
  unseal: "Toch iets wijzigen",
  unsealHow: "Dan gaat alles weer uit het bericht, ook wat je er zelf bij typte.",
} as const;
