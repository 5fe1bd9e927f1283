import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Frame, type Page } from "playwright-core";
import { type Outlook, startOutlook } from "../../dev/outlook/server.ts";
import { findBrowser } from "../../scripts/tools.ts";

const root = join(__dirname, "..", "..");

/** Debian's Chromium runs as root and without a network here. */
const BROWSER_FLAGS = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
];

/** The stand-in with the add-in of the fixtures, and a browser. */
export interface OpenOutlook {
  readonly outlook: Outlook;
  readonly browser: Browser;
  /** A mail program in a new page, up and ready. */
  page(query?: string): Promise<Page>;
  close(): Promise<void>;
}

/** Starts both; each run has its own mail folder. `fixtures`: the folders of which the add-in's files are. */
export async function openOutlook(fixtures: readonly string[] = ["add-in"]): Promise<OpenOutlook> {
  const dir = await mkdtemp(join(tmpdir(), "outlook-"));
  const distDir = join(dir, "dist");
  for (const fixture of fixtures) {
    await cp(join(root, "test", "dev", "fixtures", fixture), distDir, { recursive: true });
  }
  const outlook = await startOutlook({ port: 0, mailDir: join(dir, "mail"), distDir });
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error("no browser of the Chromium family");
  const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS });
  return {
    outlook,
    browser,
    async page(query = "") {
      const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 800 } });
      const page = await context.newPage();
      await page.goto(`${outlook.origin}/outlook/${query}`);
      await page.evaluate(() => window.outlook.ready);
      return page;
    },
    async close() {
      await browser.close();
      await outlook.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** Opens the add-in beside the message, as a person does, and waits until office.js is ready in it. */
export async function openPane(page: Page): Promise<Frame> {
  await page.locator(".add-in-button").click();
  const handle = await page.waitForSelector("iframe.add-in-frame");
  const frame = await handle.contentFrame();
  if (!frame) throw new Error("the pane has no frame");
  await until(frame, "window.officeReady && Office.context.mailbox");
  return frame;
}

/** Waits until an expression is true in the pane. Its policy forbids `eval`, so the asking is done from outside. */
export async function until(frame: Frame, expression: string): Promise<void> {
  while (!(await frame.evaluate(`Boolean(${expression})`).catch(() => false))) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Calls office.js in the pane: `object` and `method` as code has them; answers the value, or "error <code>". */
export function call(frame: Frame, object: string, method: string, ...args: readonly unknown[]): Promise<unknown> {
  return frame.evaluate(
    `window.call(Office.context.mailbox.${object}, ${JSON.stringify(method)}, ...${JSON.stringify(args)})`,
  );
}
