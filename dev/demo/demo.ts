/**
 * `npm run demo [-- --client FILE] [--out DIR]`: the whole journey unattended. The pane is filled in, sealed and sent in
 * the stand-in Outlook; the mail comes over SMTP; the real 7-Zip opens the attachment; DIR holds what came of it.
 */
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { findSevenZip } from "../../scripts/tools.ts";
import { type Outlook, startOutlook } from "../outlook/server.ts";
import { launchBrowser } from "./browser.ts";
import { readClientFile } from "./client-file.ts";
import type { Report } from "./report.ts";
import { Steps } from "./steps.ts";
import { walk } from "./walk.ts";
import { watch } from "./watch.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
/** What an earlier run left; nothing else in DIR is touched. */
const LEFT = /^(mail|mailboxes|screens|extracted|message\.eml|report\.json|doorverwijzing-.{14}\.7z)$/;

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { client: { type: "string" }, out: { type: "string" } } });
  const out = resolve(values.out ?? join(root, "out", "demo"));
  const sevenZip = findSevenZip();
  if (sevenZip === null) {
    throw new Error("No 7-Zip: install it (Debian: apt-get install 7zip), or name it in SEVENZIP.");
  }
  await mkdir(out, { recursive: true });
  for (const name of await readdir(out)) if (LEFT.test(name)) await rm(join(out, name), { recursive: true });
  await mkdir(join(out, "screens"));

  const steps = new Steps();
  const report: Report = {
    reference: null,
    recipient: null,
    archive: null,
    password: null,
    steps: steps.done,
    origins: [],
    longTasksMs: [],
    consoleErrors: [],
  };
  let outlook: Outlook | null = null;
  let browser: Browser | null = null;
  try {
    const demoCase = await steps.run("read the client file", () =>
      readClientFile(resolve(values.client ?? join(root, "dev", "samples", "client.json"))),
    );
    outlook = await startOutlook({ port: 0, mailDir: join(out, "mail"), sampleMail: true });
    browser = await launchBrowser();
    const viewport = { width: 1280, height: 800 };
    const page = await (await browser.newContext({ ignoreHTTPSErrors: true, locale: "nl-BE", viewport })).newPage();
    const watched = await watch(page);
    report.origins = watched.origins;
    report.consoleErrors = watched.consoleErrors;
    await walk({ outlook, page, watched, demoCase, sevenZip, out, steps, report });
    console.log(`\n${steps.done.length} steps ok; everything is in ${out}`);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  } finally {
    await writeFile(join(out, "report.json"), `${JSON.stringify(report, null, 2)}\n`);
    await browser?.close();
    await outlook?.close();
  }
}
