import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { simpleParser } from "mailparser";
import type { Frame, Page } from "playwright-core";
import { findSevenZip } from "../../scripts/tools.ts";
import { call, type OpenOutlook, openOutlook, openPane, until } from "../dev/open-outlook.ts";

/** The unmodified office.js in the pane against the stand-in, in a real browser. */
const BROWSER_TEST_MS = 60_000;
jest.setTimeout(BROWSER_TEST_MS);

let open: OpenOutlook;
let page: Page;

beforeAll(async () => {
  open = await openOutlook();
});
afterAll(() => open.close());
afterEach(() => page.context().close());

const BRIEF = { displayName: "Sociaal Huis Bree", emailAddress: "sociaalhuis@bree.be" };
const BASE64 = Buffer.from("sealed").toString("base64");
/** Longer than any test takes: what has to wait so long is answered only when the page's clock is put forward. */
const HOUR_MS = 3_600_000;

async function compose(query = "?compose=newMail"): Promise<Frame> {
  page = await open.page(query);
  return openPane(page);
}

/** Makes a call without waiting for its answer, which `begun` gives. */
function begin(pane: Frame, object: string, method: string, ...args: readonly unknown[]): Promise<unknown> {
  return pane.evaluate(
    `void (window.begun = window.call(Office.context.mailbox.${object}, ${JSON.stringify(method)}, ...${JSON.stringify(args)}))`,
  );
}

/** The answer to the call that was begun last, or "not yet" when there is none so far. */
function begun(pane: Frame): Promise<unknown> {
  return pane.evaluate("Promise.race([window.begun, 'not yet'])");
}

/** What passed about these calls so far, in order: asked, answered, or why it was held back. */
async function passed(...names: readonly string[]): Promise<readonly string[]> {
  const log = await page.evaluate(() => window.outlook.wireLog());
  const happened = { "from-add-in": "asked", "to-add-in": "answered" } as const;
  return log
    .filter(({ name }) => names.includes(name))
    .map(({ direction, name, text }) => `${name}: ${direction === "note" ? text : happened[direction]}`);
}

/** Goes to the OCMW's mailbox. Until its list has come, the lines of the folder before still stand there. */
async function openOcmwMailbox(): Promise<void> {
  await page.locator("#mailboxes").getByRole("button", { name: "Sociaal huis Bree" }).click();
  await page.locator("#mailbox-name", { hasText: "Sociaal Huis Bree" }).waitFor();
}

function setFault(fault: Parameters<Window["outlook"]["fault"]>[0]): Promise<void> {
  return page.evaluate((given) => window.outlook.fault(given), fault);
}

describe("a message being written, as office.js sees it", () => {
  test("says who writes, what it is, and is empty", async () => {
    const pane = await compose();
    const profile = await pane.evaluate(
      "[Office.context.mailbox.userProfile.displayName, Office.context.mailbox.userProfile.emailAddress, Office.context.displayLanguage]",
    );
    expect(profile).toEqual(["Noor Voorbeeld", "noor.voorbeeld@opgroeien.example", "nl-BE"]);
    expect(await call(pane, "item", "getComposeTypeAsync")).toEqual({ composeType: "newMail", coercionType: "html" });
    expect(await call(pane, "item.body", "getAsync", "text")).toBe("");
    expect(await call(pane, "item.subject", "getAsync")).toBe("");
    expect(await call(pane, "item", "getAttachmentsAsync")).toEqual([]);
    expect(await call(pane, "item.from", "getAsync")).toMatchObject({
      displayName: "Noor Voorbeeld",
      emailAddress: "noor.voorbeeld@opgroeien.example",
    });
  });

  test.each(["to", "cc", "bcc"])("takes and gives recipients in %s", async (field) => {
    const pane = await compose();
    expect(await call(pane, `item.${field}`, "setAsync", [BRIEF])).toBeNull();
    expect(
      await call(pane, `item.${field}`, "addAsync", [{ displayName: "", emailAddress: "extra@ocmw.example" }]),
    ).toBeNull();
    expect(await call(pane, `item.${field}`, "getAsync")).toMatchObject([
      BRIEF,
      { displayName: "extra@ocmw.example", emailAddress: "extra@ocmw.example" },
    ]);
    expect(await page.locator(".chip").allTextContents()).toEqual(["Sociaal Huis Bree", "extra@ocmw.example"]);
  });

  test("shows the subject and body that the add-in sets, without anything that runs", async () => {
    const pane = await compose();
    await call(pane, "item.subject", "setAsync", "Vertrouwelijk");
    await call(
      pane,
      "item.body",
      "setAsync",
      '<p onclick="x()">Dag<script>x()</script></p><img src="https://a.example/b.png">',
      {
        coercionType: "html",
      },
    );
    expect(await page.getByLabel("Onderwerp").inputValue()).toBe("Vertrouwelijk");
    expect(await call(pane, "item.body", "getAsync", "html")).toBe("<p>Dag</p><img>");
    await call(pane, "item.body", "prependAsync", "<p>Eerst</p>", { coercionType: "html" });
    expect(await call(pane, "item.body", "getAsync", "text")).toBe("Eerst\n\nDag");
    expect(await call(pane, "item.body", "getTypeAsync")).toBe("html");
  });

  test("writes HTML as plain text, with the dashes and numbers of its lists", async () => {
    const pane = await compose();
    const written: Record<string, unknown> = {};
    const expected = {
      "<p>Een</p><p>Twee</p>": "Een\n\nTwee",
      "<ul><li>appel</li><li>peer</li></ul>": "- appel\n\n- peer",
      "<ol><li>eerst</li><li><b>dan</b> dit</li></ol>": "1. eerst\n\n2. dan dit",
      '<ol start="9"><li>eerst</li><li>dan</li></ol>': "9. eerst\n\n10. dan",
      "<ol><li>hout<ul><li>eik</li></ul></li><li>steen</li></ol>": "1. hout\n\n- eik\n\n2. steen",
      "Naam:<br>Toetsa &amp; co": "Naam:\nToetsa & co",
    };
    for (const html of Object.keys(expected)) {
      await call(pane, "item.body", "setAsync", html, { coercionType: "html" });
      written[html] = await call(pane, "item.body", "getAsync", "text");
    }
    expect(written).toEqual(expected);
  });

  test("sees at once what the person types", async () => {
    const pane = await compose();
    await page.getByLabel("Onderwerp").fill("Zelf getypt");
    await page.getByLabel("Berichttekst").click();
    await page.keyboard.type("Hallo");
    expect(await call(pane, "item.subject", "getAsync")).toBe("Zelf getypt");
    expect(await call(pane, "item.body", "getAsync", "text")).toBe("Hallo");
  });

  test("takes, lists, reads and removes an attachment", async () => {
    const pane = await compose();
    const id = await call(pane, "item", "addFileAttachmentFromBase64Async", BASE64, "a.7z");
    expect(await call(pane, "item", "getAttachmentsAsync")).toEqual([
      {
        id,
        name: "a.7z",
        size: 6,
        attachmentType: "file",
        contentType: "application/x-7z-compressed",
        isInline: false,
      },
    ]);
    expect(await call(pane, "item", "getAttachmentContentAsync", id)).toEqual({ content: BASE64, format: "base64" });
    expect(await call(pane, "item", "removeAttachmentAsync", id)).toBeNull();
    expect(await call(pane, "item", "removeAttachmentAsync", id)).toBe("error 9008");
    expect(await call(pane, "item", "getAttachmentsAsync")).toEqual([]);
  });

  test("keeps x- headers and refuses others", async () => {
    const pane = await compose();
    expect(await call(pane, "item.internetHeaders", "setAsync", { "x-doorverwijzing": "v1" })).toBeNull();
    expect(await call(pane, "item.internetHeaders", "setAsync", { "Reply-To": "a@b.example" })).toBe("error 9031");
    expect(await call(pane, "item.internetHeaders", "getAsync", ["x-doorverwijzing", "x-other"])).toEqual({
      "x-doorverwijzing": "v1",
    });
    expect(await call(pane, "item.internetHeaders", "removeAsync", ["x-doorverwijzing"])).toBeNull();
    expect(await call(pane, "item.internetHeaders", "getAsync", ["x-doorverwijzing"])).toEqual({});
  });

  test("gives an id once it is saved, and stands in Concepten", async () => {
    const pane = await compose();
    expect(await call(pane, "item", "getItemIdAsync")).toBe("error 9046");
    await call(pane, "item.subject", "setAsync", "Concept een");
    const id = await call(pane, "item", "saveAsync");
    expect(await call(pane, "item", "getItemIdAsync")).toBe(id);
    expect(await page.locator(".count").textContent()).toBe("1");
  });

  test("forgets session data when the draft is closed and opened again, but no header or attachment", async () => {
    let pane = await compose();
    await call(pane, "item.subject", "setAsync", "Later verder");
    await call(pane, "item.sessionData", "setAsync", "seal", "s1");
    await call(pane, "item.internetHeaders", "setAsync", { "x-doorverwijzing": "v1" });
    const before = await call(pane, "item", "addFileAttachmentFromBase64Async", BASE64, "a.7z");
    expect(await call(pane, "item.sessionData", "getAsync", "seal")).toBe("s1");
    await page.getByLabel("Bericht sluiten en bewaren").click();
    await page.getByRole("button", { name: "Concepten" }).click();
    await page.getByRole("button", { name: "Later verder" }).click();
    pane = await openPane(page);
    expect(await call(pane, "item.sessionData", "getAsync", "seal")).toBe("error 9050");
    expect(await call(pane, "item.internetHeaders", "getAsync", ["x-doorverwijzing"])).toEqual({
      "x-doorverwijzing": "v1",
    });
    const files = await call(pane, "item", "getAttachmentsAsync");
    expect(files).toMatchObject([{ name: "a.7z", size: 6 }]);
    expect(files).not.toMatchObject([{ id: before }]);
  });

  test("clears, removes and limits session data", async () => {
    const pane = await compose();
    await call(pane, "item.sessionData", "setAsync", "a", "1");
    await call(pane, "item.sessionData", "setAsync", "b", "2");
    expect(await call(pane, "item.sessionData", "getAllAsync")).toEqual({ a: "1", b: "2" });
    expect(await call(pane, "item.sessionData", "removeAsync", "a")).toBeNull();
    expect(await call(pane, "item.sessionData", "setAsync", "c", "x".repeat(50_000))).toBe("error 9051");
    expect(await call(pane, "item.sessionData", "clearAsync")).toBeNull();
    expect(await call(pane, "item.sessionData", "getAllAsync")).toEqual({});
  });

  test("shows bars above the message", async () => {
    const pane = await compose();
    const bar = { type: "errorMessage", message: "Er ging iets mis" };
    expect(await call(pane, "item.notificationMessages", "addAsync", "k", bar)).toBeNull();
    expect(await call(pane, "item.notificationMessages", "addAsync", "k", bar)).toBe("error 9023");
    expect(await page.locator(".bar").textContent()).toBe("Er ging iets mis");
    expect(
      await call(pane, "item.notificationMessages", "replaceAsync", "k", { ...bar, message: "Opnieuw" }),
    ).toBeNull();
    expect(await call(pane, "item.notificationMessages", "getAllAsync")).toMatchObject([
      { key: "k", message: "Opnieuw" },
    ]);
    expect(await call(pane, "item.notificationMessages", "removeAsync", "k")).toBeNull();
    expect(await page.locator(".bar").count()).toBe(0);
  });

  test("keeps roaming settings for the mailbox, and custom properties for the item", async () => {
    const pane = await compose();
    const saved = await pane.evaluate(
      "(Office.context.roamingSettings.set('profile', { team: 'Noord' }), window.call(Office.context.roamingSettings, 'saveAsync'))",
    );
    expect(saved).toBeNull();
    expect(await page.evaluate(() => window.outlook.roamingSettings("noor"))).toEqual({ profile: '{"team":"Noord"}' });
    expect(await page.evaluate(() => window.outlook.roamingSettings("ocmw-bree"))).toEqual({});
    const kept =
      await pane.evaluate(`new Promise((resolve) => Office.context.mailbox.item.loadCustomPropertiesAsync((loaded) => {
      loaded.value.set("a", "b");
      loaded.value.saveAsync(() => Office.context.mailbox.item.loadCustomPropertiesAsync((again) => resolve(again.value.get("a"))));
    }))`);
    expect(kept).toBe("b");
    await page.reload();
    await page.evaluate(() => window.outlook.ready);
    const again = await openPane(page);
    expect(await again.evaluate("Office.context.roamingSettings.get('profile')")).toEqual({ team: "Noord" });
  });

  test("tells of changed recipients to who registered", async () => {
    const pane = await compose();
    await pane.evaluate(`new Promise((resolve) => Office.context.mailbox.item.addHandlerAsync
      ? Office.context.mailbox.item.addHandlerAsync("olkRecipientsChanged", (event) => { window.changed = event.changedRecipientFields; }, resolve)
      : resolve())`);
    await call(pane, "item.to", "setAsync", [BRIEF]);
    await until(pane, "window.changed");
    expect(await pane.evaluate("window.changed")).toEqual({ to: true, cc: false, bcc: false });
  });
});

describe("how a message may begin", () => {
  test.each([
    ["a signature with its picture", "?compose=newMail&signature=1", "newMail", 1, "Met vriendelijke groet"],
    ["nothing", "?compose=newMail", "newMail", 0, ""],
    ["plain text", "?compose=newMail&format=text", "newMail", 0, ""],
    ["a reply", "?compose=reply", "reply", 0, ""],
    ["a forward", "?compose=forward", "forward", 0, ""],
  ])("with %s", async (_name, query, kind, files, text) => {
    const pane = await compose(query);
    expect(await call(pane, "item", "getComposeTypeAsync")).toMatchObject({ composeType: kind });
    expect(await call(pane, "item", "getAttachmentsAsync")).toHaveLength(files);
    expect(await call(pane, "item.body", "getAsync", "text")).toContain(text);
  });

  test("refuses HTML in a message of plain text", async () => {
    const pane = await compose("?compose=newMail&format=text");
    expect(await call(pane, "item.body", "setAsync", "<p>a</p>", { coercionType: "html" })).toBe("error 1000");
    expect(await call(pane, "item.body", "setAsync", "a")).toBeNull();
    expect(await call(pane, "item.body", "getAsync", "text")).toBe("a");
  });
});

describe("a strict Outlook", () => {
  test("loses the second of two attachments that are added at the same time", async () => {
    const pane = await compose();
    await page.clock.install();
    await page.evaluate((attachmentMs) => window.outlook.setClient({ attachmentMs }), HOUR_MS);
    await begin(pane, "item", "addFileAttachmentFromBase64Async", BASE64, "a.7z");
    await begin(pane, "item", "addFileAttachmentFromBase64Async", BASE64, "b.7z");
    expect(await call(pane, "item", "getAttachmentsAsync")).toEqual([]);
    await page.clock.fastForward(HOUR_MS);
    await page.getByLabel("a.7z verwijderen").waitFor();
    expect(await call(pane, "item", "getAttachmentsAsync")).toMatchObject([{ name: "a.7z" }]);
    expect(await passed("attachments.add")).toEqual([
      "attachments.add: asked",
      "attachments.add: asked",
      "attachments.add: not done, not answered: another one was under way",
      "attachments.add: answered",
    ]);
    expect(await begun(pane)).toBe("not yet");
  });

  test.each([
    ["what is not base64", ["!!!!", "a.7z"], "error 9007"],
    ["a program", [BASE64, "a.exe"], "error 9007"],
  ])("refuses as an attachment %s", async (_name, args, error) => {
    const pane = await compose();
    expect(await call(pane, "item", "addFileAttachmentFromBase64Async", ...args)).toBe(error);
  });

  test("refuses what a client of an older set does not have", async () => {
    page = await open.page("?compose=newMail");
    await page.evaluate(() => window.outlook.setClient({ mailboxSet: "1.8" }));
    const pane = await openPane(page);
    expect(await pane.evaluate("Office.context.requirements.isSetSupported('Mailbox', '1.9')")).toBe(false);
    expect(await call(pane, "item", "getComposeTypeAsync")).toBe("error 5000");
    expect(await call(pane, "item.sessionData", "getAllAsync")).toBe("error 5000");
    expect(await call(pane, "item", "getAttachmentsAsync")).toEqual([]);
  });

  test("gives ids and sizes as classic Outlook does, when told so", async () => {
    page = await open.page("?compose=newMail");
    await page.evaluate(() =>
      window.outlook.setClient({ attachmentIds: "index", attachmentSizes: "encoded", bodyHtml: "document" }),
    );
    const pane = await openPane(page);
    expect(await call(pane, "item", "addFileAttachmentFromBase64Async", BASE64, "a.7z")).toBe("0");
    expect(await call(pane, "item", "getAttachmentsAsync")).toMatchObject([{ id: "0", size: BASE64.length }]);
    expect(await call(pane, "item.body", "getAsync", "html")).toMatch(/^<html>/);
  });

  test("answers a call that it does not know with an error, and shows it", async () => {
    const pane = await compose();
    expect(await call(pane, "item.categories", "getAsync")).toBe("error 5000");
    expect(await page.evaluate(() => window.outlook.unknownCalls())).toEqual(["ExecuteMethod 157"]);
    expect(await page.locator("#status").textContent()).toContain("157");
  });

  test("has the pane exactly 320 px wide, without clipboard or dialogs of the browser", async () => {
    const pane = await compose();
    expect(await pane.evaluate("window.innerWidth")).toBe(320);
    const copying = await pane.evaluate(
      "navigator.clipboard.writeText('a').then(() => 'copied', (error) => error.name)",
    );
    expect(copying).toBe("NotAllowedError");
  });

  test("records every message between add-in and Outlook, telemetry too", async () => {
    const pane = await compose();
    await call(pane, "item.subject", "setAsync", "Zeldzaamwoord");
    const log = await page.evaluate(() => window.outlook.wireLog());
    const sent = log.filter(({ direction, name }) => direction === "from-add-in" && name === "subject.set");
    expect(sent.map(({ text }) => text.includes("Zeldzaamwoord"))).toEqual([true]);
    expect(log.map(({ name }) => name)).toContain("GetInitialData");
  });
});

describe("faults on demand", () => {
  test("a call fails once with the code that was asked, and works the next time", async () => {
    const pane = await compose();
    await setFault({ call: "subject.set", kind: "fail", code: 9020 });
    expect(await call(pane, "item.subject", "setAsync", "a")).toBe("error 9020");
    expect(await call(pane, "item.subject", "getAsync")).toBe("");
    expect(await call(pane, "item.subject", "setAsync", "a")).toBeNull();
  });

  test.each([
    ["silent", "", "not done, not answered, as told"],
    ["lost", "a", "done, not answered, as told"],
  ] as const)(
    "a call that is %s is not answered and leaves %j, and the next one is as usual",
    async (kind, left, note) => {
      const pane = await compose();
      await setFault({ call: "subject.set", kind });
      await begin(pane, "item.subject", "setAsync", "a");
      expect(await call(pane, "item.subject", "getAsync")).toBe(left);
      expect(await passed("subject.set")).toEqual(["subject.set: asked", `subject.set: ${note}`]);
      expect(await begun(pane)).toBe("not yet");
      expect(await call(pane, "item.subject", "setAsync", "b")).toBeNull();
      expect(await call(pane, "item.subject", "getAsync")).toBe("b");
      expect(await begun(pane)).toBe("not yet");
    },
  );

  test("a call that is late does its work at once, and is answered after its time and not before", async () => {
    const pane = await compose();
    await page.clock.install();
    await setFault({ call: "subject.set", kind: "late", ms: HOUR_MS });
    await begin(pane, "item.subject", "setAsync", "a");
    expect(await call(pane, "item.subject", "getAsync")).toBe("a");
    expect(await begun(pane)).toBe("not yet");
    await page.clock.fastForward(HOUR_MS);
    expect(await pane.evaluate("window.begun")).toBeNull();
    expect(await passed("subject.set", "subject.get")).toEqual([
      "subject.set: asked",
      "subject.get: asked",
      "subject.get: answered",
      "subject.set: answered",
    ]);
  });

  test("a call fails always until it is mended, or only the second time", async () => {
    const pane = await compose();
    await setFault({ call: "recipients.set", kind: "fail", always: true });
    expect(await call(pane, "item.to", "setAsync", [BRIEF])).toBe("error 5001");
    expect(await call(pane, "item.to", "setAsync", [BRIEF])).toBe("error 5001");
    await page.evaluate(() => window.outlook.clearFaults());
    await setFault({ call: "recipients.set", kind: "fail", after: 1 });
    expect(await call(pane, "item.to", "setAsync", [BRIEF])).toBeNull();
    expect(await call(pane, "item.to", "setAsync", [BRIEF])).toBe("error 5001");
    expect(await call(pane, "item.to", "setAsync", [BRIEF])).toBeNull();
  });
});

describe("from one mailbox to the other", () => {
  const PASSWORD = "peer-appel-noot";

  test("goes over SMTP, arrives in the inbox, and opens with the real 7-Zip", async () => {
    const program = findSevenZip();
    if (program === null) throw new Error("no 7-Zip on this machine");
    const pane = await compose("?compose=newMail&signature=1");
    const archive = makeArchive(program, PASSWORD);
    await call(pane, "item.to", "setAsync", [BRIEF]);
    await call(pane, "item.bcc", "setAsync", [{ displayName: "Stil", emailAddress: "stil@ocmw.example" }]);
    await call(pane, "item.subject", "setAsync", "Vertrouwelijk: doorverwijzing");
    await call(pane, "item.body", "prependAsync", "<p>In de bijlage zit een archief.</p>", { coercionType: "html" });
    await call(pane, "item.internetHeaders", "setAsync", { "x-doorverwijzing": "v1" });
    await call(pane, "item", "addFileAttachmentFromBase64Async", archive.toString("base64"), "doorverwijzing.7z");
    await page.getByRole("button", { name: "Verzenden" }).click();
    await page.getByText("Het bericht is verzonden.").waitFor();

    const [received, ...more] = await open.outlook.messagesFor("sociaalhuis@bree.be");
    expect(more).toEqual([]);
    const source = readFileSync(received ?? "");
    const mail = await simpleParser(source);
    expect(mail.subject).toBe("Vertrouwelijk: doorverwijzing");
    expect(mail.headers.get("x-doorverwijzing")).toBe("v1");
    expect(mail.text).toContain("In de bijlage zit een archief.");
    expect(mail.attachments.map(({ filename, related }) => [filename, related === true])).toEqual([
      ["logo.svg", true],
      ["doorverwijzing.7z", false],
    ]);
    expect(mail.attachments[1]?.content.equals(archive)).toBe(true);
    expect(source.includes("stil@ocmw.example")).toBe(false);
    expect(await open.outlook.messagesFor("stil@ocmw.example")).toHaveLength(1);

    await page.getByRole("button", { name: "Verzonden items" }).click();
    await page.getByRole("button", { name: "Vertrouwelijk: doorverwijzing" }).waitFor();
    await openOcmwMailbox();
    await page.getByRole("button", { name: "Vertrouwelijk: doorverwijzing" }).click();
    // The frame begins as an empty page of its own, so the text is waited for and not the body.
    await page.frameLocator("iframe.reading-body").getByText("In de bijlage zit een archief.").waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Downloaden" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("doorverwijzing.7z");

    await page.getByRole("button", { name: "Openen met 7-Zip" }).click();
    await page.getByLabel("Voer wachtwoord in:").fill("fout");
    await page.getByRole("button", { name: "OK", exact: true }).click();
    await page.getByText("Cannot open encrypted archive. Wrong password?").waitFor();
    await page.getByLabel("Voer wachtwoord in:").fill(PASSWORD);
    await page.keyboard.press("Enter");
    await page.getByText("Everything is Ok").waitFor();
    const [opened] = await Promise.all([
      page.context().waitForEvent("page"),
      page.getByRole("dialog").getByRole("link", { name: "Openen" }).click(),
    ]);
    await opened.waitForLoadState();
    expect(await opened.locator("body").innerText()).toContain('"hello":"Bree"');
  });

  test("lets an add-in read what came in, and tells a pinned one when another message is opened", async () => {
    page = await open.page("?compose=newMail");
    for (const subject of ["Eerste", "Tweede"]) {
      await page.evaluate(() => window.outlook.openCompose({ to: [{ name: "OCMW", address: "sociaalhuis@bree.be" }] }));
      const frame = await openPane(page);
      await call(frame, "item.subject", "setAsync", subject);
      await call(frame, "item", "addFileAttachmentFromBase64Async", BASE64, `${subject}.7z`);
      expect(await page.evaluate(() => window.outlook.send())).toBe(true);
    }
    await openOcmwMailbox();
    await page.getByRole("button", { name: "Eerste" }).click();
    const pane = await openPane(page);
    const item = () =>
      pane.evaluate(
        "(({ subject, from, attachments }) => [subject, from.emailAddress, attachments.map((a) => a.name)])(Office.context.mailbox.item)",
      );
    expect(await item()).toEqual(["Eerste", "noor.voorbeeld@opgroeien.example", ["Eerste.7z"]]);
    const content = await pane.evaluate(
      "window.call(Office.context.mailbox.item, 'getAttachmentContentAsync', Office.context.mailbox.item.attachments[0].id)",
    );
    expect(content).toEqual({ content: BASE64, format: "base64" });
    expect(await call(pane, "item", "getAllInternetHeadersAsync")).toMatch(/^From: Noor Voorbeeld/m);
    expect(await pane.evaluate("Office.context.mailbox.userProfile.emailAddress")).toBe("sam.peeters@bree.example");

    await pane.evaluate(
      "new Promise((done) => Office.context.mailbox.addHandlerAsync('olkItemSelectedChanged', () => { window.changed = true; }, done))",
    );
    await page.getByLabel("Deelvenster vastmaken").click();
    await page.getByRole("button", { name: "Tweede" }).click();
    await until(pane, "window.changed");
    expect(await item()).toEqual(["Tweede", "noor.voorbeeld@opgroeien.example", ["Tweede.7z"]]);

    await pane.evaluate("Office.context.mailbox.item.displayReplyForm('<p>Goed ontvangen</p>')");
    await page.getByRole("region", { name: "Bericht opstellen" }).waitFor();
    const draft = await page.evaluate(() => window.outlook.draft());
    expect(draft).toMatchObject({
      kind: "reply",
      subject: "RE: Tweede",
      to: [{ address: "noor.voorbeeld@opgroeien.example" }],
    });
    expect(draft?.text).toContain("Goed ontvangen");
  });

  test("has no accessibility fault of its own, in the list, in writing, or in reading", async () => {
    // axe cannot enter a frame that runs no script, and the add-in answers for its own.
    const faults = async () => {
      const axe = new AxeBuilder({ page }).exclude("iframe.reading-body").exclude("iframe.add-in-frame");
      return (await axe.analyze()).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
    };
    const pane = await compose("?compose=newMail&signature=1");
    await call(pane, "item.to", "setAsync", [BRIEF]);
    await call(pane, "item", "addFileAttachmentFromBase64Async", BASE64, "a.7z");
    expect(await faults()).toEqual([]);
    await page.getByRole("button", { name: "Verzenden" }).click();
    await page.getByText("Het bericht is verzonden.").waitFor();
    await openOcmwMailbox();
    await page.getByRole("button", { name: "(Geen onderwerp)" }).first().click();
    await page.getByRole("button", { name: "Openen met 7-Zip" }).waitFor();
    expect(await faults()).toEqual([]);
    await page.getByRole("button", { name: "Openen met 7-Zip" }).click();
    await page.getByLabel("Voer wachtwoord in:").press("Enter");
    await page.getByLabel("Wat 7-Zip meldt").waitFor();
    expect(await faults()).toEqual([]);
  });

  test("says so when nobody is to get the message", async () => {
    page = await open.page("?compose=newMail");
    await page.getByRole("button", { name: "Verzenden" }).click();
    expect(await page.getByRole("alert").textContent()).toBe(
      "Voeg minstens één geadresseerde toe voordat je het bericht verzendt.",
    );
  });
});

function makeArchive(program: string, password: string): Buffer {
  const dir = mkdtempSync(join(tmpdir(), "archive-"));
  try {
    writeFileSync(join(dir, "hello.json"), '{"hello":"Bree"}');
    spawnSync(program, ["a", `-p${password}`, "-mhe=on", "a.7z", "hello.json"], { cwd: dir });
    return readFileSync(join(dir, "a.7z"));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
