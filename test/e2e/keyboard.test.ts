import type { Frame, Page } from "playwright-core";
import { CONSENT_TOPICS } from "../../src/domain/field.ts";
import { controlId } from "../../src/taskpane/parts/control-id.ts";
import { clientForm } from "../../src/texts/nl/client-form.ts";
import { handover } from "../../src/texts/nl/handover.ts";
import { consentForm, review, senderForm } from "../../src/texts/nl/screens.ts";
import { openStage, type Stage } from "./open-pane.ts";

const MAILBOX = "sociaalhuis@bree.be";
/** More than the longest screen, or the mail program, has stops. */
const MOST_TABS = 80;
/** Milliseconds that the journey may take on a busy machine. */
const JOURNEY_MS = 120_000;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage.close());

/** What has focus: in the mail program, or within the pane when the mail program says that its frame has it. */
interface Focused {
  readonly tag: string;
  readonly id: string;
  readonly text: string;
}

function focused(where: Page | Frame): Promise<Focused> {
  return where.evaluate(() => {
    const element = document.activeElement;
    return { tag: element?.tagName ?? "", id: element?.id ?? "", text: element?.textContent?.trim() ?? "" };
  });
}

/** A person without a mouse: all goes by keys, in the mail program and in the pane. */
class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Goes on until what has focus there is what is wanted: by its id, by the end of its id, or by its text. */
  async to(where: Page | Frame, wanted: string, key: "Tab" | "Shift+Tab" = "Tab"): Promise<this> {
    for (let presses = 0; presses <= MOST_TABS; presses++) {
      const { id, text } = await focused(where);
      if (id === wanted || id.endsWith(`-${wanted}`) || text === wanted) return this;
      await this.press(key);
    }
    throw new Error(`${key} never came to ${wanted}`);
  }

  async type(text: string): Promise<void> {
    await this.press("Control+A");
    await this.#page.keyboard.type(text);
  }

  press(key: string): Promise<void> {
    return this.#page.keyboard.press(key);
  }

  /** Goes on with Tab until the pane ends and Outlook has taken focus back. */
  async leavePane(): Promise<void> {
    for (let presses = 0; presses <= MOST_TABS; presses++) {
      await this.press("Tab");
      if ((await this.#page.evaluate(() => document.activeElement?.tagName)) === "BUTTON") return;
    }
    throw new Error("Tab never left the pane");
  }
}

/** Waits for the screen, and sees that focus is in the pane, on the screen's title. */
async function onTitle(page: Page, frame: Frame, title: string): Promise<void> {
  await frame.getByRole("heading", { level: 1, name: title }).waitFor();
  expect(await focused(frame)).toEqual({ tag: "H1", id: "", text: title });
  expect(await page.evaluate(() => document.activeElement?.className)).toBe("add-in-frame");
}

test(
  "the whole journey goes by keyboard alone, from the ribbon to Verzenden",
  async () => {
    const context = await stage.browser.newContext({ ignoreHTTPSErrors: true, locale: "nl-BE" });
    const page = await context.newPage();
    await page.goto(`${stage.outlook.origin}/outlook/?mailbox=noor&compose=newMail&signature=1`);
    await page.evaluate(() => window.outlook.ready);
    const keyboard = new Keyboard(page);

    // A new message begins in its first field, which comes after the ribbon.
    const button = (await page.locator(".add-in-button").textContent()) ?? "";
    await (await keyboard.to(page, button, "Shift+Tab")).press("Enter");
    const frame = await (await page.waitForSelector("iframe.add-in-frame")).contentFrame();
    if (frame === null) throw new Error("the pane has no frame");

    await onTitle(page, frame, senderForm.title);
    await (await keyboard.to(frame, controlId("sender.team"))).type("lokaal team Kind en Gezin Noord-Limburg");
    await (await keyboard.to(frame, controlId("sender.phone"))).type("0472 00 00 00");
    await keyboard.press("Enter");
    await onTitle(page, frame, clientForm.title);

    // Pressed too early: the summary takes focus, and its links lead to the fields.
    await (await keyboard.to(frame, clientForm.next)).press("Enter");
    await frame.locator(".summary:focus").waitFor();
    await keyboard.press("Tab");
    await keyboard.press("Enter");
    expect((await focused(frame)).id).toBe(controlId("postcode"));

    for (const [field, value] of [
      ["postcode", "3960"],
      ["municipality", "Gerdingen"],
      ["firstName", "Toetsa"],
      ["lastName", "Bord-Voorbeeld"],
      ["street", "Tabstraat"],
      ["houseNumber", "1"],
      ["phone", "0470 12 34 56"],
    ] as const) {
      await (await keyboard.to(frame, controlId(field))).type(value);
    }
    await keyboard.press("Enter");
    await onTitle(page, frame, consentForm.title);

    for (const topic of CONSENT_TOPICS) await (await keyboard.to(frame, controlId(`told.${topic}`))).press("Space");
    await (await keyboard.to(frame, "spoken")).press("Space");
    await (await keyboard.to(frame, controlId("secrecy"))).press("Space");
    await (await keyboard.to(frame, consentForm.next)).press("Enter");
    await onTitle(page, frame, review.title);
    await frame.getByText("Tabstraat 1, 3960 Gerdingen").waitFor();
    await (await keyboard.to(frame, review.seal)).press("Enter");
    await onTitle(page, frame, handover.title);

    // The button that showed the words keeps focus, and hides them again.
    await (await keyboard.to(frame, handover.show)).press("Enter");
    await frame.getByRole("button", { name: handover.hide, expanded: true }).waitFor();
    expect(await focused(frame)).toMatchObject({ tag: "BUTTON", text: handover.hide });
    expect(await frame.locator(".word").count()).toBe(7);

    expect(await stage.outlook.messagesFor(MAILBOX)).toEqual([]);
    await keyboard.leavePane();
    await (await keyboard.to(page, "Verzenden", "Shift+Tab")).press("Enter");
    await page.getByText("Het bericht is verzonden.").waitFor();
    expect(await stage.outlook.messagesFor(MAILBOX)).toHaveLength(1);
    await context.close();
  },
  JOURNEY_MS,
);
