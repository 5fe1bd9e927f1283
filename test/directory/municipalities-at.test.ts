import { municipalitiesAt } from "../../src/directory/municipalities-at.ts";
import { day } from "../domain/sample-rules.ts";
import { loaded } from "./loaded-directory.ts";
import { sampleFile, sampleProtocol } from "./sample-directory.ts";

const place = (municipality: string, ...localities: string[]) => ({
  places: [{ postcode: "9001", municipality, localities: [municipality, ...localities] }],
});
const { directory } = loaded(
  sampleFile([
    sampleProtocol(1, { ...place("Oudstad", "Zandhoek", "Akkerdorp"), ended: { on: "2026-01-01", reason: "Fusie." } }),
    sampleProtocol(2, { ...place("Fusiestad", "Oudstad", "zand-hoek", "Akkerdorp"), inForceFrom: "2026-01-01" }),
    sampleProtocol(3, place("Écht", "Bos")),
    sampleProtocol(4),
  ]),
);

test("a postcode that no protocol names has nothing to choose from", () => {
  expect(municipalitiesAt(directory, "1000", day("2026-11-24"))).toEqual([]);
});

test("one municipality with one name", () => {
  expect(municipalitiesAt(directory, "9004", day("2026-11-24"))).toEqual([
    { municipality: "Dorp 4", localities: ["Dorp 4"] },
  ]);
});

test("several municipalities and their localities, own name first, in alphabetical order", () => {
  expect(municipalitiesAt(directory, "9001", day("2026-11-24"))).toEqual([
    { municipality: "Écht", localities: ["Écht", "Bos"] },
    { municipality: "Fusiestad", localities: ["Fusiestad", "Akkerdorp", "Oudstad", "zand-hoek"] },
  ]);
});

test("before the merger its names are those of the old municipality, spelled as there", () => {
  expect(municipalitiesAt(directory, "9001", day("2025-12-31"))).toEqual([
    { municipality: "Écht", localities: ["Écht", "Bos"] },
    { municipality: "Fusiestad", localities: ["Fusiestad"] },
    { municipality: "Oudstad", localities: ["Oudstad", "Akkerdorp", "Zandhoek"] },
  ]);
});
