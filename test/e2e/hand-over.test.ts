import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import AxeBuilder from "@axe-core/playwright";
import { type ParsedMail, simpleParser } from "mailparser";
import { type BrowserContext, chromium, type FrameLocator, type Page } from "playwright-core";
import { decodeQR } from "qr/decode.js";
import type { DemoCase } from "../../dev/demo/client-file.ts";
import * as journey from "../../dev/demo/sender-journey.ts";
import { watch } from "../../dev/demo/watch.ts";
import { findBrowser, findSevenZip } from "../../scripts/tools.ts";
import { IDLE_WIPE } from "../../src/domain/idle.ts";
import { localDay } from "../../src/domain/iso-date.ts";
import { isReference, type Reference } from "../../src/domain/reference.ts";
import { clientForm } from "../../src/texts/nl/client-form.ts";
import { obstacleText } from "../../src/texts/nl/failures.ts";
import { handover, idle, keeping, send } from "../../src/texts/nl/handover.ts";
import { missing, outstanding } from "../../src/texts/nl/outstanding.ts";
import { handedOver } from "../../src/texts/nl/register.ts";
import { common, readPane } from "../../src/texts/nl/screens.ts";
import { openMessage, openScene, openStage, type Scene, type Stage } from "./open-pane.ts";

const exec = promisify(execFile);
const DAY_MS = 86_400_000;
/** How long something may take on a busy machine, in milliseconds. */
const WITHIN = 20_000;
/** How soon focus is back where something took the place of what had it, in milliseconds. */
const FOCUS_WITHIN = 2_000;

const SENDER_ADDRESS = "noor.voorbeeld@opgroeien.example";
/** The recipient that the directory of the demo reaches by phone, by text message and by Teams. */
const RECIPIENT = {
  protocol: "demo-ocmw-voorbeeldgem",
  name: "OCMW Voorbeeldgem",
  mailbox: "onthaal@voorbeeldgem.example",
  mobile: "+32470000001",
};
const TO = "maatschappelijk werker onthaal";
/** Every value is a word that nothing else in the message or the pages holds, but for the place. */
const RARE: DemoCase = {
  form: {
    firstName: "Zwaluwine",
    lastName: "Knoterbeuk",
    street: "Flierefluiterdreef",
    houseNumber: "7319QZKXVB",
    box: "84WXJQVPLM",
    postcode: "9902",
    municipality: "Speelbeke",
    phone: "0498 76 54 32",
    email: "kwispelbos@raadselhut.example",
  },
  consent: { date: localDay(new Date()), manner: "written" },
};
const CLIENT = [
  "Zwaluwine",
  "Knoterbeuk",
  "Flierefluiterdreef",
  "7319QZKXVB",
  "84WXJQVPLM",
  "498765432",
  "498 76 54 32",
  "498/76",
  "kwispelbos",
  "raadselhut",
];
const ORDINARY_MAIL = ["Agenda van donderdag", "Sleutel van de fietsenstalling"] as const;
/** The file of the library that draws QR codes, as the build names it. */
const QR_FILE = /\/js\/[^/]*_qr_[^/]*\.js$/;
/** What Chromium says when axe is put in the frame of a message's body, which takes no scripts. */
const AXE_REFUSED =
  "Blocked script execution in 'about:srcdoc' because the document's frame is sandboxed and the 'allow-scripts' permission is not set.";
const VAULT = { database: "passwords.v1", store: "passwords" };

/** Outlook's page and the pane in it. */
type Place = Pick<Scene, "page" | "pane">;

let stage: Stage;
/** The sender's settings as they are before the first referral: who refers, and no register. */
let atFirst: Readonly<Record<string, string>>;
let opened: Scene[] = [];
/** What the browser itself says of a fault that a test makes. */
let errorsAsked: readonly string[] = [];

beforeAll(async () => {
  stage = await openStage("demo");
  const { page, pane } = await openScene(stage);
  await journey.fillSender(pane, { team: "lokaal team Voorbeeldland", phone: "0472 00 00 00" });
  await journey.leaveSender(pane);
  atFirst = await page.evaluate(() => window.outlook.roamingSettings("noor"));
  for (const subject of ORDINARY_MAIL) {
    await page.evaluate((to) => window.outlook.openCompose({ to: [{ name: "Noor", address: to }] }), SENDER_ADDRESS);
    await page.getByLabel("Onderwerp").fill(subject);
    expect(await page.evaluate(() => window.outlook.send())).toBe(true);
  }
  await page.context().close();
}, 60_000);
afterAll(() => stage?.close());
afterEach(async () => {
  try {
    for (const scene of opened) await expectNothingElse(scene);
  } finally {
    const [first] = opened;
    const settings = `${stage.outlook.origin}/outlook/api/noor/settings`;
    await first?.page.request.put(settings, { data: atFirst });
    for (const { page } of opened) await page.context().close();
    opened = [];
    errorsAsked = [];
  }
});

/** A device of its own, with the pane open beside a new message. */
async function openDevice(): Promise<Scene> {
  const scene = await openScene(stage);
  opened.push(scene);
  return scene;
}

/** Nothing went wrong that no test asked for, and nothing was asked of another host. */
async function expectNothingElse({ page, watched }: Scene): Promise<void> {
  await expectAllUnderstood(page);
  expect(watched.consoleErrors.filter((text) => text !== AXE_REFUSED)).toEqual(errorsAsked);
  expect(watched.origins).toEqual([stage.outlook.origin]);
}

async function expectAllUnderstood(page: Page): Promise<void> {
  expect(await page.evaluate(() => window.outlook.unknownCalls())).toEqual([]);
}

/** Outlook again in the same browser, with the pane beside a new message. */
async function reloadBesideNewMessage({ page, pane }: Place): Promise<void> {
  await expectAllUnderstood(page);
  await page.goto(`${stage.outlook.origin}/outlook/?mailbox=noor&compose=newMail&signature=1`);
  await page.evaluate(() => window.outlook.ready);
  await journey.openPane(page);
  await journey.heading(pane, clientForm.title);
}

/** Outlook again in the same browser, with the pane beside a message that was received. */
async function reloadBesideReceived({ page, pane }: Place): Promise<void> {
  await expectAllUnderstood(page);
  await page.goto(`${stage.outlook.origin}/outlook/?mailbox=noor`);
  await page.evaluate(() => window.outlook.ready);
  await page.getByText(ORDINARY_MAIL[0]).first().click();
  await journey.openPane(page);
  await journey.heading(pane, readPane.title);
}

interface Sealed {
  readonly reference: Reference;
  readonly password: string;
}

/** From the client's form to the words on the screen. */
async function sealAndShow({ page, pane }: Place): Promise<Sealed> {
  await journey.heading(pane, clientForm.title);
  await journey.fillClient(pane, RARE);
  await journey.leaveClient(pane);
  await journey.fillConsent(pane, RARE);
  await journey.leaveConsent(pane);
  await journey.seal(pane);
  const password = await journey.revealPassword(pane);
  const subject = await page.evaluate(() => window.outlook.draft()?.subject ?? "");
  const reference = /DV-\d{4}-[0-9A-Z]{6}/.exec(subject)?.[0] ?? "";
  if (!isReference(reference)) throw new Error(`no reference in the subject: ${subject}`);
  return { reference, password };
}

/** Sealed, kept on this device, and sent. */
async function sealKeepAndSend(scene: Place): Promise<Sealed> {
  const sealed = await sealAndShow(scene);
  await journey.keepHere(scene.pane);
  await sendMessage(scene.page);
  return sealed;
}

async function sendMessage(page: Page): Promise<void> {
  expect(await page.evaluate(() => window.outlook.send())).toBe(true);
}

/** The message with this referral that came to the recipient. */
async function received(reference: Reference): Promise<ParsedMail> {
  const files = await stage.outlook.messagesFor(RECIPIENT.mailbox);
  const mails = await Promise.all(files.map(async (file) => simpleParser(await readFile(file))));
  const [mail, ...others] = mails.filter(({ subject }) => subject === `Vertrouwelijk: doorverwijzing ${reference}`);
  if (mail === undefined || others.length > 0) throw new Error(`expected one message, found ${others.length}`);
  return mail;
}

/** The JSON that 7-Zip takes out of the message's archive. */
async function extracted({ attachments }: ParsedMail, { reference, password }: Sealed) {
  const folder = await mkdtemp(join(tmpdir(), "open-"));
  try {
    const archive = attachments.find(({ filename }) => filename === `doorverwijzing-${reference}.7z`);
    await writeFile(join(folder, "a.7z"), archive?.content ?? "");
    await exec(findSevenZip() ?? "7zz", ["x", `-p${password}`, `-o${folder}`, join(folder, "a.7z")]);
    return JSON.parse(await readFile(join(folder, `doorverwijzing-${reference}.json`), "utf8"));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What the sender's mailbox keeps of the referrals; `null` when nothing was ever kept. */
async function register(page: Page): Promise<unknown> {
  const settings = await page.evaluate(() => window.outlook.roamingSettings("noor"));
  return JSON.parse(settings["register.v1"] ?? "null");
}

/** The register with these entries, all of today and to the same recipient. */
function registerOf(...entries: readonly (readonly [reference: Reference, ...more: unknown[]])[]): unknown {
  return {
    p: [[RECIPIENT.protocol, RECIPIENT.name]],
    e: entries.map(([reference, ...more]) => [reference, localDay(new Date()), 0, ...more]),
  };
}

const HANDED_OVER = [0, TO, expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/)];
const NOTED = /^Genoteerd: doorgegeven aan maatschappelijk werker onthaal, per telefoon, op .+ uur\.$/;

/** What the database of the vault holds under one key, looked at without the add-in. */
interface KeptRecord {
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly until: number;
  /** Name and kind of each member. */
  readonly members: readonly string[];
  /** How WebCrypto answers who asks for the key, in each format. */
  readonly keyGiven: readonly string[];
  /** Every buffer, and the JSON of everything else. */
  readonly bytes: Buffer;
}

async function keptRecords(page: Page): Promise<readonly KeptRecord[]> {
  const records = await page.evaluate(async ({ database, store }) => {
    // To open what is not there would make it, without its store.
    if (!(await indexedDB.databases()).some(({ name }) => name === database)) return [];
    function answer<T>(request: IDBRequest<T>): Promise<T> {
      return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    }
    const connection = await answer(indexedDB.open(database));
    const kept = connection.transaction(store).objectStore(store);
    const [keys, values] = await Promise.all([answer(kept.getAllKeys()), answer(kept.getAll())]);
    connection.close();
    return Promise.all(
      values.map(async (value, index) => {
        const members = Object.entries<object>(value);
        const cryptoKeys = members.flatMap(([, member]) => (member instanceof CryptoKey ? [member] : []));
        const buffers = members.flatMap(([, member]) => (ArrayBuffer.isView(member) ? [member.buffer] : []));
        const others = members.filter(([, member]) => !ArrayBuffer.isView(member));
        return {
          key: String(keys[index]),
          until: Number(Object(value).until),
          members: members.map(([name, member]) => `${name}: ${member.constructor.name}`),
          keyGiven: await Promise.all(
            cryptoKeys.flatMap((key) =>
              (["raw", "jwk"] as const).map((format) =>
                crypto.subtle.exportKey(format, key).then(
                  () => "given",
                  (error: unknown) => (error instanceof DOMException ? error.name : String(error)),
                ),
              ),
            ),
          ),
          buffers: buffers.map((buffer) => [...new Uint8Array(buffer)]),
          others: JSON.stringify([keys[index], others]),
        };
      }),
    );
  }, VAULT);
  return records.map(({ buffers, others, ...rest }) => ({
    ...rest,
    bytes: Buffer.concat([...buffers.map((buffer) => Buffer.from(buffer)), Buffer.from(others)]),
  }));
}

/** Waits until the vault's database holds nothing. */
async function untilErased(page: Page): Promise<void> {
  const isEmpty = async ({ database, store }: typeof VAULT): Promise<boolean> => {
    const connection = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(database);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    return new Promise((resolve, reject) => {
      const request = connection.transaction(store).objectStore(store).count();
      connection.close();
      request.onsuccess = () => resolve(request.result === 0);
      request.onerror = () => reject(request.error);
    });
  };
  await page.waitForFunction(isEmpty, VAULT, { timeout: WITHIN });
}

/**
 * Two words of the password in a row, however they are joined, and with them the whole of it; each with its number, as it
 * stands on the screen; and the client.
 */
function secretsOf(password: string): readonly string[] {
  const words = password.split("-");
  const pairs = words.slice(1).map((word, index) => [words[index], word]);
  return [
    ...["-", " ", ""].flatMap((joint) => pairs.map((pair) => pair.join(joint))),
    ...numbered(password),
    ...CLIENT,
  ];
}

/** The words as they stand on the screen. */
function numbered(password: string): readonly string[] {
  return password.split("-").map((word, index) => `${index + 1}. ${word}`);
}

/** Those of `texts` that stand in the bytes, as UTF-8 (or one byte a letter) or as UTF-16 of either order. */
function foundIn(bytes: Buffer, texts: readonly string[]): readonly string[] {
  const haystack = bytes.toString("latin1").toLowerCase();
  return texts.filter((text) => {
    const utf16 = Buffer.from(text.toLowerCase(), "utf16le");
    const forms = [Buffer.from(text.toLowerCase()), utf16, Buffer.from(utf16).swap16()];
    return forms.some((form) => haystack.includes(form.toString("latin1")));
  });
}

/** What the pages keep outside the databases, and where they are. */
async function keptByPages(page: Page): Promise<string> {
  const perFrame = await Promise.all(
    page
      .frames()
      .map((frame) =>
        frame.evaluate(() =>
          JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href, history.state]),
        ),
      ),
  );
  return perFrame.join("\n");
}

/** Everything in the pane's document, with what stands in its fields. */
function paneDocument(pane: FrameLocator): Promise<string> {
  return pane
    .locator("html")
    .evaluate((html) =>
      [html.outerHTML, ...[...html.querySelectorAll("input, textarea")].map((field) => Object(field).value)].join("\n"),
    );
}

/** The paragraphs of the part of the screen under this heading. */
function paragraphs(pane: FrameLocator, title: string): Promise<readonly string[]> {
  const heading = pane.getByRole("heading", { level: 2, name: title });
  return pane.locator(".section", { has: heading }).locator("p").allInnerTexts();
}

/** What the bar says that is above the screen; empty when it says nothing. */
function bar(pane: FrameLocator): Promise<string> {
  return pane.locator(".outstanding-bar").innerText();
}

/** The lines of each card in the list. */
async function cards(pane: FrameLocator): Promise<readonly (readonly string[])[]> {
  const texts = await pane.locator(".card").allInnerTexts();
  return texts.map((text) => text.split("\n").filter((line) => line !== ""));
}

function press(pane: FrameLocator, name: string): Promise<void> {
  return pane.getByRole("button", { name, exact: true }).click();
}

/** Violations of WCAG 2.2 AA and axe's own rules in the pane as it is now, targets that are too small, and `misfits`. */
async function faults(scene: Place): Promise<readonly string[]> {
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
async function misfits({ page, pane }: Place): Promise<readonly string[]> {
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

test("what is kept is found again beside another message, and is gone once it was handed over", async () => {
  const scene = await openDevice();
  const { page, pane } = scene;
  const { reference, password } = await sealAndShow(scene);
  await press(pane, handover.hide);
  expect(await faults(scene)).toEqual([]);
  expect(await paragraphs(pane, keeping.title)).toEqual([keeping.possible, keeping.onlyHere]);
  expect(await paragraphs(pane, send.first.title)).toEqual([send.first.text, send.unsealHow]);
  await journey.keepHere(pane);
  const records = await keptRecords(page);
  const [{ until } = { until: 0 }] = records;
  expect(await paragraphs(pane, keeping.title)).toEqual([keeping.kept(until)]);
  expect(await paragraphs(pane, send.kept.title)).toEqual([send.kept.text, send.unsealHow]);
  expect(await faults(scene)).toEqual([]);
  await sendMessage(page);

  expect(records).toEqual([
    {
      key: reference,
      until: expect.any(Number),
      members: ["until: Number", "key: CryptoKey", "iv: Uint8Array", "sealed: Uint8Array"],
      keyGiven: ["InvalidAccessError", "InvalidAccessError"],
      bytes: expect.any(Buffer),
    },
  ]);
  const bytes = Buffer.concat(records.map((record) => record.bytes));
  expect(foundIn(bytes, [...secretsOf(password), SENDER_ADDRESS, RECIPIENT.name, RECIPIENT.protocol])).toEqual([]);
  expect(foundIn(bytes, [reference])).toEqual([reference]);
  expect(await register(page)).toEqual(registerOf([reference]));

  await reloadBesideReceived(scene);
  await journey.openOutstanding(pane, 1);
  await pane.getByText(outstanding.here(until)).waitFor();
  expect(await cards(pane)).toEqual([
    [RECIPIENT.name, outstanding.made(reference, 0), outstanding.here(until), outstanding.open(true)],
  ]);
  expect(await faults(scene)).toEqual([]);
  await journey.openStepOf(pane, reference, true);
  expect(await pane.locator(".note").first().innerText()).toBe(outstanding.about(reference, RECIPIENT.name, 0));
  expect(await journey.revealPassword(pane)).toBe(password);
  expect(await misfits(scene)).toEqual([]);
  await journey.noteHandOver(pane, TO, "phone");
  expect(await pane.locator(".note:focus").innerText()).toMatch(NOTED);
  expect(await faults(scene)).toEqual([]);
  await untilErased(page);

  await press(pane, outstanding.backToList);
  await pane.getByText(outstanding.none).waitFor();
  expect(await cards(pane)).toEqual([]);
  await press(pane, common.back);
  await journey.heading(pane, readPane.title);
  expect(await bar(pane)).toBe("");
  expect(await register(page)).toEqual(registerOf([reference, ...HANDED_OVER]));
  await reloadBesideReceived(scene);
  expect(await keptRecords(page)).toEqual([]);
  expect(await bar(pane)).toBe("");
}, 60_000);

test("a kept password and the client leak nowhere, neither with the QR code nor after the step", async () => {
  const scene = await openDevice();
  const { page, pane } = scene;
  const consoleLines: string[] = [];
  page.on("console", (message) => consoleLines.push(message.text()));
  const urls: string[] = [];
  page.context().on("request", (request) => urls.push(request.url()));
  const wire = () => page.evaluate(() => JSON.stringify(window.outlook.wireLog()));

  const { reference, password } = await sealAndShow(scene);
  await press(pane, handover.smsShow);
  await pane.locator("svg.qr").waitFor();
  await journey.keepHere(pane);
  const atSealing = [await wire(), await keptByPages(page)];
  await sendMessage(page);
  const afterSending = await page.content();
  await reloadBesideNewMessage(scene);
  await journey.openOutstanding(pane, 1);
  await journey.openStepOf(pane, reference, true);
  expect(await journey.revealPassword(pane)).toBe(password);
  await press(pane, handover.smsShow);
  await pane.locator("svg.qr").waitFor();
  const onScreen = await paneDocument(pane);
  await press(pane, outstanding.backToList);
  await pane.locator(".card").waitFor();
  const inList = await paneDocument(pane);
  await press(pane, common.back);
  await journey.heading(pane, clientForm.title);
  const seen = {
    wire: [atSealing[0], await wire()].join(),
    kept: [atSealing[1], await keptByPages(page)].join(),
    settings: await page.evaluate(async () => JSON.stringify(await window.outlook.roamingSettings("noor"))),
    console: consoleLines.join("\n"),
    urls: urls.join("\n"),
    afterSending,
    inList,
    afterList: await paneDocument(pane),
  };
  const leaks = Object.entries(seen).flatMap(([where, text]) =>
    foundIn(Buffer.from(text), secretsOf(password)).map((_secret, index) => `${where}: ${index}`),
  );
  expect(leaks).toEqual([]);
  // What was searched held something, and the search finds what is there.
  expect([seen.wire, seen.settings, seen.inList].filter((text) => !text.includes(reference))).toEqual([]);
  expect(seen.kept).toContain(stage.outlook.origin);
  expect(seen.console).toContain("Content Security Policy");
  expect(urls.filter((url) => QR_FILE.test(url))).toHaveLength(2);
  expect(foundIn(Buffer.from(onScreen), numbered(password))).toEqual(numbered(password));
  expect([onScreen, seen.inList].map((text) => text.includes('class="qr"'))).toEqual([true, false]);
}, 60_000);

test("the QR code comes when asked for, says when it can not, and holds the text message", async () => {
  const scene = await openDevice();
  const { page, pane } = scene;
  const asked: string[] = [];
  page.context().on("request", (request) => {
    if (QR_FILE.test(request.url())) asked.push(request.method());
  });
  const { reference, password } = await sealAndShow(scene);
  expect([asked, await pane.locator("svg.qr").count()]).toEqual([[], 0]);

  await page.route(QR_FILE, (route) => route.abort());
  await press(pane, handover.smsShow);
  const failed = pane.getByRole("alert").filter({ hasText: handover.smsFailed });
  await failed.waitFor();
  expect([asked, await pane.locator("svg.qr").count()]).toEqual([["GET"], 0]);
  expect(await misfits(scene)).toEqual([]);
  errorsAsked = ["Failed to load resource: net::ERR_FAILED"];

  await page.unroute(QR_FILE);
  await press(pane, handover.smsShow);
  await press(pane, handover.spell);
  await pane.locator("svg.qr").waitFor();
  expect([asked, await failed.count()]).toEqual([["GET", "GET"], 0]);
  const message = `SMSTO:${RECIPIENT.mobile}:Wachtwoord van doorverwijzing ${reference}: ${password}`;
  expect(await scanned(scene)).toBe(message);
  expect(await faults(scene)).toEqual([]);

  await press(pane, handover.smsHide);
  expect(await pane.locator("svg.qr").count()).toBe(0);
  await press(pane, handover.smsShow);
  expect([await scanned(scene), asked]).toEqual([message, ["GET", "GET"]]);
}, 60_000);

/** What a phone reads off the screen. */
async function scanned({ page, pane }: Place): Promise<string> {
  const png = await pane.locator("svg.qr").screenshot();
  const { data, ...size } = await page.evaluate(
    async (bytes) => {
      const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: "image/png" }));
      const { width, height } = picture;
      const canvas = new OffscreenCanvas(width, height).getContext("2d");
      canvas?.drawImage(picture, 0, 0);
      const { data } = canvas?.getImageData(0, 0, width, height) ?? { data: [] };
      // One text is sent faster than as many numbers.
      return { width, height, data: Array.from(data, (byte) => String.fromCharCode(byte)).join("") };
    },
    [...png],
  );
  return decodeQR({ ...size, data: Buffer.from(data, "latin1") });
}

test("another device counts it, has no words, and what is noted there is erased here", async () => {
  const first = await openDevice();
  const { reference } = await sealKeepAndSend(first);
  expect((await keptRecords(first.page)).map(({ key }) => key)).toEqual([reference]);

  const second = await openDevice();
  await journey.heading(second.pane, clientForm.title);
  await journey.openOutstanding(second.pane, 1);
  await second.pane.getByText(outstanding.notHere).waitFor();
  expect(await cards(second.pane)).toEqual([
    [RECIPIENT.name, outstanding.made(reference, 0), outstanding.notHere, outstanding.open(false)],
  ]);
  await journey.openStepOf(second.pane, reference, false);
  const { title, text } = missing["not-kept"];
  expect(await paragraphs(second.pane, title)).toEqual([text, outstanding.maybeDone, outstanding.replaceHow]);
  expect(await second.pane.getByRole("button", { name: handover.show }).count()).toBe(0);
  expect(await faults(second)).toEqual([]);
  await journey.noteHandOver(second.pane, TO, "phone");
  expect(await second.pane.locator(".note:focus").innerText()).toMatch(NOTED);
  expect(await register(second.page)).toEqual(registerOf([reference, ...HANDED_OVER]));

  await reloadBesideReceived(first);
  await untilErased(first.page);
  expect(await bar(first.pane)).toBe("");
}, 60_000);

test("a referral whose password is lost is made again in the place of the first", async () => {
  const scene = await openDevice();
  const { page, pane } = scene;
  const first = await sealAndShow(scene);
  await sendMessage(page);
  await reloadBesideReceived(scene);
  await journey.openOutstanding(pane, 1);
  await journey.openStepOf(pane, first.reference, false);
  const { title, text } = missing["not-kept"];
  const lost = [text, outstanding.maybeDone, outstanding.replaceHow];
  expect(await paragraphs(pane, title)).toEqual([...lost, outstanding.replaceElsewhere]);

  await reloadBesideNewMessage(scene);
  await journey.openOutstanding(pane, 1);
  await journey.openStepOf(pane, first.reference, false);
  expect(await paragraphs(pane, title)).toEqual(lost);
  await press(pane, outstanding.replace);
  await journey.heading(pane, clientForm.title);
  const replacing = `${outstanding.replacing(first.reference)} ${outstanding.notReplacing}`;
  expect(await pane.locator(".replacing").innerText()).toBe(replacing);
  expect(await faults(scene)).toEqual([]);
  const second = await sealAndShow(scene);
  expect([second.reference === first.reference, second.password === first.password]).toEqual([false, false]);
  await sendMessage(page);

  const mail = await received(second.reference);
  const replaced = `Ze komt in de plaats van doorverwijzing ${first.reference}, die niemand nog kan openen. Kreeg je dat bericht, verwijder het dan.`;
  expect(mail.text?.replace(/\s+/g, " ")).toContain(replaced);
  expect(await extracted(mail, second)).toMatchObject({ reference: second.reference, replaces: first.reference });
  expect(await extracted(await received(first.reference), first)).not.toHaveProperty("replaces");
  expect(await register(page)).toEqual(registerOf([first.reference], [second.reference, first.reference]));

  await reloadBesideReceived(scene);
  await journey.openOutstanding(pane, 1);
  await pane.getByText(outstanding.notHere).waitFor();
  expect(await cards(pane)).toEqual([
    [RECIPIENT.name, outstanding.made(second.reference, 0), outstanding.notHere, outstanding.open(false)],
  ]);
}, 60_000);

/** In a page: opening this database throws, as where storage is blocked. */
function throwOnOpening(database: string): void {
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (name, version) {
    if (name === database) throw new DOMException("closed by the test", "SecurityError");
    return open.call(this, name, version);
  };
}

/** In a page: opening this database fails, as where a newer release has been. */
function failToOpen(database: string): void {
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (name, version) {
    if (name !== database) return open.call(this, name, version);
    open.call(this, `${name}.newer`, 2);
    return open.call(this, `${name}.newer`, 1);
  };
}

test.each([
  ["throws", throwOnOpening],
  ["fails", failToOpen],
])(
  "storage that %s when it is opened: said before anything is pressed, and the message goes all the same",
  async (_how, close) => {
    const { page, watched } = await openMessage(stage);
    await page.addInitScript(close, VAULT.database);
    const scene = { page, watched, pane: await journey.openPane(page) };
    opened.push(scene);
    const { pane } = scene;
    const { reference, password } = await sealAndShow(scene);
    await pane.getByText(keeping.impossible).waitFor();
    expect(await paragraphs(pane, keeping.title)).toEqual([keeping.impossible]);
    expect(keeping.impossible).toContain("Geef het door vóór je verzendt");
    expect(await paragraphs(pane, send.first.title)).toEqual([send.first.text, send.unsealHow]);
    expect(await misfits(scene)).toEqual([]);
    await press(pane, keeping.keepAgain);
    await pane.getByText(keeping.failed).waitFor();
    expect(await paragraphs(pane, keeping.title)).toEqual([keeping.failed]);
    await sendMessage(page);
    expect(await extracted(await received(reference), { reference, password })).toMatchObject({ reference });

    await reloadBesideReceived(scene);
    await journey.openOutstanding(pane, 1);
    await pane.getByText(outstanding.storageClosed).waitFor();
    expect(await cards(pane)).toEqual([
      [RECIPIENT.name, outstanding.made(reference, 0), outstanding.notHere, outstanding.open(false)],
    ]);
    expect(await pane.getByRole("button", { name: outstanding.erase }).count()).toBe(0);
    expect(await misfits(scene)).toEqual([]);
    await journey.openStepOf(pane, reference, false);
    const { title, text } = missing["storage-closed"];
    expect(await paragraphs(pane, title)).toEqual([
      text,
      outstanding.maybeDone,
      outstanding.replaceHow,
      outstanding.replaceElsewhere,
    ]);
    await journey.noteHandOver(pane, TO, "phone");
    expect(await register(page)).toEqual(registerOf([reference, ...HANDED_OVER]));
  },
  60_000,
);

test("a device that is full says so, and keeps it at the next press when there is room again", async () => {
  const scene = await openDevice();
  const { page, pane } = scene;
  const { reference, password } = await sealAndShow(scene);
  await pane.getByText(keeping.possible).waitFor();
  await pane.locator("html").evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full by the test", "QuotaExceededError");
    };
    Object.assign(window, {
      makeRoom() {
        IDBObjectStore.prototype.put = put;
      },
    });
  });
  await press(pane, keeping.keep);
  await pane.getByText(keeping.failed).waitFor();
  expect(await paragraphs(pane, keeping.title)).toEqual([keeping.failed]);
  expect(await paragraphs(pane, send.first.title)).toEqual([send.first.text, send.unsealHow]);
  expect(await keptRecords(page)).toEqual([]);
  expect(await misfits(scene)).toEqual([]);

  await pane.locator("html").evaluate(() => Object(window).makeRoom());
  await press(pane, keeping.keepAgain);
  await pane.getByRole("button", { name: keeping.erase }).waitFor();
  const [{ key, until } = { key: "", until: 0 }, ...others] = await keptRecords(page);
  expect([key, others]).toEqual([reference, []]);
  expect(await paragraphs(pane, keeping.title)).toEqual([keeping.kept(until)]);
  await sendMessage(page);
  await reloadBesideReceived(scene);
  await journey.openOutstanding(pane, 1);
  await journey.openStepOf(pane, reference, true);
  expect(await journey.revealPassword(pane)).toBe(password);
}, 60_000);

test("“Wis alles” and “Haal ze uit de lijst” ask first, and then leave nothing", async () => {
  const scene = await openDevice();
  const { page, pane } = scene;
  const { reference } = await sealKeepAndSend(scene);
  await reloadBesideReceived(scene);
  await journey.openOutstanding(pane, 1);
  await pane.getByRole("button", { name: outstanding.openFor(reference, true) }).waitFor();
  await press(pane, outstanding.erase);
  expect(await pane.locator(".note:focus").innerText()).toBe(outstanding.eraseSure);
  expect(await faults(scene)).toEqual([]);
  await press(pane, outstanding.no);
  expect(await pane.locator("button:focus").innerText()).toBe(outstanding.erase);
  expect((await keptRecords(page)).map(({ key }) => key)).toEqual([reference]);
  await press(pane, outstanding.erase);
  await press(pane, outstanding.eraseYes);
  await pane.getByText(outstanding.erased).waitFor();
  expect(await keptRecords(page)).toEqual([]);
  expect(await cards(pane)).toEqual([
    [RECIPIENT.name, outstanding.made(reference, 0), outstanding.notHere, outstanding.open(false)],
  ]);
  expect(await misfits(scene)).toEqual([]);
  expect(await register(page)).toEqual(registerOf([reference]));

  await journey.openStepOf(pane, reference, false);
  await press(pane, outstanding.notSent);
  expect(await pane.locator(".note:focus").innerText()).toBe(outstanding.notSentSure);
  expect(await faults(scene)).toEqual([]);
  await press(pane, outstanding.no);
  expect(await pane.locator("button:focus").innerText()).toBe(outstanding.notSent);
  await press(pane, outstanding.notSent);
  await press(pane, outstanding.notSentYes);
  await pane.getByText(outstanding.none).waitFor();
  expect(await cards(pane)).toEqual([]);
  expect(await register(page)).toEqual({ p: [], e: [] });
}, 60_000);

test("a draft that was closed with its password kept leads to the words when it is opened again", async () => {
  const scene = await openDevice();
  const { page, pane } = scene;
  const { reference, password } = await sealAndShow(scene);
  await journey.keepHere(pane);
  await page.evaluate(async () => {
    await window.outlook.closeMessage();
    await window.outlook.openFolder("drafts");
  });
  await page.locator(".message-line", { hasText: reference }).click();
  await journey.openPane(page);
  const { title } = obstacleText("already-sealed", reference);
  await journey.heading(pane, title);
  await pane.getByRole("button", { name: outstanding.open(true), exact: true }).waitFor();
  expect(await pane.locator("main > p").allInnerTexts()).toEqual([outstanding.sealedHere(reference)]);
  expect(await bar(pane)).toBe(outstanding.bar(1));
  expect(await faults(scene)).toEqual([]);
  await press(pane, outstanding.open(true));
  await journey.heading(pane, handover.title);
  expect(await journey.revealPassword(pane)).toBe(password);
  await journey.noteHandOver(pane, TO, "phone");
  await untilErased(page);
  await sendMessage(page);
  expect(await extracted(await received(reference), { reference, password })).toMatchObject({ reference });
  expect(await register(page)).toEqual(registerOf([reference, ...HANDED_OVER]));
}, 60_000);

test("words on the screen are nowhere in the pane once another message is open, or none", async () => {
  const scene = await openDevice();
  const { page, pane } = scene;
  const { reference, password } = await sealAndShow(scene);
  const shown = async () => foundIn(Buffer.from(await paneDocument(pane)), secretsOf(password));
  await press(pane, handover.smsShow);
  await pane.locator("svg.qr").waitFor();
  await journey.keepHere(pane);
  expect(await shown()).toEqual(numbered(password));

  // Nothing is open any more, and the pane is still there.
  await page.evaluate(() => window.outlook.fireEvent("olkItemSelectedChanged", null));
  await pane.getByText(common.noHost).waitFor();
  expect([await shown(), await pane.locator(".word, svg.qr").count()]).toEqual([[], 0]);

  // A new message in the place of the one that was sealed.
  await page.evaluate(async () => {
    await window.outlook.closeMessage();
    await window.outlook.openCompose();
  });
  await journey.openPane(page);
  await journey.heading(pane, clientForm.title);
  expect([await shown(), await pane.locator(".word, svg.qr").count()]).toEqual([[], 0]);

  // Another message beside a pane that is pinned.
  await reloadBesideReceived(scene);
  await page.getByLabel("Deelvenster vastmaken").click();
  await journey.openOutstanding(pane, 1);
  await journey.openStepOf(pane, reference, true);
  expect(await journey.revealPassword(pane)).toBe(password);
  await page.getByText(ORDINARY_MAIL[1]).first().click();
  await journey.heading(pane, readPane.title);
  expect([await shown(), await pane.locator(".word, svg.qr").count()]).toEqual([[], 0]);
  expect(await bar(pane)).toBe(outstanding.bar(1));
}, 60_000);

test("focus is still in the pane after each press whose button goes away", async () => {
  const scene = await openDevice();
  const { page, pane } = scene;
  const lost: string[] = [];
  const look = async (after: string): Promise<void> => {
    const focused = pane.locator("main :focus");
    await focused.waitFor({ timeout: FOCUS_WITHIN }).catch(() => lost.push(after));
  };
  await page.clock.install();
  const { reference } = await sealAndShow(scene);
  await journey.keepHere(pane);
  await look(keeping.keep);
  await press(pane, keeping.erase);
  await pane.getByText(keeping.possible).waitFor();
  await look(keeping.erase);
  await journey.keepHere(pane);
  await page.clock.fastForward(IDLE_WIPE);
  await pane.getByText(idle.now.kept).waitFor();
  await look(idle.title);
  await press(pane, idle.recall);
  await pane.getByRole("button", { name: handover.show }).waitFor();
  await look(idle.recall);
  await sendMessage(page);

  await reloadBesideNewMessage(scene);
  await journey.openOutstanding(pane, 1);
  await press(pane, outstanding.erase);
  await press(pane, outstanding.eraseYes);
  await pane.getByText(outstanding.erased).waitFor();
  await look(outstanding.eraseYes);
  await journey.openStepOf(pane, reference, false);
  await press(pane, outstanding.replace);
  await press(pane, outstanding.notReplacing);
  await pane.locator(".replacing").waitFor({ state: "detached" });
  await look(outstanding.notReplacing);
  await journey.openOutstanding(pane, 1);
  await journey.openStepOf(pane, reference, false);
  await page.evaluate(() => window.outlook.fault({ call: "settings.save", kind: "fail" }));
  await journey.noteHandOver(pane, TO, "phone");
  await pane.getByText(handedOver.notSaved).waitFor();
  await page.evaluate(() => window.outlook.clearFaults());
  await press(pane, handedOver.retry);
  await pane.getByText(handedOver.notSaved).waitFor({ state: "detached" });
  await look(handedOver.retry);
  expect(lost).toEqual([]);
}, 60_000);

test("nothing on the disk tells the words, which outlive the browser, but not eight days", async () => {
  const profile = await mkdtemp(join(tmpdir(), "profile-"));
  let context: BrowserContext | null = null;
  try {
    context = await launchWithProfile(profile);
    const before = await openIn(context);
    const { reference, password } = await sealKeepAndSend(before);
    await expectNothingElse(before);
    await context.close();

    const secrets = secretsOf(password);
    const disk = await readFolder(profile);
    // The cache has the list of words, in which two may stand beside each other.
    const notInList = secrets.filter((secret) => !/^[a-z]+ [a-z]+$/.test(secret));
    expect(foundIn(Buffer.concat(disk.map(({ bytes }) => bytes)), notInList)).toEqual([]);
    const databases = disk.filter(({ path }) => /[\\/]IndexedDB[\\/]/.test(path)).map(({ bytes }) => bytes);
    expect(foundIn(Buffer.concat(databases), [...secrets, SENDER_ADDRESS, RECIPIENT.name])).toEqual([]);
    expect(foundIn(Buffer.concat(databases), [reference, VAULT.store])).toEqual([reference, VAULT.store]);

    context = await launchWithProfile(profile);
    const after = await openIn(context);
    const { page, pane } = after;
    await journey.openOutstanding(pane, 1);
    await journey.openStepOf(pane, reference, true);
    expect(await journey.revealPassword(pane)).toBe(password);
    await press(pane, outstanding.backToList);

    await page.clock.setSystemTime(Date.now() + 8 * DAY_MS);
    await reloadBesideNewMessage(after);
    await journey.openOutstanding(pane, 1);
    await pane.getByText(outstanding.notHere).waitFor();
    expect(await cards(pane)).toEqual([
      [RECIPIENT.name, outstanding.made(reference, 8), outstanding.notHere, outstanding.open(false)],
    ]);
    expect(await keptRecords(page)).toEqual([]);
    await journey.openStepOf(pane, reference, false);
    const { title, text } = missing["not-kept"];
    expect(await paragraphs(pane, title)).toEqual([text, outstanding.maybeDone, outstanding.replaceHow]);
    await expectNothingElse(after);
    await page.request.put(`${stage.outlook.origin}/outlook/api/noor/settings`, { data: atFirst });
  } finally {
    await context?.close();
    await rm(profile, { recursive: true, force: true });
  }
}, 60_000);

/** A browser that keeps its profile in this folder. */
function launchWithProfile(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    executablePath: findBrowser() ?? "chromium",
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    ignoreHTTPSErrors: true,
    locale: "nl-BE",
    viewport: { width: 1280, height: 800 },
  });
}

/** The pane beside a new message, on a device that keeps no directory: that one is public, and names the recipients. */
async function openIn(context: BrowserContext): Promise<Scene> {
  const page = await context.newPage();
  const watched = await watch(page);
  await page.addInitScript(throwOnOpening, "directory.v1");
  await page.goto(`${stage.outlook.origin}/outlook/?mailbox=noor&compose=newMail&signature=1`);
  await page.evaluate(() => window.outlook.ready);
  return { page, watched, pane: await journey.openPane(page) };
}

async function readFolder(folder: string): Promise<readonly { readonly path: string; readonly bytes: Buffer }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(paths.map(async (path) => ({ path, bytes: await readFile(path) })));
}
