import fc from "fast-check";
import { archiveName, isReference, jsonName, newReference, pdfName } from "../../src/domain/reference.ts";

test("six letters are drawn, each over the whole alphabet of 32", () => {
  const asked: number[] = [];
  const made = newReference(2026, (upperBound) => {
    asked.push(upperBound);
    return 26 + asked.length - 1;
  });
  expect({ made, asked }).toEqual({ made: "DV-2026-TVWXYZ", asked: [32, 32, 32, 32, 32, 32] });
});

test("whatever is drawn, it is a reference, and its file names are ASCII that need no quoting", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1000, max: 9999 }),
      fc.array(fc.nat(31), { minLength: 6, maxLength: 6 }),
      (year, draws) => {
        let next = 0;
        const made = newReference(year, () => draws[next++] ?? -1);
        expect(isReference(made)).toBe(true);
        expect([archiveName(made), pdfName(made), jsonName(made)]).toEqual([
          `doorverwijzing-${made}.7z`,
          `doorverwijzing-${made}.pdf`,
          `doorverwijzing-${made}.json`,
        ]);
        expect(archiveName(made)).toMatch(/^[A-Za-z0-9.-]+$/);
      },
    ),
  );
});

test.each([
  ["a year of three digits", 999, 0],
  ["a year of five digits", 10_000, 0],
  ["half a year", 2026.5, 0],
  ["a draw beyond the alphabet", 2026, 32],
  ["a draw below it", 2026, -1],
])("%s makes no reference", (_name, year, draw) => {
  expect(() => newReference(year, () => draw)).toThrow(RangeError);
});

test.each([
  ["lower case", "dv-2026-7k3m9x"],
  ["a letter that Crockford leaves out", "DV-2026-7K3M9I"],
  ["five letters", "DV-2026-7K3M9"],
  ["something after it", "DV-2026-7K3M9X/.."],
  ["a line break after it", "DV-2026-7K3M9X\n"],
])("%s is no reference", (_name, text) => {
  expect(isReference(text)).toBe(false);
});
