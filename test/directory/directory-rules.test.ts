import { parseDirectory } from "../../src/directory/parse-directory.ts";
import { changed, fullFile, type Json, sampleFile, sampleProtocol, sampleRecipient } from "./sample-directory.ts";

const ONE = ["protocols", 0] as const;
const DEMO = "an address under .example, as this is a demo";
const NO_DEMO = "no address under .example, as this is no demo";

/** A file in which every address that may be `null` is there. */
const FILE = changed(fullFile(), [...ONE, "ended"], null);
/** The same with addresses that are not of an example. */
const REAL = changed(JSON.parse(JSON.stringify(FILE).replaceAll(".example", ".test")), ["demo"], false);

test.each([
  ["the demo", FILE],
  ["the file of real places", REAL],
])("%s that the tests change is accepted", (_name, file) => {
  const read = parseDirectory(file);
  expect(read.ok ? [] : read.issues).toEqual([]);
});

test.each<[string, readonly (string | number)[], Json | undefined, string, string, string]>([
  [
    "a validity that ends on the day of issue",
    ["validUntil"],
    "2026-11-24",
    "validUntil",
    "date-order",
    "after the file was issued, 2026-11-24",
  ],
  [
    "a validity that ended before the issue",
    ["validUntil"],
    "2025-11-24",
    "validUntil",
    "date-order",
    "after the file was issued, 2026-11-24",
  ],
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
    [...ONE, "data", 1, "fields", 6],
    "firstName",
    "protocols[0].data[1].fields[6]",
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
  [
    "a mobile number checked after the file was issued",
    [...ONE, "recipient", "mobile", "checkedOn"],
    "2026-11-25",
    "protocols[0].recipient.mobile.checkedOn",
    "date-order",
    "not after the file was issued, 2026-11-24",
  ],
  [
    "a team that the agency does not name",
    [...ONE, "team"],
    "lokaal team dorpenland",
    "protocols[0].team",
    "team-unknown",
    "one of agency.teams",
  ],
  ...[
    ["legalBasis", "protocols[0].legalBasis[2]", [...ONE, "legalBasis"]] as const,
    ["retention", "protocols[0].retention[2]", [...ONE, "retention"]] as const,
    ["recipientCategories", "protocols[0].recipientCategories[2]", [...ONE, "recipientCategories"]] as const,
    ["teams", "agency.teams[2]", ["agency", "teams"]] as const,
  ].map(([name, at, path]): [string, readonly (string | number)[], Json, string, string, string] => [
    `the same line twice in ${name}`,
    path,
    ["lokaal team Dorpenland", "Ander", "lokaal team Dorpenland"],
    at,
    "line-twice",
    "each line once",
  ]),
  [
    "a recipient with the agency's own KBO number",
    [...ONE, "recipient", "kbo"],
    kboOfAgency(),
    "protocols[0].recipient.kbo",
    "agency-itself",
    "another party than the agency",
  ],
  [
    "a mailbox that is the agency's own data protection officer's",
    [...ONE, "recipient", "mailbox"],
    "DPO@agentschap.example",
    "protocols[0].recipient.mailbox",
    "agency-itself",
    "another address than agency.dpo",
  ],
])("refuses %s", (_name, path, value, at, reason, expected) => {
  expect(parseDirectory(changed(FILE, path, value))).toEqual({ ok: false, issues: [{ path: at, reason, expected }] });
});

test("a directory is valid for 400 days at most; a demo, which leads to nobody, as long as it likes", () => {
  const until = (file: Json, day: string) => parseDirectory(changed(file, ["validUntil"], day));
  expect(until(REAL, "2027-12-29").ok).toBe(true);
  expect(until(REAL, "2027-12-30")).toEqual({
    ok: false,
    issues: [{ path: "validUntil", reason: "too-long-valid", expected: "at most 400 days after 2026-11-24" }],
  });
  expect(until(FILE, "2099-12-31").ok).toBe(true);
});

/** Every address of the file, and one of a real place that looks like an example. */
const ADDRESSES: readonly (readonly [string, readonly (string | number)[], string, string])[] = [
  ["agency.dpo", ["agency", "dpo"], "dpo@stad.example", "dpo@example.stad.test"],
  ["agency.website", ["agency", "website"], "https://stad.example", "https://www.stad.test/www.stad.example"],
  ["protocols[0].recipient.dpo", [...ONE, "recipient", "dpo"], "a/b@dorp1.EXAMPLE", "x.example@dorp1.test"],
  [
    "protocols[0].recipient.website",
    [...ONE, "recipient", "website"],
    "https://www.dorp1.example/@dorp1.test",
    "https://www.dorp1.test/@dorp1.example",
  ],
  ["protocols[0].recipient.mailbox", [...ONE, "recipient", "mailbox"], "a/b@dorp1.example", "a@dorp1-example.test"],
  ["protocols[0].recipient.teams", [...ONE, "recipient", "teams"], "teams@dorp1.example", "teams@dorpexample.test"],
  [
    "protocols[0].published",
    [...ONE, "published"],
    "https://www.dorp1.example/a?b",
    "https://www.example.test/a.example",
  ],
];

describe.each(ADDRESSES)("%s", (at, path, example, real) => {
  test("is of an example in a demo, and nowhere else", () => {
    expect(parseDirectory(changed(FILE, path, real))).toEqual({
      ok: false,
      issues: [{ path: at, reason: "demo-address", expected: DEMO }],
    });
    expect(parseDirectory(changed(FILE, path, example)).ok).toBe(true);
    expect(parseDirectory(changed(REAL, path, example))).toEqual({
      ok: false,
      issues: [{ path: at, reason: "demo-address", expected: NO_DEMO }],
    });
    expect(parseDirectory(changed(REAL, path, real)).ok).toBe(true);
  });
});

test("a file that is called a demo by mistake is told of each real address", () => {
  const read = parseDirectory(changed(REAL, ["demo"], true));
  expect(read).toEqual({
    ok: false,
    issues: [
      "agency.dpo",
      "agency.website",
      "protocols[0].recipient.dpo",
      "protocols[0].recipient.website",
      "protocols[0].recipient.mailbox",
      "protocols[0].recipient.teams",
      "protocols[0].published",
    ].map((path) => ({ path, reason: "demo-address", expected: DEMO })),
  });
});

test.each(["firstName", "lastName", "street", "houseNumber", "postcode", "municipality"])(
  "refuses a protocol that does not let %s be passed on",
  (field) => {
    expect(parseDirectory(withoutFields(field))).toEqual({
      ok: false,
      issues: [{ path: "protocols[0].data", reason: "field-needed", expected: `${field} among them` }],
    });
  },
);

test("refuses a protocol under which the client cannot be reached", () => {
  expect(parseDirectory(withoutFields("phone"))).toEqual({
    ok: false,
    issues: [{ path: "protocols[0].data", reason: "no-way-of-contact", expected: "phone or email among them" }],
  });
});

test("an e-mail address instead of a phone number will do, and the box may be left out", () => {
  const read = parseDirectory(
    withFields((fields) => [...fields.filter((field) => !["phone", "box"].includes(field)), "email"]),
  );
  expect(read.ok ? [] : read.issues).toEqual([]);
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
    "a copied entry whose KBO number and mailbox were forgotten",
    [sampleProtocol(1), sampleProtocol(2, { recipient: { ...sampleRecipient(1), name: "OCMW Dorp 2" } })],
    "protocols[1].recipient.name",
    "recipient-differs",
    "the same as in protocols[0], which has the same KBO number",
  ],
  [
    "another mailbox for one recipient at one time",
    [sampleProtocol(1), sampleProtocol(2, { recipient: { ...sampleRecipient(1), mailbox: "iemand@dorp2.example" } })],
    "protocols[1].recipient.mailbox",
    "recipient-differs",
    "the same as in protocols[0], which has the same KBO number",
  ],
  [
    "another mailbox than one of several earlier protocols, not the first",
    [
      sampleProtocol(1, { ended: { on: "2025-01-01", reason: "Vervangen." } }),
      sampleProtocol(1, {
        id: "dorp-1-nieuw",
        inForceFrom: "2025-01-01",
        recipient: { ...sampleRecipient(1), mailbox: "nieuw@dorp1.example" },
      }),
      sampleProtocol(1, {
        id: "dorp-1-elders",
        places: [{ postcode: "9011", municipality: "Elders", localities: ["Elders"] }],
      }),
    ],
    "protocols[2].recipient.mailbox",
    "recipient-differs",
    "the same as in protocols[1], which has the same KBO number",
  ],
  [
    "a place that two earlier protocols have, of which the first has ended",
    [
      sampleProtocol(1, { ended: { on: "2025-01-01", reason: "Vervangen." } }),
      sampleProtocol(1, { id: "dorp-1-nieuw", inForceFrom: "2025-01-01" }),
      sampleProtocol(2, {
        inForceFrom: "2026-01-01",
        places: [{ postcode: "9001", municipality: "Dorp 1", localities: ["Dorp 1"] }],
      }),
    ],
    "protocols[2].places[0].localities[0]",
    "place-twice",
    "a place of its own while protocols[1].places[0].localities[0] is in force",
  ],
  [
    "a place that two later protocols have, of which only the first shares a day",
    [
      sampleProtocol(1, { ended: { on: "2025-06-01", reason: "Vervangen." } }),
      sampleProtocol(1, { id: "dorp-1-nieuw", inForceFrom: "2025-06-01" }),
      sampleProtocol(2, {
        inForceFrom: "2025-01-01",
        ended: { on: "2025-06-01", reason: "Vervangen." },
        places: [{ postcode: "9001", municipality: "Dorp 1", localities: ["Dorp 1"] }],
      }),
    ],
    "protocols[2].places[0].localities[0]",
    "place-twice",
    "a place of its own while protocols[0].places[0].localities[0] is in force",
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

test("a recipient may have one mailbox for several protocols", () => {
  const both = [
    sampleProtocol(1),
    sampleProtocol(1, {
      id: "dorp-1-ander-deel",
      places: [{ postcode: "9011", municipality: "Dorp 1", localities: ["Dorp 1"] }],
    }),
  ];
  expect(parseDirectory(sampleFile(both)).ok).toBe(true);
});

test("the name of a recipient is the same whatever its case", () => {
  const both = [
    sampleProtocol(1),
    sampleProtocol(1, {
      id: "dorp-1-ander-deel",
      recipient: { ...sampleRecipient(1), name: "OCMW DORP 1", mailbox: "Sociaalhuis@Dorp1.example" },
      places: [{ postcode: "9011", municipality: "Dorp 1", localities: ["Dorp 1"] }],
    }),
  ];
  expect(parseDirectory(sampleFile(both)).ok).toBe(true);
});

test("a municipality that merged may go on with the mailbox of one whose protocol ended", () => {
  const merged = [
    sampleProtocol(1, { ended: { on: "2025-01-01", reason: "Fusie." } }),
    sampleProtocol(2, {
      inForceFrom: "2025-01-01",
      recipient: { ...sampleRecipient(2), mailbox: "sociaalhuis@dorp1.example" },
    }),
  ];
  const read = parseDirectory(sampleFile(merged));
  expect(read.ok ? [] : read.issues).toEqual([]);
});

test("one name may stand at two postcodes, and one postcode with two names", () => {
  const apart = [
    sampleProtocol(1, {
      places: [
        { postcode: "9001", municipality: "Dorp 1", localities: ["Dorp 1"] },
        { postcode: "9002", municipality: "Dorp 1", localities: ["Dorp 1"] },
      ],
    }),
    sampleProtocol(2),
  ];
  expect(parseDirectory(sampleFile(apart)).ok).toBe(true);
});

function kboOfAgency(): Json {
  const { agency } = sampleFile();
  if (typeof agency !== "object" || agency === null || !("kbo" in agency)) throw new TypeError("no agency");
  return agency["kbo"] ?? null;
}

function withoutFields(...left: readonly string[]): Json {
  return withFields((fields) => fields.filter((field) => !left.includes(field)));
}

/** The file with other fields, under one justification. */
function withFields(change: (fields: readonly string[]) => readonly string[]): Json {
  const all = ["firstName", "lastName", "street", "houseNumber", "box", "postcode", "municipality", "phone"];
  return changed(FILE, [...ONE, "data"], [{ fields: [...change(all)], justification: "Om te bereiken." }]);
}
