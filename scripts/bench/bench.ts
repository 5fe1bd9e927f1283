/**
 * `npm run bench`: what was promised about speed and size, measured in one run on this machine. Times are medians, and
 * stand as ratios to a base that was measured in between, so that a slow machine changes little. It judges nothing: a
 * time that depends on the machine is no test.
 */
import { cpus, totalmem } from "node:os";
import { benchArchive } from "./archive.ts";
import { benchFirstLoad } from "./first-load.ts";
import { benchPane } from "./pane.ts";
import type { Bench } from "./row.ts";
import { printTable } from "./table.ts";

const BENCHES: readonly Bench[] = [
  { title: "Sealing 50 kB (ratio to 7-Zip's whole process)", run: benchArchive },
  { title: "Sealing in the pane", run: benchPane },
  { title: "JavaScript before the first screen (gzip)", run: benchFirstLoad },
];

const [processor] = cpus();
const memory = (totalmem() / 2 ** 30).toFixed(1);
console.log(
  `${processor?.model ?? "unknown processor"}, ${cpus().length} threads, ${memory} GiB, Node ${process.versions.node}`,
);
for (const { title, run } of BENCHES) printTable(title, await run());
