/**
 * `npm run demo [-- --client FILE] [--out DIR]`: the whole journey unattended. The pane is filled in, sealed and sent in
 * the stand-in Outlook; the mail comes over SMTP; the real 7-Zip opens the attachment; DIR holds what came of it.
 */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { simpleParser } from "mailparser";
import type { Page } from "playwright-core";
import { findSevenZip } from "../../scripts/tools.ts";
import { clientForm } from "../../src/texts/nl/client-form.ts";
import { senderForm } from "../../src/texts/nl/screens.ts";
import { startOutlook } from "../outlook/server.ts";
import { launchBrowser } from "./browser.ts";
import { readClientFile } from "./client-file.ts";
import { Screens } from "./screens.ts";
import * as journey from "./sender-journey.ts";
import { Steps } from "./steps.ts";
import { watch } from "./watch.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const MAILBOX = "sociaalhuis@bree.be";
const SENDER = { team: "lokaal team Kind en Gezin Noord-Limburg", phone: "0472 00 00 00" };
const exec = promisify(execFile);

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { client: { type: "string" }, out: { type: "string" } } });
  const demoCase = await readClientFile(resolve(values.client ?? join(root, "dev", "samples", "client.json")));
  const out = resolve(values.out ?? join(root, "out", "demo"));
  const sevenZip = findSevenZip();
  if (sevenZip === null)
    throw new Error("No 7-Zip: install it (Debian: apt-get install 7zip), or name it in SEVENZIP.");
  for (const part of ["mail", "mailboxes", "screens", "extracted", "message.eml", "report.json"]) {
    await rm(join(out, part), { recursive: true, force: true });
  }
  await mkdir(join(out, "screens"), { recursive: true });

  const steps = new Steps();
  const outlook = await startOutlook({ port: 0, mailDir: join(out, "mail"), sampleMail: true });
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({
      ignoreHTTPSErrors: true,
      locale: "nl-BE",
      viewport: { width: 1280, height: 800 },
    });
    const page = await context.newPage();
    const watched = await watch(page);
    const screens = new Screens(page, join(out, "screens"));
    await steps.run("open Outlook and a new message", async () => {
      await page.goto(`${outlook.origin}/outlook/?mailbox=noor&compose=newMail&signature=1`);
      await page.evaluate(() => window.outlook.ready);
    });
    const pane = await steps.run("open the pane", async () => {
      const opened = await journey.openPane(page);
      await journey.heading(opened, senderForm.title);
      await screens.fitPane();
      await screens.window("outlook");
      return opened;
    });
    await steps.run("say who refers, once", async () => {
      await journey.fillSender(pane, SENDER);
      await screens.pane("sender");
      await journey.leaveSender(pane);
    });
    await steps.run("an empty form is answered with what is missing", async () => {
      await pane.getByRole("button", { name: clientForm.next }).click();
      await pane.locator(".summary").waitFor();
      await screens.pane("client-issues");
    });
    await steps.run("fill in the client", async () => {
      await journey.fillClient(pane, demoCase);
      await screens.pane("client");
      await journey.leaveClient(pane);
    });
    await steps.run("confirm the consent", async () => {
      await screens.pane("consent-empty");
      await journey.fillConsent(pane, demoCase);
      await screens.pane("consent");
      await journey.leaveConsent(pane);
    });
    await steps.run("look everything over", () => screens.pane("review"));
    const before = (await watched.longTasks()).length;
    await steps.run("encrypt and put in the message", () => journey.seal(pane));
    const longTasksMs = (await watched.longTasks()).slice(before);
    const password = await steps.run("show the password", async () => {
      await screens.pane("handover");
      const words = await journey.revealPassword(pane);
      await screens.pane("handover-words");
      await screens.window("ready-to-send");
      return words;
    });
    await steps.run("send over SMTP", async () => {
      if (!(await page.evaluate(() => window.outlook.send()))) throw new Error("Outlook did not let the message go");
    });
    const eml = await steps.run("the message is in the OCMW's mailbox", () =>
      onlyMessage(outlook.messagesFor(MAILBOX)),
    );
    await copyFile(eml, join(out, "message.eml"));
    const archive = await steps.run("it has one attachment, an archive", () => onlyArchive(join(out, "message.eml")));
    await writeFile(join(out, archive.name), archive.content);
    await steps.run("7-Zip opens it with the password", async () => {
      await exec(sevenZip, ["x", "-y", `-p${password}`, `-o${join(out, "extracted")}`, join(out, archive.name)]);
    });
    const reference = await steps.run("the client is in it as filled in", () =>
      referenceOf(join(out, "extracted"), archive.name, demoCase.form.lastName),
    );
    await steps.run("7-Zip refuses another password", async () => {
      const refused = await exec(sevenZip, ["t", "-pverkeerd", join(out, archive.name)]).catch(() => null);
      if (refused !== null) throw new Error("7-Zip opened it with another password");
    });
    await steps.run("the OCMW sees it in its inbox", async () => {
      await page.evaluate(async () => {
        await window.outlook.switchMailbox("ocmw");
        await window.outlook.openFolder("inbox");
      });
      await openFirstMessage(page, reference);
      await screens.window("inbox");
    });
    await steps.run("nothing was asked of another origin", async () => {
      const foreign = [...watched.origins].filter((origin) => origin !== outlook.origin);
      if (foreign.length > 0) throw new Error(`asked: ${foreign.join(", ")}`);
    });
    await steps.run("no errors in the console", async () => {
      if (watched.consoleErrors.length > 0) throw new Error(`${watched.consoleErrors.length} errors`);
    });
    const report = {
      reference,
      recipient: MAILBOX,
      archive: {
        name: archive.name,
        bytes: archive.content.byteLength,
        sha256: createHash("sha256").update(archive.content).digest("hex"),
      },
      password,
      steps: steps.done,
      origins: [...watched.origins],
      longTasksMs,
      consoleErrors: watched.consoleErrors,
    };
    await writeFile(join(out, "report.json"), `${JSON.stringify(report, null, 2)}\n`);
    console.log(`\n${steps.done.length} steps ok; everything is in ${out}`);
    return 0;
  } catch (error) {
    await writeFile(join(out, "report.json"), `${JSON.stringify({ steps: steps.done }, null, 2)}\n`);
    console.error(error instanceof Error ? error.message : error);
    return 1;
  } finally {
    await browser.close();
    await outlook.close();
  }
}

async function onlyMessage(messages: Promise<readonly string[]>): Promise<string> {
  const received = await messages;
  // The sample mail in the inbox has no referral in it.
  const ours: string[] = [];
  for (const file of received) if (/^x-doorverwijzing:/im.test(await readFile(file, "utf8"))) ours.push(file);
  const [file, ...others] = ours;
  if (file === undefined || others.length > 0) throw new Error(`expected one message, found ${ours.length}`);
  return file;
}

async function onlyArchive(eml: string): Promise<{ readonly name: string; readonly content: Buffer }> {
  const { attachments } = await simpleParser(await readFile(eml));
  const archives = attachments.filter(({ filename }) => filename?.endsWith(".7z"));
  const [archive, ...others] = archives;
  if (archive?.filename === undefined || others.length > 0)
    throw new Error(`expected one archive, found ${archives.length}`);
  return { name: archive.filename, content: archive.content };
}

async function referenceOf(folder: string, archiveName: string, lastName: string): Promise<string> {
  const json: unknown = JSON.parse(await readFile(join(folder, archiveName.replace(/\.7z$/, ".json")), "utf8"));
  if (typeof json !== "object" || json === null || !("client" in json) || !("reference" in json)) {
    throw new Error("the JSON has no client or reference");
  }
  const { client, reference } = json;
  const same =
    typeof client === "object" &&
    client !== null &&
    "lastName" in client &&
    client.lastName === lastName.trim().normalize("NFC");
  if (!same || typeof reference !== "string") throw new Error("the JSON holds another client");
  return reference;
}

async function openFirstMessage(page: Page, reference: string): Promise<void> {
  await page.getByText(reference).first().click();
  await page.getByText(`doorverwijzing-${reference}.7z`).first().waitFor();
}
