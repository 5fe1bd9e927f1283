import { readFile } from "node:fs/promises";
import type { DirectoryFile } from "../../../src/directory/directory-schema.ts";
import { parseDirectory } from "../../../src/directory/parse-directory.ts";
import { placeKey } from "../../../src/directory/place-name.ts";
import { layOut } from "../../directory/json-layout.ts";
import { seededRandom } from "./seeded-random.ts";

type Entry = DirectoryFile["protocols"][number];

/** Its first protocol is the pattern: the texts are as long, and repeat as much, as those of real protocols. */
const DEMO = "protocols/demo/directory.json";
const SEED = 20_261_124;
/** 2,800 for the 600 recipients that all of Flanders and Brussels would have. */
const PLACES_EACH = 2800 / 600;
const LOWEST_POSTCODE = 1000;
const POSTCODES = 9000;

/** Parts of names; every name is one of each, so that there are 41,472. */
const PARTS = [
  ["", "Oud-", "Nieuw-", "Groot-", "Sint-Anna-", "Sint-Jans-", "Sint-Pieters-", "Onze-Lieve-Vrouw-"],
  ["Aal", "Beek", "Boven", "Diep", "Eiken", "Groen", "Haze", "Heide", "Hóge", "Lissen", "Moer", "Neder"],
  ["berg", "bos", "broek", "dal", "donk", "hove", "kerk", "land", "meer", "molen", "rode", "veld"],
  ["em", "gem", "heim", "hoek", "ingen", "kant", "lare", "lo", "schoot", "sel", "wijk", "zele"],
  ["", " aan de Beek", " bij het Bos"],
] as const;
const NAMES = PARTS.reduce((product, { length }) => product * length, 1);
/** Has no factor in common with their number, so that names that follow each other are not alike. */
const STEP = 7919;
const STREETS = ["Dorpsplein", "Kerkstraat", "Markt", "Molenweg", "Schoolstraat", "Stationsplein", "Vrijheidslaan"];

/** A directory with this many recipients, all invented, that follows every rule; for the same number, the same bytes. */
export async function generatedDirectory(recipients: number): Promise<Uint8Array> {
  const demo: DirectoryFile = JSON.parse(await readFile(DEMO, "utf8"));
  const [pattern] = demo.protocols;
  if (pattern === undefined) throw new RangeError(`${DEMO} has no protocol`);
  const random = seededRandom(SEED);
  const protocols = Array.from({ length: recipients }, (_, index) => entry(pattern, index, random));
  const file = { ...demo, protocols };
  const read = parseDirectory(file);
  if (!read.ok) throw new Error(`the generated directory is none: ${JSON.stringify(read.issues[0])}`);
  return new TextEncoder().encode(layOut(file));
}

function entry(pattern: Entry, index: number, random: () => number): object {
  const firstPlace = Math.floor(index * PLACES_EACH);
  const count = Math.floor((index + 1) * PLACES_EACH) - firstPlace;
  // Names of municipalities from one end of the list, of localities from the other.
  const municipality = name(index);
  const slug = placeKey(municipality);
  const number = (digits: number): string => String(Math.floor(random() * 10 ** digits)).padStart(digits, "0");
  const checkedOn = pattern.agreementDate;
  const places = Array.from({ length: count }, (_, offset) => ({
    postcode: postcode(firstPlace + offset),
    municipality,
    localities: [municipality, name(NAMES - 1 - firstPlace - offset)],
  }));
  const own = JSON.stringify(pattern).replaceAll(pattern.recipient.name, `OCMW ${municipality}`);
  return {
    ...JSON.parse(own),
    id: `demo-ocmw-${index}-${slug}`.slice(0, 60),
    recipient: {
      kind: "ocmw",
      name: `OCMW ${municipality}`,
      localName: `Sociaal huis ${municipality}`,
      kbo: kboNumber(index),
      address: {
        street: STREETS[Math.floor(random() * STREETS.length)],
        houseNumber: String(1 + Math.floor(random() * 200)),
        postcode: postcode(firstPlace),
        municipality,
      },
      mailbox: `onthaal@${slug}.example`,
      phone: random() < 0.9 ? { number: `+3289${number(6)}`, checkedOn } : null,
      mobile: random() < 0.5 ? { number: `+3247${number(7)}`, checkedOn } : null,
      teams: random() < 0.5 ? `onthaal@${slug}.example` : null,
      dpo: `dpo@${slug}.example`,
      website: `https://www.${slug}.example`,
    },
    places,
    published: `https://www.${slug}.example/protocol`,
  };
}

/** Another name for every number up to `NAMES`. */
function name(number: number): string {
  let rest = (number * STEP) % NAMES;
  return PARTS.map((part) => {
    const chosen = part[rest % part.length] ?? "";
    rest = Math.floor(rest / part.length);
    return chosen;
  }).join("");
}

function postcode(place: number): string {
  return String(LOWEST_POSTCODE + (place % POSTCODES));
}

function kboNumber(index: number): string {
  const first = 2_000_000 + index * 7;
  const digits = `${String(first).padStart(8, "0")}${String(97 - (first % 97)).padStart(2, "0")}`;
  return `${digits.slice(0, 4)}.${digits.slice(4, 7)}.${digits.slice(7)}`;
}
