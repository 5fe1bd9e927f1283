import AxeBuilder from "@axe-core/playwright";
import type { FrameLocator } from "playwright-core";
import type { Place } from "./device.ts";

/** The file of the library that draws QR codes, as the build names it. */
export const QR_FILE = /\/js\/[^/]*_qr_[^/]*\.js$/;

/** The paragraphs of the part of the screen under this heading. */
export function paragraphs(pane: FrameLocator, title: string): Promise<readonly string[]> {
  const heading = pane.getByRole("heading", { level: 2, name: title });
  return pane.locator(".section", { has: heading }).locator("p").allInnerTexts();
}

/** What the bar says that is above the screen; empty when it says nothing. */
export function bar(pane: FrameLocator): Promise<string> {
  return pane.locator(".outstanding-bar").innerText();
}

/** The lines of each card in the list. */
export async function cards(pane: FrameLocator): Promise<readonly (readonly string[])[]> {
  const texts = await pane.locator(".card").allInnerTexts();
  return texts.map((text) => text.split("\n").filter((line) => line !== ""));
}

/** Presses the one button with this name. */
export function press(pane: FrameLocator, name: string): Promise<void> {
  return pane.getByRole("button", { name, exact: true }).click();
}

/** Violations of WCAG 2.2 AA and axe's own rules in the pane as it is now, targets that are too small, and `misfits`. */
export async function faults(scene: Place): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page: scene.page })
    .include("iframe.add-in-frame")
    .options({ rules: { "target-size": { enabled: true } } })
    .analyze();
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`),
    ...(await misfits(scene)),
  ];
}

/** What does not fit in a pane of 320 px, or in 320 by 256 px, which is 1280 by 1024 at 400 % (WCAG 1.4.10). */
export async function misfits({ page, pane }: Place): Promise<readonly string[]> {
  const asOpened = await tooWide(pane, [320]);
  const frame = page.locator("iframe.add-in-frame");
  const window = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 256 });
  await frame.evaluate((element) => {
    element.style.cssText = "position: fixed; inset: 0; width: 320px; height: 256px; border: 0";
  });
  const zoomed = await tooWide(pane, [320, 256]);
  await frame.evaluate((element) => element.removeAttribute("style"));
  if (window !== null) await page.setViewportSize(window);
  return [...asOpened, ...zoomed];
}

/** What sticks out of the pane or is cut off in it; the pane must have the size that is named. */
function tooWide(pane: FrameLocator, size: readonly number[]): Promise<readonly string[]> {
  return pane.locator("html").evaluate((html, expected) => {
    const found = [innerWidth, innerHeight].slice(0, expected.length);
    if (String(found) !== String(expected)) return [`the pane is ${found.join(" by ")}`];
    const { clientWidth, scrollWidth } = html;
    const cut = [...html.querySelectorAll("body *")].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      if (width <= 1) return false; // Nothing to see: for screen readers alone.
      const isCut = getComputedStyle(element).overflowX !== "visible" && element.scrollWidth > element.clientWidth;
      return left < 0 || right > clientWidth || (isCut && !element.matches("input, textarea"));
    });
    return [
      ...(scrollWidth > clientWidth ? [`${scrollWidth} px wide in ${clientWidth} px`] : []),
      ...cut.map((element) => `cut: ${element.outerHTML.slice(0, 120)}`),
    ];
  }, size);
}
