import { AxeBuilder } from "@axe-core/playwright";
import type { Frame, Page } from "playwright-core";
import type { ClientProfile } from "../../dev/outlook/page/host/profile.ts";
import { call, type OpenOutlook, openOutlook, openPane, until } from "../dev/open-outlook.ts";

/** A guard on sending (OnMessageSend) as Outlook runs it, with one that says what the test tells it: test/dev/fixtures/guard. */
const BROWSER_TEST_MS = 60_000;
jest.setTimeout(BROWSER_TEST_MS);

/** Longer than any test takes: what has to wait so long happens only when the page's clock is put forward. */
const HOUR_MS = 3_600_000;
const ADD_IN = "Veilig doorverwijzen";
const ADDRESS = "ocmw@a.example";
const DEFAULT_TEXT = `${ADD_IN} voorkomt dat dit bericht wordt verzonden.`;
const UNAVAILABLE = {
  title: ADD_IN,
  text: `${ADD_IN} is niet beschikbaar en kan dit bericht nu niet controleren.`,
  buttons: ["Toch verzenden", "Later proberen"],
};
const SLOW = {
  title: ADD_IN,
  text: `Het duurt langer dan verwacht voor ${ADD_IN} dit bericht heeft gecontroleerd.`,
  buttons: ["Niet verzenden"],
};
/** What the guard refuses with, and what it offers. */
const REFUSAL = {
  allowEvent: false,
  errorMessage: "Het archief is gewijzigd.",
  cancelLabel: "Bekijk het",
  commandId: "composeButton",
  contextData: '{"why":"archive"}',
};

let open: OpenOutlook;
let page: Page;
let pane: Frame;
/** Messages that came at ADDRESS before the test began. */
let before: number;

beforeAll(async () => {
  open = await openOutlook(["add-in", "guard"]);
});
afterAll(() => open.close());
afterEach(() => page.context().close());

/** A message with one recipient and the pane open, in this kind of client; and what the guard is going to say, if anything. */
async function compose(answer?: unknown, client: Partial<ClientProfile> = {}): Promise<void> {
  before = (await open.outlook.messagesFor(ADDRESS)).length;
  page = await open.page(`?compose=newMail&to=${ADDRESS}`);
  await page.evaluate((given) => window.outlook.setClient(given), client);
  pane = await openPane(page);
  if (answer !== undefined) await tell(answer);
}

/** What the guard says from now on. */
async function tell(answer: unknown): Promise<void> {
  expect(await call(pane, "item.sessionData", "setAsync", "answer", JSON.stringify(answer))).toBeNull();
}

const send = () => page.evaluate(() => window.outlook.send());
/** Presses Send without waiting for what comes of it. */
const press = () => page.getByRole("button", { name: "Verzenden" }).click();
const alert = () => page.evaluate(() => window.outlook.alert());
const answerAlert = (label: string) => page.evaluate((one) => window.outlook.answerAlert(one), label);
const guardRuns = () => page.evaluate(() => window.outlook.guardRuns());
const unknownCalls = () => page.evaluate(() => window.outlook.unknownCalls());
/** How many messages came since the test began. */
const came = async () => (await open.outlook.messagesFor(ADDRESS)).length - before;
const hiddenFrames = () => page.locator("iframe.launch-event-frame").count();
const setFault = (fault: Parameters<Window["outlook"]["fault"]>[0]) =>
  page.evaluate((given) => window.outlook.fault(given), fault);

async function waitForAlert(text: string): Promise<void> {
  await page.getByRole("alertdialog", { name: ADD_IN }).getByText(text).waitFor();
}

/** What passed about these calls of the guard's page. */
async function guardSaid(...names: readonly string[]): Promise<readonly string[]> {
  const log = await page.evaluate(() => window.outlook.wireLog());
  return log
    .filter((entry) => entry.pane === "send" && names.includes(entry.name))
    .map(({ direction, name }) => `${direction} ${name}`);
}

describe("pressing Send", () => {
  test("runs the guard in a hidden page of its own, and sends when it has nothing against it", async () => {
    await compose({ allowEvent: true });
    expect(await send()).toBe(true);
    await page.getByText("Het bericht is verzonden.").waitFor();
    expect([await guardRuns(), await came(), await alert(), await hiddenFrames()]).toEqual([1, 1, null, 0]);
    expect(await guardSaid("appCommandInvoked", "session.get", "event.completed")).toEqual([
      "from-add-in appCommandInvoked",
      "to-add-in appCommandInvoked", // It is registered,
      "to-add-in appCommandInvoked", // and this is the event.
      "from-add-in session.get",
      "to-add-in session.get",
      "from-add-in event.completed",
      "to-add-in event.completed",
    ]);
    expect(await unknownCalls()).toEqual([]);
  });

  test("shows what the guard refuses with, and sends once that is mended", async () => {
    await compose({ allowEvent: false, errorMessage: "Er staat een naam in het onderwerp." });
    expect(await send()).toBe(false);
    expect(await alert()).toEqual({
      title: ADD_IN,
      text: "Er staat een naam in het onderwerp.",
      buttons: ["Niet verzenden"],
    });
    expect(await hiddenFrames()).toBe(0);
    await answerAlert("Niet verzenden");
    expect([await alert(), await came()]).toEqual([null, 0]);
    await tell({ allowEvent: true });
    await press();
    await page.getByText("Het bericht is verzonden.").waitFor();
    expect([await guardRuns(), await came()]).toEqual([2, 1]);
  });

  test("says in the window that the message is checked, which cannot be changed meanwhile", async () => {
    await compose("never");
    await press();
    await page.getByRole("status").getByText(`${ADD_IN} controleert het bericht`).waitFor();
    expect(await page.locator(".compose").getAttribute("aria-busy")).toBe("true");
    const parts = page.locator(".compose-head, .body-editor");
    expect(await parts.evaluateAll((all: HTMLElement[]) => all.map(({ inert }) => inert))).toEqual([true, true]);
    await page.getByLabel("Concept verwijderen").click();
  });

  test("twice is one run", async () => {
    await compose({ allowEvent: true });
    const both = page.evaluate(() => Promise.all([window.outlook.send(), window.outlook.send()]));
    expect(await both).toEqual([true, true]);
    expect([await guardRuns(), await came()]).toEqual([1, 1]);
  });

  test("asks no guard where the client is older than what brings it", async () => {
    await compose({ ...REFUSAL }, { mailboxSet: "1.11" });
    expect(await send()).toBe(true);
    expect([await guardRuns(), await came()]).toEqual([0, 1]);
  });

  test("asks no guard before there is a recipient", async () => {
    await compose();
    await call(pane, "item.to", "setAsync", []);
    expect(await send()).toBe(false);
    expect([await guardRuns(), await alert()]).toEqual([0, null]);
  });
});

describe("an alert", () => {
  test("opens the pane with what the guard gave for it, also where one is open", async () => {
    await compose(REFUSAL);
    expect(await call(pane, "item", "getInitializationContextAsync")).toBe("");
    await send();
    expect((await alert())?.buttons).toEqual(["Bekijk het", "Niet verzenden"]);
    const old = await page.waitForSelector("iframe.add-in-frame");
    await answerAlert("Bekijk het");
    await old.waitForElementState("hidden");
    pane = await paneNow();
    expect(await call(pane, "item", "getInitializationContextAsync")).toBe('{"why":"archive"}');
    expect(await came()).toBe(0);

    await page.getByLabel("Deelvenster sluiten").click();
    pane = await openPane(page);
    expect(await call(pane, "item", "getInitializationContextAsync")).toBe("");
  });

  test("only closes where the guard names a control that is none, which a test sees", async () => {
    await compose({ ...REFUSAL, commandId: "composeButton10" });
    await page.getByLabel("Deelvenster sluiten").click();
    await send();
    await answerAlert("Bekijk het");
    expect([await alert(), await page.locator("iframe.add-in-frame").count()]).toEqual([null, 0]);
    expect(await unknownCalls()).toEqual(["event.completed: no control composeButton10"]);
  });

  test("lets a person send anyway when the guard asks for that", async () => {
    await compose({ ...REFUSAL, sendModeOverride: "promptUser" });
    await send();
    expect((await alert())?.buttons).toEqual(["Bekijk het", "Toch verzenden", "Niet verzenden"]);
    await answerAlert("Toch verzenden");
    expect([await came(), await guardRuns()]).toEqual([1, 1]);
  });

  test("has in a client of set 1.12 only what that set knows", async () => {
    await compose({ ...REFUSAL, sendModeOverride: "promptUser" }, { mailboxSet: "1.12" });
    await send();
    expect(await alert()).toEqual({ title: ADD_IN, text: REFUSAL.errorMessage, buttons: ["Niet verzenden"] });
    expect(await unknownCalls()).toEqual([]);
  });

  test("has the text that Outlook has itself where that of the guard is too long, which a test sees", async () => {
    await compose({ ...REFUSAL, errorMessage: "x".repeat(501), cancelLabel: "x".repeat(21) });
    await send();
    expect(await alert()).toEqual({
      title: ADD_IN,
      text: DEFAULT_TEXT,
      buttons: ["Actie ondernemen", "Niet verzenden"],
    });
    const problems = [
      "event.completed: errorMessage of 501 characters",
      "event.completed: cancelLabel of 21 characters",
    ];
    expect(await unknownCalls()).toEqual(problems);
    const log = await page.evaluate(() => window.outlook.wireLog());
    expect(log.filter(({ direction }) => direction === "note").map(({ pane: from, name }) => [from, name])).toEqual(
      problems.map((problem) => ["send", problem]),
    );
  });

  test("shows Markdown where the client knows it", async () => {
    const errorMessageMarkdown = "Kijk **eerst** na:\n\n- het archief\r- de geadresseerde\r";
    await compose({ ...REFUSAL, errorMessageMarkdown }, { mailboxSet: "1.15" });
    await send();
    const shown = page.getByRole("alertdialog");
    expect(await shown.getByRole("listitem").allTextContents()).toEqual(["het archief", "de geadresseerde"]);
    expect(await shown.locator("strong").textContent()).toBe("eerst");
  });

  test("holds for the first word when the guard says two", async () => {
    await compose([REFUSAL, { allowEvent: true }]);
    expect(await send()).toBe(false);
    expect([(await alert())?.text, await came()]).toEqual([REFUSAL.errorMessage, 0]);
    expect(await unknownCalls()).toEqual(["event.completed: said again"]);
  });

  test("has no accessibility fault, and goes with Escape, back to where the keyboard was", async () => {
    await compose(REFUSAL);
    await page.getByRole("button", { name: "Verzenden" }).focus();
    await page.keyboard.press("Enter");
    await waitForAlert(REFUSAL.errorMessage);
    const { violations } = await new AxeBuilder({ page }).exclude("iframe.add-in-frame").analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(await focusedText()).toBe("Bekijk het");
    await page.keyboard.press("Escape");
    expect([await alert(), await focusedText(), await came()]).toEqual([null, "Verzenden", 0]);
  });

  test("has no button but those that stand on it", async () => {
    await compose(REFUSAL);
    await send();
    await expect(answerAlert("Toch verzenden")).rejects.toThrow("no alert with a button Toch verzenden");
    await answerAlert("Niet verzenden");
    await expect(answerAlert("Niet verzenden")).rejects.toThrow("no alert with a button Niet verzenden");
  });
});

describe("a guard that is not there", () => {
  test.each([
    ["its page", "launchevent.html", {}],
    ["its script", "launchevent.js", { guardLoadMs: 500 }],
    ["office.js in it", "office.js", { guardLoadMs: 500 }],
  ])("because %s does not load lets the person choose", async (_name, file, client) => {
    await compose({ allowEvent: true }, client);
    await page.route(`**/${file}**`, (route) => route.abort());
    expect(await send()).toBe(false);
    expect([await alert(), await hiddenFrames()]).toEqual([UNAVAILABLE, 0]);
    await answerAlert("Later proberen");
    expect([await alert(), await came()]).toEqual([null, 0]);
    expect(await send()).toBe(false);
    await answerAlert("Toch verzenden");
    expect([await came(), await guardRuns()]).toEqual([1, 2]);
  });

  test("under the name in the manifest holds every message, which a test sees", async () => {
    await compose({ allowEvent: true });
    await page.route("**/launchevent.js", (route) =>
      route.fulfill({
        contentType: "text/javascript",
        body: 'Office.onReady(); Office.actions.associate("x", () => {});',
      }),
    );
    expect(await send()).toBe(false);
    expect(await alert()).toEqual({ title: ADD_IN, text: DEFAULT_TEXT, buttons: ["Niet verzenden"] });
    expect(await unknownCalls()).toEqual([
      expect.stringMatching(/^event.completed: no function of that name, code \d+$/),
    ]);
  });
});

describe("a guard that takes long", () => {
  test("has to be waited for, and its word counts when it comes", async () => {
    await compose("wait", { guardSlowMs: 0 });
    const sent = send();
    await waitForAlert(SLOW.text);
    expect(await alert()).toEqual(SLOW);
    await tell(REFUSAL);
    expect(await sent).toBe(false);
    expect([(await alert())?.text, await hiddenFrames(), await came()]).toEqual([REFUSAL.errorMessage, 0, 0]);
  });

  test("can be stopped by the person, and the message stays", async () => {
    await compose("never", { guardSlowMs: 0 });
    const sent = send();
    await waitForAlert(SLOW.text);
    await answerAlert("Niet verzenden");
    expect([await sent, await alert(), await hiddenFrames(), await came()]).toEqual([false, null, 0, 0]);
    await tell({ allowEvent: true });
    expect(await send()).toBe(true);
  });

  test("and never says anything is given up, and the message stays", async () => {
    await compose("never", { guardLimitMs: 100 });
    expect(await send()).toBe(false);
    expect(await alert()).toEqual({
      title: ADD_IN,
      text: `${ADD_IN} heeft dit bericht niet op tijd gecontroleerd. Het is niet verzonden. Probeer het opnieuw te verzenden.`,
      buttons: ["Niet verzenden"],
    });
    expect([await hiddenFrames(), await came()]).toEqual([0, 0]);
  });

  test("is ended when the person leaves the message, which becomes a draft", async () => {
    await compose("never");
    const sent = send();
    await page.getByRole("status").getByText("controleert het bericht").waitFor();
    await page.getByLabel("Bericht sluiten en bewaren").click();
    expect(await sent).toBe(false);
    await waitForAlert("Het staat in Concepten");
    await answerAlert("OK");
    expect([await hiddenFrames(), await came()]).toEqual([0, 0]);
    await page.locator(".count", { hasText: /^1$/ }).waitFor();
  });

  test("is ended without a word when the person throws the message away", async () => {
    await compose("never");
    const sent = send();
    await page.getByRole("status").getByText("controleert het bericht").waitFor();
    await page.getByLabel("Concept verwijderen").click();
    expect([await sent, await alert(), await hiddenFrames(), await came()]).toEqual([false, null, 0, 0]);
  });
});

describe("what else a test can ask", () => {
  test("a call fails for the guard alone", async () => {
    await compose({ allowEvent: true });
    await setFault({ call: "session.get", kind: "fail", code: 5001, pane: "send", always: true });
    expect(await call(pane, "item.sessionData", "getAsync", "answer")).toBe('{"allowEvent":true}');
    expect(await send()).toBe(false);
    expect((await alert())?.text).toBe("error 5001");
  });

  test("a fault that names no page is for the guard too", async () => {
    await compose({ allowEvent: true });
    await setFault({ call: "session.get", kind: "fail", code: 9050 });
    await tell(REFUSAL);
    expect(await send()).toBe(true);
  });

  test("session data are dropped on demand", async () => {
    await compose(REFUSAL);
    await page.evaluate(() => window.outlook.dropSessionData());
    expect(await call(pane, "item.sessionData", "getAsync", "answer")).toBe("error 9050");
    expect(await send()).toBe(true);
  });

  test("calls that read are answered after a time, and those that write are not held up", async () => {
    await compose();
    await call(pane, "item", "addFileAttachmentFromBase64Async", "YQ==", "a.7z");
    await page.clock.install();
    await page.evaluate((answerMs) => window.outlook.setClient({ answerMs, attachmentIds: "index" }), HOUR_MS);
    await pane.evaluate(`
      window.answered = [];
      for (const [name, object, method, ...args] of [
        ["subject", Office.context.mailbox.item.subject, "getAsync"],
        ["list", Office.context.mailbox.item, "getAttachmentsAsync"],
        ["content", Office.context.mailbox.item, "getAttachmentContentAsync", "0"],
      ]) void window.call(object, method, ...args).then((value) => window.answered.push([name, JSON.stringify(value)]));`);
    expect(await call(pane, "item.subject", "setAsync", "Later")).toBeNull();
    expect(await pane.evaluate("window.answered")).toEqual([]);
    await page.clock.fastForward(HOUR_MS);
    await until(pane, "window.answered.length === 3");
    expect(await pane.evaluate("window.answered")).toEqual([
      ["subject", '""'],
      ["list", expect.stringContaining('"id":"0"')],
      ["content", '{"content":"YQ==","format":"base64"}'],
    ]);
  });
});

/** The pane that stands there now, ready. */
async function paneNow(): Promise<Frame> {
  const frame = await (await page.waitForSelector("iframe.add-in-frame")).contentFrame();
  if (!frame) throw new Error("the pane has no frame");
  await until(frame, "window.officeReady && Office.context.mailbox");
  return frame;
}

function focusedText(): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
}
