import type { Content } from "../../src/domain/content.ts";
import { CONSENT_TOPICS } from "../../src/domain/field.ts";
import { type IsoDate, isIsoDate } from "../../src/domain/iso-date.ts";
import { newReference } from "../../src/domain/reference.ts";
import type { Referral } from "../../src/domain/referral.ts";

/** Invented people at reserved addresses; the parties are those of the published protocol. */
export const REFERRAL: Referral = {
  reference: newReference(2026, () => 7),
  madeAt: "2026-11-24T09:30:00+01:00",
  client: {
    firstName: "Nguyễn Thị Ánh",
    lastName: "Żółkiewska-Öztürk",
    street: "Ștefan cel Marestraat",
    houseNumber: "12",
    box: "3",
    postcode: "3960",
    municipality: "Bree",
    phone: "+32470123456",
    email: "anh@post.example",
  },
  consent: { date: day("2026-11-23"), manner: "spoken", told: CONSENT_TOPICS },
  sender: { name: "Els Voorbeeld", email: "els@team.example", team: "Lokaal team Noord-Limburg", phone: "+3289123456" },
  protocol: {
    id: "opgroeien-ocmw-bree",
    agency: {
      name: "Opgroeien regie",
      kbo: "0886.886.638",
      address: { street: "Hallepoortlaan", houseNumber: "27", postcode: "1060", municipality: "Brussel" },
      dpo: "dpo@opgroeien.be",
      website: "https://www.opgroeien.be",
    },
    team: "lokaal team Kind en Gezin Noord-Limburg",
    recipient: {
      kind: "ocmw",
      name: "OCMW Bree",
      localName: "sociaal huis",
      kbo: "0212.243.720",
      address: { street: "Vrijthof", houseNumber: "10", postcode: "3960", municipality: "Bree" },
      dpo: "informatieveiligheid@regionoordlimburg.be",
      website: "https://www.bree.be",
      mailbox: "sociaalhuis@bree.be",
      phone: null,
      mobile: null,
      teams: null,
    },
    places: [{ postcode: "3960", municipality: "Bree", localities: ["Bree", "Beek"] }],
    inForceFrom: day("2024-03-01"),
    agreementDate: day("2024-04-01"),
    ended: null,
    noticeMonths: 6,
    data: [
      { fields: ["firstName", "lastName"], justification: "Noodzakelijk om de cliënt te kunnen identificeren" },
      {
        fields: ["street", "houseNumber", "box", "postcode", "municipality", "phone", "email"],
        justification: "Noodzakelijk om de cliënt te kunnen contacteren",
      },
    ],
    purpose: "Vraagverheldering en zoeken naar de meest passende hulpverlening.",
    legalBasis: ["artikel 10/1 van het decreet van 30 april 2004", "de organieke wet op de OCMW's van 8 juli 1976"],
    retention: ["Tot er contact was.", "Met een dossier: 10 jaar na het afsluiten ervan."],
    recipientCategories: ["de maatschappelijk werker van het OCMW"],
    published: null,
  },
};

export const TOLD = CONSENT_TOPICS.map((topic) => ({ topic, text: `Wat de cliënt hoorde over „${topic}”.` }));

export const ABOUT = { author: "Els & Co <team>", subject: "Doorverwijzing DV-2026-777777", madeAt: REFERRAL.madeAt };

/** A document of the length and the kinds of blocks of a real one. */
export function sampleContent(client: Readonly<Record<string, string>>): Content {
  const sentence = "De cliënt hoorde vooraf welke gegevens het OCMW krijgt, waarom, en dat weigeren altijd mag. ";
  return {
    title: "Doorverwijzing",
    blocks: [
      { kind: "heading", text: "Cliënt" },
      {
        kind: "table",
        caption: "Gegevens van de cliënt",
        rows: Object.entries(client).map(([label, value]) => ({ label, value })),
      },
      { kind: "heading", text: "Toestemming" },
      { kind: "paragraph", content: [sentence.repeat(2)] },
      { kind: "list", numbered: false, items: ["a", "b", "c", "d", "e"].map((name) => [`${name}: ${sentence}`]) },
      { kind: "heading", text: "Stappen" },
      { kind: "list", numbered: true, items: [["Bellen."], ["Openen."]] },
      { kind: "heading", text: "Protocol" },
      {
        kind: "paragraph",
        content: ["Bekendgemaakt op ", { text: "https://www.bree.be", href: "https://www.bree.be/" }, "."],
      },
    ],
  };
}

function day(text: string): IsoDate {
  if (!isIsoDate(text)) throw new RangeError(`expected a day, received ${text}`);
  return text;
}
