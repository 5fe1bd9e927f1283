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

test("it is told which of both lists has errors: the earlier one nobody can mend any more", async () => {
  const here = tool();
  here.write("goed.json", OLD);
  here.write("fout.json", { version: 1 });
  const complaint = async (...names: readonly string[]) => (await here.run(["diff", ...names])).complained;
  expect(await complaint("goed.json", "fout.json")).toBe(
    "In fout.json staan fouten. Zie ze met: npm run directory -- check fout.json",
  );
  expect(await complaint("fout.json", "goed.json")).toMatch(
    /^fout\.json, de lijst van vroeger, volgt de regels van nu niet: vergelijken gaat niet/,
  );
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
    telefoon: van “+3289000000, nagekeken op 15 januari 2026” naar “geen”

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

describe("a place that had an older protocol with the same mailbox, and goes back to it", () => {
  const places = sampleProtocol(1)["places"] ?? null;
  const FUSION = { on: "2025-01-01", reason: "Fusie." };
  const LATER = { on: "2026-12-01", reason: "Fusie." };
  const older = sampleProtocol(1, { ended: FUSION });
  const current = sampleProtocol(2, { places, inForceFrom: "2025-01-01" });
  const before = sampleFile([older, current]);

  test.each<[string, Json[], readonly string[]]>([
    [
      "by a new protocol",
      [
        older,
        changed(current, ["ended"], LATER),
        changed(sampleProtocol(1, { inForceFrom: "2026-12-01" }), ["id"], "dorp-1-nieuw"),
      ],
      ["    vanaf 1 december 2026"],
    ],
    [
      "by the older one that begins anew",
      [sampleProtocol(1, { inForceFrom: "2026-12-01" }), changed(current, ["ended"], LATER)],
      ["    vanaf 1 december 2026"],
    ],
    [
      "on the day of issue",
      [
        sampleProtocol(1, { inForceFrom: "2026-11-24" }),
        changed(current, ["ended"], { on: "2026-11-24", reason: "Fusie." }),
      ],
      [],
    ],
  ])("is told first: %s", async (_name, protocols, since) => {
    const lines = (await told(sampleFile(protocols), before)).split("\n\n")[0]?.split("\n");
    expect(lines).toEqual([
      "!!! ANDERE MAILBOX: kijk dit na met het ondertekende protocol ernaast !!!",
      "- Gezinnen uit 9001 Dorp 1",
      "    VAN  sociaalhuis@dorp2.example",
      "    NAAR sociaalhuis@dorp1.example",
      ...since,
    ]);
  });

  test("is no change of mailbox when only an end that was long past is put right", async () => {
    const after = changed(before, [...ONE, "ended", "on"], "2024-12-01");
    expect(await told(after, before)).toMatch(/^Beëindigd of weg\n/);
  });
});

test("a place that another protocol takes over is a change of mailbox too", async () => {
  const places = sampleProtocol(1)["places"] ?? null;
  const ended = changed(OLD, [...ONE, "ended"], { on: "2026-12-01", reason: "Fusie." });
  const file = changed(ended, ["protocols", 2], sampleProtocol(3, { places, inForceFrom: "2026-12-01" }));
  expect(await told(file)).toBe(`!!! ANDERE MAILBOX: kijk dit na met het ondertekende protocol ernaast !!!
- Gezinnen uit 9001 Dorp 1
    VAN  sociaalhuis@dorp1.example
    NAAR sociaalhuis@dorp3.example
    vanaf 1 december 2026

Nieuwe protocollen
- OCMW Dorp 3 (dorp-3)
    mailbox: sociaalhuis@dorp3.example
    soort: OCMW
    naam: OCMW Dorp 3
    KBO-nummer: 0999.000.327
    e-mailadres van de functionaris: dpo@dorp3.example
    adres: Dorpsplein 1, 9003 Dorp 3
    website: https://www.dorp3.example/protocol
    plaatselijke naam: Sociaal huis Dorp 3
    telefoon: +3289000000, nagekeken op 15 januari 2026
    gsm: geen
    id: dorp-3
    gezinnen uit 9001 Dorp 1 (Dorp 1)
    gegevens: firstName (voornaam), lastName (naam); verantwoording: “Om te identificeren.”
    gegevens: street (straat), houseNumber (huisnummer), box (bus), postcode (postcode), municipality (gemeente), phone (telefoon); verantwoording: “Om te bereiken.”
    van kracht vanaf: 1 december 2026
    overeenkomst van: 1 april 2024
    opzegtermijn: 6 maanden
    het doel:
      Vraagverheldering.
    de rechtsgronden:
      Artikel 1.
    de bewaartermijn:
      Tot het contact.
    de categorieën van ontvangers:
      De maatschappelijk werker.
    team: lokaal team Dorpenland

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
    "Gegevens die gedeeld mogen worden\n- OCMW Dorp 1 (dorp-1)\n    komt erbij: email (e-mail); verantwoording: “Om te bereiken.”",
  ],
  [
    "another justification",
    [...ONE, "data", 0, "justification"],
    "Anders.",
    "Teksten van het protocol\n- OCMW Dorp 1 (dorp-1)\n    verantwoording van firstName (voornaam), lastName (naam): van “Om te identificeren.” naar “Anders.”",
  ],
  [
    "justifications that changed places",
    [...ONE, "data"],
    [
      { fields: ["firstName", "lastName"], justification: "Om te bereiken." },
      {
        fields: ["street", "houseNumber", "box", "postcode", "municipality", "phone"],
        justification: "Om te identificeren.",
      },
    ],
    "Teksten van het protocol\n- OCMW Dorp 1 (dorp-1)\n    verantwoording van firstName (voornaam), lastName (naam): van “Om te identificeren.” naar “Om te bereiken.”\n    verantwoording van street (straat), houseNumber (huisnummer), box (bus), postcode (postcode), municipality (gemeente), phone (telefoon): van “Om te bereiken.” naar “Om te identificeren.”",
  ],
  [
    "a field that got the justification of another group",
    [...ONE, "data"],
    [
      { fields: ["firstName", "lastName", "box"], justification: "Om te identificeren." },
      { fields: ["street", "houseNumber", "postcode", "municipality", "phone"], justification: "Om te bereiken." },
    ],
    "Teksten van het protocol\n- OCMW Dorp 1 (dorp-1)\n    verantwoording van box (bus): van “Om te bereiken.” naar “Om te identificeren.”\n    vroeger zo gegroepeerd:\n      firstName (voornaam), lastName (naam); verantwoording: “Om te identificeren.”\n      street (straat), houseNumber (huisnummer), box (bus), postcode (postcode), municipality (gemeente), phone (telefoon); verantwoording: “Om te bereiken.”\n    nu zo gegroepeerd:\n      firstName (voornaam), lastName (naam), box (bus); verantwoording: “Om te identificeren.”\n      street (straat), houseNumber (huisnummer), postcode (postcode), municipality (gemeente), phone (telefoon); verantwoording: “Om te bereiken.”",
  ],
  [
    "a locality, without the rest of the place",
    [...ONE, "places", 0, "localities"],
    ["Dorp 1", "Gehucht"],
    "Plaatsen\n- OCMW Dorp 1 (dorp-1)\n    komt erbij: 9001 Dorp 1 (Gehucht)",
  ],
  [
    "a house number that only moved to the street",
    [...ONE, "recipient", "address"],
    { street: "Dorpsplein 1", houseNumber: "2", postcode: "9001", municipality: "Dorp 1" },
    "Andere wijzigingen\n- OCMW Dorp 1 (dorp-1)\n    adres, straat: van “Dorpsplein” naar “Dorpsplein 1”\n    adres, huisnummer: van “1” naar “2”",
  ],
  [
    "a sentence more",
    [...ONE, "legalBasis"],
    ["Artikel 1.", "Artikel 1 en 2."],
    "Teksten van het protocol\n- OCMW Dorp 1 (dorp-1)\n    de rechtsgronden:\n      komt erbij: Artikel 1 en 2.",
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
    "Functionaris voor gegevensbescherming\n- OCMW Dorp 1 (dorp-1)\n    e-mailadres van de functionaris: van “dpo@dorp1.example” naar “nieuw@dorp1.example”",
  ],
  [
    "a protocol that is gone",
    ["protocols", 1],
    undefined,
    "Beëindigd of weg\n- OCMW Dorp 2 (dorp-2)\n    staat niet meer in de lijst: naar deze ontvanger kan niets meer via dit protocol\n    mailbox: sociaalhuis@dorp2.example\n    KBO-nummer: 0999.000.228\n    gezinnen uit 9002 Dorp 2 (Dorp 2)",
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

test("a difference that nobody sees is named", async () => {
  const before = changed(OLD, [...ONE, "purpose"], "Vraag verheldering.");
  expect(await told(changed(before, [...ONE, "purpose"], "Vraag\u00a0verheldering."), before)).toBe(
    "Teksten van het protocol\n- OCMW Dorp 1 (dorp-1)\n    het doel:\n      komt erbij: Vraag\u00a0verheldering.\n      valt weg:   Vraag verheldering.\n      (het verschil zit in spaties of tekens die er hetzelfde uitzien)",
  );
});

test("the keys of a block in another order change nothing", async () => {
  const phone = { checkedOn: "2026-01-15", number: "+3289000000" };
  expect((await diff(changed(OLD, [...ONE, "recipient", "phone"], phone), 3)).said).toBe(`Van oud.json naar nieuw.json

De inhoud is dezelfde, alleen de opmaak van het bestand is anders. Ook dan moet je opnieuw tekenen.`);
});

test("an end that is taken away is told with what it was", async () => {
  const before = changed(OLD, [...ONE, "ended"], { on: "2026-12-01", reason: "Fusie." });
  expect(await told(OLD, before)).toBe(
    "Beëindigd of weg\n- OCMW Dorp 1 (dorp-1)\n    het einde is weggehaald: het protocol geldt weer\n    vroeger stond er: vanaf 1 december 2026: Fusie.",
  );
});

test("a protocol under a new id is compared with what it was", async () => {
  const renamed = changed(
    changed(OLD, [...ONE, "id"], "dorp-1-nieuw"),
    [...ONE, "recipient", "mailbox"],
    "x@post.example",
  );
  expect(await told(changed(renamed, [...ONE, "retention"], ["Tien jaar."]))).toBe(
    `!!! ANDERE MAILBOX: kijk dit na met het ondertekende protocol ernaast !!!
- OCMW Dorp 1 (dorp-1-nieuw)
    VAN  sociaalhuis@dorp1.example
    NAAR x@post.example
    Let op: ook wat na de @ staat, is anders.

Teksten van het protocol
- OCMW Dorp 1 (dorp-1-nieuw)
    de bewaartermijn:
      komt erbij: Tien jaar.
      valt weg:   Tot het contact.

Andere wijzigingen
- OCMW Dorp 1 (dorp-1-nieuw)
    id: van “dorp-1” naar “dorp-1-nieuw”`,
  );
});

test("protocols in another order are told so, also when one comes or goes", async () => {
  const before = sampleFile([sampleProtocol(1), sampleProtocol(2), sampleProtocol(3)]);
  const after = sampleFile([sampleProtocol(2), sampleProtocol(1)]);
  expect((await told(after, before)).split("\n\n").slice(1)).toEqual([
    "Andere wijzigingen\n- de protocollen staan in een andere volgorde",
  ]);
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
