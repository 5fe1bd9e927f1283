import {
  array,
  boolean,
  custom,
  type InferOutput,
  integer,
  literal,
  maxValue,
  minLength,
  minValue,
  nullable,
  number,
  picklist,
  pipe,
  readonly,
  strictObject,
} from "valibot";
import { LONGEST } from "../domain/client.ts";
import { CLIENT_FIELDS } from "../domain/field.ts";
import { isEmailAddress } from "../domain/field-rules.ts";
import { type IsoDate, isIsoDate } from "../domain/iso-date.ts";
import type { ValueRule } from "./directory-issue.ts";

/** UTF-16 units; the longest paragraph of a protocol has some 400. */
const LONGEST_TEXT = 1000;
/** UTF-16 units, of the name of a party or a place. */
const LONGEST_NAME = 150;
const LONGEST_ID = 60;
const LONGEST_NOTICE_MONTHS = 60;
/** Beyond every need; a serial typed with a digit too many is refused here and not by every device later. */
const HIGHEST_SERIAL = 999_999;
/**
 * Belgian numbers in E.164: nine digits for mobile phones, eight for others. None at which the caller pays for a service:
 * 070, 077 and 090 (numbering plan of BIPT).
 */
const BELGIAN_PHONE = /^\+32(?:4[5-9]\d{7}|(?!7[07]|90)[1-9]\d{7})$/;
/** Numbers for mobile phones in Belgium begin with 45 to 49; other numbers with 4, a digit shorter, are in Liège. */
const BELGIAN_MOBILE = /^\+324[5-9]\d{7}$/;
const LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
/** A web page with a host name of two labels or more; no user, no port, no address in digits. */
const HTTPS = new RegExp(`^https://(?:${LABEL}\\.)+[a-z][a-z0-9-]*[a-z0-9](?:/[!-~]*)?$`);
/** A label whose letters are not those that the reader sees (RFC 5890, "A-label"). */
const DISGUISED = /^https:\/\/(?:[^/]*\.)?xn--|@(?:.*\.)?xn--/i;

/** What each rule wants; valibot carries the rule's name as its message. */
export const EXPECTED: Readonly<Record<ValueRule, string>> = {
  "empty-list": "at least one entry",
  text: `a text of 1 to ${LONGEST_TEXT} characters that the document's font has, in Unicode NFC, without spaces at the ends`,
  name: `a name of 1 to ${LONGEST_NAME} characters that begins with a letter or digit, in the letters of Europe's languages`,
  place: `the name of a place: 1 to ${LONGEST_NAME} letters of Europe's languages, digits, spaces, hyphens, apostrophes and full stops, a letter among them`,
  id: `lower-case letters, digits and single hyphens, at most ${LONGEST_ID}, as in opgroeien-ocmw-bree`,
  kbo: "ten digits as in 0212.243.720, the last two being 97 minus the first eight modulo 97",
  email: "an e-mail address whose domain ends in letters, none of its labels in Punycode",
  phone: "a Belgian number in E.164, as in +3289123456, at which the caller pays for no service",
  mobile: "a Belgian mobile number in E.164, as in +32470123456",
  website: "an https address, as in https://www.bree.be, no label in Punycode",
  postcode: "a Belgian postcode of four digits, 1000 to 9999",
  date: "a date that exists, written YYYY-MM-DD",
  number: "a whole number within its bounds",
};

/**
 * What the document's font draws, all of it in NFC: Latin letters, ASCII, dashes, quotation marks and some signs. No letter
 * of another script, which may pass for one of ours, nothing that does not show, nothing that turns others around.
 */
const READABLE =
  /^[ -~\u00a0-\u00ac\u00ae-\u024f\u1e00-\u1eff\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203a\u20ac\u2116\u2122]*$/;
/** Letters of the languages of Europe, without those that Unicode reads as two or as another (ĳ, ŀ, ŉ, ſ): others of Latin script look like these. */
const LETTER =
  "A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u0131\\u0134-\\u013e\\u0141-\\u0148\\u014a-\\u017e\\u0218-\\u021b\\u1e00-\\u1e99\\u1e9c-\\u1eff";
const NAME = new RegExp(
  `^["'(\\u2018\\u2019\\u201c]?[${LETTER}\\d](?:[${LETTER} -~\\u2010\\u2012-\\u2015\\u2018-\\u201e]*[${LETTER}!-~\\u2019\\u201d])?$`,
);
const PLACE = new RegExp(
  `^['\\u2019]?(?=.*[${LETTER}])[${LETTER}\\d](?:[${LETTER}\\d '\\u2019.-]*[${LETTER}\\d'\\u2019.-])?$`,
);

function isText(value: string): boolean {
  return value !== "" && value.length <= LONGEST_TEXT && value === value.trim() && READABLE.test(value);
}

/** No letter that only looks like another: two names that read the same are the same. */
function isName(value: string): boolean {
  return value.length <= LONGEST_NAME && NAME.test(value);
}

function isPlaceName(value: string): boolean {
  return value.length <= LONGEST_NAME && PLACE.test(value);
}

/** Mail for a bare address in digits, or for letters in disguise, is nobody's wish (R1). */
function isMailbox(value: string): boolean {
  return (
    value.length <= LONGEST.email && isEmailAddress(value) && /\.[a-z]{2,}$/i.test(value) && !DISGUISED.test(value)
  );
}

function rule(name: ValueRule, holds: (value: string) => boolean) {
  return custom<string>((value) => typeof value === "string" && holds(value), name);
}

const text = rule("text", isText);
const name = rule("name", isName);
const place = rule("place", isPlaceName);
const email = rule("email", isMailbox);
const website = rule("website", (value) => HTTPS.test(value) && !DISGUISED.test(value));
const postcode = rule("postcode", (value) => /^[1-9]\d{3}$/.test(value));
const kbo = rule("kbo", isKboNumber);
const id = rule("id", (value) => value.length <= LONGEST_ID && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value));
const date = custom<IsoDate>((value) => typeof value === "string" && isIsoDate(value), "date" satisfies ValueRule);

function wholeNumber(least: number, most: number) {
  const rule: ValueRule = "number";
  return pipe(number(), integer(rule), minValue(least, rule), maxValue(most, rule));
}

function list<const Item extends Parameters<typeof array>[0]>(item: Item) {
  return pipe(array(item), minLength(1, "empty-list" satisfies ValueRule), readonly());
}

const address = strictObject({ street: name, houseNumber: name, postcode, municipality: place });
const party = { name, kbo, address, dpo: email, website };

const recipient = strictObject({
  kind: picklist(["ocmw", "caw"]),
  ...party,
  localName: name,
  mailbox: email,
  phone: nullable(strictObject({ number: rule("phone", (value) => BELGIAN_PHONE.test(value)), checkedOn: date })),
  mobile: nullable(strictObject({ number: rule("mobile", (value) => BELGIAN_MOBILE.test(value)), checkedOn: date })),
  teams: nullable(email),
});

const protocol = strictObject({
  id,
  team: name,
  recipient,
  places: list(strictObject({ postcode, municipality: place, localities: list(place) })),
  inForceFrom: date,
  agreementDate: date,
  ended: nullable(strictObject({ on: date, reason: text })),
  noticeMonths: wholeNumber(1, LONGEST_NOTICE_MONTHS),
  data: list(strictObject({ fields: list(picklist(CLIENT_FIELDS)), justification: text })),
  purpose: text,
  legalBasis: list(text),
  retention: list(text),
  recipientCategories: list(text),
  published: nullable(website),
});

/** The shape of `directory.json`, version 1: every key known, every value checked on its own. */
export const directorySchema = strictObject({
  version: literal(1),
  serial: wholeNumber(1, HIGHEST_SERIAL),
  issued: date,
  validUntil: date,
  demo: boolean(),
  agency: strictObject({ ...party, teams: list(name) }),
  protocols: list(protocol),
});

/** What a file says whose every value is right on its own. */
export type DirectoryFile = InferOutput<typeof directorySchema>;
export type ProtocolEntry = DirectoryFile["protocols"][number];

/** Whether `text` is a number of the Crossroads Bank for Enterprises, check digits included. */
export function isKboNumber(text: string): boolean {
  const match = /^([01]\d{3})\.(\d{3})\.(\d)(\d{2})$/.exec(text);
  if (match === null) return false;
  const [, first, second, third, checkDigits] = match;
  return 97 - (Number(`${first}${second}${third}`) % 97) === Number(checkDigits);
}
