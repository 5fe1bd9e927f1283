import { readFileSync } from "node:fs";
import { parseDirectory } from "../../src/directory/parse-directory.ts";
import { changed, type Json, sampleFile, sampleProtocol, sampleRecipient } from "./sample-directory.ts";

const FILE = sampleFile();
const ONE = ["protocols", 0] as const;
const TEXT = "a text of 1 to 1000 characters, in Unicode NFC, without spaces at the ends or control characters";
const KBO = "ten digits as in 0212.243.720, the last two being 97 minus the first eight modulo 97";
const DATE = "a date that exists, written YYYY-MM-DD";
const NUMBER = "a whole number within its bounds";
const WEBSITE = "an https address, as in https://www.bree.be";
const POSTCODE = "a Belgian postcode of four digits, 1000 to 9999";
const PHONE = "a number in E.164, as in +3289123456";

test("the published file is accepted, and each protocol knows the agency", () => {
  const json: Json = JSON.parse(readFileSync("protocols/directory.json", "utf8"));
  const read = parseDirectory(json);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const { serial, issued, agency, protocols } = read.directory;
  expect({
    version: 1,
    serial,
    issued,
    agency,
    protocols: protocols.map(({ agency: _agency, ...entry }) => entry),
  }).toEqual(json);
  expect(protocols.map((protocol) => protocol.agency)).toEqual([agency]);
});

test("the published file holds what articles 6, 9 and 11 of the protocol with OCMW Bree say", () => {
  const read = parseDirectory(JSON.parse(readFileSync("protocols/directory.json", "utf8")));
  const bree = read.ok ? read.directory.protocols.find(({ id }) => id === "opgroeien-ocmw-bree") : undefined;
  expect(bree).toMatchObject({
    agency: { kbo: "0886.886.638", dpo: "dpo@opgroeien.be" },
    recipient: {
      kbo: "0212.243.720",
      mailbox: "sociaalhuis@bree.be",
      phone: null,
      dpo: "informatieveiligheid@regionoordlimburg.be",
    },
    inForceFrom: "2024-03-01",
    agreementDate: "2024-04-01",
    noticeMonths: 6,
  });
  // Exactly R5 and R6, each once.
  expect(bree?.data.map(({ fields }) => fields)).toEqual([
    ["firstName", "lastName"],
    ["street", "houseNumber", "box", "postcode", "municipality", "phone", "email"],
  ]);
});

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
  ["no protocols", ["protocols"], [], "protocols", "empty-list", "at least one entry"],
  ["protocols that are no list", ["protocols"], {}, "protocols", "wrong-value", "Array"],
  ["a blank text", [...ONE, "purpose"], " ", "protocols[0].purpose", "text", TEXT],
  ["a text with a line break", [...ONE, "purpose"], "a\nb", "protocols[0].purpose", "text", TEXT],
  ["a text that turns its letters around", [...ONE, "purpose"], "a\u202Eb", "protocols[0].purpose", "text", TEXT],
  ["a text that is not NFC", [...ONE, "purpose"], "cli\u0065\u0308nt", "protocols[0].purpose", "text", TEXT],
  ["a text without end", [...ONE, "purpose"], "a".repeat(1001), "protocols[0].purpose", "text", TEXT],
  [
    "an id with a capital",
    [...ONE, "id"],
    "Dorp-1",
    "protocols[0].id",
    "id",
    "lower-case letters, digits and single hyphens, at most 60, as in opgroeien-ocmw-bree",
  ],
  ["wrong check digits", ["agency", "kbo"], "0886.886.639", "agency.kbo", "kbo", KBO],
  ["a KBO number without dots", ["agency", "kbo"], "0886886638", "agency.kbo", "kbo", KBO],
  [
    "a mailbox with a space",
    [...ONE, "recipient", "mailbox"],
    "a b@c.example",
    "protocols[0].recipient.mailbox",
    "email",
    "an e-mail address",
  ],
  [
    "two mailboxes in one",
    [...ONE, "recipient", "mailbox"],
    "a@c.example;b@c.example",
    "protocols[0].recipient.mailbox",
    "email",
    "an e-mail address",
  ],
  [
    "an address of the data protection officer that is none",
    ["agency", "dpo"],
    "dpo",
    "agency.dpo",
    "email",
    "an e-mail address",
  ],
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
  ["no places", [...ONE, "places"], [], "protocols[0].places", "empty-list", "at least one entry"],
  [
    "a place without locality",
    [...ONE, "places", 0, "localities"],
    [],
    "protocols[0].places[0].localities",
    "empty-list",
    "at least one entry",
  ],
  ["no notice", [...ONE, "noticeMonths"], 0, "protocols[0].noticeMonths", "number", NUMBER],
  [
    "a field outside R5 and R6",
    [...ONE, "data", 0, "fields", 0],
    "nationalNumber",
    "protocols[0].data[0].fields[0]",
    "wrong-value",
    '("firstName" | "lastName" | "street" | "houseNumber" | "box" | "postcode" | "municipality" | "phone" | "email")',
  ],
  [
    "a datum without field",
    [...ONE, "data", 0, "fields"],
    [],
    "protocols[0].data[0].fields",
    "empty-list",
    "at least one entry",
  ],
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
  [
    "an end before the start",
    [...ONE, "ended"],
    { on: "2024-03-01", reason: "Opzegging." },
    "protocols[0].ended.on",
    "date-order",
    "after the protocol came in force, 2024-03-01",
  ],
  [
    "an agreement after the file was issued",
    [...ONE, "agreementDate"],
    "2026-11-25",
    "protocols[0].agreementDate",
    "date-order",
    "not after the file was issued, 2026-11-24",
  ],
  [
    "a phone checked after the file was issued",
    [...ONE, "recipient", "phone", "checkedOn"],
    "2026-11-25",
    "protocols[0].recipient.phone.checkedOn",
    "date-order",
    "not after the file was issued, 2026-11-24",
  ],
  [
    "localities without the municipality itself",
    [...ONE, "places", 0, "localities"],
    ["Gehucht"],
    "protocols[0].places[0].localities",
    "own-name-not-a-locality",
    "the municipality's own name among them, Dorp 1",
  ],
  [
    "the same field for two reasons",
    [...ONE, "data", 1, "fields", 0],
    "firstName",
    "protocols[0].data[1].fields[0]",
    "field-twice",
    "each field once, firstName stands there already",
  ],
  [
    "a locality named twice",
    [...ONE, "places", 0, "localities"],
    ["Dorp 1", "DORP-1"],
    "protocols[0].places[0].localities[1]",
    "place-twice",
    "a place of its own while protocols[0].places[0].localities[0] is in force",
  ],
])("refuses %s", (_name, path, value, at, reason, expected) => {
  expect(parseDirectory(changed(FILE, path, value))).toEqual({ ok: false, issues: [{ path: at, reason, expected }] });
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

test.each<[string, Json[], string, string, string]>([
  [
    "two protocols with one id",
    [sampleProtocol(1), sampleProtocol(2, { id: "dorp-1" })],
    "protocols[1].id",
    "id-twice",
    "another id than protocols[0]",
  ],
  [
    "a mailbox of two recipients, whatever its case",
    [
      sampleProtocol(1),
      sampleProtocol(2, { recipient: { ...sampleRecipient(2), mailbox: "Sociaalhuis@DORP1.example" } }),
    ],
    "protocols[1].recipient.mailbox",
    "mailbox-twice",
    "a mailbox of its own, protocols[0] is another recipient's",
  ],
  [
    "two protocols in force for one place at one time",
    [
      sampleProtocol(1, { ended: { on: "2026-06-01", reason: "Opzegging." } }),
      sampleProtocol(2, {
        inForceFrom: "2026-05-31",
        places: [{ postcode: "9001", municipality: "Dorp-1", localities: ["Dorp-1"] }],
      }),
    ],
    "protocols[1].places[0].localities[0]",
    "place-twice",
    "a place of its own while protocols[0].places[0].localities[0] is in force",
  ],
])("refuses %s", (_name, protocols, path, reason, expected) => {
  expect(parseDirectory(sampleFile(protocols))).toEqual({ ok: false, issues: [{ path, reason, expected }] });
});

test("a protocol may follow, for the same place and recipient, on the day that another ends", () => {
  const followed = [
    sampleProtocol(1, { ended: { on: "2026-06-01", reason: "Vervangen." } }),
    sampleProtocol(1, { id: "dorp-1-nieuw", inForceFrom: "2026-06-01" }),
  ];
  expect(parseDirectory(sampleFile(followed)).ok).toBe(true);
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
