import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { removeTools, type Seen, type Tool, tool } from "./tool.ts";

afterAll(removeTools);

const TITLES =
  "id;team;soort;naam;plaatselijke naam;KBO-nummer;straat;huisnummer;postcode;gemeente;mailbox;telefoon;telefoon nagekeken op;gsm;gsm nagekeken op;Teams-adres;DPO;website;plaatsen;van kracht vanaf;overeenkomst van;opzegtermijn in maanden;gepubliceerd op";
const TEAM = "lokaal team Voorbeeldland";

/** A row that is right; `changes` by title. */
function row(number: number, changes: { readonly [title: string]: string } = {}): string {
  const cells: { [title: string]: string } = {
    id: `oefen-${number}`,
    team: TEAM,
    soort: "OCMW",
    naam: `OCMW Oefen ${number}`,
    "plaatselijke naam": `Sociaal huis Oefen ${number}`,
    "KBO-nummer": kbo(number),
    straat: "Dorp",
    huisnummer: "1",
    postcode: "9990",
    gemeente: `Oefen ${number}`,
    mailbox: `onthaal@oefen${number}.example`,
    DPO: `dpo@oefen${number}.example`,
    website: `https://www.oefen${number}.example`,
    plaatsen: `999${number} Oefen ${number} (Oefen ${number})`,
    "van kracht vanaf": "2025-01-01",
    "overeenkomst van": "2025-02-01",
    ...changes,
  };
  return TITLES.split(";")
    .map((title) => cells[title] ?? "")
    .join(";");
}

function kbo(number: number): string {
  const eight = `0998000${number}`;
  return `0998000${number}${String(97 - (Number(eight) % 97)).padStart(2, "0")}`;
}

function withDemo(): Tool {
  const here = tool();
  here.write("protocols/directory.json", readFileSync("protocols/demo/directory.json", "utf8"));
  return here;
}

async function importing(csv: string, here = withDemo(), ...args: readonly string[]): Promise<Seen> {
  writeFileSync(join(here.folder, "nieuw.csv"), csv);
  return here.run(["import", "nieuw.csv", "--like", "demo-ocmw-voorbeeldgem", ...args]);
}

/** The lines about errors, after making sure that nothing was written. */
async function refused(csv: string): Promise<readonly string[]> {
  const here = withDemo();
  const before = here.read("protocols/directory.json");
  const { code, said, complained } = await importing(csv, here);
  expect({ code, said, file: here.read("protocols/directory.json") }).toEqual({ code: 1, said: "", file: before });
  const [count, lines = ""] = complained.split("\n\n");
  const found = lines.split("\n");
  expect(count).toBe(`nieuw.csv: ${found.length} ${found.length === 1 ? "fout" : "fouten"}. Er is niets gewijzigd.`);
  return found;
}

test("adds every row, with the template's texts in the new recipient's name", async () => {
  const here = withDemo();
  const before = JSON.parse(here.read("protocols/directory.json"));
  const full = row(2, {
    soort: "caw",
    naam: '"CAW ""De Oefening"""',
    telefoon: "089 12 34 56",
    "telefoon nagekeken op": "3/11/2026",
    gsm: "+32470123456",
    "gsm nagekeken op": "2026-11-04",
    "Teams-adres": "onthaal@oefen2.example",
    plaatsen: '"9992 Oefen 2 (Oefen 2, Sint-Oefen)|\n9993 Oefen 2 ( Oefen 2 )"',
    "van kracht vanaf": "1/03/2025",
    "opzegtermijn in maanden": "3",
    "gepubliceerd op": "https://www.oefen2.example/protocol",
  });
  const seen = await importing(`\ufeff${TITLES}\r\n${row(1)}\r\n\r\n;;;;;;;;;;;;;;;;;;;;;;\r\n${full}\r\n`, here);
  expect(seen).toEqual({
    code: 0,
    said: `Toegevoegd: 2 protocollen
- OCMW Oefen 1 (oefen-1): 9991 Oefen 1 (Oefen 1)
- CAW "De Oefening" (oefen-2): 9992 Oefen 2 (Oefen 2, Sint-Oefen)| 9993 Oefen 2 ( Oefen 2 )
Opmerking: CAW "De Oefening" is van een andere soort dan demo-ocmw-voorbeeldgem. Kijk de teksten na.

protocols/directory.json heeft nu volgnummer ${before.serial + 1}. Kijk het na met diff en teken daarna.`,
    complained: "",
  });
  const after = JSON.parse(here.read("protocols/directory.json"));
  const [template] = before.protocols;
  const renamed = (text: string): string => text.replaceAll("OCMW Voorbeeldgem", 'CAW "De Oefening"');
  expect({ ...after, protocols: after.protocols.slice(0, -2) }).toEqual({
    ...before,
    serial: before.serial + 1,
    issued: "2026-11-25",
  });
  expect(after.protocols.at(-1)).toEqual({
    id: "oefen-2",
    team: TEAM,
    recipient: {
      kind: "caw",
      name: 'CAW "De Oefening"',
      localName: "Sociaal huis Oefen 2",
      kbo: kbo(2).replace(/^(....)(...)/, "$1.$2."),
      address: { street: "Dorp", houseNumber: "1", postcode: "9990", municipality: "Oefen 2" },
      mailbox: "onthaal@oefen2.example",
      phone: { number: "+3289123456", checkedOn: "2026-11-03" },
      mobile: { number: "+32470123456", checkedOn: "2026-11-04" },
      teams: "onthaal@oefen2.example",
      dpo: "dpo@oefen2.example",
      website: "https://www.oefen2.example",
    },
    places: [
      { postcode: "9992", municipality: "Oefen 2", localities: ["Oefen 2", "Sint-Oefen"] },
      { postcode: "9993", municipality: "Oefen 2", localities: ["Oefen 2"] },
    ],
    inForceFrom: "2025-03-01",
    agreementDate: "2025-02-01",
    ended: null,
    noticeMonths: 3,
    data: template.data,
    purpose: renamed(template.purpose),
    legalBasis: template.legalBasis,
    retention: template.retention.map(renamed),
    recipientCategories: template.recipientCategories,
    published: "https://www.oefen2.example/protocol",
  });
  // What it wrote needs no other hand: in order, and laid out as the project's files are.
  expect((await here.run(["check", "--after", "oud.json"])).complained).toContain("oud.json kan niet gelezen worden");
  expect((await here.run(["check"])).code).toBe(0);
});

test("what was there keeps its layout to the letter", async () => {
  const here = withDemo();
  const before = here.read("protocols/directory.json").split("\n");
  await importing(`${TITLES}\n${row(1)}\n`, here);
  const after = here.read("protocols/directory.json").split("\n");
  const kept = before.slice(4, -4);
  expect(after.slice(4, 4 + kept.length)).toEqual(kept);
});

test("a trial writes nothing", async () => {
  const here = withDemo();
  const before = here.read("protocols/directory.json");
  expect(await importing(`${TITLES}\n${row(1)}`, here, "--dry-run")).toEqual({
    code: 0,
    said: `Zou toevoegen: 1 protocol
- OCMW Oefen 1 (oefen-1): 9991 Oefen 1 (Oefen 1)

Dit was een proef: protocols/directory.json is niet gewijzigd.`,
    complained: "",
  });
  expect(here.read("protocols/directory.json")).toBe(before);
});

test.each([
  [",", "9991 Oefen 1 (Oefen 1)"],
  ["\t", "9991 Oefen 1 (Oefen 1)"],
])("takes the separator of the titles: %j", async (separator, places) => {
  const csv = `${TITLES}\n${row(1, { plaatsen: places })}`.replaceAll(";", separator);
  expect((await importing(csv)).code).toBe(0);
});

test.each([
  ["sep=;\n", ";"],
  ["SEP=;\r\n", ";"],
  ["sep=,\n", ","],
  ["sep=\t\n", "\t"],
  ["sep=#\n", "#"],
  ["\ufeffsep=;\n", ";"],
  ['"sep=;"\n', ";"],
  ["sep=;;;;;\n", ";"],
])("takes the separator that the first line names: %j", async (first, separator) => {
  const csv = `${TITLES}\n${row(1)}`.replaceAll(";", separator);
  expect((await importing(`${first}${csv}`)).code).toBe(0);
  expect(await refused(`${first}${csv.replace("onthaal@oefen1.example", "onthaal")}`)).toEqual([
    'Regel 3. mailbox: Dit is geen e-mailadres. Verwacht: een e-mailadres zoals naam@gemeente.be. Er staat: "onthaal"',
  ]);
});

test.each([
  "089 12 34 56",
  "(089) 12 34 56",
  "089/12.34.56",
  "089-12-34-56",
  "+32 89 12 34 56",
  "+32 (0)89 12 34 56",
  "+32(0)89123456",
  "0032 (0) 89 12 34 56",
  "00 32 (0)89/12 34 56",
])("a phone number may be written as people do: %s", async (telefoon) => {
  const here = withDemo();
  const { code } = await importing(`${TITLES}\n${row(1, { telefoon, "telefoon nagekeken op": "2026-11-03" })}`, here);
  const { recipient } = JSON.parse(here.read("protocols/directory.json")).protocols.at(-1);
  expect([code, recipient.phone]).toEqual([0, { number: "+3289123456", checkedOn: "2026-11-03" }]);
});

test.each(["$&", "$'", "$`", "$1", "$$"])("a name is put in the texts as it is: %s", async (signs) => {
  const here = withDemo();
  const naam = `OCMW ${signs}x`;
  expect((await importing(`${TITLES}\n${row(1, { naam })}`, here)).code).toBe(0);
  const { protocols } = JSON.parse(here.read("protocols/directory.json"));
  const { purpose, recipient } = protocols.at(-1);
  expect([recipient.name, purpose]).toEqual([naam, protocols[0].purpose.split("OCMW Voorbeeldgem").join(naam)]);
  expect(purpose).toContain(naam);
});

test("every error of every row is told, by line, in one go", async () => {
  const csv = [
    TITLES,
    row(1, { "KBO-nummer": "0212.243.721", mailbox: "onthaal" }),
    "",
    row(2, { naam: '"OCMW\nOefen 2"' }),
    row(3, { plaatsen: "9993 Oefen 3" }),
    row(4, { plaatsen: "9901 Voorbeeldgem (Voorbeeldgem)" }),
    row(5, { id: "demo-ocmw-proefstad", telefoon: "+3289000000" }),
    row(6, { "van kracht vanaf": "31/02/2025" }),
  ].join("\n");
  expect(await refused(csv)).toEqual([
    'Regel 2. KBO-nummer: Dit KBO-nummer klopt niet. Verwacht: tien cijfers, met of zonder punten, zoals 0212.243.720; de laatste twee zijn een controlegetal. Er staat: "0212.243.721"',
    'Regel 2. mailbox: Dit is geen e-mailadres. Verwacht: een e-mailadres zoals naam@gemeente.be. Er staat: "onthaal"',
    'Regel 4. naam: Deze naam kan niet: teken 5 is een regeleinde (U+000A). Verwacht: 1 tot 150 tekens in gewone letters; de naam begint met een letter of cijfer. Er staat: "OCMW\\nOefen 2"',
    "Regel 6. plaatsen: “9993 Oefen 3” is geen plaats. Schrijf ze zo: 3960 Bree (Bree, Beek) | 3961 Dorp (Dorp).",
    'Regel 7. plaatsen: Voor deze plaats geldt op hetzelfde moment nog een protocol. Verwacht: een plaats in één protocol; ze staat ook in OCMW Voorbeeldgem (demo-ocmw-voorbeeldgem). Er staat: "Voorbeeldgem"',
    "Regel 8. telefoon nagekeken op: Vul in wanneer het nummer nagekeken is.",
    'Regel 9. van kracht vanaf: Dit is geen datum die bestaat. Verwacht: een datum die bestaat, zoals 2026-11-24 of 24/11/2026. Er staat: "31/02/2025"',
  ]);
});

test("lines are counted as a text editor does, whatever they end with and also between quotes", async () => {
  const csv = `${TITLES}\r\n${row(1, { naam: '"OCMW\r\nOefen"' })}\r${row(2, { naam: '"OCMW\nOefen"' })}\n${row(3, { mailbox: "x" })}`;
  expect((await refused(csv)).map((line) => line.split(":")[0])).toEqual([
    "Regel 2. naam",
    "Regel 4. naam",
    "Regel 6. mailbox",
  ]);
});

test("of many errors the first hundred are shown, and how many more there are", async () => {
  const rows = Array.from({ length: 102 }, () => row(1, { mailbox: "x", "KBO-nummer": "x" }));
  const { code, said, complained } = await importing([TITLES, ...rows].join("\n"));
  const [count, lines = "", more] = complained.split("\n\n");
  expect([code, said, count, lines.split("\n").length, lines.split("\n").at(-1)?.slice(0, 22), more]).toEqual([
    1,
    "",
    "nieuw.csv: 204 fouten. Er is niets gewijzigd.",
    100,
    "Regel 51. mailbox: Dit",
    "En nog 104 fouten. Verbeter eerst deze 100 en kijk dan opnieuw na.",
  ]);
});

test("what two rows have in common is told with the line of the other", async () => {
  const same = { mailbox: "onthaal@oefen1.example", plaatsen: "9991 Oefen 1 (Oefen 1)", id: "oefen-1" };
  expect(await refused(`${TITLES}\n${row(1)}\n\n${row(2, same)}\n${row(3, { id: "demo-ocmw-proefstad" })}`)).toEqual([
    'Regel 4. id: Deze id bestaat al. Verwacht: een andere id dan die van regel 2 (OCMW Oefen 1). Er staat: "oefen-1"',
    'Regel 4. mailbox: Deze mailbox is al die van een andere ontvanger. Verwacht: een eigen mailbox; regel 2 (OCMW Oefen 1) heeft deze al. Er staat: "onthaal@oefen1.example"',
    'Regel 4. plaatsen: Voor deze plaats geldt op hetzelfde moment nog een protocol. Verwacht: een plaats in één protocol; ze staat ook in regel 2 (OCMW Oefen 1). Er staat: "Oefen 1"',
    'Regel 5. id: Deze id bestaat al. Verwacht: een andere id dan die van OCMW Proefstad (demo-ocmw-proefstad). Er staat: "demo-ocmw-proefstad"',
  ]);
});

test.each<[string, { readonly [title: string]: string }, string]>([
  [
    "a phone number, in the forms that the table may have",
    { telefoon: "070 12 34 56", "telefoon nagekeken op": "2026-11-03" },
    'telefoon: Dit telefoonnummer kan niet. Verwacht: een Belgisch nummer, zoals 089 12 34 56 of +32 89 12 34 56; geen betaalnummer (070, 077, 090). Er staat: "070 12 34 56"',
  ],
  [
    "a mobile number, in the forms that the table may have",
    { gsm: "089 12 34 56", "gsm nagekeken op": "2026-11-03" },
    'gsm: Dit gsm-nummer kan niet. Verwacht: een Belgisch gsm-nummer, zoals 0470 12 34 56 of +32 470 12 34 56. Er staat: "089 12 34 56"',
  ],
  [
    "a mobile number without a date",
    { gsm: "0470123456" },
    "gsm nagekeken op: Vul in wanneer het nummer nagekeken is.",
  ],
  [
    "a date without a number",
    { "telefoon nagekeken op": "2026-11-03" },
    "telefoon: Vul het nummer in, of laat ook de datum leeg.",
  ],
  [
    "a date of America, as it stands in the cell",
    { "overeenkomst van": "3/13/2024" },
    'overeenkomst van: Dit is geen datum die bestaat. Verwacht: een datum die bestaat, zoals 2026-11-24 of 24/11/2026. Er staat: "3/13/2024"',
  ],
  [
    "nine digits that are no number without their zero",
    { "KBO-nummer": "212243721" },
    'KBO-nummer: Dit KBO-nummer klopt niet. Verwacht: tien cijfers, met of zonder punten, zoals 0212.243.720; de laatste twee zijn een controlegetal. Er staat: "212243721"',
  ],
  [
    "a mailbox that another recipient of the list has",
    { mailbox: "onthaal@voorbeeldgem.example" },
    'mailbox: Deze mailbox is al die van een andere ontvanger. Verwacht: een eigen mailbox; OCMW Voorbeeldgem (demo-ocmw-voorbeeldgem) heeft deze al. Er staat: "onthaal@voorbeeldgem.example"',
  ],
  [
    "a place twice in one row",
    { plaatsen: "9991 Oefen 1 (Oefen 1, Oefen-1)" },
    'plaatsen: Deze plaatsnaam staat er twee keer in dit protocol. Verwacht: elke plaatsnaam één keer; ze staat ook in regel 2 (OCMW Oefen 1). Er staat: "Oefen-1"',
  ],
])("asks in words of its own for %s", async (_name, changes, text) => {
  expect(await refused(`${TITLES}\n${row(1, changes)}`)).toEqual([`Regel 2. ${text}`]);
});

test("of a KBO number that is another recipient's it is told whose, and what differs", async () => {
  const same = { naam: "OCMW Oefen 1", "KBO-nummer": kbo(1) };
  expect(await refused(`${TITLES}\n${row(1)}\n${row(2, same)}`)).toEqual([
    'Regel 3. mailbox: Dit KBO-nummer is al dat van een andere ontvanger. Verwacht: hetzelfde als in regel 2 (OCMW Oefen 1), “onthaal@oefen1.example”, of een ander KBO-nummer. Er staat: "onthaal@oefen2.example"',
  ]);
});

test.each(["0212243720", "0212.243.720", "212243720", "212.243.720"])(
  "a KBO number may lack its dots, and the zero that Excel drops: %s",
  async (number) => {
    const here = withDemo();
    expect((await importing(`${TITLES}\n${row(1, { "KBO-nummer": number })}`, here)).complained).toBe("");
    expect(JSON.parse(here.read("protocols/directory.json")).protocols.at(-1).recipient.kbo).toBe("0212.243.720");
  },
);

test("what a word processor makes of spaces, hyphens and apostrophes is undone in names, and capitals in a host", async () => {
  const here = withDemo();
  const changes = {
    team: TEAM.replaceAll(" ", "\u00a0"),
    naam: "OCMW\u00a0\u2018s-Oefen",
    straat: "Sint\u2011Jansstraat",
    huisnummer: "1\u20133",
    plaatsen: "9991\u00a0Oefen\u2010Dorp\u00a0(Oefen\u2013Dorp,\u00a0\u2018s\u00a0Oefen)",
    website: "HTTPS://WWW.Oefen1.Example/Protocol",
    "gepubliceerd op": "https://Oefen1.EXAMPLE",
  };
  const seen = await importing(`${TITLES}\n${row(1, changes)}`, here);
  expect(seen.complained).toBe("");
  expect(seen.said).toContain("- OCMW \u2019s-Oefen (oefen-1): 9991 Oefen-Dorp (Oefen-Dorp, \u2019s Oefen)");
  const { team, recipient, places, published } = JSON.parse(here.read("protocols/directory.json")).protocols.at(-1);
  const { name, address, website } = recipient;
  expect({ team, name, street: address.street, houseNumber: address.houseNumber, website, places, published }).toEqual({
    team: TEAM,
    name: "OCMW \u2019s-Oefen",
    street: "Sint-Jansstraat",
    houseNumber: "1-3",
    website: "https://www.oefen1.example/Protocol",
    places: [{ postcode: "9991", municipality: "Oefen-Dorp", localities: ["Oefen-Dorp", "\u2019s Oefen"] }],
    published: "https://oefen1.example",
  });
});

test("a directory that is about to end is not added to", async () => {
  const here = tool("2099-12-31");
  here.write("protocols/directory.json", readFileSync("protocols/demo/directory.json", "utf8"));
  expect((await importing(`${TITLES}\n${row(1)}`, here)).complained).toBe(
    "protocols/directory.json is niet lang genoeg meer geldig. Zet eerst validUntil later.",
  );
});

test.each<[string, string, readonly string[]]>([
  ["an empty file", "", ["Regel 1. Het bestand is leeg."]],
  ["empty lines alone", "\n;;\n\n", ["Regel 1. Het bestand is leeg."]],
  ["titles alone", `${TITLES}\n`, ["Regel 1. Onder de titels staat geen enkel protocol."]],
  [
    "titles that are wrong, missing and twice",
    `${TITLES.replace("mailbox", "e-mail").replace("gsm;", "ID;")}\n${row(1)}`,
    [
      "Regel 1. De kolom “e-mail” bestaat niet.",
      "Regel 1. De kolom “ID” staat er twee keer.",
      "Regel 1. De kolom “mailbox” ontbreekt.",
    ],
  ],
  [
    "a title that would pass for a line of the tool",
    `${TITLES};"x\nRegel 9. y"\n${row(1)};`,
    ["Regel 1. De kolom “x\ufffdRegel 9. y” bestaat niet."],
  ],
  [
    "a row with another number of columns",
    `${TITLES}\n${row(1)};x\n${row(2)}`,
    ["Regel 2. Hier staan 24 kolommen, bovenaan 23. Zet een waarde met dat teken erin tussen aanhalingstekens."],
  ],
  [
    "a quote that does not close",
    `${TITLES}\n${row(1)}\n${row(2, { naam: '"OCMW' })}\n`,
    ["Regel 3. Een aanhalingsteken staat verkeerd: het opent een waarde en wordt niet gesloten, of staat er middenin."],
  ],
])("refuses %s", async (_name, csv, lines) => {
  expect(await refused(csv)).toEqual(lines);
});

test("Excel's ordinary CSV, which is no UTF-8, is told how to be saved", async () => {
  const here = withDemo();
  writeFileSync(
    join(here.folder, "oud.csv"),
    Buffer.from(`${TITLES}\n${row(1, { straat: "Caf\u00e9straat" })}`, "latin1"),
  );
  expect((await here.run(["import", "oud.csv", "--like", "demo-ocmw-voorbeeldgem"])).complained).toBe(
    "oud.csv is geen tekst in UTF-8. Kies in Excel bij Opslaan als: CSV UTF-8.",
  );
});

test("an unknown template, and a file that cannot take the place of the old", async () => {
  const here = withDemo();
  writeFileSync(join(here.folder, "nieuw.csv"), `${TITLES}\n${row(1)}`);
  expect((await here.run(["import", "nieuw.csv", "--like", "weg"])).complained).toBe(
    "In protocols/directory.json staat geen protocol met de id weg.",
  );
});

test("what cannot be written is not said to be added", async () => {
  const here = withDemo();
  const into = `${"lijst".repeat(50)}.json`; // A name that leaves no room for that of a temporary file beside it.
  here.write(into, here.read("protocols/directory.json"));
  expect(await importing(`${TITLES}\n${row(1)}`, here, "--into", into)).toEqual({
    code: 1,
    said: "",
    complained: `${into} kan niet geschreven worden: het systeem weigert (ENAMETOOLONG). Er is niets gewijzigd.`,
  });
});
