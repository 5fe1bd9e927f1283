import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";
import * as journey from "../../dev/demo/sender-journey.ts";
import { watch } from "../../dev/demo/watch.ts";
import { findBrowser } from "../../scripts/tools.ts";
import { clientForm } from "../../src/texts/nl/client-form.ts";
import { handover } from "../../src/texts/nl/handover.ts";
import { missing, outstanding } from "../../src/texts/nl/outstanding.ts";
import { common, outstandingBar, readPane } from "../../src/texts/nl/screens.ts";
import {
  type Devices,
  loadOutlook,
  ORDINARY_MAIL,
  openDevices,
  reloadBesideNewMessage,
  reloadBesideReceived,
  SENDER_ADDRESS,
  sendMessage,
} from "./device.ts";
import type { Scene } from "./open-pane.ts";
import { bar, cards, paragraphs, press, QR_FILE } from "./pane-view.ts";
import { keptRecords, throwOnOpening, VAULT } from "./raw-database.ts";
import { RECIPIENT, sealAndShow, sealKeepAndSend } from "./sealed-referral.ts";
import { foundIn, keptByPages, numbered, paneDocument, secretsOf } from "./traces.ts";

const DAY_MS = 86_400_000;

let devices: Devices;
beforeAll(async () => {
  devices = await openDevices();
}, 60_000);
afterEach(() => devices?.putAway());
afterAll(() => devices?.close());

test("a kept password and the client leak nowhere, neither with the QR code nor after the step", async () => {
  const scene = await devices.open();
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
  expect(seen.kept).toContain(devices.outlook.origin);
  expect(seen.console).toContain("Content Security Policy");
  expect(urls.filter((url) => QR_FILE.test(url))).toHaveLength(2);
  expect(foundIn(Buffer.from(onScreen), numbered(password))).toEqual(numbered(password));
  expect([onScreen, seen.inList].map((text) => text.includes('class="qr"'))).toEqual([true, false]);
}, 60_000);

test("words on the screen are nowhere in the pane once another message is open, or none", async () => {
  const scene = await devices.open();
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
  expect(await bar(pane)).toBe(outstandingBar.bar(1));
}, 60_000);

test("nothing on the disk tells the words, which outlive the browser, but not eight days", async () => {
  const profile = await mkdtemp(join(tmpdir(), "profile-"));
  let context: BrowserContext | null = null;
  try {
    context = await launchWithProfile(profile);
    const before = await openIn(context);
    const { reference, password } = await sealKeepAndSend(before);
    await devices.expectNothingElse(before);
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
    await devices.expectNothingElse(after);
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
  await loadOutlook(page, devices.outlook.origin, "&compose=newMail&signature=1");
  return { page, watched, pane: await journey.openPane(page) };
}

async function readFolder(folder: string): Promise<readonly { readonly path: string; readonly bytes: Buffer }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(paths.map(async (path) => ({ path, bytes: await readFile(path) })));
}
