import { changed, type Json, sampleFile, sampleProtocol } from "../directory/sample-directory.ts";
import { removeTools, type Seen, tool } from "./tool.ts";

afterAll(removeTools);

const OLD = sampleFile([sampleProtocol(1), sampleProtocol(2)]);
const ONE = ["protocols", 0] as const;
const RAISED = "\n\nDe lijst zelf\n- volgnummer: van 3 naar 4";

async function diff(file: Json, serial = 4, before: Json = OLD): Promise<Seen> {
  const here = tool();
  here.write("oud.json", Object(before));
  here.write("nieuw.json", Object(changed(file, ["serial"], serial)));
  return here.run(["diff", "oud.json", "nieuw.json"]);
}

async function told(file: Json, before: Json = OLD): Promise<string> {
  const { code, said, complained } = await diff(file, 4, before);
  expect({ code, complained }).toEqual({ code: 0, complained: "" });
  return said.replace("Van oud.json naar nieuw.json\n\n", "").replace(RAISED, "");
}

test("nothing changed", async () => {
  expect(await diff(OLD, 3)).toEqual({
    code: 0,
    said: "Van oud.json naar nieuw.json\n\nEr is niets gewijzigd.",
    complained: "",
  });
});

test("another layout is no other content, and yet other bytes", async () => {
  const here = tool();
  here.write("oud.json", OLD);
  here.write("nieuw.json", JSON.stringify(OLD));
  expect((await here.run(["diff", "oud.json", "nieuw.json"])).said).toBe(`Van oud.json naar nieuw.json

De inhoud is dezelfde, alleen de opmaak van het bestand is anders. Ook dan moet je opnieuw tekenen.`);
});

test("the mailbox comes first and loud, before everything else", async () => {
  const file = changed(
    changed(OLD, [...ONE, "recipient", "mailbox"], "sociaalhuis@dorp9.example"),
    [...ONE, "recipient", "phone"],
    null,
  );
  expect((await diff(changed(file, ["issued"], "2026-11-25"))).said).toBe(`Van oud.json naar nieuw.json

!!! ANDERE MAILBOX: kijk dit na met het ondertekende protocol ernaast !!!
- OCMW Dorp 1 (dorp-1)
    VAN  sociaalhuis@dorp1.example
    NAAR sociaalhuis@dorp9.example
    Let op: ook wat na de @ staat, is anders.

Telefoon, gsm en Teams
- OCMW Dorp 1 (dorp-1)
    telefoon: van “+3289000000” naar “geen”

De lijst zelf
- volgnummer: van 3 naar 4
- uitgegeven: van 24 november 2026 naar 25 november 2026`);
});

// A successor that ends one day itself, and a predecessor whose end was planned before.
test.each<[string, Json, Json]>([
  ["the new protocol ends one day", null, { on: "2099-01-01", reason: "Tijdelijk." }],
  ["the old one was about to end already", { on: "2026-12-01", reason: "Fusie." }, null],
])("another mailbox for a place comes first, also when %s", async (_name, oldEnd, newEnd) => {
  const places = sampleProtocol(1)["places"] ?? null;
  const before = changed(OLD, [...ONE, "ended"], oldEnd);
  const closed = changed(before, [...ONE, "ended"], oldEnd ?? { on: "2026-12-01", reason: "Fusie." });
  const after = changed(
    closed,
    ["protocols", 2],
    sampleProtocol(3, { places, inForceFrom: "2026-12-01", ended: newEnd }),
  );
  expect((await told(after, before)).split("\n").slice(0, 4)).toEqual([
    "!!! ANDERE MAILBOX: kijk dit na met het ondertekende protocol ernaast !!!",
    "- Gezinnen uit 9001 Dorp 1",
    "    VAN  sociaalhuis@dorp1.example",
    "    NAAR sociaalhuis@dorp3.example",
  ]);
});

test("a place that another protocol takes over is a change of mailbox too", async () => {
  const places = sampleProtocol(1)["places"] ?? null;
  const ended = changed(OLD, [...ONE, "ended"], { on: "2026-12-01", reason: "Fusie." });
  const file = changed(ended, ["protocols", 2], sampleProtocol(3, { places, inForceFrom: "2026-12-01" }));
  expect(await told(file)).toBe(`!!! ANDERE MAILBOX: kijk dit na met het ondertekende protocol ernaast !!!
- Gezinnen uit 9001 Dorp 1
    VAN  sociaalhuis@dorp1.example
    NAAR sociaalhuis@dorp3.example

Nieuwe protocollen
- OCMW Dorp 3 (dorp-3)
    vanaf 1 december 2026, door lokaal team Dorpenland
    mailbox: sociaalhuis@dorp3.example
    telefoon: +3289000000
    OCMW, KBO-nummer 0999.000.327
    functionaris voor gegevensbescherming: dpo@dorp3.example
    gegevens: firstName, lastName, street, houseNumber, box, postcode, municipality, phone
    gezinnen uit 9001 Dorp 1 (Dorp 1)

Beëindigd of weg
- OCMW Dorp 1 (dorp-1)
    geldt niet meer vanaf 1 december 2026: Fusie.`);
});

test.each<[string, readonly (string | number)[], Json | undefined, string]>([
  [
    "a place that comes and one that goes",
    [...ONE, "places"],
    [{ postcode: "9011", municipality: "Dorp 1", localities: ["Dorp 1"] }],
    "Plaatsen\n- OCMW Dorp 1 (dorp-1)\n    komt erbij: 9011 Dorp 1 (Dorp 1)\n    valt weg:   9001 Dorp 1 (Dorp 1)",
  ],
  [
    "a number that was checked again",
    [...ONE, "recipient", "phone", "checkedOn"],
    "2026-11-20",
    "Telefoon, gsm en Teams\n- OCMW Dorp 1 (dorp-1)\n    telefoon: hetzelfde nummer, opnieuw nagekeken op 20 november 2026 (vroeger op 15 januari 2026)",
  ],
  [
    "a field that may be shared from now on",
    [...ONE, "data", 1, "fields", 6],
    "email",
    "Gegevens die gedeeld mogen worden\n- OCMW Dorp 1 (dorp-1)\n    komt erbij: email (e-mail)",
  ],
  [
    "another justification",
    [...ONE, "data", 0, "justification"],
    "Anders.",
    "Teksten van het protocol\n- OCMW Dorp 1 (dorp-1)\n    verantwoording komt erbij: Anders.\n    verantwoording valt weg:   Om te identificeren.",
  ],
  [
    "another text",
    [...ONE, "purpose"],
    "Anders.",
    "Teksten van het protocol\n- OCMW Dorp 1 (dorp-1)\n    het doel:\n      komt erbij: Anders.\n      valt weg:   Vraagverheldering.",
  ],
  [
    "another officer",
    [...ONE, "recipient", "dpo"],
    "nieuw@dorp1.example",
    "Functionaris voor gegevensbescherming\n- OCMW Dorp 1 (dorp-1)\n    e-mailadres: van “dpo@dorp1.example” naar “nieuw@dorp1.example”",
  ],
  [
    "a protocol that is gone",
    ["protocols", 1],
    undefined,
    "Beëindigd of weg\n- OCMW Dorp 2 (dorp-2)\n    staat niet meer in de lijst: naar deze ontvanger kan niets meer via dit protocol\n    gezinnen uit 9002 Dorp 2 (Dorp 2)",
  ],
  [
    "another order",
    ["protocols"],
    [sampleProtocol(2), sampleProtocol(1)],
    "Andere wijzigingen\n- de protocollen staan in een andere volgorde",
  ],
])("tells of %s", async (_name, path, value, text) => {
  expect(await told(changed(OLD, path, value))).toBe(text);
});

test("warns when the serial did not rise", async () => {
  expect((await diff(changed(OLD, [...ONE, "noticeMonths"], 1), 3)).said).toBe(`Van oud.json naar nieuw.json

Data
- OCMW Dorp 1 (dorp-1)
    opzegtermijn: van “6 maanden” naar “1 maand”

LET OP: het volgnummer is niet verhoogd. Zo mag deze lijst niet getekend worden.`);
});

/** Another value that the rules take, for each leaf of the file. */
const OTHERS: readonly [readonly (string | number)[], Json][] = [
  [["validUntil"], "2027-11-22"],
  [["agency", "name"], "Ander"],
  [["agency", "kbo"], "0999.000.921"],
  [["agency", "address", "street"], "Ander"],
  [["agency", "address", "houseNumber"], "2"],
  [["agency", "address", "postcode"], "1000"],
  [["agency", "address", "municipality"], "Ander"],
  [["agency", "dpo"], "x@x.example"],
  [["agency", "website"], "https://x.example"],
  [["agency", "teams", 1], "Ander"],
  [[...ONE, "id"], "ander"],
  [[...ONE, "recipient", "kind"], "caw"],
  [[...ONE, "recipient", "name"], "Ander"],
  [[...ONE, "recipient", "localName"], "Ander"],
  [[...ONE, "recipient", "kbo"], "0999.000.921"],
  [[...ONE, "recipient", "address", "street"], "Ander"],
  [[...ONE, "recipient", "address", "houseNumber"], "2"],
  [[...ONE, "recipient", "address", "postcode"], "1000"],
  [[...ONE, "recipient", "address", "municipality"], "Ander"],
  [[...ONE, "recipient", "phone", "number"], "+3289000001"],
  [[...ONE, "recipient", "mobile"], { number: "+32470000000", checkedOn: "2026-01-15" }],
  [[...ONE, "recipient", "teams"], "x@x.example"],
  [[...ONE, "recipient", "website"], "https://x.example"],
  [[...ONE, "places", 0, "localities", 1], "Gehucht"],
  [[...ONE, "inForceFrom"], "2024-03-02"],
  [[...ONE, "agreementDate"], "2024-04-02"],
  [
    [...ONE, "data", 1, "fields"],
    ["street", "postcode", "houseNumber", "box", "municipality", "phone"],
  ],
  [[...ONE, "legalBasis", 1], "Artikel 2."],
  [[...ONE, "retention", 1], "Ander."],
  [[...ONE, "recipientCategories", 1], "Ander."],
  [[...ONE, "published"], "https://x.example"],
];

test.each(OTHERS)("no change is kept silent: %j", async (path, value) => {
  expect(await told(changed(OLD, path, value))).toMatch(/^\S.*\n- /);
});
