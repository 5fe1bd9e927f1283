import type { Page } from "playwright-core";
import * as journey from "../../dev/demo/sender-journey.ts";
import type { Outlook } from "../../dev/outlook/server.ts";
import { clientForm } from "../../src/texts/nl/client-form.ts";
import { readPane } from "../../src/texts/nl/screens.ts";
import { openMessage, openScene, openStage, type Scene, type Stage } from "./open-pane.ts";

/** The mailbox that refers. */
export const SENDER_ADDRESS = "noor.voorbeeld@opgroeien.example";
/** The subjects of the messages that the sender received. */
export const ORDINARY_MAIL = ["Agenda van donderdag", "Sleutel van de fietsenstalling"] as const;

/** What Chromium says when axe is put in the frame of a message's body, which takes no scripts. */
export const AXE_REFUSED =
  "Blocked script execution in 'about:srcdoc' because the document's frame is sandboxed and the 'allow-scripts' permission is not set.";

/** Outlook's page and the pane in it. */
export type Place = Pick<Scene, "page" | "pane">;

/** The devices of one sender, who has said who refers and has referred nobody yet. */
export interface Devices {
  readonly outlook: Outlook;
  /** A device of its own, with the pane open beside a new message; `before`: what is done before the pane is there. */
  open(before?: (page: Page) => Promise<unknown>): Promise<Scene>;
  /** What the browser itself says of a fault that this test makes. */
  expectErrors(errors: readonly string[]): void;
  /** Nothing went wrong that no test asked for, and nothing was asked of another host. */
  expectNothingElse(scene: Scene): Promise<void>;
  /** After each test: `expectNothingElse` of each device, and the sender has referred nobody again. */
  putAway(): Promise<void>;
  close(): Promise<void>;
}

/** The built add-in in a stand-in Outlook of its own, with the directory of the demo. */
export async function openDevices(): Promise<Devices> {
  const stage = await openStage("demo");
  const { outlook } = stage;
  const { request, settings } = await introduceSender(stage).catch(async (error: unknown) => {
    await stage.close();
    throw error;
  });

  let opened: Scene[] = [];
  let errorsAsked: readonly string[] = [];
  const devices: Devices = {
    outlook,
    async open(before) {
      const { page, watched } = await openMessage(stage);
      await before?.(page);
      const scene = { page, watched, pane: await journey.openPane(page) };
      opened.push(scene);
      return scene;
    },
    expectErrors(errors) {
      errorsAsked = errors;
    },
    async expectNothingElse({ page, watched }) {
      await expectAllUnderstood(page);
      expect(watched.consoleErrors.filter((text) => text !== AXE_REFUSED)).toEqual(errorsAsked);
      expect(watched.origins).toEqual([outlook.origin]);
    },
    async putAway() {
      try {
        for (const scene of opened) await devices.expectNothingElse(scene);
      } finally {
        for (const { page } of opened) await page.context().close();
        await request.put(`${outlook.origin}/outlook/api/noor/settings`, { data: settings });
        opened = [];
        errorsAsked = [];
      }
    },
    close: () => stage.close(),
  };
  return devices;
}

/** The sender says who refers, and receives ordinary mail; `settings`: what the mailbox keeps from then on. */
async function introduceSender(stage: Stage) {
  const { page, pane } = await openScene(stage);
  await journey.fillSender(pane, { team: "lokaal team Voorbeeldland", phone: "0472 00 00 00" });
  await journey.leaveSender(pane);
  const settings = await page.evaluate(() => window.outlook.roamingSettings("noor"));
  for (const subject of ORDINARY_MAIL) {
    await page.evaluate((to) => window.outlook.openCompose({ to: [{ name: "Noor", address: to }] }), SENDER_ADDRESS);
    await page.getByLabel("Onderwerp").fill(subject);
    await sendMessage(page);
  }
  await page.close();
  return { request: page.context().request, settings };
}

async function expectAllUnderstood(page: Page): Promise<void> {
  expect(await page.evaluate(() => window.outlook.unknownCalls())).toEqual([]);
}

/** Outlook of the sender, in a page of its own or again in the same one. */
export async function loadOutlook(page: Page, origin: string, query: string): Promise<void> {
  await page.goto(`${origin}/outlook/?mailbox=noor${query}`);
  await page.evaluate(() => window.outlook.ready);
}

/** Outlook again in the same browser, with the pane beside a new message. */
export async function reloadBesideNewMessage({ page, pane }: Place): Promise<void> {
  await expectAllUnderstood(page);
  await loadOutlook(page, new URL(page.url()).origin, "&compose=newMail&signature=1");
  await journey.openPane(page);
  await journey.heading(pane, clientForm.title);
}

/** Outlook again in the same browser, with the pane beside a message that was received. */
export async function reloadBesideReceived({ page, pane }: Place): Promise<void> {
  await expectAllUnderstood(page);
  await loadOutlook(page, new URL(page.url()).origin, "");
  await page.getByText(ORDINARY_MAIL[0]).first().click();
  await journey.openPane(page);
  await journey.heading(pane, readPane.title);
}

/** "Verzenden", which the add-in must allow. */
export async function sendMessage(page: Page): Promise<void> {
  expect(await page.evaluate(() => window.outlook.send())).toBe(true);
}
