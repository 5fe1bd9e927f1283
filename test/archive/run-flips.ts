/**
 * `npx tsx test/archive/run-flips.ts [--every N]`: flips every single bit (or each Nth) of one of our archives, some
 * 530,000, and counts what the reader says. It takes minutes; it fails when a flipped bit gets through.
 */
import { parseArgs } from "node:util";
import { archiveToFlip, flipped } from "./flips.ts";

const { values } = parseArgs({ options: { every: { type: "string", default: "1" } } });
const step = Number(values.every);
const { archive, regions } = await archiveToFlip();
for (const { name, from, to, code } of regions) {
  const counts = new Map<string, number>();
  for (let bit = 8 * from; bit < 8 * to; bit += step) {
    const outcome = await flipped(archive, bit);
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    if (outcome !== code) {
      console.error(`bit ${bit}: ${outcome}, ${code} expected`);
      process.exitCode = 1;
    }
  }
  console.log(`${name}: ${[...counts].map(([outcome, count]) => `${count} ${outcome}`).join(", ")}`);
}
