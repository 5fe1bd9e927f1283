import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findSevenZip } from "../tools.ts";
import { openArchivePage } from "./archive-browser.ts";
import type { SealingTimes } from "./archive-page.ts";
import { benchProcess } from "./process.ts";
import { median, milliseconds, type Row } from "./row.ts";

const PASSWORD = "appel-boom-cello-deur-egel-fiets-gras";
/** Bytes of content, as random as a PDF with its streams compressed. */
const CONTENT = 50_000;
/** Rounds that count, after those that warm up. */
const ROUNDS = 15;
const WARM_UP = 3;
/** Targets, as ratios to 7-Zip's process, and in milliseconds for the page's own thread. */
const KEY_AHEAD = 0.5;
const COLD = 4.5;
const LONGEST_TASK_MS = 50;

/** Our Worker in Chromium against `7zz a -p -mhe=on -mx=0`, one round of each after the other. */
export async function benchArchive(): Promise<readonly Row[]> {
  const sevenZip = findSevenZip();
  if (sevenZip === null) return [{ name: "no 7-Zip to compare with: install it, or set SEVENZIP", measured: "" }];
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  const page = await openArchivePage(folder);
  try {
    const content = join(folder, "content.pdf");
    await writeFile(content, randomBytes(CONTENT));
    const native: number[] = [];
    const ours: SealingTimes[] = [];
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      const archive = join(folder, `${round}.7z`);
      const whole = await benchProcess(sevenZip, ["a", `-p${PASSWORD}`, "-mhe=on", "-mx=0", archive, content]);
      const times = await page.seal(CONTENT, PASSWORD);
      if (round < 0) continue;
      native.push(whole);
      ours.push(times);
    }
    return rows(native, ours);
  } finally {
    await page.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function rows(native: readonly number[], ours: readonly SealingTimes[]): readonly Row[] {
  const base = median(native);
  const row = (name: string, times: readonly number[], target?: number): Row => {
    const time = median(times);
    const inform = { name, measured: milliseconds(time), value: time / base };
    return target === undefined ? inform : { ...inform, target };
  };
  const longest = Math.max(...ours.map(({ longestTask }) => longestTask));
  return [
    row("7-Zip, whole process", native),
    row(
      "key derived ahead: from the call to the bytes",
      ours.map(({ keyAhead }) => keyAhead),
      KEY_AHEAD,
    ),
    row(
      "cold: Worker start and key included",
      ours.map(({ cold }) => cold),
      COLD,
    ),
    row(
      "opened again with the password",
      ours.map(({ open }) => open),
    ),
    {
      name: "longest task of the page's own thread, archive alone (ms)",
      measured: milliseconds(longest),
      value: longest,
      target: LONGEST_TASK_MS,
    },
  ];
}
