import { fuzzOnce, fuzzSeeds, seeded } from "./fuzz.ts";

/** Inputs in each run of the tests; `npm run fuzz` takes as many as one likes. */
const INPUTS = 3000;

test("whatever bytes come, the answer is files or an ArchiveError", async () => {
  const seeds = await fuzzSeeds();
  const outcomes = new Set<string>();
  for (let seed = 0; seed < INPUTS; seed++) outcomes.add(await fuzzOnce(seeded(seed), seeds));
  // The inputs reach past the first checks.
  for (const expected of ["opened", "damaged", "feature", "method", "data-crc", "name", "too-large"]) {
    expect([...outcomes]).toContain(expected);
  }
});
