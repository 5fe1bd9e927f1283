import type { Frame, Page } from "playwright-core";
import * as journey from "../../dev/demo/sender-journey.ts";
import { CONSENT_TOPICS } from "../../src/domain/consent.ts";
import { controlId } from "../../src/taskpane/parts/control-id.ts";
import { clientForm } from "../../src/texts/nl/client-form.ts";
import { consentForm, handover, review, senderForm } from "../../src/texts/nl/screens.ts";
import { openScene, openStage, type Stage } from "./open-pane.ts";

/** More than the longest screen has stops. */
const MOST_TABS = 80;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage.close());

/** What has focus in the pane: its id, or the text of a button, or the value of a radio button. */
function focused(frame: Frame): Promise<{ readonly id: string; readonly text: string }> {
  return frame.evaluate(() => {
    const element = document.activeElement;
    return { id: element?.id ?? "", text: element?.textContent?.trim() ?? "" };
  });
}

class Keyboard {
  readonly #page: Page;
  readonly #frame: Frame;

  constructor(page: Page, frame: Frame) {
    this.#page = page;
    this.#frame = frame;
  }

  /** Goes on with Tab until the control with that id or text has focus. */
  async to(wanted: string): Promise<this> {
    for (let presses = 0; presses <= MOST_TABS; presses++) {
      const { id, text } = await focused(this.#frame);
      if (id === wanted || id.endsWith(`-${wanted}`) || text === wanted) return this;
      await this.#page.keyboard.press("Tab");
    }
    throw new Error(`Tab never came to ${wanted}`);
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.press("Control+A");
    await this.#page.keyboard.type(text);
  }

  press(key: string): Promise<void> {
    return this.#page.keyboard.press(key);
  }
}

test("the whole journey goes by keyboard alone", async () => {
  const { page, pane } = await openScene(stage);
  page.setDefaultTimeout(15_000);
  await journey.heading(pane, senderForm.title);
  const frame = await (await page.waitForSelector("iframe.add-in-frame")).contentFrame();
  if (frame === null) throw new Error("the pane has no frame");
  const keyboard = new Keyboard(page, frame);
  // F6 brings a person into the pane in Outlook; here the title, which asked for focus, is given it.
  await pane.getByRole("heading", { level: 1 }).focus();

  await (await keyboard.to(controlId("sender.team"))).type("lokaal team Kind en Gezin Noord-Limburg");
  await (await keyboard.to(controlId("sender.phone"))).type("0472 00 00 00");
  await keyboard.press("Enter");
  await journey.heading(pane, clientForm.title);

  // Pressed too early: the summary takes focus, and its links lead to the fields.
  await (await keyboard.to(clientForm.next)).press("Enter");
  await pane.locator(".summary").waitFor();
  expect(await frame.evaluate(() => document.activeElement?.className)).toBe("summary");
  await keyboard.press("Tab");
  await keyboard.press("Enter");
  expect((await focused(frame)).id).toBe(controlId("firstName"));

  for (const [field, value] of [
    ["firstName", "Toetsa"],
    ["lastName", "Bord-Voorbeeld"],
    ["street", "Tabstraat"],
    ["houseNumber", "1"],
    ["postcode", "3960"],
    ["municipality", "Bree"],
    ["phone", "0470 12 34 56"],
  ] as const) {
    await (await keyboard.to(controlId(field))).type(value);
  }
  await keyboard.press("Enter");
  await journey.heading(pane, consentForm.title);

  for (const topic of CONSENT_TOPICS) await (await keyboard.to(controlId(`told.${topic}`))).press("Space");
  await (await keyboard.to("spoken")).press("Space");
  await (await keyboard.to(controlId("secrecy"))).press("Space");
  await (await keyboard.to(consentForm.next)).press("Enter");
  await journey.heading(pane, review.title);
  await (await keyboard.to(review.seal)).press("Enter");
  await journey.heading(pane, handover.title);
  await (await keyboard.to(handover.show)).press("Enter");
  expect(await pane.locator(".word").count()).toBe(7);
  await page.context().close();
}, 90_000);
