import { pathText } from "../../src/directory/directory-issue.ts";
import { parseDirectory } from "../../src/directory/parse-directory.ts";
import { fontHasLetter } from "../../src/document/font-letters.ts";
import { CLIENT_FIELDS } from "../../src/domain/field.ts";
import { changed, fullFile, type Json } from "./sample-directory.ts";

const FILE = fullFile();
const ONE = ["protocols", 0] as const;
const TEXT = "a text of 1 to 1000 characters that the document's font has, in Unicode NFC, without spaces at the ends";
const NAME = "a name of 1 to 150 characters that begins with a letter or digit, in the letters of Europe's languages";
const PLACE =
  "the name of a place: 1 to 150 letters of Europe's languages, digits, spaces, hyphens, apostrophes and full stops, a letter among them";
const KBO = "ten digits as in 0212.243.720, the last two being 97 minus the first eight modulo 97";
const DATE = "a date that exists, written YYYY-MM-DD";
const NUMBER = "a whole number within its bounds";
const WEBSITE = "an https address, as in https://www.bree.be, no label in Punycode";
const POSTCODE = "a Belgian postcode of four digits, 1000 to 9999";
const PHONE = "a Belgian number in E.164, as in +3289123456, at which the caller pays for no service";
const MOBILE = "a Belgian mobile number in E.164, as in +32470123456";
const EMAIL = "an e-mail address whose domain ends in letters, none of its labels in Punycode";
const ENTRY = "at least one entry";
/** Every object of the file, with a sample in which none is `null`. */
const OBJECTS: readonly (readonly (string | number)[])[] = [
  [],
  ["agency"],
  ["agency", "address"],
  ONE,
  [...ONE, "recipient"],
  [...ONE, "recipient", "address"],
  [...ONE, "recipient", "phone"],
  [...ONE, "recipient", "mobile"],
  [...ONE, "places", 0],
  [...ONE, "ended"],
  [...ONE, "data", 0],
];

test.each<[string, readonly (string | number)[], Json | undefined, string, string, string]>([
  ["an unknown key at the top", ["notes"], "x", "notes", "unknown-key", "no such key"],
  [
    "an unknown key deep down",
    [...ONE, "recipient", "cc"],
    "x",
    "protocols[0].recipient.cc",
    "unknown-key",
    "no such key",
  ],
  ["a key that is missing", [...ONE, "team"], undefined, "protocols[0].team", "missing", "a value"],
  ["another version", ["version"], 2, "version", "wrong-value", "1"],
  ["a serial that is a text", ["serial"], "3", "serial", "wrong-value", "number"],
  ["a serial of 0", ["serial"], 0, "serial", "number", NUMBER],
  ["half a serial", ["serial"], 1.5, "serial", "number", NUMBER],
  ["an issue date that does not exist", ["issued"], "2026-02-30", "issued", "date", DATE],
  ["a date in another order", [...ONE, "inForceFrom"], "01-03-2024", "protocols[0].inForceFrom", "date", DATE],
  ["a validity without end", ["validUntil"], null, "validUntil", "date", DATE],
  ["a validity to a day that does not exist", ["validUntil"], "2027-02-29", "validUntil", "date", DATE],
  ["a serial after which few could come", ["serial"], 1_000_000, "serial", "number", NUMBER],
  ["a demo that is a word", ["demo"], "yes", "demo", "wrong-value", "boolean"],
  ["no word on whether it is a demo", ["demo"], undefined, "demo", "missing", "a value"],
  ["an agency without teams", ["agency", "teams"], [], "agency.teams", "empty-list", ENTRY],
  ["a team that is blank", ["agency", "teams"], ["lokaal team Dorpenland", ""], "agency.teams[1]", "name", NAME],
  ["no protocols", ["protocols"], [], "protocols", "empty-list", ENTRY],
  ["protocols that are no list", ["protocols"], {}, "protocols", "wrong-value", "Array"],
  ["a blank text", [...ONE, "purpose"], " ", "protocols[0].purpose", "text", TEXT],
  ["a text with a line break", [...ONE, "purpose"], "a\nb", "protocols[0].purpose", "text", TEXT],
  ["a text that turns its letters around", [...ONE, "purpose"], "a\u202Eb", "protocols[0].purpose", "text", TEXT],
  ["a text that is not NFC", [...ONE, "purpose"], "cli\u0065\u0308nt", "protocols[0].purpose", "text", TEXT],
  [
    "a text with a letter that is not Latin",
    [...ONE, "purpose"],
    "Hulp v\u0430n hier",
    "protocols[0].purpose",
    "text",
    TEXT,
  ],
  ["a text without end", [...ONE, "purpose"], "a".repeat(1001), "protocols[0].purpose", "text", TEXT],
  [
    "an id with a capital",
    [...ONE, "id"],
    "Dorp-1",
    "protocols[0].id",
    "id",
    "lower-case letters, digits and single hyphens, at most 60, as in opgroeien-ocmw-bree",
  ],
  ...[
    "Dorp\u0430 1",
    "\uff24orp 1",
    "\u{1d403}orp 1",
    "[Dorp 1]",
    "-",
    "Bree\ufe0f",
    "B\u0338ree",
    "Bree\u1680x",
    "B\u027eree",
    "Ij\u0133",
    "D".repeat(151),
  ].map((name): [string, readonly (string | number)[], Json, string, string, string] => [
    `${name} for the name of a recipient`,
    [...ONE, "recipient", "name"],
    name,
    "protocols[0].recipient.name",
    "name",
    NAME,
  ]),
  ...[
    "D\u043erp 1",
    "\uff24orp 1",
    "Dorp\u00b9",
    "Dorp, 1",
    "Dorp (1)",
    "Dorp | 1",
    "Dorp/1",
    "12",
    "-",
    "'",
    "D".repeat(151),
  ].map((name): [string, readonly (string | number)[], Json, string, string, string] => [
    `${name} for the name of a place`,
    [...ONE, "places", 0, "localities", 0],
    name,
    "protocols[0].places[0].localities[0]",
    "place",
    PLACE,
  ]),
  ...["a@xn--drp-1na.example", "a@post.XN--drp-1na.example", "a@10.0.0.1", "a@dorp.e1", "a@dorp.e"].map(
    (mailbox): [string, readonly (string | number)[], Json, string, string, string] => [
      `${mailbox} for a mailbox`,
      [...ONE, "recipient", "mailbox"],
      mailbox,
      "protocols[0].recipient.mailbox",
      "email",
      EMAIL,
    ],
  ),
  ...["https://xn--drp-1na.example", "https://www.xn--drp-1na.example/protocol"].map(
    (website): [string, readonly (string | number)[], Json, string, string, string] => [
      `${website} for a website`,
      [...ONE, "recipient", "website"],
      website,
      "protocols[0].recipient.website",
      "website",
      WEBSITE,
    ],
  ),
  ...[
    "+31201234567",
    "+32900123456",
    "+3290012345",
    "+3290212345",
    "+32412345678",
    "+32400000000",
    "+3270123456",
    "+3277123456",
    "+32101",
    "+3280",
    "+32089123456",
    "+324701234567",
  ].map((number): [string, readonly (string | number)[], Json, string, string, string] => [
    `${number} for a phone`,
    [...ONE, "recipient", "phone", "number"],
    number,
    "protocols[0].recipient.phone.number",
    "phone",
    PHONE,
  ]),
  ["wrong check digits", ["agency", "kbo"], "0886.886.639", "agency.kbo", "kbo", KBO],
  ["a KBO number without dots", ["agency", "kbo"], "0886886638", "agency.kbo", "kbo", KBO],
  [
    "a mailbox with a space",
    [...ONE, "recipient", "mailbox"],
    "a b@c.example",
    "protocols[0].recipient.mailbox",
    "email",
    EMAIL,
  ],
  [
    "two mailboxes in one",
    [...ONE, "recipient", "mailbox"],
    "a@c.example;b@c.example",
    "protocols[0].recipient.mailbox",
    "email",
    EMAIL,
  ],
  ["an address of the data protection officer that is none", ["agency", "dpo"], "dpo", "agency.dpo", "email", EMAIL],
  [
    "a phone in national spelling",
    [...ONE, "recipient", "phone", "number"],
    "089 00 00 00",
    "protocols[0].recipient.phone.number",
    "phone",
    PHONE,
  ],
  [
    "a phone without the date it was checked",
    [...ONE, "recipient", "phone", "checkedOn"],
    undefined,
    "protocols[0].recipient.phone.checkedOn",
    "missing",
    "a value",
  ],
  [
    "a phone longer than E.164 allows",
    [...ONE, "recipient", "phone", "number"],
    "+3289000000000000",
    "protocols[0].recipient.phone.number",
    "phone",
    PHONE,
  ],
  [
    "a phone that is a number alone",
    [...ONE, "recipient", "phone"],
    "+3289000000",
    "protocols[0].recipient.phone",
    "wrong-value",
    "Object",
  ],
  [
    "a phone checked on a day that does not exist",
    [...ONE, "recipient", "phone", "checkedOn"],
    "2026-06-31",
    "protocols[0].recipient.phone.checkedOn",
    "date",
    DATE,
  ],
  [
    "a land line where text messages go",
    [...ONE, "recipient", "mobile", "number"],
    "+3289000000",
    "protocols[0].recipient.mobile.number",
    "mobile",
    MOBILE,
  ],
  [
    "a mobile number that lacks a digit",
    [...ONE, "recipient", "mobile", "number"],
    "+3247000000",
    "protocols[0].recipient.mobile.number",
    "mobile",
    MOBILE,
  ],
  [
    "a mobile number of another country",
    [...ONE, "recipient", "mobile", "number"],
    "+31612345678",
    "protocols[0].recipient.mobile.number",
    "mobile",
    MOBILE,
  ],
  [
    "no word on whether there is a mobile number",
    [...ONE, "recipient", "mobile"],
    undefined,
    "protocols[0].recipient.mobile",
    "missing",
    "a value",
  ],
  [
    "a mobile number without the date it was checked",
    [...ONE, "recipient", "mobile", "checkedOn"],
    undefined,
    "protocols[0].recipient.mobile.checkedOn",
    "missing",
    "a value",
  ],
  [
    "an address in Teams that is none",
    [...ONE, "recipient", "teams"],
    "Sociaal huis",
    "protocols[0].recipient.teams",
    "email",
    EMAIL,
  ],
  [
    "no word on whether there is an address in Teams",
    [...ONE, "recipient", "teams"],
    undefined,
    "protocols[0].recipient.teams",
    "missing",
    "a value",
  ],
  [
    "a mailbox longer than mail allows",
    [...ONE, "recipient", "mailbox"],
    `a@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.${"e".repeat(60)}.${"f".repeat(10)}.example`,
    "protocols[0].recipient.mailbox",
    "email",
    EMAIL,
  ],
  ["no mailbox", [...ONE, "recipient", "mailbox"], null, "protocols[0].recipient.mailbox", "wrong-value", "string"],
  [
    "a published protocol over http",
    [...ONE, "published"],
    "http://www.dorp1.example/protocol",
    "protocols[0].published",
    "website",
    WEBSITE,
  ],
  [
    "a published protocol at a port of its own",
    [...ONE, "published"],
    "https://www.dorp1.example:8443/protocol",
    "protocols[0].published",
    "website",
    WEBSITE,
  ],
  [
    "no word on where the protocol is published",
    [...ONE, "published"],
    undefined,
    "protocols[0].published",
    "missing",
    "a value",
  ],
  ["a website without a domain", ["agency", "website"], "https://intranet/", "agency.website", "website", WEBSITE],
  [
    "a website that is an address in digits",
    ["agency", "website"],
    "https://10.0.0.1/",
    "agency.website",
    "website",
    WEBSITE,
  ],
  [
    "a website with a space",
    ["agency", "website"],
    "https://www.dorp1.example/a b",
    "agency.website",
    "website",
    WEBSITE,
  ],
  ["a website over http", ["agency", "website"], "http://www.agentschap.example", "agency.website", "website", WEBSITE],
  ["a website with a user in it", ["agency", "website"], "https://a@b.example", "agency.website", "website", WEBSITE],
  ["a website that runs a script", ["agency", "website"], "javascript:alert(1)", "agency.website", "website", WEBSITE],
  [
    "a kind of recipient that is not in the protocol",
    [...ONE, "recipient", "kind"],
    "vzw",
    "protocols[0].recipient.kind",
    "wrong-value",
    '("ocmw" | "caw")',
  ],
  [
    "a postcode of five digits",
    [...ONE, "places", 0, "postcode"],
    "39600",
    "protocols[0].places[0].postcode",
    "postcode",
    POSTCODE,
  ],
  ["no places", [...ONE, "places"], [], "protocols[0].places", "empty-list", ENTRY],
  [
    "a place without locality",
    [...ONE, "places", 0, "localities"],
    [],
    "protocols[0].places[0].localities",
    "empty-list",
    ENTRY,
  ],
  [
    "a postcode with a nought in front",
    [...ONE, "recipient", "address", "postcode"],
    "0999",
    "protocols[0].recipient.address.postcode",
    "postcode",
    POSTCODE,
  ],
  [
    "a postcode that is a number",
    [...ONE, "places", 0, "postcode"],
    9001,
    "protocols[0].places[0].postcode",
    "wrong-value",
    "string",
  ],
  ["no data", [...ONE, "data"], [], "protocols[0].data", "empty-list", ENTRY],
  ["no legal base", [...ONE, "legalBasis"], [], "protocols[0].legalBasis", "empty-list", ENTRY],
  ["no retention", [...ONE, "retention"], [], "protocols[0].retention", "empty-list", ENTRY],
  [
    "no categories of recipients",
    [...ONE, "recipientCategories"],
    [],
    "protocols[0].recipientCategories",
    "empty-list",
    ENTRY,
  ],
  ["an end on a day that does not exist", [...ONE, "ended", "on"], "2026-02-30", "protocols[0].ended.on", "date", DATE],
  ["an end for a blank reason", [...ONE, "ended", "reason"], "", "protocols[0].ended.reason", "text", TEXT],
  ["a notice of more than five years", [...ONE, "noticeMonths"], 61, "protocols[0].noticeMonths", "number", NUMBER],
  ["no notice", [...ONE, "noticeMonths"], 0, "protocols[0].noticeMonths", "number", NUMBER],
  [
    "a field outside R5 and R6",
    [...ONE, "data", 0, "fields", 0],
    "nationalNumber",
    "protocols[0].data[0].fields[0]",
    "wrong-value",
    `(${CLIENT_FIELDS.map((field) => `"${field}"`).join(" | ")})`,
  ],
  ["a datum without field", [...ONE, "data", 0, "fields"], [], "protocols[0].data[0].fields", "empty-list", ENTRY],
  [
    "a datum without justification",
    [...ONE, "data", 0, "justification"],
    undefined,
    "protocols[0].data[0].justification",
    "missing",
    "a value",
  ],
  ["an end without reason", [...ONE, "ended"], { on: "2026-01-01" }, "protocols[0].ended.reason", "missing", "a value"],
  ["an end that is a date alone", [...ONE, "ended"], "2026-01-01", "protocols[0].ended", "wrong-value", "Object"],
])("refuses %s", (_name, path, value, at, reason, expected) => {
  expect(parseDirectory(changed(FILE, path, value))).toEqual({ ok: false, issues: [{ path: at, reason, expected }] });
});

test.each<[string, readonly (string | number)[], readonly Json[]]>([
  [
    "phone",
    [...ONE, "recipient", "phone", "number"],
    ["+3289123456", "+3242345678", "+32470123456", "+3280012345", "+3278123456"],
  ],
  [
    "place",
    [...ONE, "places", 0, "localities"],
    [["Dorp 1", "'s Herenhof", "’t Hof", "Sint-Job-in-’t-Hof", "St. Één", "1 Mei"]],
  ],
  [
    "name",
    [...ONE, "recipient", "name"],
    [
      "OCMW Dorp (centrum) & omstreken",
      "’t Huis",
      '"Huis van het Kind" Dorp',
      "(Sociaal) Huis",
      "Sociaal Huis „Dorp”",
      "D".repeat(150),
    ],
  ],
  ["mailbox", [...ONE, "recipient", "mailbox"], ["xn--a@dorp1.example", "a@dorp-xn--1.example", "A.b+c@Dorp1.Example"]],
  ["website", [...ONE, "recipient", "website"], ["https://dorp1.example/xn--x", "https://a.b.dorp1.example/p?q=1"]],
  ["serial", ["serial"], [1, 999_999]],
])("accepts every %s at the edge of its rule", (_name, path, values) => {
  for (const value of values) {
    const read = parseDirectory(changed(FILE, path, value));
    expect([value, read.ok ? [] : read.issues]).toEqual([value, []]);
  }
});

test("the sample with every key is accepted", () => {
  const read = parseDirectory(FILE);
  expect(read.ok ? [] : read.issues).toEqual([]);
});

test.each(OBJECTS.flatMap((path) => ["cc", "__proto__", "constructor", "toString"].map((key) => ({ path, key }))))(
  "refuses the unknown key $key in $path",
  ({ path, key }) => {
    // As JSON.parse makes it: a key of its own, whatever its name.
    const bad: Json = JSON.parse(JSON.stringify(changed(FILE, [...path, "UNKNOWN"], "x")).replace("UNKNOWN", key));
    const at = [pathText(path), key].filter((part) => part !== "").join(".");
    expect(parseDirectory(bad)).toEqual({
      ok: false,
      issues: [{ path: at, reason: "unknown-key", expected: "no such key" }],
    });
  },
);

test.each(
  OBJECTS.slice(1)
    .flatMap((path) => keysOf(path).map((key) => [...path, key]))
    .concat(keysOf([]).map((key) => [key]))
    .map((path) => [pathText(path), path]),
)("refuses a file without %s", (at, path) => {
  expect(parseDirectory(changed(FILE, path, undefined))).toEqual({
    ok: false,
    issues: [{ path: at, reason: "missing", expected: "a value" }],
  });
});

test.each<[string, unknown, string]>([
  ["nothing", null, "Object"],
  ["a list", [], "missing"],
  ["a text", "{}", "Object"],
])("refuses %s for a file", (_name, json, what) => {
  const read = parseDirectory(json);
  expect(read.ok ? [] : read.issues.map(({ reason, expected }) => (reason === "missing" ? reason : expected))[0]).toBe(
    what,
  );
});

test("every fault of a file is told at once", () => {
  const bad = changed(changed(FILE, ["serial"], 0), [...ONE, "recipient", "kbo"], "0999.000.100");
  expect(parseDirectory(bad)).toEqual({
    ok: false,
    issues: [
      { path: "serial", reason: "number", expected: NUMBER },
      { path: "protocols[0].recipient.kbo", reason: "kbo", expected: KBO },
    ],
  });
});

function keysOf(path: readonly (string | number)[]): readonly string[] {
  let at: unknown = FILE;
  for (const key of path) at = typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined;
  return typeof at === "object" && at !== null ? Object.keys(at) : [];
}

/** Every sign of the first plane, and some beyond it, between two letters. */
const SIGNS = [...Array.from({ length: 0x10000 }, (_, codePoint) => codePoint), 0x1f600, 0x1d403, 0xe0001, 0x10ffff];

test("a text may hold what the document's font draws, but for marks and letters that stand loose", () => {
  const texts = SIGNS.map((codePoint) => `a${String.fromCodePoint(codePoint)}b`);
  const refused = refusedAt([...ONE, "legalBasis"], texts);
  const taken = texts.map((_text, index) => index).filter((index) => !refused.has(index));
  const signs = taken.map((index) => String.fromCodePoint(SIGNS[index] ?? 0));
  const expected = SIGNS.filter(fontHasLetter)
    .map((codePoint) => String.fromCodePoint(codePoint))
    .filter((sign) => !/[\p{M}\p{Lm}]/u.test(sign));
  expect(signs).toEqual(expected);
  expect(signs.filter((sign) => sign !== sign.normalize("NFC") || HIDDEN.test(sign))).toEqual([]);
});

test.each<[string, readonly (string | number)[], RegExp]>([
  ["a party", ["agency", "teams"], /^[\p{L}\p{N}\p{P}\p{S} ]$/u],
  ["a place", [...ONE, "places", 0, "localities"], /^[\p{L}\d '’.-]$/u],
])(
  "the name of %s may hold every letter of Europe's Latin alphabets, and no sign that is read as another",
  (_name, path, shape) => {
    const names = SIGNS.map((codePoint) => `a${String.fromCodePoint(codePoint)}b`);
    const refused = refusedAt(path, names);
    const taken = SIGNS.filter((_codePoint, index) => !refused.has(index)).map((codePoint) =>
      String.fromCodePoint(codePoint),
    );
    const isLetter = (sign: string): boolean => /\p{L}/u.test(sign);
    const letters = SIGNS.filter(
      (codePoint) =>
        codePoint < 0x180 || (codePoint >= 0x218 && codePoint <= 0x21b) || (codePoint >= 0x1e00 && codePoint <= 0x1eff),
    )
      .map((codePoint) => String.fromCodePoint(codePoint))
      .filter((sign) => isLetter(sign) && /\p{Script=Latin}/u.test(sign) && sign === sign.normalize("NFKC"));
    expect(taken.filter(isLetter)).toEqual(letters);
    expect(taken.filter((sign) => sign !== sign.normalize("NFKC") || HIDDEN.test(sign) || !shape.test(sign))).toEqual(
      [],
    );
  },
);

const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{M}\p{Default_Ignorable_Code_Point}]/u;

/** The places in the list at `path` that are refused when it holds these. */
function refusedAt(path: readonly (string | number)[], list: readonly string[]): ReadonlySet<number> {
  const read = parseDirectory(changed(FILE, path, [...list]));
  const start = `${pathText(path)}[`;
  const issues = read.ok ? [] : read.issues.filter((issue) => issue.path.startsWith(start));
  return new Set(issues.map((issue) => Number(issue.path.slice(start.length, -1))));
}
