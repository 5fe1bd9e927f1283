import { type Browser, chromium } from "playwright-core";
import { findBrowser } from "../../scripts/tools.ts";

/** Without these Chromium does not run as root, or looks for the internet. */
const FLAGS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
];

/** A headless browser of the Chromium family. Throws an Error that says what to install when there is none. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error("No browser: install Chromium, or name one in CHROMIUM.");
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath, args: [...FLAGS, ...asRoot] });
}
