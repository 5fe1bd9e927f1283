/** `npm run fuzz -- --seconds 60 [--seed N]`: hostile archives for as long as one wants; the seed repeats a run. */
import { parseArgs } from "node:util";
import { fuzzOnce, seeded } from "./fuzz.ts";
import { fuzzSeeds } from "./fuzz-seeds.ts";

const { values } = parseArgs({
  options: { seconds: { type: "string", default: "60" }, seed: { type: "string", default: String(Date.now() % 1e9) } },
});
const seconds = option("seconds", values.seconds, /^\d+(?:\.\d+)?$/, "a number above 0");
const first = option("seed", values.seed, /^\d{1,10}$/, "a whole number of at most 10 digits");
if (seconds === null || first === null) process.exitCode = 2;
else await fuzz(seconds, first);

/** The number; `null`, and a line that says so, for what is none. */
function option(name: string, value: string, form: RegExp, expected: string): number | null {
  if (form.test(value) && (name === "seed" || Number(value) > 0)) return Number(value);
  console.error(`--${name} ${value}: ${expected} expected`);
  return null;
}

async function fuzz(forSeconds: number, from: number): Promise<void> {
  const seeds = await fuzzSeeds();
  const end = performance.now() + forSeconds * 1000;
  const outcomes = new Map<string, number>();
  let inputs = 0;
  console.log(`seed ${from}`);
  for (; performance.now() < end; inputs++) {
    try {
      // Each input has a seed of its own, so that one that fails can be had back alone.
      const outcome = await fuzzOnce(seeded(from + inputs), seeds);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    } catch (error) {
      console.error(`input with seed ${from + inputs}:`, error);
      process.exitCode = 1;
      break;
    }
  }
  console.log(`${inputs} inputs: ${[...outcomes].map(([outcome, count]) => `${count} ${outcome}`).join(", ")}`);
}
