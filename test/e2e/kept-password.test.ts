import * as journey from "../../dev/demo/sender-journey.ts";
import { clientForm } from "../../src/texts/nl/client-form.ts";
import { handover, keeping, send } from "../../src/texts/nl/handover.ts";
import { missing, outstanding } from "../../src/texts/nl/outstanding.ts";
import { common, outstandingBar, readPane } from "../../src/texts/nl/screens.ts";
import { type Devices, openDevices, reloadBesideReceived, SENDER_ADDRESS, sendMessage } from "./device.ts";
import { bar, cards, faults, misfits, paragraphs, press } from "./pane-view.ts";
import { failToOpen, keptRecords, throwOnOpening, untilErased, VAULT } from "./raw-database.ts";
import {
  extracted,
  HANDED_OVER,
  NOTED,
  RECIPIENT,
  received,
  register,
  registerOf,
  sealAndShow,
  sealKeepAndSend,
  TO,
} from "./sealed-referral.ts";
import { foundIn, secretsOf } from "./traces.ts";

let devices: Devices;
beforeAll(async () => {
  devices = await openDevices();
}, 60_000);
afterEach(() => devices?.putAway());
afterAll(() => devices?.close());

test("what is kept is found again beside another message, and is gone once it was handed over", async () => {
  const scene = await devices.open();
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
  expect(await bar(pane)).toBe(outstandingBar.bar(0));
  expect(await register(page)).toEqual(registerOf([reference, ...HANDED_OVER]));
  await reloadBesideReceived(scene);
  expect(await keptRecords(page)).toEqual([]);
  expect(await bar(pane)).toBe(outstandingBar.bar(0));
}, 60_000);

test("another device counts it, has no words, and what is noted there is erased here", async () => {
  const first = await devices.open();
  const { reference } = await sealKeepAndSend(first);
  expect((await keptRecords(first.page)).map(({ key }) => key)).toEqual([reference]);

  const second = await devices.open();
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
  expect(await bar(first.pane)).toBe(outstandingBar.bar(0));
}, 60_000);

test.each([
  ["throws", throwOnOpening],
  ["fails", failToOpen],
])(
  "storage that %s when it is opened: said before anything is pressed, and the message goes all the same",
  async (_how, close) => {
    const scene = await devices.open((page) => page.addInitScript(close, VAULT.database));
    const { page, pane } = scene;
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
    expect(await extracted(await received(devices.outlook, reference), { reference, password })).toMatchObject({
      reference,
    });

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
  const scene = await devices.open();
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
