import type { Reference } from "../../domain/reference.ts";
import { timeText } from "./dates.ts";
import { HAND_OVER } from "./screens.ts";

/** The step in which the password goes to the recipient by another way than the message (R18). */
export const handover = {
  title: HAND_OVER,
  ready: (name: string) => `Het bericht aan ${name} staat klaar. De gegevens zijn versleuteld.`,
  why: "Geef het wachtwoord door per telefoon. Nooit per e-mail, ook niet in een ander bericht.",
  callTitle: "Bel",
  checkedOn: (day: string) => `Nummer nagekeken op ${day}.`,
  dial: "Bel met dit toestel",
  checkDue:
    "Dat is meer dan een jaar geleden. Kijk het nummer na in de samenwerkingsovereenkomst vóór je belt, nooit in een e-mail.",
  noAnswer: "Neemt er niemand op?",
  noPhone: (name: string) =>
    `Het nummer van ${name} staat nog niet in de lijst. Gebruik het nummer uit de samenwerkingsovereenkomst, nooit een nummer uit een e-mail.`,
  notListed: (name: string) =>
    `Het nummer van ${name} is hier nu niet te vinden. Gebruik het nummer uit de samenwerkingsovereenkomst, nooit een nummer uit een e-mail.`,
  scriptTitle: "Zo zeg je het",
  script: (name: string, reference: Reference) => [
    `Zeg wie je bent en vraag naar een maatschappelijk werker van ${name}.`,
    `Geef de referentie: ${reference}.`,
    "Lees de woorden één voor één voor en laat elk woord herhalen.",
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
  teamsTitle: "Liever via Teams?",
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
  smsTitle: "Liever per sms?",
  smsHow: (number: string) =>
    `Ook dat kan, met je eigen gsm, naar ${number}. De QR-code zet het bericht met het wachtwoord klaar.`,
  smsShow: "Toon de QR-code",
  smsHide: "Verberg de QR-code",
  smsCode: "QR-code met de sms",
  smsScan: "Scan de code met de camera van je gsm, kijk het nummer na en verzend. Wis de sms daarna van je gsm.",
  smsFailed: "De QR-code kon niet worden geladen. Kijk je internetverbinding na en druk opnieuw op de knop.",
} as const;

/** The text message, without anything of the client; in letters that every phone sends in one message. */
export function smsText(reference: Reference, password: string): string {
  return `Wachtwoord van doorverwijzing ${reference}: ${password}`;
}

/** When nobody answers the phone: the password waits on this device. */
export const keeping = {
  title: "Nog niet gelukt?",
  looking: "Even kijken of dit toestel het wachtwoord kan bewaren …",
  possible:
    "Neemt er niemand op, bewaar het wachtwoord dan op dit toestel. Je vindt het hoogstens een week terug bij Openstaand, in eender welk bericht.",
  onlyHere:
    "Alleen op dit toestel en in dit programma. Zit je straks aan een ander toestel, geef het wachtwoord dan door vóór je verzendt.",
  keep: "Bewaar het op dit toestel",
  keepAgain: "Probeer opnieuw",
  keeping: "Het wachtwoord wordt bewaard …",
  kept: (until: number) =>
    `Bewaard op dit toestel, versleuteld, tot ${timeText(until)}. Je vindt het terug bij Openstaand. Zodra je noteert dat het doorgegeven is, wordt het gewist.`,
  erase: "Wis het van dit toestel",
  eraseAgain: "Probeer opnieuw",
  impossible: "Dit toestel kan het wachtwoord niet bewaren. Geef het door vóór je verzendt.",
  failed: "Het bewaren is mislukt. Probeer opnieuw, of geef het wachtwoord door vóór je verzendt.",
  notErased:
    "Het wachtwoord kon niet van dit toestel worden gewist. Probeer opnieuw. Na een week wordt het vanzelf gewist.",
} as const;

/** Ten minutes without input. */
export const idle = {
  soon: {
    kept: "Over een minuut verdwijnt het wachtwoord van het scherm. Het blijft bewaard op dit toestel.",
    lost: "Over een minuut is het wachtwoord weg. Het is nergens bewaard.",
  },
  stay: "Houd het op het scherm",
  title: "Het wachtwoord is van het scherm gehaald",
  why: "Tien minuten lang gebeurde er niets in dit venster.",
  now: {
    done: "Je noteerde al dat het doorgegeven is.",
    kept: "Het staat nog op dit toestel.",
    lost: "Het is nergens bewaard. Gaf je het door, noteer dat dan hieronder. Anders kan niemand de bijlage openen: maak het bericht dan opnieuw. Wat je invulde, staat er nog.",
  },
  recall: "Toon het weer",
  remake: "Maak het bericht opnieuw",
} as const;

/** The end of the step: whether the message may go. */
export const send = {
  done: { title: "Je kunt nu verzenden.", text: "Druk op Verzenden in het bericht." },
  kept: {
    title: "Je kunt nu verzenden.",
    text: "Druk op Verzenden in het bericht. Geef het wachtwoord later door: je vindt het bij Openstaand.",
  },
  first: {
    title: "Bijna klaar om te verzenden",
    text: "Geef het wachtwoord door, of bewaar het op dit toestel. Druk daarna op Verzenden in het bericht. Na het verzenden is het wachtwoord hier weg.",
  },
  lost: { title: "Verzend nog niet", text: "Zonder wachtwoord kan de ontvanger de bijlage niet openen." },
  halfTaken: { title: "Verzend dit bericht niet", text: "Het kon niet helemaal worden teruggezet." },
  unsealSure:
    "Je noteerde dat het wachtwoord doorgegeven is. Wijzig je nu iets, dan komt er een ander wachtwoord en moet je dat opnieuw doorgeven.",
  unsealYes: "Ja, wijzig het bericht",
  unseal: "Toch iets wijzigen",
  unsealHow: "Dan gaat alles weer uit het bericht, ook wat je er zelf bij typte. Er komt een nieuw wachtwoord.",
} as const;
