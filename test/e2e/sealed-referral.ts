import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type ParsedMail, simpleParser } from "mailparser";
import type { Page } from "playwright-core";
import type { DemoCase } from "../../dev/demo/client-file.ts";
import * as journey from "../../dev/demo/sender-journey.ts";
import type { Outlook } from "../../dev/outlook/server.ts";
import { findSevenZip } from "../../scripts/tools.ts";
import { localDay } from "../../src/domain/iso-date.ts";
import { isReference, type Reference } from "../../src/domain/reference.ts";
import { clientForm } from "../../src/texts/nl/client-form.ts";
import { type Place, sendMessage } from "./device.ts";

const exec = promisify(execFile);

/** The recipient that the directory of the demo reaches by phone, by text message and by Teams. */
export const RECIPIENT = {
  protocol: "demo-ocmw-voorbeeldgem",
  name: "OCMW Voorbeeldgem",
  mailbox: "onthaal@voorbeeldgem.example",
  mobile: "+32470000001",
};
/** To whom the words are handed over. */
export const TO = "maatschappelijk werker onthaal";
/** Every value is a word that nothing else in the message or the pages holds, but for the place. */
export const RARE: DemoCase = {
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

/** How the client may stand somewhere. */
export const CLIENT = [
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

/** What a test has to know of a referral to find it and to open it. */
export interface Sealed {
  readonly reference: Reference;
  readonly password: string;
}

/** From the client's form to the words on the screen. */
export async function sealAndShow({ page, pane }: Place): Promise<Sealed> {
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
export async function sealKeepAndSend(scene: Place): Promise<Sealed> {
  const sealed = await sealAndShow(scene);
  await journey.keepHere(scene.pane);
  await sendMessage(scene.page);
  return sealed;
}

/** The message with this referral that came to the recipient. */
export async function received(outlook: Outlook, reference: Reference): Promise<ParsedMail> {
  const files = await outlook.messagesFor(RECIPIENT.mailbox);
  const mails = await Promise.all(files.map(async (file) => simpleParser(await readFile(file))));
  const [mail, ...others] = mails.filter(({ subject }) => subject === `Vertrouwelijk: doorverwijzing ${reference}`);
  if (mail === undefined || others.length > 0) throw new Error(`expected one message, found ${others.length}`);
  return mail;
}

/** The JSON that 7-Zip takes out of the message's archive. */
export async function extracted({ attachments }: ParsedMail, { reference, password }: Sealed) {
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
export async function register(page: Page): Promise<unknown> {
  const settings = await page.evaluate(() => window.outlook.roamingSettings("noor"));
  return JSON.parse(settings["register.v1"] ?? "null");
}

/** The register with these entries, all of today and to the same recipient. */
export function registerOf(...entries: readonly (readonly [reference: Reference, ...more: unknown[]])[]): unknown {
  return {
    p: [[RECIPIENT.protocol, RECIPIENT.name]],
    e: entries.map(([reference, ...more]) => [reference, localDay(new Date()), 0, ...more]),
  };
}

/** What an entry of the register says more once the words were handed over to `TO` by phone. */
export const HANDED_OVER = [0, TO, expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/)];
/** What the pane says then. */
export const NOTED = /^Genoteerd: doorgegeven aan maatschappelijk werker onthaal, per telefoon, op .+ uur\.$/;
