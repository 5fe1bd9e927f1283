import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../../../dev/demo/browser.ts";
import { signForDevelopment } from "../../../dev/directory/development-key.ts";
import type { Trust } from "../../../src/directory/signed-directory.ts";
import { bundle } from "../bundle.ts";
import { median } from "../median.ts";
import { servePage } from "../page-server.ts";
import { atMost, type Figure, type Row, type Table, type Target } from "../row.ts";
import { milliseconds } from "../table.ts";
import { generatedDirectory } from "./generated-directory.ts";
import type { DirectoryTimes } from "./page.ts";

/** What is promised for 600 recipients; the others show how it grows. */
const PROMISED = { recipients: 600, open: atMost(60), lookUp: atMost(1), size: atMost(150) };
const RECIPIENTS = [60, PROMISED.recipients, 6000];
/** Each in a page of its own, whose code is as cold as that of a pane that was just opened. */
const ROUNDS = 9;
/** What web servers take where nothing is set (nginx takes 1, Apache 6). */
const GZIP_LEVEL = 6;
const COLUMN = {
  first: "first time, ms",
  again: "again, ms",
  signature: "signature, ms",
  firstLookUp: "first look-up, ms",
  lookUp: "look-up, ms",
  covered: "all places, ms",
  size: "kB gzip",
} as const;

/** The signed directory in a page of Chromium, when libsodium is there: medians. */
export async function benchDirectory(): Promise<Table> {
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  await bundle({ entry: { main: join(import.meta.dirname, "page.ts") }, folder });
  const { keys }: Pick<Trust, "keys"> = JSON.parse(await readFile("protocols/trusted-keys.json", "utf8"));
  const server = await servePage(folder);
  const browser = await launchBrowser();
  try {
    const rows: Row[] = [];
    for (const recipients of RECIPIENTS) {
      const bytes = await generatedDirectory(recipients);
      const name = `${recipients}.json`;
      await writeFile(join(folder, name), bytes);
      await writeFile(join(folder, `${name}.sig`), await signForDevelopment(bytes));
      const rounds: DirectoryTimes[] = [];
      for (let round = 0; round < ROUNDS; round++) rounds.push(await times(browser, server.address, name, keys));
      const size = (await promisify(gzip)(bytes, { level: GZIP_LEVEL })).byteLength / 1000;
      rows.push(row(recipients, rounds, size));
    }
    return {
      title: `The directory: verified, parsed and indexed in a fresh page (medians of ${ROUNDS})`,
      columns: Object.values(COLUMN),
      rows,
    };
  } finally {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function times(browser: Browser, address: string, name: string, keys: Trust["keys"]): Promise<DirectoryTimes> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(address);
    await page.waitForFunction(() => "directoryPage" in window);
    return await page.evaluate((asked) => window.directoryPage.times(...asked), [name, keys] as const);
  } finally {
    await context.close();
  }
}

function row(recipients: number, rounds: readonly DirectoryTimes[], size: number): Row {
  const promised = recipients === PROMISED.recipients ? PROMISED : null;
  const of = (part: keyof DirectoryTimes): number => median(rounds.map((round) => round[part]));
  return {
    name: `${recipients} recipients`,
    measured: milliseconds(of("first")),
    figures: {
      [COLUMN.first]: figure(of("first"), promised?.open),
      [COLUMN.again]: figure(of("again")),
      [COLUMN.signature]: figure(of("signature")),
      [COLUMN.firstLookUp]: figure(of("firstLookUp"), promised?.lookUp),
      [COLUMN.lookUp]: figure(of("lookUp"), promised?.lookUp),
      [COLUMN.covered]: figure(of("covered")),
      [COLUMN.size]: figure(size, promised?.size),
    },
  };
}

function figure(value: number, target?: Target): Figure {
  return target === undefined ? { value } : { value, target };
}
