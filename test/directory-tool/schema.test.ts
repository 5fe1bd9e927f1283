import { readFileSync } from "node:fs";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { directoryJsonSchema } from "../../scripts/directory/json-schema.ts";
import { parseDirectory } from "../../src/directory/parse-directory.ts";
import { changed, type Json, sampleFile } from "../directory/sample-directory.ts";
import { removeTools, tool } from "./tool.ts";

afterAll(removeTools);

const PUBLISHED = "docs/directory.schema.json";
const ajv = new Ajv({ allErrors: true });
addFormats(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(PUBLISHED, "utf8")));
const ONE = ["protocols", 0] as const;

test("what is published is what the command writes", async () => {
  const here = tool();
  here.write("docs/directory.schema.json", "oud");
  expect(await here.run(["schema"])).toEqual({ code: 0, said: `Geschreven: ${PUBLISHED}`, complained: "" });
  expect(here.read(PUBLISHED)).toBe(readFileSync(PUBLISHED, "utf8"));
  expect(JSON.parse(here.read(PUBLISHED))).toEqual(directoryJsonSchema());
});

test.each(["protocols/directory.json", "protocols/demo/directory.json"])("%s is valid", (path) => {
  validate(JSON.parse(readFileSync(path, "utf8")));
  expect(validate.errors ?? []).toEqual([]);
});

test.each<[string, readonly (string | number)[]]>([
  ["at the top", ["nota"]],
  ["in the agency", ["agency", "cc"]],
  ["in a protocol", [...ONE, "nota"]],
  ["in a recipient", [...ONE, "recipient", "bcc"]],
  ["in a place", [...ONE, "places", 0, "nis"]],
])("an unknown key is refused: %s", (_name, path) => {
  expect(validate(changed(sampleFile(), path, "x"))).toBe(false);
  expect(validate.errors?.map(({ keyword, params }) => [keyword, params])).toEqual([
    ["additionalProperties", { additionalProperty: path.at(-1) }],
  ]);
});

/** Values at the edge of each rule: the JSON Schema and the pane must say the same of each. */
test.each<[readonly (string | number)[], readonly Json[]]>([
  [["serial"], [0, 1, 1.5, "1", 2 ** 53 - 1, 2 ** 53]],
  [["version"], [1, 2, "1"]],
  [["demo"], [true, "true", null]],
  [["validUntil"], ["2027-11-24", "2027-02-30", "2028-02-29", "27-11-24", "2027-11-24T00:00:00Z", 20271124]],
  [
    [...ONE, "id"],
    ["a", "a-b", "a--b", "-a", "A", "a".repeat(60), "a".repeat(61), ""],
  ],
  [
    [...ONE, "purpose"],
    ["x", "", " x", "x ", "a b", "x".repeat(1000), "x".repeat(1001), "a\u202eb", "a\nb", "é\u00a0è", "\u00a0x"],
  ],
  [
    [...ONE, "recipient", "name"],
    [
      "Dorp",
      "(Dorp) „1”",
      "[Dorp",
      "D\u0430rp",
      "\u0133sbeek",
      "Dorp ",
      "D".repeat(150),
      "D".repeat(151),
      "Bree\ufe0f",
      "12",
    ],
  ],
  [
    [...ONE, "places", 0, "localities", 1],
    ["'s Hof", "’s Hof", "‘s Hof", "Dorp (1)", "12", "Één", "Dorp ", "-", "D".repeat(151)],
  ],
  [
    [...ONE, "recipient", "kbo"],
    ["0999.000.129", "0999000129", "2999.000.129", "0999.000.12"],
  ],
  [
    [...ONE, "recipient", "kind"],
    ["ocmw", "caw", "OCMW", ""],
  ],
  [
    [...ONE, "recipient", "mailbox"],
    [
      "a@b.example",
      "a@b",
      "a..b@c.example",
      ".a@c.example",
      "a.@c.example",
      "a@-c.example",
      "a b@c.example",
      `${"a".repeat(64)}@c.example`,
      `${"a".repeat(65)}@c.example`,
    ],
  ],
  [
    [...ONE, "recipient", "phone"],
    [null, "+3289", { number: "+3289000000", checkedOn: "2026-01-15" }, { number: "+32" }],
  ],
  [
    [...ONE, "recipient", "phone", "number"],
    ["+3289123456", "089123456", "+0289123456", "+123456", "+1234567", "+1234567890123456"],
  ],
  [
    [...ONE, "recipient", "mobile"],
    [null, { number: "+32470123456", checkedOn: "2026-01-15" }, { number: "+3289123456", checkedOn: "2026-01-15" }],
  ],
  [
    [...ONE, "recipient", "website"],
    [
      "https://x.example",
      "http://x.example",
      "https://x",
      "https://x.example/a b",
      "https://u@x.example",
      "https://x.example:8080",
      "https://x.example/p?q#r",
      "https://X.example",
    ],
  ],
  [
    [...ONE, "places", 0, "postcode"],
    ["9001", "0900", "90010", 9001],
  ],
  [
    [...ONE, "places", 0, "localities"],
    [["Dorp 1"], []],
  ],
  [
    [...ONE, "noticeMonths"],
    [0, 1, 60, 61],
  ],
  [
    [...ONE, "data", 0, "fields"],
    [["firstName", "lastName"], ["firstName", "lastName", "birthDate"], []],
  ],
  [
    [...ONE, "ended"],
    [null, { on: "2026-01-01", reason: "x" }, { on: "2026-01-01" }],
  ],
  [
    [...ONE, "published"],
    [null, "https://x.example/protocol", ""],
  ],
])("says the same as the pane of values at %j", (path, values) => {
  for (const value of values) {
    const file = changed(sampleFile(), path, value);
    expect([value, validate(file)]).toEqual([value, parseDirectory(file).ok]);
  }
});
