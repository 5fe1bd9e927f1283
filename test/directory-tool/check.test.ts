import { writeFileSync } from "node:fs";
import { changed, type Json, sampleFile, sampleProtocol } from "../directory/sample-directory.ts";
import { removeTools, type Seen, tool } from "./tool.ts";

afterAll(removeTools);

async function check(file: string | object, ...args: readonly string[]): Promise<Seen> {
  const here = tool();
  here.write("lijst.json", file);
  return here.run(["check", "lijst.json", ...args]);
}

const IN_ORDER =
  "lijst.json is in orde: volgnummer 3, 1 protocol, geldig tot en met 23 november 2027. Dit is een demolijst.";
const ONE = ["protocols", 0] as const;
const FILE = sampleFile();

test("the directory of the project is in order, and has a remark about its phone", async () => {
  expect(await tool().run(["check"])).toEqual({
    code: 0,
    said: `protocols/directory.json is in orde: volgnummer 2, 1 protocol, geldig tot en met 24 november 2027.

Opmerkingen:
- OCMW Bree: er is nog geen telefoonnummer. Neem het uit de samenwerkingsovereenkomst, nooit uit een mail.`,
    complained: "",
  });
});

test("two errors are numbered, with line, path, reason, what was expected and what stands there", async () => {
  const file = changed(changed(FILE, [...ONE, "recipient", "kbo"], "0212.243.721"), ["demo"], "ja");
  expect(await check(Object(file))).toEqual({
    code: 1,
    said: "",
    complained: `lijst.json: 2 fouten

1. Regel 6, demo
   Deze waarde kan hier niet.
   Verwacht: true of false, zonder aanhalingstekens.
   Er staat: "ja"

2. Regel 30, protocols[0].recipient.kbo (OCMW Dorp 1)
   Dit KBO-nummer klopt niet.
   Verwacht: tien cijfers zoals 0212.243.720; de laatste twee zijn een controlegetal.
   Er staat: "0212.243.721"`,
  });
});

/** The reason's words for each reason, with a file that breaks just that rule. */
test.each<[string, readonly (string | number)[], Json | undefined, string, string]>([
  ["missing", ["issued"], undefined, "Dit veld ontbreekt.", "dit veld, ingevuld"],
  [
    "unknown-key",
    [...ONE, "nota"],
    "x",
    "Dit veld bestaat niet.",
    "alleen velden uit docs/directory.md; kijk na of je het goed schreef",
  ],
  ["wrong-value: a choice", [...ONE, "recipient", "kind"], "cpas", "Deze waarde kan hier niet.", '"ocmw" of "caw"'],
  [
    "wrong-value: a block or null",
    [...ONE, "recipient", "phone"],
    "089",
    "Deze waarde kan hier niet.",
    "een blok tussen { en }, of null",
  ],
  ["empty-list", [...ONE, "places"], [], "Deze lijst is leeg.", "minstens één waarde"],
  [
    "text",
    [...ONE, "purpose"],
    " x",
    "Deze tekst kan niet.",
    "1 tot 1000 tekens in gewone letters, zonder spaties voor of achter en zonder onzichtbare tekens",
  ],
  [
    "id",
    [...ONE, "id"],
    "Dorp",
    "Deze id kan niet.",
    "kleine letters, cijfers en streepjes, hoogstens 60, zoals opgroeien-ocmw-bree",
  ],
  [
    "email",
    [...ONE, "recipient", "mailbox"],
    "dorp",
    "Dit is geen e-mailadres.",
    "een e-mailadres zoals naam@gemeente.be",
  ],
  [
    "phone",
    [...ONE, "recipient", "phone", "number"],
    "089 12",
    "Dit telefoonnummer kan niet.",
    "een Belgisch nummer met landcode en zonder spaties, zoals +3289123456; geen betaalnummer (070, 077, 090)",
  ],
  [
    "mobile",
    [...ONE, "recipient", "mobile"],
    { number: "+3289123456", checkedOn: "2026-01-15" },
    "Dit gsm-nummer kan niet.",
    "een Belgisch gsm-nummer zonder spaties, zoals +32470123456",
  ],
  [
    "website",
    [...ONE, "published"],
    "http://x.example",
    "Dit webadres kan niet.",
    "een adres zoals https://www.bree.be",
  ],
  [
    "postcode",
    [...ONE, "places", 0, "postcode"],
    "0900",
    "Dit is geen Belgische postcode.",
    "vier cijfers, van 1000 tot 9999",
  ],
  [
    "date",
    [...ONE, "inForceFrom"],
    "2026-02-30",
    "Dit is geen datum die bestaat.",
    "een datum als JJJJ-MM-DD tussen aanhalingstekens, zoals 2026-11-24",
  ],
  ["number: months", [...ONE, "noticeMonths"], 61, "Dit getal kan niet.", "een geheel getal van 1 tot 60"],
  ["number: serial", ["serial"], 0, "Dit getal kan niet.", "een geheel getal van 1 tot 999999"],
  [
    "date-order: end",
    [...ONE, "ended"],
    { on: "2024-03-01", reason: "x" },
    "Deze datum past niet bij een andere datum.",
    "later dan inForceFrom, 2024-03-01",
  ],
  [
    "date-order: agreement",
    [...ONE, "agreementDate"],
    "2026-11-25",
    "Deze datum past niet bij een andere datum.",
    "niet later dan issued, 2026-11-24",
  ],
  [
    "agency-itself",
    [...ONE, "recipient", "mailbox"],
    "dpo@agentschap.example",
    "Dit is van het agentschap zelf.",
    "de mailbox van de ontvanger",
  ],
  [
    "name",
    [...ONE, "recipient", "localName"],
    "- Sociaal huis",
    "Deze naam kan niet.",
    "1 tot 150 tekens in gewone letters; de naam begint met een letter of cijfer",
  ],
  [
    "email in disguise",
    [...ONE, "recipient", "mailbox"],
    "hulp@xn--drp-1na.example",
    "Dit is geen e-mailadres.",
    "een e-mailadres zoals naam@gemeente.be, zonder xn-- in het domein",
  ],
  [
    "website in disguise",
    [...ONE, "published"],
    "https://xn--drp-1na.example/protocol",
    "Dit webadres kan niet.",
    "een adres zoals https://www.bree.be, zonder xn-- in het domein",
  ],
  [
    "website in capitals",
    [...ONE, "published"],
    "https://www.Dorp1.example/Protocol",
    "Dit webadres kan niet.",
    "een adres zoals https://www.bree.be, met kleine letters",
  ],
  [
    "website with a port",
    [...ONE, "published"],
    "https://www.dorp1.example:443/Protocol",
    "Dit webadres kan niet.",
    "een adres zoals https://www.bree.be, zonder poort",
  ],
  ["team-unknown", [...ONE, "team"], "x", "Dit team staat niet in agency.teams.", "een van de teams die daar staan"],
  [
    "demo-address",
    [...ONE, "recipient", "dpo"],
    "dpo@dorp.be",
    "Dit adres past niet bij deze soort lijst.",
    "een adres dat eindigt op .example, want dit is een demolijst",
  ],
  [
    "field-needed",
    [...ONE, "data", 0, "fields"],
    ["firstName"],
    "Een gegeven dat nodig is, staat er niet bij.",
    "ook lastName (naam)",
  ],
  [
    "no-way-of-contact",
    [...ONE, "data", 1, "fields"],
    ["street", "houseNumber", "postcode", "municipality"],
    "Zo kan niemand de cliënt bereiken.",
    "ook phone (telefoon) of email (e-mail)",
  ],
  [
    "place",
    [...ONE, "places", 0, "localities"],
    ["Dorp 1", "-"],
    "Deze plaatsnaam kan niet.",
    "gewone letters, cijfers, spaties, streepjes, apostroffen en punten, met minstens één letter",
  ],
  [
    "own-name-not-a-locality",
    [...ONE, "places", 0, "localities"],
    ["Gehucht"],
    "De gemeente staat zelf niet bij haar plaatsnamen.",
    "ook “Dorp 1” in de lijst",
  ],
  [
    "field-twice",
    [...ONE, "data", 0, "fields"],
    ["firstName", "lastName", "firstName"],
    "Dit gegeven staat er twee keer.",
    "elk gegeven één keer in dit protocol",
  ],
  [
    "id-twice",
    ["protocols"],
    [sampleProtocol(1), sampleProtocol(2, { id: "dorp-1" })],
    "Deze id bestaat al.",
    "een andere id dan die van protocols[0]",
  ],
  [
    "mailbox-twice",
    ["protocols"],
    [sampleProtocol(1), changed(sampleProtocol(2), ["recipient", "mailbox"], "sociaalhuis@dorp1.example")],
    "Deze mailbox is al die van een andere ontvanger.",
    "een eigen mailbox; protocols[0] (OCMW Dorp 1) heeft deze al",
  ],
  [
    "place-twice",
    ["protocols"],
    [sampleProtocol(1), changed(sampleProtocol(2), ["places"], sampleProtocol(1)["places"] ?? null)],
    "Voor deze plaats geldt op hetzelfde moment nog een protocol.",
    "een plaats in één protocol; ze staat ook in protocols[0].places[0].localities[0]",
  ],
  [
    "place-twice: in one protocol",
    [...ONE, "places", 0, "localities"],
    ["Dorp 1", "Dorp-1"],
    "Deze plaatsnaam staat er twee keer in dit protocol.",
    "elke plaatsnaam één keer; ze staat ook in protocols[0].places[0].localities[0]",
  ],
  [
    "issued-in-future",
    ["issued"],
    "2026-11-26",
    "De dag van uitgave ligt in de toekomst.",
    "vandaag, 2026-11-25, of vroeger",
  ],
  ["expired", ["validUntil"], "2026-11-24", "Deze lijst is niet meer geldig.", "een dag vanaf vandaag, 2026-11-25"],
])("says in Dutch: %s", async (name, path, value, wrong, wanted) => {
  const file = changed(name === "expired" ? changed(FILE, ["issued"], "2026-11-23") : FILE, path, value);
  const { code, said, complained } = await check(Object(file));
  const [count, block] = complained.split("\n\n");
  expect({ code, said, count }).toEqual({ code: 1, said: "", count: "lijst.json: 1 fout" });
  expect(block?.split("\n").slice(1, 3)).toEqual([`   ${wrong}`, `   Verwacht: ${wanted}.`]);
});

const [NAME, PLACE, TEXT] = [
  [...ONE, "recipient", "localName"],
  [...ONE, "places", 0, "localities", 1],
  [...ONE, "purpose"],
];

test.each<[readonly (string | number)[], string, string]>([
  [NAME, "OCMW\u00a0Dorp", "Deze naam kan niet: teken 5 is een vaste spatie (U+00A0)."],
  [NAME, "OCMW\nDorp", "Deze naam kan niet: teken 5 is een regeleinde (U+000A)."],
  [NAME, "OC\u200bMW", "Deze naam kan niet: teken 3 is een teken dat niet te zien is (U+200B)."],
  [PLACE, "Do\u0440p", "Deze plaatsnaam kan niet: teken 3 is een letter uit een ander schrift (U+0440)."],
  [PLACE, "Hoge\u2013Dorp", "Deze plaatsnaam kan niet: teken 5 is een ander streepje dan - (U+2013)."],
  [PLACE, "\u2018s Dorp", "Deze plaatsnaam kan niet: teken 1 is een ander teken dan de apostrof (U+2018)."],
  [PLACE, "Dorp (Noord)", "Deze plaatsnaam kan niet: teken 6 is “(” (U+0028)."],
  [PLACE, "D\uff4frp", "Deze plaatsnaam kan niet: teken 2 is een letter die op een andere lijkt (U+FF4F)."],
  [PLACE, "Cafe\u0301", "Deze plaatsnaam kan niet: teken 4 is een letter met een los accent (U+0301, NFD)."],
  [TEXT, "\u{1d400} Cafe\u0301", "Deze tekst kan niet: teken 1 is een letter uit een ander schrift (U+1D400)."],
  [TEXT, "Het cafe\u0301.", "Deze tekst kan niet: teken 8 is een letter met een los accent (U+0301, NFD)."],
  [TEXT, "Het doel.\u00a0", "Deze tekst kan niet: teken 10 is een vaste spatie (U+00A0)."],
  [TEXT, "Het doel. ", "Deze tekst kan niet."],
  [TEXT, "x".repeat(1001), "Deze tekst kan niet."],
])("names the sign for which it refuses %j %j", async (path, value, wrong) => {
  const { complained } = await check(Object(changed(FILE, path, value)));
  expect(complained.split("\n").filter((line) => /kan niet/.test(line))).toEqual([`   ${wrong}`]);
});

test("a directory that is not for trying out may not last for ever", async () => {
  const real: Json = JSON.parse(JSON.stringify(FILE).replaceAll(".example", ".test"));
  const { complained } = await check(Object(changed(changed(real, ["demo"], false), ["validUntil"], "2099-12-31")));
  expect(complained.split("\n").slice(3, 5)).toEqual([
    "   Deze lijst geldt te lang.",
    "   Verwacht: hoogstens 400 dagen na issued, 2026-11-24.",
  ]);
});

test("a key that stands there twice is an error, as only the last would count", async () => {
  const text = JSON.stringify(FILE, null, 2).replace(
    '"mailbox":',
    '"mailbox": "eerst@dorp1.example",\n        "mailbox":',
  );
  expect(await check(text)).toEqual({
    code: 1,
    said: "",
    complained: `lijst.json: 1 fout

1. Regel 38, protocols[0].recipient.mailbox (OCMW Dorp 1)
   Dit veld staat twee keer in hetzelfde blok.
   Verwacht: elk veld één keer; alleen het laatste zou tellen.
   Er staat: "sociaalhuis@dorp1.example"`,
  });
});

test.each([
  [
    '{\n  "version": 1\n  "serial": 2\n}',
    "regel 3, teken 3",
    "een komma of }. Ontbreekt er een komma aan het einde van de vorige regel?",
  ],
  [
    '{\n  "version": 1,\n}',
    "regel 3, teken 1",
    "de naam van een veld tussen aanhalingstekens. Staat er een komma te veel vóór?",
  ],
  ['{"a": [1 2]}', "regel 1, teken 10", "een komma of ]. Ontbreekt er een komma aan het einde van de vorige regel?"],
  ['{"a" 1}', "regel 1, teken 6", "een dubbele punt."],
  ['{"a": "b\n"}', "regel 1, teken 7", "een tekst die op dezelfde regel eindigt met een aanhalingsteken."],
  ['{"a": [1,]}', "regel 1, teken 10", "een waarde. Staat er een komma te veel vóór?"],
  ["{} x", "regel 1, teken 4", "het einde van het bestand."],
])("tells line and column of what is no JSON: %j", async (text, where, expected) => {
  expect(await check(text)).toEqual({
    code: 1,
    said: "",
    complained: `lijst.json, ${where}: hier klopt de vorm van het bestand niet. Verwacht: ${expected}`,
  });
});

test.each([
  ["", "is leeg"],
  ["\ufeff", "is leeg"],
  [" \n\t\r\n", "bevat alleen spaties en lege regels"],
])("says of %j what to do", async (text, what) => {
  expect(await check(text)).toEqual({
    code: 1,
    said: "",
    complained: `lijst.json ${what}: er staat geen lijst in. Zet de vorige lijst terug, of noem een ander bestand.`,
  });
});

test("all keys that do not exist are named, in the order of the file, with the other errors", async () => {
  const text = JSON.stringify(changed(FILE, ["protocols", 0, "noticeMonths"], 0), null, 2)
    .replace('"version":', '"versie": 1,\n  "a.b": 2,\n  "toString": 3,\n  "version":')
    .replace('"fields":', '"velden": 4,\n          "__proto__": { "x": 1 },\n          "fields":');
  const { code, complained } = await check(text);
  const [count, ...blocks] = complained.split("\n\n");
  expect([code, count]).toEqual([1, "lijst.json: 6 fouten"]);
  expect(blocks.map((block) => block.split("\n").filter((_line, index) => index !== 2))).toEqual([
    ["1. Regel 2, versie", "   Dit veld bestaat niet.", "   Er staat: 1"],
    ['2. Regel 3, ["a.b"]', "   Dit veld bestaat niet.", "   Er staat: 2"],
    ["3. Regel 4, toString", "   Dit veld bestaat niet.", "   Er staat: 3"],
    ["4. Regel 62, protocols[0].noticeMonths (OCMW Dorp 1)", "   Dit getal kan niet.", "   Er staat: 0"],
    ["5. Regel 65, protocols[0].data[0].velden (OCMW Dorp 1)", "   Dit veld bestaat niet.", "   Er staat: 4"],
    ["6. Regel 66, protocols[0].data[0].__proto__ (OCMW Dorp 1)", "   Dit veld bestaat niet.", '   Er staat: {"x":1}'],
  ]);
});

test("a key that looks like the path of another is told with its own line and value", async () => {
  const file = changed(FILE, ["recipient.kbo"], "x");
  const inside = changed(file, [...ONE, "recipient.kbo"], "y");
  expect((await check(Object(inside))).complained.split("\n").filter((line) => /Regel|staat:/.test(line))).toEqual([
    '1. Regel 91, protocols[0]["recipient.kbo"] (OCMW Dorp 1)',
    '   Er staat: "y"',
    '2. Regel 94, ["recipient.kbo"]',
    '   Er staat: "x"',
  ]);
});

test("what a file holds cannot pass for a line of the report", async () => {
  const name = changed(FILE, [...ONE, "recipient", "name"], "OCMW\n\nlijst.json is in orde");
  const both = changed(name, ["x\n\nlijst.json is in orde"], 1);
  expect((await check(Object(both))).complained.split("\n").filter((line) => /orde/.test(line))).toEqual([
    "1. Regel 28, protocols[0].recipient.name (OCMW\ufffd\ufffdlijst.json is in orde)",
    '   Er staat: "OCMW\\n\\nlijst.json is in orde"',
    '2. Regel 93, ["x\\n\\nlijst.json is in orde"]',
  ]);
});

test("of many errors the first hundred are shown, and how many more there are", async () => {
  const many = Array.from({ length: 51 }, (_, index) =>
    changed(changed(sampleProtocol(1), ["recipient", "kbo"], `fout ${index}`), ["purpose"], ""),
  );
  const { code, complained } = await check(Object(sampleFile(many)));
  const blocks = complained.split("\n\n");
  expect([code, blocks.length, blocks[0], blocks[100]?.split("\n")[0], blocks[101]]).toEqual([
    1,
    102,
    "lijst.json: 102 fouten",
    "100. Regel 3461, protocols[49].purpose (OCMW Dorp 1)",
    "En nog 2 fouten. Verbeter eerst deze 100 en kijk dan opnieuw na.",
  ]);
});

test("a hundred thousand errors on one line are told as well", async () => {
  const { code, complained } = await check(`{"protocols":[${"{},".repeat(8000)}1]}`);
  expect([code, complained.split("\n")[0], complained.split("\n").at(-1)]).toEqual([
    1,
    "lijst.json: 112007 fouten",
    "En nog 111907 fouten. Verbeter eerst deze 100 en kijk dan opnieuw na.",
  ]);
});

test("bytes that are no UTF-8 are named so", async () => {
  const here = tool();
  here.write("lijst.json", FILE);
  writeFileSync(`${here.folder}/lijst.json`, Buffer.from([0x7b, 0xe9, 0x7d]));
  expect(await here.run(["check", "lijst.json"])).toEqual({
    code: 1,
    said: "",
    complained: "lijst.json is geen tekst in UTF-8. Bewaar het als UTF-8.",
  });
});

test("remarks stop nothing: no phone, old numbers, nearly expired; ended protocols have none", async () => {
  const third = sampleProtocol(3, { ended: { on: "2026-11-25", reason: "Opgezegd." } });
  const file = sampleFile([
    changed(sampleProtocol(1), ["recipient", "phone"], null),
    changed(changed(sampleProtocol(2), ["recipient", "phone", "checkedOn"], "2025-11-24"), ["recipient", "mobile"], {
      number: "+32470000000",
      checkedOn: "2024-01-01",
    }),
    changed(third, ["recipient", "phone"], null),
    changed(sampleProtocol(4), ["recipient", "phone", "checkedOn"], "2025-11-25"),
  ]);
  expect(await check(Object(changed(file, ["validUntil"], "2026-12-25")))).toEqual({
    code: 0,
    said: `lijst.json is in orde: volgnummer 3, 4 protocollen, geldig tot en met 25 december 2026. Dit is een demolijst.

Opmerkingen:
- De lijst geldt tot en met 25 december 2026: nog 30 dagen. Zet validUntil later en teken opnieuw.
- OCMW Dorp 1: er is nog geen telefoonnummer. Neem het uit de samenwerkingsovereenkomst, nooit uit een mail.
- OCMW Dorp 2: het telefoonnummer is meer dan een jaar geleden nagekeken, op 24 november 2025.
- OCMW Dorp 2: het gsm-nummer is meer dan een jaar geleden nagekeken, op 1 januari 2024.`,
    complained: "",
  });
});

test("a mailbox at another domain than website and officer is worth a look, once, and while the protocol runs", async () => {
  const elsewhere = (number: number, changes: { [key: string]: Json } = {}): Json =>
    changed(sampleProtocol(number, changes), ["recipient", "mailbox"], `dorp${number}@post.example`);
  const second = changed(elsewhere(1), ["places", 0, "postcode"], "9101");
  const file = sampleFile([
    elsewhere(1),
    changed(second, ["id"], "dorp-1-nieuw"),
    changed(elsewhere(2), ["recipient", "dpo"], "dpo@it.POST.example"),
    changed(elsewhere(3), ["recipient", "website"], "https://www.post.example/dorp@post.example"),
    changed(elsewhere(4), ["recipient", "mailbox"], "hulp@ocmw.Dorp4.example"),
    elsewhere(5, { ended: { on: "2026-11-25", reason: "Opgezegd." } }),
    changed(elsewhere(6), ["recipient", "website"], "https://www.dorp6.example/wie@post.example"),
  ]);
  expect(await check(Object(file))).toEqual({
    code: 0,
    said: `lijst.json is in orde: volgnummer 3, 7 protocollen, geldig tot en met 23 november 2027. Dit is een demolijst.

Opmerkingen:
- OCMW Dorp 1: de mailbox dorp1@post.example hoort niet bij dorp1.example, het domein van de website, en ook niet bij dat van de functionaris. Kijk ze na met het ondertekende protocol ernaast.
- OCMW Dorp 6: de mailbox dorp6@post.example hoort niet bij dorp6.example, het domein van de website, en ook niet bij dat van de functionaris. Kijk ze na met het ondertekende protocol ernaast.`,
    complained: "",
  });
});

describe("after an earlier directory", () => {
  async function checkAfter(change: (file: Json) => Json): Promise<Seen> {
    const here = tool();
    const old = sampleFile([sampleProtocol(1), sampleProtocol(2)]);
    here.write("oud.json", old);
    here.write("lijst.json", Object(change(old)));
    return here.run(["check", "lijst.json", "--after", "oud.json"]);
  }

  test("the same content needs no higher serial", async () => {
    expect((await checkAfter((file) => file)).code).toBe(0);
  });

  test.each<[string, readonly [readonly (string | number)[], Json][], string]>([
    [
      "a change without a higher serial",
      [[["protocols", 0, "purpose"], "Anders."]],
      `1. Regel 3, serial
   Er is iets gewijzigd, maar het volgnummer is hetzelfde gebleven.
   Verwacht: minstens 4.
   Er staat: 3`,
    ],
    [
      "a lower serial",
      [[["serial"], 2]],
      `1. Regel 3, serial
   Het volgnummer is lager dan in de vorige lijst.
   Verwacht: minstens 4; toestellen weigeren een lager nummer.
   Er staat: 2`,
    ],
    [
      "an earlier day of issue",
      [
        [["serial"], 4],
        [["issued"], "2026-11-23"],
      ],
      `1. Regel 4, issued
   De dag van uitgave is vroeger dan in de vorige lijst.
   Verwacht: 2026-11-24 of later.
   Er staat: "2026-11-23"`,
    ],
  ])("refuses %s", async (_name, changes, block) => {
    const seen = await checkAfter((file) =>
      changes.reduce<Json>((at, [path, value]) => changed(at, path, value), file),
    );
    expect(seen).toEqual({ code: 1, said: "", complained: `lijst.json: 1 fout\n\n${block}` });
  });

  test("says which protocol is no longer there", async () => {
    const seen = await checkAfter((file) => changed(changed(file, ["serial"], 4), ["protocols", 1], undefined));
    expect(seen).toEqual({
      code: 0,
      said: `${IN_ORDER.replace("volgnummer 3", "volgnummer 4")}

Opmerkingen:
- OCMW Dorp 2 (dorp-2) stond in de vorige lijst en nu niet meer. Is het protocol beëindigd, laat het dan staan en vul ended in.`,
      complained: "",
    });
  });

  test.each([
    [103, ""],
    [
      104,
      "\n\nOpmerkingen:\n- Het volgnummer springt van 3 naar 104; 1 erbij is genoeg. Een toestel dat 104 gezien heeft, weigert voorgoed elk lager nummer.",
    ],
  ])("a serial that goes from 3 to %d", async (serial, remark) => {
    expect(await checkAfter((file) => changed(file, ["serial"], serial))).toEqual({
      code: 0,
      said: `lijst.json is in orde: volgnummer ${serial}, 2 protocollen, geldig tot en met 23 november 2027. Dit is een demolijst.${remark}`,
      complained: "",
    });
  });

  test("an earlier directory with errors is no measure", async () => {
    const here = tool();
    here.write("oud.json", { version: 1 });
    expect(await here.run(["check", "--after", "oud.json"])).toEqual({
      code: 1,
      said: "",
      complained:
        "oud.json, de lijst van vroeger, volgt de regels van nu niet: vergelijken gaat niet (waarom: npm run directory -- check oud.json). Is het de juiste lijst, leg dan beide lijsten naast elkaar, kijk zelf na of serial verhoogd is, en teken zonder --after.",
    });
  });
});
