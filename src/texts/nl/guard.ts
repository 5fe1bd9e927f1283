import type { SendField, SendReason } from "../../domain/judge-send.ts";

/* Runs in the guard too, so only what an engine of 2016 has. */

/** Outlook shows at most so many characters. */
const LONGEST = 500;

/** What Outlook shows when a message does not go. */
export const alert = {
  /** What was found and where, then what to do; at most 500 characters, without any value of the message. */
  text: (reasons: readonly SendReason[]): string => {
    const [first] = reasons;
    const end = first === undefined ? "" : remedy(first);
    let said = "";
    for (const reason of reasons) {
      const sentence = `${reasonText(reason)} `;
      if (said.length + sentence.length + end.length > LONGEST) break;
      said += sentence;
    }
    return said + end;
  },
} as const;

/** What was found, and where; the same words in Outlook's dialog and in the pane. */
export function reasonText(reason: SendReason): string {
  switch (reason.code) {
    case "unreadable":
      return `Outlook liet ${WHAT[reason.what]} niet nakijken.`;
    case "other-recipient":
      return `Er staat een andere ontvanger bij ${list(reason.where.map((field) => FIELD[field]))} dan de mailbox van de doorverwijzing.`;
    case "no-recipient":
      return "Er staat geen ontvanger in het bericht.";
    case "archive-missing":
      return "De versleutelde bijlage ontbreekt.";
    case "archive-changed":
      return "De bijlage is niet die van deze doorverwijzing.";
    case "other-attachment":
      return "Er zit nog een andere bijlage bij.";
    case "reference-missing":
      return "De referentie staat niet meer in het onderwerp.";
    case "client":
      return `In ${PLACE[reason.where]} staat iets van de cliënt: ${list(reason.fields.map((field) => CLIENT[field]))}.`;
    case "password":
      return `In ${PLACE[reason.where]} staan woorden van het wachtwoord.`;
    case "text-changed":
      return "De tekst van dit bericht is veranderd sinds het klaargezet werd.";
    case "no-seal":
      return "Dit bericht gaat over een doorverwijzing, maar werd niet hier klaargezet.";
  }
}

/** What to do, for the first of what was found. */
function remedy({ code }: SendReason): string {
  switch (code) {
    case "unreadable":
      return "Er is niets verzonden. Wacht even en verzend opnieuw.";
    case "text-changed":
    case "no-seal":
      return "Kijk na dat er niets van de cliënt en geen wachtwoord in staat.";
    default:
      return "Er is niets verzonden. Zet het recht en verzend opnieuw.";
  }
}

const FIELD: Readonly<Record<SendField, string>> = { to: "Aan", cc: "Cc", bcc: "Bcc" };
const PLACE = { subject: "het onderwerp", body: "de tekst" } as const;
const WHAT = {
  recipients: "de ontvangers",
  subject: "het onderwerp",
  text: "de tekst",
  attachments: "de bijlagen",
  archive: "de versleutelde bijlage",
  seal: "de gegevens van de doorverwijzing",
} as const;
const CLIENT = {
  firstName: "de voornaam",
  lastName: "de naam",
  street: "de straat",
  municipality: "de gemeente",
  phone: "het telefoonnummer",
  email: "het e-mailadres",
} as const;

function list(names: readonly string[]): string {
  const last = names.length - 1;
  return last < 1 ? names.join("") : `${names.slice(0, last).join(", ")} en ${names[last]}`;
}
