/**
 * `npm run bench:archive`: what was promised about the archive engine, held against 7-Zip's process and 7z-wasm on this
 * machine. Times are medians of rounds in which each had its turn; what else the machine does at that moment shows in
 * the times, and less in the ratios. It judges nothing: a time that depends on the machine is no test.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findSevenZip, SEVEN_ZIP } from "../tools.ts";
import { openArchivePage } from "./archive/browser.ts";
import { readers, writers } from "./archive/contenders.ts";
import { compileWasm, InNode } from "./archive/in-node.ts";
import { lzmaRows } from "./archive/lzma-rows.ts";
import { makeSample } from "./archive/make-sample.ts";
import { COLUMN, RACE_SIZES } from "./archive/promises.ts";
import { ROUNDS } from "./archive/race.ts";
import { raceRows } from "./archive/race-rows.ts";
import { SevenZipProcess } from "./archive/seven-zip-process.ts";
import { sizeRows } from "./archive/size-rows.ts";
import { machineLine } from "./machine.ts";
import type { Row } from "./row.ts";
import { printTable } from "./table.ts";

const program = findSevenZip();
if (program === null) throw new Error(`No 7-Zip to compare with: ${SEVEN_ZIP.install.linux}`);
console.log(machineLine());

const folder = await mkdtemp(join(tmpdir(), "bench-"));
try {
  printTable({
    title: `The archive: medians of ${ROUNDS} rounds, ratios to 7-Zip's process and to 7z-wasm in the same place`,
    columns: Object.values(COLUMN),
    rows: [...(await timedRows(program, folder)), ...(await sizeRows(folder))],
  });
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function timedRows(sevenZip: string, home: string): Promise<readonly Row[]> {
  const node = new InNode(await compileWasm());
  const page = await openArchivePage(home);
  try {
    const rows: Row[] = [];
    for (const size of RACE_SIZES) {
      const name = String(size.bytes);
      const sample = await makeSample(join(home, name), size.bytes);
      const field = {
        size,
        sample,
        folder: name,
        sevenZip: new SevenZipProcess(sevenZip, join(home, name)),
        node,
        page,
      };
      rows.push(...(await raceRows(`write ${size.label}`, writers(field))));
      rows.push(...(await raceRows(`read ${size.label}`, readers(field))));
    }
    return [...rows, ...(await lzmaRows(sevenZip, home, page))];
  } finally {
    await page.close();
  }
}
