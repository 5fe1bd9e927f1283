import {
  array,
  boolean,
  check,
  custom,
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
  string,
} from "valibot";
import { LONGEST } from "../domain/client.ts";
import { CLIENT_FIELDS } from "../domain/field.ts";
import { isEmailAddress } from "../domain/field-rules.ts";
import { type IsoDate, isIsoDate } from "../domain/iso-date.ts";
import type { DirectoryReason } from "./directory-issue.ts";

/** Rules for one value; valibot carries their name as the message, `EXPECTED` has the words. */
export type ValueRule = Extract<
  DirectoryReason,
  "empty-list" | "text" | "id" | "kbo" | "email" | "phone" | "mobile" | "website" | "postcode" | "date" | "number"
>;

/** UTF-16 units; the longest paragraph of a protocol has some 400. */
const LONGEST_TEXT = 1000;
const LONGEST_ID = 60;
const LONGEST_NOTICE_MONTHS = 60;
/** E.164: at most 15 digits, country code included; shorter than 7 is no subscriber's number. */
const E164 = /^\+[1-9]\d{6,14}$/;
/** Numbers for mobile phones in Belgium begin with 4 (numbering plan of BIPT). */
const BELGIAN_MOBILE = /^\+324\d{8}$/;
const LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
/** A web page with a host name of two labels or more; no user, no port, no address in digits. */
const HTTPS = new RegExp(`^https://(?:${LABEL}\\.)+[a-z][a-z0-9-]*[a-z0-9](?:/[!-~]*)?$`);

export const EXPECTED: Readonly<Record<ValueRule, string>> = {
  "empty-list": "at least one entry",
  text: `a text of 1 to ${LONGEST_TEXT} characters, in Unicode NFC, without spaces at the ends or control characters`,
  id: `lower-case letters, digits and single hyphens, at most ${LONGEST_ID}, as in opgroeien-ocmw-bree`,
  kbo: "ten digits as in 0212.243.720, the last two being 97 minus the first eight modulo 97",
  email: "an e-mail address",
  phone: "a number in E.164, as in +3289123456",
  mobile: "a Belgian mobile number in E.164, as in +32470123456",
  website: "an https address, as in https://www.bree.be",
  postcode: "a Belgian postcode of four digits, 1000 to 9999",
  date: "a date that exists, written YYYY-MM-DD",
  number: "a whole number within its bounds",
};

/** Latin-1 and the dashes and quotation marks: all in NFC, none a control. Most texts have no other letters. */
const COMMON = /^[ -~\u00a0-\u00ac\u00ae-\u00ff\u2010-\u2027]*$/;

function isReadable(value: string): boolean {
  return value === value.normalize("NFC") && !/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u.test(value);
}

function rule(name: ValueRule, holds: (value: string) => boolean) {
  return pipe(string(), check(holds, name));
}

const text = rule(
  "text",
  (value) =>
    value !== "" && value.length <= LONGEST_TEXT && value === value.trim() && (COMMON.test(value) || isReadable(value)),
);
const email = rule("email", (value) => value.length <= LONGEST.email && isEmailAddress(value));
const website = rule("website", (value) => HTTPS.test(value));
const postcode = rule("postcode", (value) => /^[1-9]\d{3}$/.test(value));
const kbo = rule("kbo", isKboNumber);
const id = rule("id", (value) => value.length <= LONGEST_ID && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value));
const date = custom<IsoDate>((value) => typeof value === "string" && isIsoDate(value), "date" satisfies ValueRule);

function wholeNumber(least: number, most: number) {
  const name: ValueRule = "number";
  return pipe(number(), integer(name), minValue(least, name), maxValue(most, name));
}

function list<const Item extends Parameters<typeof array>[0]>(item: Item) {
  return pipe(array(item), minLength(1, "empty-list" satisfies ValueRule), readonly());
}

const address = strictObject({ street: text, houseNumber: text, postcode, municipality: text });
const party = { name: text, kbo, address, dpo: email, website };

const recipient = strictObject({
  kind: picklist(["ocmw", "caw"]),
  ...party,
  localName: text,
  mailbox: email,
  phone: nullable(strictObject({ number: rule("phone", (value) => E164.test(value)), checkedOn: date })),
  mobile: nullable(strictObject({ number: rule("mobile", (value) => BELGIAN_MOBILE.test(value)), checkedOn: date })),
  teams: nullable(email),
});

const protocol = strictObject({
  id,
  team: text,
  recipient,
  places: list(strictObject({ postcode, municipality: text, localities: list(text) })),
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
  serial: wholeNumber(1, Number.MAX_SAFE_INTEGER),
  issued: date,
  validUntil: date,
  demo: boolean(),
  agency: strictObject({ ...party, teams: list(text) }),
  protocols: list(protocol),
});

/** Whether `text` is a number of the Crossroads Bank for Enterprises, check digits included. */
export function isKboNumber(text: string): boolean {
  const match = /^([01]\d{3})\.(\d{3})\.(\d)(\d{2})$/.exec(text);
  if (match === null) return false;
  const [, first, second, third, checkDigits] = match;
  return 97 - (Number(`${first}${second}${third}`) % 97) === Number(checkDigits);
}
