import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { SendReason } from "../../src/domain/judge-send.ts";
import { alert } from "../../src/texts/nl/guard.ts";
import { type Devices, openDevices } from "./device.ts";
import { RARE, sealAndShow } from "./sealed-referral.ts";

/** What the built guard says of the messages that a person changed after they were ready (OnMessageSend). */
let devices: Devices;
beforeAll(async () => {
  devices = await openDevices();
}, 60_000);
afterAll(() => devices?.close());
afterEach(() => devices.putAway());

const send = (page: Page) => page.evaluate(() => window.outlook.send());
const alertNow = (page: Page) => page.evaluate(() => window.outlook.alert());

async function refused(page: Page, ...reasons: readonly SendReason[]): Promise<void> {
  expect(await send(page)).toBe(false);
  expect(await alertNow(page)).toMatchObject({ title: "Veilig doorverwijzen", text: alert.text(reasons) });
  await page.evaluate(() => window.outlook.answerAlert("Niet verzenden"));
}

async function addRecipient(page: Page, field: "cc" | "bcc", address: string): Promise<void> {
  await page.locator(`#field-${field}`).fill(address);
  await page.locator(`#field-${field}`).press("Enter");
}

async function typeAtEnd(page: Page, text: string): Promise<void> {
  await page.getByLabel("Berichttekst").focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(text);
}

test("a referral that was changed does not go, says why, and goes when it is as it was", async () => {
  const scene = await devices.open();
  const { page, pane } = scene;
  const { password, reference } = await sealAndShow({ page, pane });
  const before = await devices.outlook.messagesFor("sociaalhuis@voorbeeldgem.example");

  await addRecipient(page, "bcc", "collega@opgroeien.example");
  await refused(page, { code: "other-recipient", where: ["bcc"] });
  await page.getByLabel("collega@opgroeien.example verwijderen").click();

  const subject = page.getByLabel("Onderwerp");
  const ready = await subject.inputValue();
  await subject.fill(`${ready} ${RARE.form.lastName.toUpperCase()}`);
  await refused(page, { code: "client", where: "subject", fields: ["lastName"] });
  await subject.fill("Doorverwijzing");
  await refused(page, { code: "reference-missing" });
  await subject.fill(ready);

  await typeAtEnd(page, ` bel ${RARE.form.phone.replaceAll(" ", ".")} of mail ${RARE.form.email}`);
  await refused(page, { code: "client", where: "body", fields: ["phone", "email"] });
  const [first = "", second = ""] = password.split("-");
  await typeAtEnd(page, ` ${first} ${second}`);
  await refused(
    page,
    { code: "client", where: "body", fields: ["phone", "email"] },
    { code: "password", where: "body" },
  );

  expect(await devices.outlook.messagesFor("sociaalhuis@voorbeeldgem.example")).toEqual(before);
  expect(await page.evaluate(() => window.outlook.unknownCalls())).toEqual([]);
  expect(reference).toMatch(/^DV-/);
}, 60_000);

test("another file beside the archive, or none at all, does not go", async () => {
  const scene = await devices.open();
  const { page, pane } = scene;
  const { reference } = await sealAndShow({ page, pane });
  const file = join(tmpdir(), "nota.txt");
  await writeFile(file, "nota");
  await page.locator('input[type="file"]').setInputFiles(file);
  await refused(page, { code: "other-attachment" });
  await page.getByLabel("nota.txt verwijderen").click();
  await page.getByLabel(`doorverwijzing-${reference}.7z verwijderen`).click();
  await refused(page, { code: "archive-missing" });
}, 60_000);

test("any other message goes without a word, and an untouched referral too", async () => {
  const scene = await devices.open();
  const { page, pane } = scene;
  await sealAndShow({ page, pane });
  expect(await send(page)).toBe(true);
  await page.evaluate(() =>
    window.outlook.openCompose({ to: [{ name: "Iemand", address: "iemand@voorbeeld.example" }] }),
  );
  await typeAtEnd(page, "Dag collega");
  const runs = await page.evaluate(() => window.outlook.guardRuns());
  expect(await send(page)).toBe(true);
  expect(await page.evaluate(() => window.outlook.guardRuns())).toBe(runs + 1);
  expect(await alertNow(page)).toBeNull();
}, 60_000);

test("a draft that was closed and opened again goes untouched; with another text the person is asked", async () => {
  const scene = await devices.open();
  const { page, pane } = scene;
  const { reference } = await sealAndShow({ page, pane });
  await page.evaluate(async () => {
    await window.outlook.closeMessage();
    await window.outlook.openFolder("drafts");
  });
  await page.locator(".message-line", { hasText: reference }).click();
  await typeAtEnd(page, " iets erbij");
  expect(await send(page)).toBe(false);
  const asked = await alertNow(page);
  expect(asked?.text).toBe(alert.text([{ code: "text-changed" }]));
  expect(asked?.buttons).toContain("Toch verzenden");
  await page.evaluate(() => window.outlook.answerAlert("Toch verzenden"));
  await page.getByText("Het bericht is verzonden.").waitFor();
}, 60_000);
