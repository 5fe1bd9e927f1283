import { type DirectoryFile, isKboNumber } from "../../src/directory/directory-schema.ts";
import type { CsvRow } from "./csv-rows.ts";

/** A protocol as it stands in the file. */
export type Entry = DirectoryFile["protocols"][number];

/** A place as it stands in the CSV: `3960 Bree (Bree, Beek, Gerdingen)`. */
const PLACE = /^(\S+) ([^()]+?) ?\(([^()]*)\)$/;

/**
 * The protocol of one row, with the texts of `template` in which the recipient's name is put in the place of the
 * template's. Nothing is judged here: what cannot be read stays as it is, for the directory's rules to refuse.
 */
export function entryOf({ cell }: CsvRow, template: Entry): Readonly<Record<string, unknown>> {
  const name = cell("name");
  const renamed = (text: string): string => text.replaceAll(template.recipient.name, () => name);
  return {
    id: cell("id"),
    team: cell("team"),
    recipient: {
      kind: cell("kind").toLowerCase(),
      name,
      localName: cell("localName"),
      kbo: dotted(cell("kbo")),
      address: {
        street: cell("street"),
        houseNumber: cell("houseNumber"),
        postcode: cell("postcode"),
        municipality: cell("municipality"),
      },
      mailbox: cell("mailbox"),
      phone: checkedNumber(cell("phone"), cell("phoneChecked")),
      mobile: checkedNumber(cell("mobile"), cell("mobileChecked")),
      teams: cell("teams") === "" ? null : cell("teams"),
      dpo: cell("dpo"),
      website: webAddress(cell("website")),
    },
    places: places(cell("places")),
    inForceFrom: isoDay(cell("inForceFrom")),
    agreementDate: isoDay(cell("agreementDate")),
    ended: null,
    noticeMonths: cell("noticeMonths") === "" ? template.noticeMonths : months(cell("noticeMonths")),
    data: template.data.map(({ fields, justification }) => ({ fields, justification: renamed(justification) })),
    purpose: renamed(template.purpose),
    legalBasis: template.legalBasis.map(renamed),
    retention: template.retention.map(renamed),
    recipientCategories: template.recipientCategories.map(renamed),
    published: cell("published") === "" ? null : webAddress(cell("published")),
  };
}

/** `places` that are not written as they should be; the rules would call them something else. */
export function unreadablePlaces({ cell }: CsvRow): readonly string[] {
  return placeTexts(cell("places")).filter((text) => !PLACE.test(text));
}

function placeTexts(cell: string): readonly string[] {
  return cell.split("|").map((text) => text.trim().replace(/\s+/g, " "));
}

function places(cell: string): readonly unknown[] {
  return placeTexts(cell).map((text) => {
    const [, postcode = "", municipality = "", localities = ""] = PLACE.exec(text) ?? [];
    return { postcode, municipality, localities: localities.split(",").map((name) => name.trim()) };
  });
}

/** Excel takes the dots for nothing, and drops a zero before a number: `212243720` is `0212.243.720` when that can be. */
function dotted(kbo: string): string {
  const digits = kbo.replaceAll(".", "");
  if (!/^\d{9,10}$/.test(digits) || !/^(?:\d+|\d{3,4}\.\d{3}\.\d{3})$/.test(kbo)) return kbo;
  const ten = digits.padStart(10, "0");
  const number = `${ten.slice(0, 4)}.${ten.slice(4, 7)}.${ten.slice(7)}`;
  return digits.length === 10 || isKboNumber(number) ? number : kbo;
}

/** The host in lower case, as browsers take it; the path as it is. */
function webAddress(text: string): string {
  return text.replace(/^https?:\/\/[^/]*/i, (host) => host.toLowerCase());
}

/** `089 12 34 56` and `+32 (0)89 12 34 56` as `+3289123456`; a number without a date, or a date without a number, is for the rules to refuse. */
function checkedNumber(number: string, checkedOn: string): unknown {
  if (number === "" && checkedOn === "") return null;
  const abroad = number.replace(/^((?:\+|00)\s*32\s*)\(0\)/, "$1"); // The zero is for who calls from Belgium.
  const digits = abroad.replace(/[\s./()-]/g, "").replace(/^00/, "+");
  return { number: digits.replace(/^0/, "+32"), checkedOn: isoDay(checkedOn) };
}

/** Excel in Belgium writes `1/03/2024`. */
function isoDay(text: string): string {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (match === null) return text;
  const [, day = "", month = "", year = ""] = match;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

function months(text: string): number | string {
  return /^\d+$/.test(text) ? Number(text) : text;
}
