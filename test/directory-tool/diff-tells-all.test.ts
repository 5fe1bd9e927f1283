import fc from "fast-check";
import { dataTelling } from "../../scripts/directory/data-telling.ts";
import { placesTelling } from "../../scripts/directory/places-telling.ts";
import { memberLines } from "../../scripts/directory/telling.ts";
import { day } from "../../scripts/directory/texts.ts";
import { parseDirectory } from "../../src/directory/parse-directory.ts";
import type { ClientField } from "../../src/domain/field.ts";
import { CLIENT_FIELDS } from "../../src/domain/field.ts";
import { changed, type Json, sampleFile, sampleProtocol } from "../directory/sample-directory.ts";
import { removeTools, tool } from "./tool.ts";

afterAll(removeTools);

type Path = readonly (string | number)[];
type Leaf = string | number | boolean | null;

/** A protocol that leaves nothing out, with two of whatever there may be more of. */
const FULL = sampleProtocol(1, {
  recipient: {
    ...Object(sampleProtocol(1)["recipient"]),
    address: { street: "Dorpsplein", houseNumber: "44", postcode: "9001", municipality: "Dorp 1" },
    mobile: { number: "+32470000000", checkedOn: "2026-01-16" },
    teams: "teams@dorp1.example",
  },
  places: [
    { postcode: "9001", municipality: "Dorp 1", localities: ["Dorp 1", "Gehucht"] },
    { postcode: "9011", municipality: "Dorp 1", localities: ["Dorp 1", "Wijk"] },
  ],
  ended: { on: "2027-01-31", reason: "Opgezegd." },
  legalBasis: ["Artikel 1.", "Artikel 2."],
  retention: ["Tot het contact.", "Tien jaar."],
  recipientCategories: ["De maatschappelijk werker.", "De huisvesting."],
  published: "https://www.dorp1.example/het-protocol",
});
const FILE = changed(
  sampleFile([FULL, sampleProtocol(2)]),
  ["agency", "teams"],
  ["lokaal team Dorpenland", "lokaal team Stad"],
);

/** Another value that the rules take, by the last key of the path. */
const OTHERS: Readonly<Record<string, Leaf>> = {
  serial: 4,
  issued: "2026-11-25",
  validUntil: "2027-11-22",
  name: "Anders",
  kbo: "0999.000.921",
  street: "Zijstraat",
  houseNumber: "77",
  postcode: "9876",
  municipality: "Gehucht",
  dpo: "nieuw@dorp9.example",
  website: "https://www.dorp9.example",
  id: "dorp-9",
  team: "lokaal team Stad",
  kind: "caw",
  localName: "Het Huis",
  mailbox: "hulp@dorp9.example",
  number: "+32471111111",
  checkedOn: "2026-02-20",
  teams: "ander@dorp9.example",
  localities: "Elders",
  inForceFrom: "2024-05-05",
  agreementDate: "2024-06-06",
  on: "2028-02-02",
  reason: "Fusie.",
  noticeMonths: 9,
  fields: "email",
  justification: "Daarom.",
  purpose: "Hulp.",
  legalBasis: "Artikel 9.",
  retention: "Een maand.",
  recipientCategories: "De poetsdienst.",
  published: "https://www.dorp9.example/ander",
};

/** Leaves that the rules bind to another: none of them can change by itself. They are told of below. */
const BOUND = [
  /^version$/, // There is no other.
  /^demo$/,
  /^agency\.teams\.0$/,
  /\.localities\.0$/,
  /^protocols\.0\.places\.1\.municipality$/,
  /\.data\.0\.fields\./,
  /\.data\.1\.fields\.[0134]$/,
];

function leaves(json: Json, path: Path = []): readonly (readonly [Path, Leaf])[] {
  if (json === null || typeof json !== "object") return [[path, json]];
  const entries = Array.isArray(json) ? [...json.entries()] : Object.entries(json);
  return entries.flatMap(([key, value]) => leaves(value, [...path, key]));
}

function otherValue(path: Path): Leaf {
  if (path[0] === "agency" && path[1] === "teams") return "lokaal team Elders";
  const key = [...path].reverse().find((step) => typeof step === "string") ?? "";
  return OTHERS[key] ?? null;
}

/** A value as `diff` writes it. */
function shown(value: Leaf): string {
  const text = String(value);
  return ["ocmw", "caw"].includes(text) ? text.toUpperCase() : day(text);
}

/** The lines that `diff` tells, without the heads that say whom they are about. */
async function diff(before: Json, after: Json): Promise<readonly string[]> {
  const here = tool();
  here.write("oud.json", Object(before));
  here.write("nieuw.json", Object(after));
  const { code, said, complained } = await here.run(["diff", "oud.json", "nieuw.json"]);
  expect([code, complained]).toEqual([0, ""]);
  return said.split("\n").filter((line) => /^ {4}|^- (?:volgnummer|uitgegeven|geldig)/.test(line));
}

const ALL = leaves(FILE).filter(([path]) => path[0] !== "protocols" || path[1] === 0);
const BY_ITSELF = ALL.filter(([path]) => !BOUND.some((pattern) => pattern.test(path.join("."))));
const CASES = BY_ITSELF.map(([path, value]) => [path.join("."), path, value, otherValue(path)] as const);

test("the leaves below are all that can change by themselves", () => {
  expect([ALL.length, CASES.length]).toEqual([64, 52]);
  const refused = CASES.filter(([, path, , other]) => !parseDirectory(changed(FILE, path, other)).ok);
  expect(refused.map(([name]) => name)).toEqual([]);
});

test.each(CASES)("old and new value are told of %s", async (_name, path, old, other) => {
  const text = (await diff(FILE, changed(FILE, path, other))).join("\n");
  expect([text.includes(shown(old)), text.includes(shown(other))]).toEqual([true, true]);
});

const OF_PROTOCOL = CASES.filter(([, path]) => path[0] === "protocols" && path[2] !== "id");

test.each(OF_PROTOCOL)("so they are when the protocol has a new id as well: %s", async (_name, path, old, other) => {
  const renamed = changed(changed(FILE, path, other), ["protocols", 0, "id"], "dorp-9");
  const text = (await diff(FILE, renamed)).join("\n");
  expect([text.includes(shown(old)), text.includes(shown(other))]).toEqual([true, true]);
});

test("all that a new protocol holds is told", async () => {
  const lines = await diff(sampleFile([sampleProtocol(2)]), sampleFile([sampleProtocol(2), FULL]));
  const values = leaves(FULL).map(([, value]) => shown(value));
  expect(values.filter((value) => !lines.some((line) => line.includes(value)))).toEqual([]);
});

test("a directory that is for trying out no more says so first", async () => {
  const real: Json = JSON.parse(JSON.stringify(changed(FILE, ["demo"], false)).replaceAll(".example", ".test"));
  const here = tool();
  here.write("oud.json", Object(FILE));
  here.write("nieuw.json", Object(real));
  expect((await here.run(["diff", "oud.json", "nieuw.json"])).said).toContain(
    "!!! DEMO OF ECHT !!!\n- de lijst is geen demolijst meer",
  );
});

test("a team that is renamed everywhere is told of everywhere", async () => {
  const text = JSON.stringify(FILE).replaceAll("lokaal team Dorpenland", "lokaal team Elders");
  const lines = await diff(FILE, JSON.parse(text));
  expect(lines).toEqual([
    "    team: van “lokaal team Dorpenland” naar “lokaal team Elders”",
    "    team: van “lokaal team Dorpenland” naar “lokaal team Elders”",
    "    komt erbij: lokaal team Elders",
    "    valt weg:   lokaal team Dorpenland",
  ]);
});

test("a municipality that is renamed with its locality is told of", async () => {
  const place = { postcode: "9001", municipality: "Stad", localities: ["Stad", "Gehucht"] };
  expect(await diff(FILE, changed(FILE, ["protocols", 0, "places", 0], place))).toEqual([
    "    komt erbij: 9001 Stad (Stad, Gehucht)",
    "    valt weg:   9001 Dorp 1 (Dorp 1, Gehucht)",
  ]);
});

test("one name with a comma is not two names, should the rules ever take it", () => {
  const place = (localities: readonly string[]) => [{ postcode: "9001", municipality: "Dorp", localities }];
  expect(placesTelling.changed(place(["a, b"]), place(["a", "b"])).lines).toEqual([
    "komt erbij: 9001 Dorp (a, b)",
    'valt weg:   9001 Dorp ("a, b")',
  ]);
});

const names = fc.array(fc.constantFrom("a", "b", "c", "a, b"), { maxLength: 4 });
const twoOf = <Value>(one: fc.Arbitrary<Value>) => fc.tuple(one, one);

test("of two lists something is told unless they are the same", () => {
  fc.assert(
    fc.property(twoOf(names), ([before, after]) => {
      expect(memberLines(before, after).length > 0).toBe(JSON.stringify(before) !== JSON.stringify(after));
    }),
  );
});

const place = fc.record({
  postcode: fc.constantFrom("9001", "9002"),
  municipality: fc.constantFrom("a", "b"),
  localities: fc.array(fc.constantFrom("a", "b", "a, b"), { minLength: 1, maxLength: 3 }),
});

test("of two lists of places something is told unless they are the same", () => {
  fc.assert(
    fc.property(twoOf(fc.array(place, { minLength: 1, maxLength: 3 })), ([before, after]) => {
      expect(placesTelling.changed(before, after).lines.length > 0).toBe(
        JSON.stringify(before) !== JSON.stringify(after),
      );
    }),
  );
});

/** Every datum in one group or in none, as the rules want it, in any order. */
const data = fc
  .tuple(
    fc.shuffledSubarray([...CLIENT_FIELDS], { minLength: 1 }),
    fc.array(fc.constantFrom("Zo.", "Anders.", "Zo., Anders."), { minLength: 9, maxLength: 9 }),
    fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
  )
  .map(([fields, justifications, begins]) => {
    const groups: { fields: ClientField[]; justification: string }[] = [];
    fields.forEach((field, index) => {
      const last = groups.at(-1);
      if (last === undefined || begins[index])
        groups.push({ fields: [field], justification: justifications[index] ?? "" });
      else last.fields.push(field);
    });
    return groups;
  });

test("of every datum that may or may not be shared from now on, or for another reason, both are told", () => {
  fc.assert(
    fc.property(twoOf(data), ([before, after]) => {
      const { lines } = dataTelling.changed(before, after);
      const reason = (of: typeof before, field: ClientField) =>
        of.find(({ fields }) => fields.includes(field))?.justification;
      const untold = CLIENT_FIELDS.filter((field) => {
        const [then, now] = [reason(before, field), reason(after, field)];
        if (then === now) return false;
        return !lines.some((line) => {
          const reasons = [then, now].flatMap((text) => (text === undefined ? [] : [`“${text}”`]));
          return line.includes(`${field} (`) && reasons.every((text) => line.includes(text));
        });
      });
      expect(untold).toEqual([]);
      expect(lines.length > 0).toBe(JSON.stringify(before) !== JSON.stringify(after));
    }),
  );
});
