/** `npm run fuzz -- --seconds 60 [--seed N]`: hostile archives for as long as one wants; the seed repeats a run. */
import { parseArgs } from "node:util";
import { fuzzOnce, fuzzSeeds, seeded } from "./fuzz.ts";

const { values } = parseArgs({
  options: { seconds: { type: "string", default: "60" }, seed: { type: "string", default: String(Date.now() % 1e9) } },
});
const end = performance.now() + Number(values.seconds) * 1000;
const first = Number(values.seed);
const seeds = await fuzzSeeds();
const outcomes = new Map<string, number>();
let inputs = 0;
console.log(`seed ${first}`);
for (; performance.now() < end; inputs++) {
  try {
    // Each input has a seed of its own, so that one that fails can be had back alone.
    const outcome = await fuzzOnce(seeded(first + inputs), seeds);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  } catch (error) {
    console.error(`input with seed ${first + inputs}:`, error);
    process.exitCode = 1;
    break;
  }
}
console.log(`${inputs} inputs: ${[...outcomes].map(([outcome, count]) => `${count} ${outcome}`).join(", ")}`);
