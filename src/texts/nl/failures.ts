import type { IsoDate } from "../../domain/iso-date.ts";
import type { Reference } from "../../domain/reference.ts";
import { dayText } from "./dates.ts";

/** The problems and failures that the pane explains; the codes are those of the application. */
export type ObstacleCode =
  | "reply"
  | "forward"
  | "has-recipients"
  | "has-subject"
  | "has-text"
  | "has-attachments"
  | "already-sealed"
  | "half-sealed";

export interface Explained {
  readonly title: string;
  readonly text: string;
}

/** Why this message can not become a referral, and what to do. */
export function obstacleText(code: ObstacleCode, reference?: Reference): Explained {
  if (code === "already-sealed") {
    return {
      title: "Hier zit al een doorverwijzing in",
      text: `In dit bericht zit doorverwijzing ${reference ?? ""}. Gaf je het wachtwoord door, dan kun je verzenden. Heb je het wachtwoord niet meer, gooi dit bericht dan weg en begin een nieuw bericht.`,
    };
  }
  if (code === "half-sealed") {
    return {
      title: "Dit bericht is niet afgewerkt",
      text: `Doorverwijzing ${reference ?? ""} raakte niet klaar. Verzend dit bericht niet. Gooi het weg en begin een nieuw bericht.`,
    };
  }
  const found: Readonly<Record<Exclude<ObstacleCode, "already-sealed" | "half-sealed">, string>> = {
    reply: "Dit is een antwoord op een ander bericht.",
    forward: "Dit is een doorgestuurd bericht.",
    "has-recipients": "Er staat al een ontvanger in dit bericht.",
    "has-subject": "Dit bericht heeft al een onderwerp.",
    "has-text": "Er staat al tekst in dit bericht, of een handtekening zonder opmaak.",
    "has-attachments": "Er zit al een bijlage in dit bericht.",
  };
  return {
    title: "Begin een nieuw bericht",
    text: `${found[code]} Een doorverwijzing past alleen in een nieuw, leeg bericht. Aan dit bericht is niets veranderd. Maak in Outlook een nieuw bericht en druk daar opnieuw op de knop.`,
  };
}

export const startFailure: Readonly<Record<"outlook", Explained>> = {
  outlook: {
    title: "Outlook antwoordt niet",
    text: "We konden niet zien wat er in het bericht staat. Er is niets veranderd. Probeer opnieuw, of sluit het bericht en begin een nieuw.",
  },
};

/** Why the directory of protocols is not used; the facts are those that the administrator asks for. */
export type DirectoryFailure =
  | { readonly code: "unavailable" | "signature" | "invalid" }
  | { readonly code: "rolled-back"; readonly serial: number; readonly seen: number }
  | { readonly code: "expired"; readonly validUntil: IsoDate }
  | { readonly code: "clock"; readonly issued: IsoDate };

/** Without a directory that can be trusted nobody knows where the data may go (R1). */
export function directoryFailure(failure: DirectoryFailure): Explained {
  switch (failure.code) {
    case "unavailable":
      return {
        title: "De lijst met protocollen ontbreekt",
        text: `Zonder die lijst weten we niet naar wie de gegevens mogen. ${NOTHING_SENT} Probeer opnieuw. Blijft het zo, zeg dan aan de beheerder: “De lijst met protocollen kan niet geladen worden.”`,
      };
    case "signature":
      return {
        title: "De lijst met protocollen is niet te vertrouwen",
        text: `De handtekening op de lijst klopt niet. We weten dus niet zeker naar wie de gegevens mogen. ${NOTHING_SENT} Probeer over enkele minuten opnieuw. Blijft het zo, zeg dan aan de beheerder: “De handtekening op de lijst met protocollen klopt niet.”`,
      };
    case "invalid":
      return {
        title: "Er staat een fout in de lijst met protocollen",
        text: `Met een fout in de lijst kunnen gegevens bij de verkeerde ontvanger terechtkomen. ${NOTHING_SENT} Zeg aan de beheerder: “De lijst met protocollen is ondertekend, maar er staat een fout in.”`,
      };
    case "rolled-back":
      return {
        title: "De lijst met protocollen is ouder dan de vorige",
        text: `Een oude lijst kan een protocol bevatten dat gestopt is. ${NOTHING_SENT} Zeg aan de beheerder: “De lijst heeft volgnummer ${failure.serial}, maar dit toestel zag al volgnummer ${failure.seen}.”`,
      };
    case "clock":
      return {
        title: "De datum van dit toestel klopt niet",
        text: `De lijst met protocollen is gemaakt op ${dayText(failure.issued)}, en volgens dit toestel is het nog niet zo ver. ${NOTHING_SENT} Zet de datum juist en probeer opnieuw. Staat ze juist, zeg dan aan de beheerder: “De lijst met protocollen heeft een datum in de toekomst.”`,
      };
    case "expired":
      return {
        title: "De lijst met protocollen is verlopen",
        text: `De lijst gold tot en met ${dayText(failure.validUntil)}. ${NOTHING_SENT} Zeg aan de beheerder: “De lijst met protocollen is verlopen en moet opnieuw ondertekend worden.”`,
      };
  }
}

const NOTHING_SENT = "Er is niets verzonden en je kunt nu niet doorverwijzen.";

export type FailureCode = "draft-not-empty" | "document" | "archive" | "archive-differs" | "outlook" | "draft-differs";

/** What went wrong while the message was made. */
export function failureText(
  code: FailureCode,
  reason?: "failed" | "timed-out" | "too-large" | "file-type-blocked",
): string {
  switch (code) {
    case "draft-not-empty":
      return "Het bericht is niet meer leeg.";
    case "document":
      return "Het document kon niet worden gemaakt.";
    case "archive":
      return "De bijlage kon niet worden versleuteld.";
    case "archive-differs":
      return "De versleutelde bijlage klopte niet toen we ze nakeken.";
    case "draft-differs":
      return "Outlook zette niet in het bericht wat erin hoort.";
    case "outlook":
      switch (reason) {
        case "timed-out":
          return "Outlook antwoordde niet op tijd.";
        case "too-large":
          return "Outlook vindt de bijlage te groot.";
        case "file-type-blocked":
          return "Outlook weigert een 7-Zip-bijlage. Vraag je IT-dienst om .7z toe te laten.";
        case "failed":
        case undefined:
          return "Outlook meldde een fout.";
      }
  }
}

/** What became of the message and what to do now. */
export const afterFailure: Readonly<Record<"untouched" | "restored" | "may-fill-late" | "not-restored", string>> = {
  untouched:
    "Er is niets verzonden en aan het bericht is niets veranderd. Wat je invulde, staat hier nog. Probeer opnieuw.",
  restored:
    "Er is niets verzonden en het bericht is weer zoals het was. Wat je invulde, staat hier nog. Probeer opnieuw.",
  "may-fill-late":
    "Er is niets verzonden en het bericht is weer zoals het was, maar Outlook is traag. Wat je invulde, staat hier nog. Probeer opnieuw. Wil je dat niet, gooi dit bericht dan weg en begin een nieuw.",
  "not-restored":
    "Er is niets verzonden, maar het bericht kon niet helemaal worden teruggezet. Verzend het niet. Probeer opnieuw; lukt het niet, gooi het bericht dan weg en begin een nieuw.",
};

/** When the person filled something in while the pane was open. */
export const emptyAgain = "Maak het bericht weer leeg of begin een nieuw bericht. Er is niets verzonden.";

/** What is being done, while the person waits. */
export const stepText: Readonly<
  Record<"check-draft" | "document" | "archive" | "open-again" | "fill-draft" | "save" | "read-back", string>
> = {
  "check-draft": "Het bericht wordt nagekeken.",
  document: "Het document wordt gemaakt.",
  archive: "De gegevens worden versleuteld.",
  "open-again": "De bijlage wordt geopend om ze na te kijken.",
  "fill-draft": "Het bericht wordt ingevuld.",
  save: "Het bericht wordt bewaard.",
  "read-back": "Het bericht wordt nog eens nagelezen.",
};
