import type { Reference } from "../../domain/reference.ts";

/** The product's name, as in the ribbon. */
export const PRODUCT = "Veilig doorverwijzen";

/** The title of the step in which the password goes to the recipient. */
export const HAND_OVER = "Wachtwoord doorgeven";

export const common = {
  starting: "Even geduld, het bericht en de lijst met protocollen worden nagekeken.",
  busy: "Even geduld …",
  loading: "Even geduld, dit wordt geladen.",
  notLoaded: "Dit kon niet worden geladen. Kijk je internetverbinding na en probeer opnieuw.",
  back: "Terug",
  no: "Nee",
  retry: "Opnieuw proberen",
  enginesFailed:
    "Een deel van de invoegtoepassing kon niet worden geladen. Er is niets verzonden en niets verloren. Kijk je internetverbinding na en druk opnieuw op de knop.",
  summaryTitle: (count: number) => (count === 1 ? "Kijk dit na" : `Kijk deze ${count} punten na`),
  step: (now: number, all: number) => `Stap ${now} van ${all}`,
  noHost:
    "Outlook antwoordt niet. Sluit dit venster en open het opnieuw vanuit een nieuw bericht. Blijft het zo, verwittig dan je IT-dienst.",
} as const;

export const senderForm = {
  title: "Jouw gegevens",
  intro:
    "De ontvanger ziet wie doorverwijst. Je vult dit één keer in; je team en telefoonnummer worden bewaard in je mailbox.",
  teamHint: "Typ een deel van de naam en kies je team uit de lijst. Staat het er niet in, typ dan de volledige naam.",
  next: "Verder",
  backToReview: "Verder naar nakijken",
} as const;

export const consentForm = {
  title: "Toestemming",
  intro: "Bevestig wat je de cliënt vertelde. Zonder toestemming mag je niets doorgeven.",
  readAloud: "Tekst om voor te lezen",
  explain: "Wat tussen aanhalingstekens staat, komt uit het protocol. Leg het uit in je eigen woorden.",
  toldLegend: "Ik vertelde de cliënt:",
  inProtocol: "Zo staat het in het protocol",
  again: {
    client: () => "Je vulde een andere cliënt in. Wat je bevestigde, is daarom gewist. Bevestig het voor deze cliënt.",
    recipient: (name: string) =>
      `De gegevens gaan nu naar ${name}. Wat je bevestigde, ging over een andere ontvanger en is gewist. Vertel het de cliënt opnieuw.`,
    protocol: (name: string) =>
      `Met ${name} geldt nu een ander protocol. Wat je bevestigde, is daarom gewist. Vertel het de cliënt opnieuw.`,
  },
  date: "Datum van de toestemming",
  manner: "Hoe gaf de cliënt toestemming?",
  secrecyLegend: "Jouw bevestiging",
  secrecy: "Ik ben gebonden door het beroepsgeheim en de cliënt is akkoord met deze doorverwijzing.",
  next: "Verder naar nakijken",
} as const;

export const review = {
  title: "Nakijken",
  intro: "Kijk alles na. Pas als je op de knop drukt, komt er iets in het bericht.",
  change: "Wijzig",
  changeWhat: { client: "Wijzig de cliënt", consent: "Wijzig de toestemming", sender: "Wijzig jouw gegevens" },
  clientTitle: "Cliënt",
  address: "Adres",
  unknown: "Niet gekend",
  box: (box: string) => ` bus ${box}`,
  consentTitle: "Toestemming",
  consent: (manner: string, day: string) => `${manner} gegeven op ${day}, na alle uitleg.`,
  senderTitle: "Doorverwijzer",
  recipientTitle: "Ontvanger",
  recipientName: "Naam",
  recipientKind: "Soort",
  mailbox: "Mailbox",
  protocolTitle: "Protocol",
  inForce: "In werking",
  since: (day: string) => `sinds ${day}`,
  ends: "Stopt",
  endsOn: (day: string, reason: string) => `op ${day}. Reden: ${reason}`,
  agreement: "Overeenkomst",
  signed: (day: string) => `van ${day}`,
  notice: "Opzegtermijn",
  months: (count: number) => (count === 1 ? "1 maand" : `${count} maanden`),
  team: "Geldt voor",
  otherTeam: (team: string) =>
    `Dit protocol geldt voor ${team}. Dat is niet het team dat je invulde. Kijk na of je team juist is en of je met dit protocol mag doorverwijzen.`,
  sender: { name: "Naam", email: "E-mail", team: "Team", phone: "Telefoon" },
  published: "Bekendgemaakt op",
  messageTitle: "In het bericht",
  message: (mailbox: string) => [
    `Aan: alleen ${mailbox}`,
    "Uitleg voor de ontvanger, zonder gegevens van de cliënt",
    "Eén versleutelde bijlage met de gegevens",
    "Niet in het bericht: het wachtwoord",
  ],
  seal: "Versleutel en zet in het bericht",
} as const;

/** Above the other screens: what waits elsewhere. */
export const outstandingBar = {
  title: "Openstaand",
  bar: (count: number) => {
    if (count === 0) return "Openstaand";
    return count === 1
      ? "Openstaand: 1 wachtwoord nog door te geven"
      : `Openstaand: ${count} wachtwoorden nog door te geven`;
  },
  replacing: (reference: Reference) => `Deze doorverwijzing komt in de plaats van ${reference}.`,
  notReplacing: "Toch niet",
  sealedHere: (reference: Reference) =>
    `In dit bericht zit doorverwijzing ${reference}. Het wachtwoord is nog niet doorgegeven en staat op dit toestel. Verzend het bericht en geef het wachtwoord door, in welke volgorde je wilt.`,
  open: "Geef het wachtwoord door",
} as const;

export const details = {
  open: "Technische gegevens",
  version: "Versie",
  host: "Programma",
  platform: "Platform",
  unknown: "niet gekend",
} as const;

export const readPane = {
  title: "Doorverwijzing openen",
  none: "In dit bericht zit geen doorverwijzing van Veilig doorverwijzen.",
  noItem: "Open één bericht om te zien of er een doorverwijzing in zit.",
  found: (reference: Reference) => `In dit bericht zit doorverwijzing ${reference}.`,
  from: (name: string) => `Verzonden door ${name}.`,
  stepsTitle: "Zo open je ze",
  steps: (archive: string, pdf: string) => [
    `Sla de bijlage ${archive} op je computer op.`,
    "Klik er met de rechtermuisknop op en kies 7-Zip, Archief openen. In Windows 11 staat 7-Zip onder Meer opties weergeven.",
    "Typ het wachtwoord dat je per telefoon kreeg: zeven woorden, kleine letters, met een streepje tussen en zonder spaties.",
    `Open ${pdf}. Daarin staan de gegevens.`,
  ],
  wrongPassword:
    "Zegt 7-Zip “Verkeerd wachtwoord?” (in het Engels “Wrong password?”), dan is er een letter fout. Kijk de woorden na en probeer opnieuw.",
  noPassword:
    "Heb je geen wachtwoord gekregen? Bel de doorverwijzer op een nummer dat je al kende. Vraag het wachtwoord nooit per e-mail.",
} as const;
