import { join } from "node:path";
import { launchBrowser } from "../../../dev/demo/browser.ts";
import { bundle } from "../bundle.ts";
import { servePage } from "../page-server.ts";
import type { ArchivePage } from "./page.ts";

/** The page in a headless browser. */
export interface OpenArchivePage extends ArchivePage {
  close(): Promise<void>;
}

/** Bundles `page.ts` into `folder` as production does, serves the folder on this machine, and opens the page. */
export async function openArchivePage(folder: string): Promise<OpenArchivePage> {
  await bundle({ entry: { main: join(import.meta.dirname, "page.ts") }, folder });
  const server = await servePage(folder);
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.goto(server.address);
  await page.waitForFunction(() => "archivePage" in window);
  return {
    lap: (...asked) => page.evaluate((question) => window.archivePage.lap(...question), asked),
    lzma: (...asked) => page.evaluate((question) => window.archivePage.lzma(...question), asked),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
