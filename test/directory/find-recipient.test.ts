import type { Directory } from "../../src/directory/directory.ts";
import { coveredMunicipalities, findRecipient } from "../../src/directory/find-recipient.ts";
import { parseDirectory } from "../../src/directory/parse-directory.ts";
import { type IsoDate, isIsoDate } from "../../src/domain/iso-date.ts";
import { sampleFile, sampleProtocol } from "./sample-directory.ts";

const TODAY = day("2026-11-24");

const DIRECTORY = directoryOf([
  sampleProtocol(1, {
    places: [
      { postcode: "9001", municipality: "Groot-Dorp", localities: ["Groot-Dorp", "Één Beek", "'s Heren Hof"] },
      { postcode: "9011", municipality: "Groot-Dorp", localities: ["Groot-Dorp", "Hoogveld"] },
    ],
  }),
  // One postcode, two municipalities.
  sampleProtocol(2, { places: [{ postcode: "9020", municipality: "Zuid", localities: ["Zuid", "Zand"] }] }),
  sampleProtocol(3, { places: [{ postcode: "9020", municipality: "Noord", localities: ["Noord"] }] }),
  sampleProtocol(4, { ended: { on: "2026-11-24", reason: "Opzegging." } }),
  sampleProtocol(5, { inForceFrom: "2026-11-25" }),
  sampleProtocol(6, { ended: { on: "2026-06-01", reason: "Vervangen." } }),
  sampleProtocol(6, { id: "dorp-6-nieuw", inForceFrom: "2026-06-01" }),
  sampleProtocol(7, { ended: { on: "2025-01-01", reason: "Opzegging." } }),
  sampleProtocol(7, { id: "dorp-7-nieuw", inForceFrom: "2027-01-01" }),
]);

test.each<[string, string, string, object]>([
  ["a municipality as it is written", "9001", "Groot-Dorp", { kind: "found", id: "dorp-1", place: "9001 Groot-Dorp" }],
  [
    "a municipality without its hyphen",
    "9001",
    "groot dorp",
    { kind: "found", id: "dorp-1", place: "9001 Groot-Dorp" },
  ],
  [
    "a locality in capitals without diacritics",
    "9001",
    "EEN BEEK",
    { kind: "found", id: "dorp-1", place: "9001 Groot-Dorp" },
  ],
  [
    "a locality with another apostrophe",
    "9001",
    "’s heren hof",
    { kind: "found", id: "dorp-1", place: "9001 Groot-Dorp" },
  ],
  ["a second postcode of one recipient", "9011", "Hoogveld", { kind: "found", id: "dorp-1", place: "9011 Groot-Dorp" }],
  ["a postcode alone", " 9001 ", "", { kind: "found", id: "dorp-1", place: "9001 Groot-Dorp" }],
  ["a postcode that no protocol names", "1000", "Groot-Dorp", { kind: "not-covered" }],
  ["a municipality of another postcode", "9001", "Hoogveld", { kind: "other-municipality" }],
  ["a name of punctuation alone", "9020", "-", { kind: "other-municipality" }],
  ["a postcode of two municipalities", "9020", " ", { kind: "ambiguous", municipalities: ["Noord", "Zuid"] }],
  ["one of two municipalities", "9020", "noord", { kind: "found", id: "dorp-3", place: "9020 Noord" }],
  ["a locality of one of two municipalities", "9020", "Zand", { kind: "found", id: "dorp-2", place: "9020 Zuid" }],
  ["a protocol on the day of its end", "9004", "Dorp 4", { kind: "ended", id: "dorp-4", place: "9004 Dorp 4" }],
  [
    "a protocol on the day before its start",
    "9005",
    "",
    { kind: "not-yet-in-force", id: "dorp-5", place: "9005 Dorp 5" },
  ],
  ["a protocol that replaced another", "9006", "", { kind: "found", id: "dorp-6-nieuw", place: "9006 Dorp 6" }],
  ["a gap between two protocols", "9007", "", { kind: "not-yet-in-force", id: "dorp-7-nieuw", place: "9007 Dorp 7" }],
])("answers for %s", (_name, postcode, municipality, expected) => {
  const answer = findRecipient(DIRECTORY, postcode, municipality, TODAY);
  const short =
    "protocol" in answer
      ? { kind: answer.kind, id: answer.protocol.id, place: `${answer.place.postcode} ${answer.place.municipality}` }
      : answer;
  expect(short).toEqual(expected);
});

test("the protocol in force on a day is the one that is found", () => {
  const idOn = (date: string): string | undefined => {
    const answer = findRecipient(DIRECTORY, "9006", "Dorp 6", day(date));
    return answer.kind === "found" ? answer.protocol.id : undefined;
  };
  expect(["2024-02-29", "2024-03-01", "2026-05-31", "2026-06-01"].map(idOn)).toEqual([
    undefined,
    "dorp-6",
    "dorp-6",
    "dorp-6-nieuw",
  ]);
});

test("covered are the municipalities with a protocol in force, each once", () => {
  expect(coveredMunicipalities(DIRECTORY, TODAY)).toEqual(["Dorp 6", "Groot-Dorp", "Noord", "Zuid"]);
  expect(coveredMunicipalities(DIRECTORY, day("2027-01-01"))).toEqual([
    "Dorp 5",
    "Dorp 6",
    "Dorp 7",
    "Groot-Dorp",
    "Noord",
    "Zuid",
  ]);
  expect(coveredMunicipalities(DIRECTORY, day("2020-01-01"))).toEqual([]);
});

function directoryOf(protocols: Parameters<typeof sampleFile>[0]): Directory {
  const read = parseDirectory(sampleFile(protocols));
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.directory;
}

function day(text: string): IsoDate {
  if (!isIsoDate(text)) throw new RangeError(text);
  return text;
}
