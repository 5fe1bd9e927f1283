import * as journey from "../../dev/demo/sender-journey.ts";
import { clientForm } from "../../src/texts/nl/client-form.ts";
import { obstacleText } from "../../src/texts/nl/failures.ts";
import { handover } from "../../src/texts/nl/handover.ts";
import { missing, outstanding } from "../../src/texts/nl/outstanding.ts";
import { common, outstandingBar } from "../../src/texts/nl/screens.ts";
import { type Devices, openDevices, reloadBesideNewMessage, reloadBesideReceived, sendMessage } from "./device.ts";
import { bar, cards, faults, misfits, paragraphs, press } from "./pane-view.ts";
import { keptRecords, untilErased } from "./raw-database.ts";
import {
  extracted,
  HANDED_OVER,
  RECIPIENT,
  received,
  register,
  registerOf,
  sealAndShow,
  sealKeepAndSend,
  TO,
} from "./sealed-referral.ts";

let devices: Devices;
beforeAll(async () => {
  devices = await openDevices();
}, 60_000);
afterEach(() => devices?.putAway());
afterAll(() => devices?.close());

test("a referral whose password is lost is made again in the place of the first", async () => {
  const scene = await devices.open();
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
  const replacing = `${outstandingBar.replacing(first.reference)} ${outstandingBar.notReplacing}`;
  expect(await pane.locator(".replacing").innerText()).toBe(replacing);
  expect(await faults(scene)).toEqual([]);
  const second = await sealAndShow(scene);
  expect([second.reference === first.reference, second.password === first.password]).toEqual([false, false]);
  await sendMessage(page);

  const mail = await received(devices.outlook, second.reference);
  const replaced = `Ze komt in de plaats van doorverwijzing ${first.reference}, die niemand nog kan openen. Kreeg je dat bericht, verwijder het dan.`;
  expect(mail.text?.replace(/\s+/g, " ")).toContain(replaced);
  expect(await extracted(mail, second)).toMatchObject({ reference: second.reference, replaces: first.reference });
  expect(await extracted(await received(devices.outlook, first.reference), first)).not.toHaveProperty("replaces");
  expect(await register(page)).toEqual(registerOf([first.reference], [second.reference, first.reference]));

  await reloadBesideReceived(scene);
  await journey.openOutstanding(pane, 1);
  await pane.getByText(outstanding.notHere).waitFor();
  expect(await cards(pane)).toEqual([
    [RECIPIENT.name, outstanding.made(second.reference, 0), outstanding.notHere, outstanding.open(false)],
  ]);
}, 60_000);

test("“Wis alles” and “Haal ze uit de lijst” ask first, and then leave nothing", async () => {
  const scene = await devices.open();
  const { page, pane } = scene;
  const { reference } = await sealKeepAndSend(scene);
  await reloadBesideReceived(scene);
  await journey.openOutstanding(pane, 1);
  await pane.getByRole("button", { name: outstanding.openFor(reference, true) }).waitFor();
  await press(pane, outstanding.erase);
  expect(await pane.locator(".note:focus").innerText()).toBe(outstanding.eraseSure);
  expect(await faults(scene)).toEqual([]);
  await press(pane, common.no);
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
  expect(await pane.locator(".note:focus").innerText()).toBe(outstanding.notSentSure(false));
  expect(await faults(scene)).toEqual([]);
  await press(pane, common.no);
  expect(await pane.locator("button:focus").innerText()).toBe(outstanding.notSent);
  await press(pane, outstanding.notSent);
  await press(pane, outstanding.notSentYes);
  await pane.getByText(outstanding.none).waitFor();
  expect(await cards(pane)).toEqual([]);
  expect(await register(page)).toEqual({ p: [], e: [] });
}, 60_000);

test("a draft that was closed with its password kept leads to the words when it is opened again", async () => {
  const scene = await devices.open();
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
  expect(await pane.locator("main > p").allInnerTexts()).toEqual([outstandingBar.sealedHere(reference)]);
  expect(await bar(pane)).toBe(outstandingBar.bar(1));
  expect(await faults(scene)).toEqual([]);
  await press(pane, outstanding.open(true));
  await journey.heading(pane, handover.title);
  expect(await journey.revealPassword(pane)).toBe(password);
  await journey.noteHandOver(pane, TO, "phone");
  await untilErased(page);
  await sendMessage(page);
  expect(await extracted(await received(devices.outlook, reference), { reference, password })).toMatchObject({
    reference,
  });
  expect(await register(page)).toEqual(registerOf([reference, ...HANDED_OVER]));
}, 60_000);
