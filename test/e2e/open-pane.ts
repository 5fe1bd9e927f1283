import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { launchBrowser } from "../../dev/demo/browser.ts";
import { openPane } from "../../dev/demo/sender-journey.ts";
import { type Watched, watch } from "../../dev/demo/watch.ts";
import type { DirectoryName } from "../../dev/outlook/hosted-directory.ts";
import { type Outlook, startOutlook } from "../../dev/outlook/server.ts";

/** The built add-in in the stand-in Outlook, in a real browser. */
export interface Stage {
  readonly outlook: Outlook;
  readonly browser: Browser;
  close(): Promise<void>;
}

/** `directory`: the one that is hosted, until a test hosts another. */
export async function openStage(directory: DirectoryName = "real"): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), "doorverwijzen-"));
  const outlook = await startOutlook({ port: 0, mailDir: join(folder, "mail"), directory });
  const browser = await launchBrowser().catch(async (error: unknown) => {
    await outlook.close();
    throw error;
  });
  return {
    outlook,
    browser,
    close: async () => {
      await browser.close();
      await outlook.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export interface Scene {
  readonly page: Page;
  readonly pane: FrameLocator;
  readonly watched: Watched;
}

/** A compose window with the pane open; `query` as in dev/outlook/page/test-api.ts. */
export async function openScene(stage: Stage, query?: string): Promise<Scene> {
  const { page, watched } = await openMessage(stage, query);
  return { page, pane: await openPane(page), watched };
}

/** A compose window, the pane not opened yet. */
export async function openMessage(
  { outlook, browser }: Stage,
  query = "compose=newMail&signature=1",
): Promise<Omit<Scene, "pane">> {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    locale: "nl-BE",
    viewport: { width: 1280, height: 800 },
  });
  const page = await context.newPage();
  const watched = await watch(page);
  await page.goto(`${outlook.origin}/outlook/?mailbox=noor&${query}`);
  await page.evaluate(() => window.outlook.ready);
  return { page, watched };
}
