import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { referralJson } from "../../src/document/referral-json.ts";
import { LARGEST_JSON, parseReferralJson } from "../../src/document/referral-json-reader.ts";
import { newReference } from "../../src/domain/reference.ts";
import type { Referral } from "../../src/domain/referral.ts";
import { allTold } from "../../src/texts/nl/consent.ts";
import { REFERRAL, TOLD } from "./sample-referral.ts";

type Json = Record<string, unknown>;

/** As the archive adds it (docs/archive-format.md). */
const MANIFEST = {
  version: 1,
  files: [{ name: "doorverwijzing-DV-2026-777777.pdf", bytes: 27_043, sha256: "0a".repeat(32) }],
  mac: "f1".repeat(32),
};

const ajv = new Ajv2020({ allErrors: true, strictTypes: false });
addFormats(ajv);
const conforms = ajv.compile(JSON.parse(readFileSync("docs/referral.schema.json", "utf8")));

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const written = (referral: Referral = REFERRAL): Json => JSON.parse(text(referralJson(referral, TOLD)));
const whole = (): Json => ({ ...written(), manifest: MANIFEST });

/** A copy in which the member at `path` is replaced, or taken away when the value is undefined. */
function changed(path: string, value: unknown): Json {
  const copy: Json = structuredClone(whole());
  const keys = path.split(".");
  let node: unknown = copy;
  for (const key of keys.slice(0, -1)) node = Reflect.get(Object(node), key);
  const last = keys.at(-1) ?? "";
  if (value === undefined) Reflect.deleteProperty(Object(node), last);
  else Object.defineProperty(Object(node), last, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}

test("writes a referral as the documents say, member by member", () => {
  expect(written()).toEqual({
    format: "veilig-doorverwijzen/referral",
    version: 1,
    reference: "DV-2026-777777",
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
    consent: { date: "2026-11-23", manner: "spoken", told: TOLD },
    sender: {
      name: "Els Voorbeeld",
      email: "els@team.example",
      team: "Lokaal team Noord-Limburg",
      phone: "+3289123456",
    },
    recipient: {
      kind: "ocmw",
      name: "OCMW Bree",
      kbo: "0212.243.720",
      mailbox: "sociaalhuis@bree.be",
      address: { street: "Vrijthof", houseNumber: "10", postcode: "3960", municipality: "Bree" },
    },
    agency: { name: "Opgroeien regie", kbo: "0886.886.638", dpo: "dpo@opgroeien.be" },
    protocol: {
      id: "opgroeien-ocmw-bree",
      inForceFrom: "2024-03-01",
      agreementDate: "2024-04-01",
      published: ["https://www.opgroeien.be", "https://www.bree.be"],
      purpose: "Vraagverheldering en zoeken naar de meest passende hulpverlening.",
      legalBasis: ["artikel 10/1 van het decreet van 30 april 2004", "de organieke wet op de OCMW's van 8 juli 1976"],
      retention: ["Tot er contact was.", "Met een dossier: 10 jaar na het afsluiten ervan."],
      recipientCategories: ["de maatschappelijk werker van het OCMW"],
      dataProtectionOfficers: ["dpo@opgroeien.be", "informatieveiligheid@regionoordlimburg.be"],
    },
  });
});

test("ends with the brace of its object, so that the archive can add its manifest", () => {
  const json = text(referralJson(REFERRAL, TOLD));
  expect(json.at(-1)).toBe("}");
  expect(JSON.parse(`${json.slice(0, -1)},"manifest":${JSON.stringify(MANIFEST)}}`)).toEqual(whole());
});

test("leaves out what is unknown", () => {
  const { box: _box, email: _email, ...client } = REFERRAL.client;
  const json = written({ ...REFERRAL, client });
  expect(json["client"]).toEqual(client);
  expect(conforms({ ...json, manifest: MANIFEST })).toBe(true);
});

test("names the referral that it takes the place of, at the end", () => {
  const replaces = newReference(2026, () => 9);
  const bytes = referralJson({ ...REFERRAL, replaces }, TOLD);
  const json = JSON.parse(text(bytes));
  expect(json).toEqual({ ...written(), replaces: "DV-2026-999999" });
  expect(conforms({ ...json, manifest: MANIFEST })).toBe(true);
  expect(parseReferralJson(bytes)).toEqual({ ok: true, referral: json });
});

test("holds nothing that came along with the client (R7)", () => {
  const client = { ...REFERRAL.client, note: "iets" };
  expect(written({ ...REFERRAL, client })["client"]).toEqual(REFERRAL.client);
});

test.each([
  ["a topic is missing", TOLD.slice(1)],
  ["the order is another", [...TOLD].reverse()],
])("refuses texts when %s", (_name, told) => {
  expect(() => referralJson(REFERRAL, told)).toThrow(RangeError);
});

test.each([
  ["as it is", () => referralJson(REFERRAL, TOLD)],
  ["with the archive's manifest", () => bytesOf(whole())],
  ["padded with spaces", () => new TextEncoder().encode(`${JSON.stringify(whole())}${" ".repeat(50_000)}`)],
])("reads back what was written, %s", (_name, bytes) => {
  expect(parseReferralJson(bytes())).toEqual({ ok: true, referral: written() });
});

test("conforms to the published schema", () => {
  conforms(whole());
  expect(conforms.errors).toBeNull();
});

test("takes what was told by a protocol with the most and the longest sentences of a directory", () => {
  const retention = Array.from({ length: 30 }, (_, index) => String(index).padEnd(1000, "n"));
  const protocol = { ...REFERRAL.protocol, retention };
  const told = allTold(protocol);
  const bytes = referralJson({ ...REFERRAL, protocol }, told);
  expect(parseReferralJson(bytes)).toMatchObject({ ok: true, referral: { consent: { told } } });
});

test("asks for a manifest in the published schema", () => {
  expect(conforms(written())).toBe(false);
});

const WRONG: [string, unknown][] = [
  ["reference", "DV-2026-ILOU00"],
  ["madeAt", "2026-11-24"],
  ["madeAt", "2026-02-30T09:30:00+01:00"],
  ["client", undefined],
  ["client.firstName", undefined],
  ["client.firstName", ""],
  ["client.firstName", " Anh"],
  ["client.firstName", "An\u202eh"],
  ["client.firstName", "A".repeat(101)],
  ["client.street", "A".repeat(121)],
  ["client.houseNumber", 12],
  ["client.box", null],
  ["client.postcode", "0960"],
  ["client.postcode", "39600"],
  ["client.phone", "0470 12 34 56"],
  ["client.email", "anh"],
  ["consent.date", "2026-02-30"],
  ["consent.manner", "guessed"],
  ["consent.told.0.topic", "purpose"],
  ["consent.told.4", undefined],
  ["consent.told.0.text", ""],
  ["consent.told.0.text", "A".repeat(32_001)],
  ["sender.phone", undefined],
  ["recipient.kind", "police"],
  ["recipient.kbo", "0212243720"],
  ["recipient.mailbox", "bree.be"],
  ["recipient.address.municipality", undefined],
  ["agency.dpo", ""],
  ["protocol.inForceFrom", "1 March 2024"],
  ["protocol.published", []],
  ["protocol.published.0", "http://www.bree.be"],
  ["protocol.purpose", "A".repeat(4001)],
  ["protocol.legalBasis", []],
  ["protocol.retention", Array.from({ length: 31 }, () => "A")],
  ["protocol.dataProtectionOfficers", ["dpo"]],
  ["manifest.version", 2],
  ["manifest.mac", "F1".repeat(32)],
  ["manifest.files.0.bytes", -1],
];

test.each(WRONG)("refuses a wrong %s, by the reader and by the schema: %j", (path, value) => {
  const wrong = changed(path, value);
  const result = parseReferralJson(bytesOf(wrong));
  expect(result.ok).toBe(false);
  const paths = result.ok ? [] : result.issues.map((issue) => issue.path);
  expect(paths.every((found) => found.startsWith(path) || path.startsWith(found))).toBe(true);
  expect(conforms(wrong)).toBe(false);
});

test.each([
  ["the whole", "note", ""],
  ["the client", "client.birthDate", "client"],
  ["what was told", "consent.told.0.note", "consent.told.0"],
  ["the manifest", "manifest.note", "manifest"],
  ["a name that every object has", "client.constructor", "client"],
])("refuses a member that is not specified in %s, without repeating its name", (_name, path, where) => {
  const wrong = changed(path, "x");
  expect(parseReferralJson(bytesOf(wrong))).toEqual({ ok: false, issues: [{ code: "not-as-specified", path: where }] });
  expect(conforms(wrong)).toBe(false);
});

test("refuses a client that cannot be reached (R6)", () => {
  const { phone: _phone, email: _email, ...client } = REFERRAL.client;
  expect(parseReferralJson(bytesOf(changed("client", client)))).toEqual({
    ok: false,
    issues: [{ code: "not-as-specified", path: "client" }],
  });
  expect(conforms(changed("client", client))).toBe(false);
});

test("tells all issues at once, without a value", () => {
  const wrong = { ...changed("client.postcode", "Geheim"), madeAt: "Geheim" };
  const result = parseReferralJson(bytesOf(wrong));
  expect(result).toEqual({
    ok: false,
    issues: [
      { code: "not-as-specified", path: "madeAt" },
      { code: "not-as-specified", path: "client.postcode" },
    ],
  });
});

test.each<[string, Uint8Array, string, string]>([
  ["nothing", new Uint8Array(0), "not-json", ""],
  ["text that is no JSON", new TextEncoder().encode("Beste collega"), "not-json", ""],
  ["JSON that is no object", bytesOf("tekst"), "not-json", ""],
  ["bytes that are no UTF-8", new Uint8Array([0x7b, 0xff, 0x7d]), "not-json", ""],
  ["a byte order mark", new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x7d]), "not-json", ""],
  ["another kind of JSON", bytesOf({ hello: 1 }), "other-format", "format"],
  ["a list", bytesOf([]), "other-format", "format"],
  ["a later version", bytesOf(changed("version", 2)), "other-version", "version"],
  ["more than can be ours", new Uint8Array(LARGEST_JSON + 1), "too-large", ""],
])("refuses %s", (_name, bytes, code, path) => {
  expect(parseReferralJson(bytes)).toEqual({ ok: false, issues: [{ code, path }] });
});
