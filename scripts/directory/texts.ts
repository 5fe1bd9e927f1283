import { CLIENT_FIELDS, type ClientField } from "../../src/domain/field.ts";
import { type IsoDate, isIsoDate } from "../../src/domain/iso-date.ts";
import { dayText } from "../../src/texts/nl/dates.ts";
import { clientLabel } from "../../src/texts/nl/fields.ts";
import type { Finding, Reason } from "./finding.ts";
import type { JsonExpectation } from "./json-source.ts";
import { valueAt } from "./json-value.ts";
import { oddSign, type WordsRule } from "./odd-sign.ts";

/** What is wrong and what should have stood there, for somebody who does not program. */
interface ReasonText {
  readonly wrong: string | ((about: About) => string);
  readonly wanted: (about: About) => string;
}

interface About {
  readonly path: string;
  readonly expected: string;
  readonly json: unknown;
}

const reasons: Readonly<Record<Reason, ReasonText>> = {
  missing: { wrong: "Dit veld ontbreekt.", wanted: () => "dit veld, ingevuld" },
  "unknown-key": {
    wrong: "Dit veld bestaat niet.",
    wanted: () => "alleen velden uit docs/directory.md; kijk na of je het goed schreef",
  },
  "wrong-value": {
    wrong: "Deze waarde kan hier niet.",
    wanted: ({ path, expected }) => `${kindText(expected)}${/\.(?:phone|mobile|ended)$/.test(path) ? ", of null" : ""}`,
  },
  "empty-list": { wrong: "Deze lijst is leeg.", wanted: () => "minstens één waarde" },
  text: {
    wrong: (about) => `Deze tekst kan niet${becauseOf("text", about)}.`,
    wanted: () => "1 tot 1000 tekens in gewone letters, zonder spaties voor of achter en zonder onzichtbare tekens",
  },
  name: {
    wrong: (about) => `Deze naam kan niet${becauseOf("name", about)}.`,
    wanted: () => "1 tot 150 tekens in gewone letters; de naam begint met een letter of cijfer",
  },
  place: {
    wrong: (about) => `Deze plaatsnaam kan niet${becauseOf("place", about)}.`,
    wanted: () => "gewone letters, cijfers, spaties, streepjes, apostroffen en punten, met minstens één letter",
  },
  id: {
    wrong: "Deze id kan niet.",
    wanted: () => "kleine letters, cijfers en streepjes, hoogstens 60, zoals opgroeien-ocmw-bree",
  },
  kbo: {
    wrong: "Dit KBO-nummer klopt niet.",
    wanted: () => "tien cijfers zoals 0212.243.720; de laatste twee zijn een controlegetal",
  },
  email: {
    wrong: "Dit is geen e-mailadres.",
    wanted: (about) => `een e-mailadres zoals naam@gemeente.be${disguised(about)}`,
  },
  phone: {
    wrong: "Dit telefoonnummer kan niet.",
    wanted: () =>
      "een Belgisch nummer met landcode en zonder spaties, zoals +3289123456; geen betaalnummer (070, 077, 090)",
  },
  mobile: {
    wrong: "Dit gsm-nummer kan niet.",
    wanted: () => "een Belgisch gsm-nummer zonder spaties, zoals +32470123456",
  },
  website: {
    wrong: "Dit webadres kan niet.",
    wanted: (about) => `een adres zoals https://www.bree.be${wellSpelled(about)}${disguised(about)}`,
  },
  postcode: { wrong: "Dit is geen Belgische postcode.", wanted: () => "vier cijfers, van 1000 tot 9999" },
  date: {
    wrong: "Dit is geen datum die bestaat.",
    wanted: () => "een datum als JJJJ-MM-DD tussen aanhalingstekens, zoals 2026-11-24",
  },
  number: {
    wrong: "Dit getal kan niet.",
    wanted: ({ path }) =>
      path.endsWith("noticeMonths") ? "een geheel getal van 1 tot 60" : "een geheel getal van 1 tot 999999",
  },
  "date-order": {
    wrong: "Deze datum past niet bij een andere datum.",
    wanted: ({ path, json }) => {
      if (path === "validUntil") return `later dan issued, ${String(valueAt(json, "issued"))}`;
      if (!path.endsWith("ended.on")) return `niet later dan issued, ${String(valueAt(json, "issued"))}`;
      return `later dan inForceFrom, ${String(valueAt(json, path.replace(/ended\.on$/, "inForceFrom")))}`;
    },
  },
  "too-long-valid": {
    wrong: "Deze lijst geldt te lang.",
    wanted: ({ json }) => `hoogstens 400 dagen na issued, ${String(valueAt(json, "issued"))}`,
  },
  "team-unknown": { wrong: "Dit team staat niet in agency.teams.", wanted: () => "een van de teams die daar staan" },
  "demo-address": {
    wrong: "Dit adres past niet bij deze soort lijst.",
    wanted: ({ json }) =>
      valueAt(json, "demo") === true
        ? "een adres dat eindigt op .example, want dit is een demolijst"
        : "een echt adres, niet op .example, want dit is geen demolijst",
  },
  "agency-itself": {
    wrong: "Dit is van het agentschap zelf.",
    wanted: ({ path }) => (path.endsWith("kbo") ? "het KBO-nummer van de ontvanger" : "de mailbox van de ontvanger"),
  },
  "field-needed": {
    wrong: "Een gegeven dat nodig is, staat er niet bij.",
    wanted: ({ expected }) => `ook ${fieldText(/^\w+/.exec(expected)?.[0] ?? "")}`,
  },
  "no-way-of-contact": {
    wrong: "Zo kan niemand de cliënt bereiken.",
    wanted: () => `ook ${fieldText("phone")} of ${fieldText("email")}`,
  },
  "own-name-not-a-locality": {
    wrong: "De gemeente staat zelf niet bij haar plaatsnamen.",
    wanted: ({ path, json }) =>
      `ook “${String(valueAt(json, path.replace(/localities$/, "municipality")))}” in de lijst`,
  },
  "field-twice": { wrong: "Dit gegeven staat er twee keer.", wanted: () => "elk gegeven één keer in dit protocol" },
  "line-twice": { wrong: "Deze regel staat er twee keer.", wanted: () => "elke regel één keer" },
  "id-twice": {
    wrong: "Deze id bestaat al.",
    wanted: ({ expected }) => `een andere id dan die van ${placeIn(expected)}`,
  },
  "mailbox-twice": {
    wrong: "Deze mailbox is al die van een andere ontvanger.",
    wanted: ({ expected, json }) =>
      `een eigen mailbox; ${placeIn(expected)} (${String(valueAt(json, `${placeIn(expected)}.recipient.name`))}) heeft deze al`,
  },
  "recipient-differs": {
    wrong: "Dit KBO-nummer is al dat van een andere ontvanger.",
    wanted: ({ expected, path, json }) => {
      const other = placeIn(expected);
      const key = path.split(".").at(-1) ?? "";
      return `hetzelfde als in ${other} (${String(valueAt(json, `${other}.recipient.${key}`))}), of een ander KBO-nummer`;
    },
  },
  "place-twice": {
    wrong: (about) =>
      isInOneProtocol(about)
        ? "Deze plaatsnaam staat er twee keer in dit protocol."
        : "Voor deze plaats geldt op hetzelfde moment nog een protocol.",
    wanted: (about) => {
      const once = isInOneProtocol(about) ? "elke plaatsnaam één keer" : "een plaats in één protocol";
      return `${once}; ze staat ook in ${placeIn(about.expected)}`;
    },
  },
  "key-twice": {
    wrong: "Dit veld staat twee keer in hetzelfde blok.",
    wanted: () => "elk veld één keer; alleen het laatste zou tellen",
  },
  "issued-in-future": {
    wrong: "De dag van uitgave ligt in de toekomst.",
    wanted: ({ expected }) => `vandaag, ${expected}, of vroeger`,
  },
  expired: {
    wrong: "Deze lijst is niet meer geldig.",
    wanted: ({ expected }) => `een dag vanaf vandaag, ${expected}`,
  },
  "serial-not-raised": {
    wrong: "Er is iets gewijzigd, maar het volgnummer is hetzelfde gebleven.",
    wanted: ({ expected }) => `minstens ${expected}`,
  },
  "serial-lower": {
    wrong: "Het volgnummer is lager dan in de vorige lijst.",
    wanted: ({ expected }) => `minstens ${expected}; toestellen weigeren een lager nummer`,
  },
  "issued-before-last": {
    wrong: "De dag van uitgave is vroeger dan in de vorige lijst.",
    wanted: ({ expected }) => `${expected} of later`,
  },
};

/** One error in Dutch: what is wrong, and what should have stood there. */
export function findingText({ path, reason, expected }: Finding, json: unknown): { wrong: string; wanted: string } {
  const { wrong, wanted } = reasons[reason];
  const about = { path, expected, json };
  return { wrong: typeof wrong === "string" ? wrong : wrong(about), wanted: wanted(about) };
}

/** Where a text stops being JSON. */
export const jsonExpectations: Readonly<Record<JsonExpectation, string>> = {
  value: "een waarde. Staat er een komma te veel vóór?",
  "string-end": "een tekst die op dezelfde regel eindigt met een aanhalingsteken.",
  key: "de naam van een veld tussen aanhalingstekens. Staat er een komma te veel vóór?",
  colon: "een dubbele punt.",
  "comma-or-brace": "een komma of }. Ontbreekt er een komma aan het einde van de vorige regel?",
  "comma-or-bracket": "een komma of ]. Ontbreekt er een komma aan het einde van de vorige regel?",
  end: "het einde van het bestand.",
  "fewer-values": "een kleiner bestand: zo veel waarden heeft geen enkele lijst. Noemde je het juiste bestand?",
};

/** `2026-11-24` as "24 november 2026"; another text as it is. */
export function day(text: string): string {
  return isIsoDate(text) ? dayText(text) : text;
}

/** That a list is not, or no longer, used on a day; `null` on the days on which it is. */
export function outsideText(
  { issued, validUntil }: { readonly issued: IsoDate; readonly validUntil: IsoDate },
  on: IsoDate,
): string | null {
  if (on < issued) return `Deze lijst geldt pas vanaf ${day(issued)}.`;
  if (on > validUntil) return `Deze lijst geldt maar tot en met ${day(validUntil)}.`;
  return null;
}

export function counted(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** A field of the client as the file and the form call it: `firstName (voornaam)`. */
export function fieldText(name: string): string {
  return isClientField(name) ? `${name} (${clientLabel[name].toLowerCase()})` : name;
}

function isClientField(name: string): name is ClientField {
  return CLIENT_FIELDS.some((field) => field === name);
}

/** The sign that is the cause, when it is one. */
function becauseOf(rule: WordsRule, { json, path }: About): string {
  const value = valueAt(json, path);
  const sign = typeof value === "string" ? oddSign(rule, value) : null;
  return sign === null ? "" : `: ${sign}`;
}

/** The same name twice in one protocol is a slip, and no clash of two. */
function isInOneProtocol({ path, expected }: About): boolean {
  return protocolOf(path) === protocolOf(placeIn(expected));
}

function protocolOf(path: string): string | undefined {
  return /^protocols\[\d+\]/.exec(path)?.[0];
}

/** What a browser would put right, and this file may not hold. */
function wellSpelled({ json, path }: About): string {
  const host = /^https?:\/\/[^/]*/i.exec(String(valueAt(json, path)))?.[0] ?? "";
  return `${/[A-Z]/.test(host) ? ", met kleine letters" : ""}${/:\d*$/.test(host) ? ", zonder poort" : ""}`;
}

/** An address may look right, and yet be spelled in letters that are not those that the reader sees. */
function disguised({ json, path }: About): string {
  return /xn--/i.test(String(valueAt(json, path))) ? ", zonder xn-- in het domein" : "";
}

/** The path that a rule names in its words. */
export function placeIn(expected: string): string {
  return /protocols\[\d+\][\w.[\]]*/.exec(expected)?.[0] ?? "een ander protocol";
}

/** valibot's name for a kind of value. */
function kindText(expected: string): string {
  const kinds: Readonly<Record<string, string>> = {
    string: "een tekst tussen aanhalingstekens",
    number: "een getal zonder aanhalingstekens",
    boolean: "true of false, zonder aanhalingstekens",
    Array: "een lijst tussen [ en ]",
    Object: "een blok tussen { en }",
  };
  const choices = expected.match(/"[^"]*"/g);
  return choices === null ? (kinds[expected] ?? expected) : choices.join(" of ");
}
