import { decodeQR } from "qr/decode.js";
import * as journey from "../../dev/demo/sender-journey.ts";
import { IDLE_WARNING, IDLE_WIPE } from "../../src/domain/idle.ts";
import { handover, idle, keeping } from "../../src/texts/nl/handover.ts";
import { outstanding } from "../../src/texts/nl/outstanding.ts";
import { handedOver } from "../../src/texts/nl/register.ts";
import { outstandingBar } from "../../src/texts/nl/screens.ts";
import { type Devices, openDevices, type Place, reloadBesideNewMessage, sendMessage } from "./device.ts";
import { faults, misfits, press, QR_FILE } from "./pane-view.ts";
import { keptRecords } from "./raw-database.ts";
import { HANDED_OVER, NOTED, RECIPIENT, register, registerOf, sealAndShow, TO } from "./sealed-referral.ts";

/** How soon focus is back where something took the place of what had it, in milliseconds. */
const FOCUS_WITHIN = 2_000;
/** What Chromium says where Outlook frames the pane without `clipboard-write`; `execCommand` it still allows. */
const CLIPBOARD_CLOSED = expect.stringContaining("The Clipboard API has been blocked");

let devices: Devices;
beforeAll(async () => {
  devices = await openDevices();
}, 60_000);
afterEach(() => devices?.putAway());
afterAll(() => devices?.close());

test("handed over at once: the words are copied where the browser lets the pane, and else stand selected", async () => {
  const scene = await devices.open();
  const { page, pane } = scene;
  const { reference, password } = await sealAndShow(scene);
  await press(pane, handover.copy);
  await pane.getByText(handover.copied.copied).waitFor();
  await page.context().grantPermissions(["clipboard-read"]);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(password);

  await pane.locator("html").evaluate(() => {
    document.execCommand = () => false;
  });
  await press(pane, handover.copy);
  await pane.getByText(handover.copied.closed).waitFor();
  expect(await pane.getByLabel(handover.copyField).and(pane.locator(":focus")).evaluate(selected)).toBe(password);
  expect(await faults(scene)).toEqual([]);
  devices.expectErrors([CLIPBOARD_CLOSED, CLIPBOARD_CLOSED]);

  await journey.noteHandOver(pane, TO, "phone");
  expect(await pane.locator(".note:focus").innerText()).toMatch(NOTED);
  await sendMessage(page);
  expect(await register(page)).toEqual(registerOf([reference, ...HANDED_OVER]));
  expect(await keptRecords(page)).toEqual([]);
}, 60_000);

/** What the person's own copy command would take out of this field. */
function selected(field: Element): string {
  if (!(field instanceof HTMLInputElement)) return "";
  return field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
}

test("the QR code comes when asked for, says when it can not, and holds the text message", async () => {
  const scene = await devices.open();
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
  devices.expectErrors(["Failed to load resource: net::ERR_FAILED"]);

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

test("focus is still in the pane after each press whose button goes away", async () => {
  const scene = await devices.open();
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
  await page.clock.fastForward(IDLE_WIPE - IDLE_WARNING);
  await pane.getByText(idle.soon.kept).waitFor();
  expect(await misfits(scene)).toEqual([]);
  await page.clock.fastForward(IDLE_WARNING);
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
  await press(pane, outstandingBar.notReplacing);
  await pane.locator(".replacing").waitFor({ state: "detached" });
  await look(outstandingBar.notReplacing);
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
