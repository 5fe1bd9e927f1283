import type { FieldIssue } from "../../domain/field-issue.ts";
import { isIsoDate } from "../../domain/iso-date.ts";
import { dayText } from "./dates.ts";
import { fieldInSentence } from "./fields.ts";

/** What is wrong with a field and what to do; the same words in the summary and at the field. */
export function issueText(issue: FieldIssue): string {
  const field = fieldInSentence(issue.field);
  switch (issue.code) {
    case "missing":
      if (issue.field === "consentManner") return "Kies hoe de cliënt toestemming gaf.";
      return issue.field === "municipality" ? "Kies de gemeente of deelgemeente." : `Vul ${field} in.`;
    case "too-long":
      return `Maak ${field} korter: hoogstens ${issue.most} tekens (nu ${issue.received}).`;
    case "letter-not-in-font":
      return `Schrijf ${field} zonder het teken “${issue.letter}”. Dat teken kan niet in het document staan.`;
    case "control-character":
      return `Typ ${field} opnieuw. Er staat een onzichtbaar teken in, misschien door het plakken.`;
    case "no-letter":
      return `Kijk ${field} na. Er staat geen enkele letter in.`;
    case "no-letter-or-digit":
      return `Kijk ${field} na. Er staat geen letter of cijfer in.`;
    case "phone-format":
      return `Kijk ${field} na. Dit is geen geldig nummer. Een voorbeeld: 0470 12 34 56.`;
    case "email-format":
      return `Kijk ${field} na. Een voorbeeld: naam@voorbeeld.example.`;
    case "postcode-format":
      return "Een Belgische postcode heeft vier cijfers, bijvoorbeeld 3960.";
    case "no-way-of-contact":
      return "Vul een telefoonnummer of een e-mailadres in. Anders kan de ontvanger de cliënt niet bereiken.";
    case "not-covered":
      return "Voor deze postcode is er geen protocol. Je mag de gegevens niet doorgeven.";
    case "protocol-not-yet-in-force":
      return `Het protocol voor deze ${place(issue)} is nog niet in werking. Je mag de gegevens nog niet doorgeven.`;
    case "protocol-ended":
      return `Het protocol voor deze ${place(issue)} is gestopt. Je mag de gegevens niet meer doorgeven.`;
    case "other-municipality":
      return "Voor die gemeente is er geen protocol. Je mag de gegevens niet doorgeven.";
    case "not-confirmed":
      return issue.field === "secrecy"
        ? "Bevestig dat je gebonden bent door het beroepsgeheim."
        : `Bevestig dat je de cliënt vertelde ${field}.`;
    case "date-format":
      return "Vul een datum in die bestaat.";
    case "date-in-future":
      return "De datum van de toestemming ligt in de toekomst. Kijk de datum na.";
    case "date-before-protocol":
      return `De datum van de toestemming ligt vóór de start van het protocol${
        isIsoDate(issue.inForceFrom) ? ` (${dayText(issue.inForceFrom)})` : ""
      }. Kijk de datum na.`;
  }
}

/** At a postcode that municipalities share, it is said of the one that was chosen. */
function place({ field }: FieldIssue): string {
  return field === "municipality" ? "gemeente" : "postcode";
}
