/**
 * `npm run bench`: what was promised about speed and size, measured in one run on this machine. It judges nothing: a
 * time that depends on the machine is no test. The archive has a program of its own, `npm run bench:archive`.
 */
import { benchDirectory } from "./directory/bench-directory.ts";
import { benchFirstLoad } from "./first-load.ts";
import { machineLine } from "./machine.ts";
import { benchPane } from "./pane.ts";
import { printTable } from "./table.ts";

console.log(machineLine());
for (const bench of [benchPane, benchFirstLoad, benchDirectory]) printTable(await bench());
console.log("\nThe archive alone, against 7-Zip: npm run bench:archive");
