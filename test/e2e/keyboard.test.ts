import type { Frame, Page } from "playwright-core";
import { CONSENT_TOPICS } from "../../src/domain/field.ts";
import { isReference } from "../../src/domain/reference.ts";
import { controlId } from "../../src/taskpane/parts/control-id.ts";
import { SCREEN_TITLE } from "../../src/taskpane/parts/screen.tsx";
import { clientForm } from "../../src/texts/nl/client-form.ts";
import { handover, keeping } from "../../src/texts/nl/handover.ts";
import { outstanding } from "../../src/texts/nl/outstanding.ts";
import { handedOver } from "../../src/texts/nl/register.ts";
import { common, consentForm, outstandingBar, review, senderForm } from "../../src/texts/nl/screens.ts";
import { openStage, type Stage } from "./open-pane.ts";

const MAILBOX = "sociaalhuis@bree.be";
/** More than the longest screen, or the mail program, has stops. */
const MOST_TABS = 80;
/** How soon focus is back where something took the place of what had it, in milliseconds. */
const FOCUS_WITHIN = 5_000;
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
  /** Its name for screen readers, where that is not its text. */
  readonly label: string;
  readonly text: string;
  /** The heading of the part of the screen that it is in. */
  readonly section: string;
}

function focused(where: Page | Frame): Promise<Focused> {
  return where.evaluate(() => {
    const element = document.activeElement;
    return {
      tag: element?.tagName ?? "",
      id: element?.id ?? "",
      label: element?.getAttribute("aria-label") ?? "",
      text: element?.textContent?.trim() ?? "",
      section: element?.closest(".section")?.querySelector("h2")?.textContent ?? "",
    };
  });
}

/** A person without a mouse: all goes by keys, in the mail program and in the pane. */
class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Goes on until what has focus there is what is wanted: by its id, by the end of its id, by its name, or by its text. */
  async to(where: Page | Frame, wanted: string, key: "Tab" | "Shift+Tab" = "Tab"): Promise<this> {
    for (let presses = 0; presses <= MOST_TABS; presses++) {
      const { id, label, text } = await focused(where);
      if (id === wanted || id.endsWith(`-${wanted}`) || label === wanted || text === wanted) return this;
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
  expect(await focused(frame)).toEqual({ tag: "H1", id: SCREEN_TITLE, label: "", text: title, section: "" });
  expect(await page.evaluate(() => document.activeElement?.className)).toBe("add-in-frame");
}

test(
  "the whole journey goes by keyboard alone, from the ribbon to Verzenden, and later on to the hand-over",
  async () => {
    const context = await stage.browser.newContext({ ignoreHTTPSErrors: true, locale: "nl-BE" });
    const page = await context.newPage();
    await page.goto(`${stage.outlook.origin}/outlook/?mailbox=noor&compose=newMail&signature=1`);
    await page.evaluate(() => window.outlook.ready);
    const keyboard = new Keyboard(page);

    const frame = await openPane(page, keyboard);
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
    const words = await frame.locator(".word").allTextContents();
    expect(words).toHaveLength(7);
    for (const [index, word] of words.entries()) {
      await (await keyboard.to(frame, `${word}: juist herhaald`)).press("Space");
      await frame.getByText(handover.count(index + 1, words.length)).waitFor();
    }

    // Nobody answers: the link beside the number leads on, the password is kept, and focus is where the button was.
    await (await keyboard.to(frame, handover.noAnswer, "Shift+Tab")).press("Enter");
    expect(await focused(frame)).toMatchObject({ tag: "H2", text: keeping.title });
    await (await keyboard.to(frame, keeping.keep)).press("Enter");
    await frame.getByRole("button", { name: keeping.erase }).waitFor();
    await frame.locator(".section", { hasText: keeping.title }).locator(":focus").waitFor({ timeout: FOCUS_WITHIN });

    expect(await stage.outlook.messagesFor(MAILBOX)).toEqual([]);
    await keyboard.leavePane();
    await (await keyboard.to(page, "Verzenden", "Shift+Tab")).press("Enter");
    await page.getByText("Het bericht is verzonden.").waitFor();
    expect(await stage.outlook.messagesFor(MAILBOX)).toHaveLength(1);

    await handOverLater(page, keyboard);
    await context.close();
  },
  JOURNEY_MS,
);

/** With the button in the ribbon of a new message, which begins in its first field; the ribbon comes before that. */
async function openPane(page: Page, keyboard: Keyboard): Promise<Frame> {
  const button = (await page.locator(".add-in-button").textContent()) ?? "";
  await (await keyboard.to(page, button, "Shift+Tab")).press("Enter");
  const frame = await (await page.waitForSelector("iframe.add-in-frame")).contentFrame();
  if (frame === null) throw new Error("the pane has no frame");
  return frame;
}

/** In another message: from the bar to the list, to the words that were kept, to "Doorgegeven", and back again. */
async function handOverLater(page: Page, keyboard: Keyboard): Promise<void> {
  await (await keyboard.to(page, "Nieuw bericht")).press("Enter");
  await page.locator(".add-in-button").waitFor();
  const frame = await openPane(page, keyboard);
  await onTitle(page, frame, clientForm.title);
  await (await keyboard.to(frame, outstandingBar.bar(1), "Shift+Tab")).press("Enter");
  const open = frame.getByRole("button", { name: new RegExp(`^${outstanding.open(true)} van `) });
  await open.waitFor();
  await onTitle(page, frame, outstanding.title);

  const reference = /DV-\d{4}-[0-9A-Z]{6}/.exec(await frame.locator(".card").innerText())?.[0] ?? "";
  if (!isReference(reference)) throw new Error("the list names no reference");
  await (await keyboard.to(frame, outstanding.openFor(reference, true))).press("Enter");
  await onTitle(page, frame, handover.title);
  await (await keyboard.to(frame, handover.show)).press("Enter");
  expect(await focused(frame)).toMatchObject({ tag: "BUTTON", text: handover.hide });

  await (await keyboard.to(frame, "handover-to")).type("maatschappelijk werker onthaal");
  await (await keyboard.to(frame, "handover-channel-phone")).press("Space");
  await (await keyboard.to(frame, handedOver.submit)).press("Enter");
  await frame.locator(".note:focus").waitFor();
  expect(await focused(frame)).toMatchObject({
    tag: "P",
    text: expect.stringMatching(
      /^Genoteerd: doorgegeven aan maatschappelijk werker onthaal, per telefoon, op .+ uur\.$/,
    ),
    section: handedOver.title,
  });
  await (await keyboard.to(frame, outstanding.backToList)).press("Enter");
  await frame.getByText(outstanding.none).waitFor();
  await onTitle(page, frame, outstanding.title);
  await (await keyboard.to(frame, common.back)).press("Enter");
  await onTitle(page, frame, clientForm.title);
  expect(await frame.locator(".outstanding-bar").innerText()).toBe(outstandingBar.bar(0));
}
