import { join } from "node:path";
import type { Page } from "playwright-core";

/** The size of a task pane in Outlook on the web, and of the pictures of it, in CSS pixels. */
const PANE = { width: 320, height: 640 } as const;
const FRAME = "iframe.add-in-frame";

/** Pictures of the journey: `NN-name.png`, numbered in order; a screen that is longer goes on in `NN-name-2.png`. */
export class Screens {
  readonly #page: Page;
  readonly #folder: string;
  #number = 0;

  constructor(page: Page, folder: string) {
    this.#page = page;
    this.#folder = folder;
  }

  /** Gives the window the height at which the pane is as high as its pictures. */
  async fitPane(): Promise<void> {
    const box = await this.#frameBox();
    const size = this.#page.viewportSize();
    if (size === null) throw new Error("the page has no viewport");
    await this.#page.setViewportSize({ width: size.width, height: size.height + PANE.height - Math.round(box.height) });
  }

  async pane(name: string): Promise<void> {
    this.#number += 1;
    const frame = await (await this.#page.waitForSelector(FRAME)).contentFrame();
    if (frame === null) throw new Error("the pane has no frame");
    const top = await frame.evaluate(() => window.scrollY);
    const height = await frame.evaluate(() => document.documentElement.scrollHeight);
    const parts = Math.max(1, Math.ceil(height / PANE.height));
    for (let part = 0; part < parts; part++) {
      await frame.evaluate((y) => window.scrollTo(0, y), part * PANE.height);
      const { x, y } = await this.#frameBox();
      await this.#page.screenshot({ path: this.#path(name, part), clip: { x, y, ...PANE } });
    }
    await frame.evaluate((y) => window.scrollTo(0, y), top);
  }

  /** The whole Outlook window. */
  async window(name: string): Promise<void> {
    this.#number += 1;
    await this.#page.screenshot({ path: this.#path(name, 0) });
  }

  #path(name: string, part: number): string {
    const number = String(this.#number).padStart(2, "0");
    return join(this.#folder, `${number}-${name}${part === 0 ? "" : `-${part + 1}`}.png`);
  }

  async #frameBox() {
    const box = await this.#page.locator(FRAME).boundingBox();
    if (box === null) throw new Error("the pane is not shown");
    return box;
  }
}
