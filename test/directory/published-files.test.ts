import { readFileSync } from "node:fs";
import { signForDevelopment } from "../../dev/directory/development-key.ts";
import { loadSodium } from "../../src/adapters/sodium.ts";
import type { Directory } from "../../src/directory/directory.ts";
import { coveredMunicipalities, findRecipient } from "../../src/directory/find-recipient.ts";
import { municipalitiesAt } from "../../src/directory/municipalities-at.ts";
import { parseDirectory } from "../../src/directory/parse-directory.ts";
import { signer, type TrustedKey } from "../../src/directory/signed-directory.ts";
import { day } from "../domain/sample-rules.ts";
import type { Json } from "./sample-directory.ts";

const REAL = "protocols/directory.json";
const DEMO = "protocols/demo/directory.json";
const TODAY = day("2026-11-25");

test.each([REAL, DEMO])("%s is accepted, and each protocol knows the agency", (file) => {
  const json: Json = JSON.parse(readFileSync(file, "utf8"));
  const { teams, places: _places, protocols, agency, ...facts } = read(file);
  expect({
    version: 1,
    ...facts,
    agency: { ...agency, teams },
    protocols: protocols.map(({ agency: _agency, ...entry }) => entry),
  }).toEqual(json);
  expect(protocols.every((protocol) => protocol.agency === agency)).toBe(true);
});

test("the signature beside the demo is that of the key of development, over its bytes", async () => {
  // Ed25519 gives one signature for a key and bytes (RFC 8032).
  const signature = Buffer.from(await signForDevelopment(readFileSync(DEMO)));
  expect(readFileSync(`${DEMO}.sig`, "utf8")).toBe(signature.toString());
});

// The administrator's own key may come, and sign the real file.
test.each([REAL, DEMO])("one of the trusted keys signed %s", async (file) => {
  const { keys }: { keys: TrustedKey[] } = JSON.parse(readFileSync("protocols/trusted-keys.json", "utf8"));
  const { verify } = await loadSodium();
  const files = { directory: bytesOf(file), signature: bytesOf(`${file}.sig`) };
  expect(keys).toContainEqual(signer(files, keys, verify));
});

test("the published file holds what articles 6, 9 and 11 of the protocol with OCMW Bree say", () => {
  const bree = read(REAL).protocols.find(({ id }) => id === "opgroeien-ocmw-bree");
  expect(bree).toMatchObject({
    agency: { kbo: "0886.886.638", dpo: "dpo@opgroeien.be" },
    recipient: {
      kbo: "0212.243.720",
      mailbox: "sociaalhuis@bree.be",
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

test("the demo is marked as one, and the real file is not", () => {
  expect([read(DEMO).demo, read(REAL).demo]).toEqual([true, false]);
});

test("every address of the demo is under .example", () => {
  const text = readFileSync(DEMO, "utf8");
  const hosts = [...text.matchAll(/(?:@|https?:\/\/)([^"/\s]+)/g)].map(([, host]) => String(host));
  expect(hosts.length).toBeGreaterThan(0);
  expect(hosts.filter((host) => !host.endsWith(".example"))).toEqual([]);
});

test("the demo has six recipients or more, each with a KBO number and a mailbox of its own", () => {
  const recipients = read(DEMO).protocols.map(({ recipient }) => recipient);
  const count = new Set(recipients.map(({ name }) => name)).size;
  expect(count).toBeGreaterThanOrEqual(6);
  expect(new Set(recipients.map(({ kbo }) => kbo)).size).toBe(count);
  expect(new Set(recipients.map(({ mailbox }) => mailbox)).size).toBe(count);
});

test.each<[string, string, string, object]>([
  ["a postcode of an OCMW", "9901", "", { kind: "found", id: "demo-ocmw-voorbeeldgem" }],
  ["the second postcode of that OCMW", "9902", "Speelbeke", { kind: "found", id: "demo-ocmw-voorbeeldgem" }],
  ["a postcode of two municipalities", "9903", "", { kind: "ambiguous", municipalities: ["Proefstad", "Schijnbeke"] }],
  ["the one of them", "9903", "Proefstad", { kind: "found", id: "demo-ocmw-proefstad" }],
  ["the other by its locality", "9903", "klein schijn", { kind: "found", id: "demo-ocmw-schijnbeke" }],
  ["a municipality that was merged away", "9905", "Verweggem", { kind: "found", id: "demo-ocmw-fusiegem" }],
  ["an ended protocol", "9906", "", { kind: "ended", id: "demo-ocmw-eindegem" }],
  ["a protocol in the future", "9907", "", { kind: "not-yet-in-force", id: "demo-ocmw-morgendorp" }],
  ["a CAW in Brussels", "1009", "", { kind: "found", id: "demo-caw-proefbrussel" }],
  ["a postcode that nobody covers", "9999", "", { kind: "not-covered" }],
])("the demo shows %s", (_name, postcode, municipality, expected) => {
  const answer = findRecipient(read(DEMO), postcode, municipality, TODAY);
  expect("protocol" in answer ? { kind: answer.kind, id: answer.protocol.id } : answer).toEqual(expected);
});

test("the demo's CAW is one of Brussels, and its other recipients are OCMW's", () => {
  const kinds = read(DEMO).protocols.map(({ recipient }) => [recipient.kind, recipient.address.postcode < "1300"]);
  expect(kinds.filter(([kind]) => kind === "caw")).toEqual([["caw", true]]);
  expect(kinds.filter(([kind]) => kind === "ocmw").every(([, inBrussels]) => inBrussels === false)).toBe(true);
});

test("the demo's merged municipality has its old localities at two postcodes", () => {
  expect(["9904", "9905"].map((postcode) => municipalitiesAt(read(DEMO), postcode, TODAY))).toEqual([
    [{ municipality: "Fusiegem", localities: ["Fusiegem", "Oud-Fusie"] }],
    [{ municipality: "Fusiegem", localities: ["Fusiegem", "Sint-Nergens", "Verweggem"] }],
  ]);
});

test("both files cover somebody today", () => {
  expect(coveredMunicipalities(read(REAL), TODAY)).toContain("Bree");
  expect(coveredMunicipalities(read(DEMO), TODAY)).toEqual([
    "Fusiegem",
    "Proefbrussel",
    "Proefstad",
    "Schijnbeke",
    "Voorbeeldgem",
  ]);
});

function bytesOf(file: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(readFileSync(file));
}

function read(file: string): Directory {
  const result = parseDirectory(JSON.parse(readFileSync(file, "utf8")));
  if (!result.ok) throw new TypeError(`${file}: ${JSON.stringify(result.issues)}`);
  return result.directory;
}
