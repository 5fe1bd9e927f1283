import { execFile } from "node:child_process";
import { copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { clientForm } from "../../src/texts/nl/client-form.ts";
import { readPane, senderForm } from "../../src/texts/nl/screens.ts";
import type { Outlook } from "../outlook/server.ts";
import type { DemoCase } from "./client-file.ts";
import { checkExtracted, onlyReferral, readReferral } from "./received-mail.ts";
import type { Report } from "./report.ts";
import { Screens } from "./screens.ts";
import * as journey from "./sender-journey.ts";
import type { Steps } from "./steps.ts";
import type { Watched } from "./watch.ts";

/** The mailbox of the protocol, which is also the OCMW's in the stand-in. */
const MAILBOX = "sociaalhuis@bree.be";
const SENDER = { team: "lokaal team Kind en Gezin Noord-Limburg", phone: "0472 00 00 00" };
const exec = promisify(execFile);

/** Where the journey is walked, and what it fills. */
export interface Walk {
  readonly outlook: Outlook;
  readonly page: Page;
  readonly watched: Watched;
  readonly demoCase: DemoCase;
  /** The 7-Zip program. */
  readonly sevenZip: string;
  readonly out: string;
  readonly steps: Steps;
  readonly report: Report;
}

/** Both sides' journey, from a new message to the opened archive; rejects at the first step that is not ok. */
export async function walk(all: Walk): Promise<void> {
  const { outlook, page, watched, steps, report } = all;
  const screens = new Screens(page, join(all.out, "screens"));
  await writeReferral(all, screens);
  await steps.run("send over SMTP", async () => {
    if (!(await page.evaluate(() => window.outlook.send()))) throw new Error("Outlook did not let the message go");
  });
  await openReferral(all);
  await steps.run("the OCMW sees it in its inbox", async () => {
    await page.evaluate(async () => {
      await window.outlook.switchMailbox("ocmw-bree");
      await window.outlook.openFolder("inbox");
    });
    await page.getByText(String(report.reference)).first().click();
    await page.getByText(String(report.archive?.name)).first().waitFor();
    await screens.window("inbox");
  });
  await steps.run("the OCMW's pane says how to open it", async () => {
    const pane = await journey.openPane(page);
    await journey.heading(pane, readPane.title);
    await pane.getByText(readPane.stepsTitle).waitFor();
    await screens.pane("read");
  });
  await steps.run("nothing was asked of another origin", async () => {
    const foreign = watched.origins.filter((origin) => origin !== outlook.origin);
    if (foreign.length > 0) throw new Error(`asked: ${foreign.join(", ")}`);
  });
  await steps.run("no errors in the console", async () => {
    if (watched.consoleErrors.length > 0) throw new Error(watched.consoleErrors.join("\n"));
  });
}

/** The sender's side, up to a message that is ready to be sent. */
async function writeReferral({ outlook, page, watched, demoCase, steps, report }: Walk, screens: Screens) {
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
  await watched.takeLongTasks();
  await steps.run("encrypt and put in the message", () => journey.seal(pane));
  report.longTasksMs = await watched.takeLongTasks();
  report.password = await steps.run("show the password", async () => {
    await screens.pane("handover");
    const words = await journey.revealPassword(pane);
    await screens.pane("handover-words");
    await screens.window("ready-to-send");
    return words;
  });
  await steps.run("note that it was handed over", async () => {
    await journey.noteHandOver(pane, "maatschappelijk werker onthaal", "phone");
    await screens.pane("handed-over");
  });
}

/** The OCMW's side with 7-Zip alone. */
async function openReferral({ outlook, demoCase, sevenZip, out, steps, report }: Walk) {
  await steps.run("the message is in the OCMW's mailbox", async () => {
    await copyFile(await onlyReferral(await outlook.messagesFor(MAILBOX)), join(out, "message.eml"));
  });
  const { name } = await steps.run("it has one recipient and one attachment, an archive", async () => {
    const { recipient, archive, content } = await readReferral(join(out, "message.eml"));
    report.recipient = recipient;
    report.archive = archive;
    await writeFile(join(out, archive.name), content);
    return archive;
  });
  await steps.run("7-Zip opens it with the password", async () => {
    await exec(sevenZip, ["x", "-y", `-p${report.password}`, `-o${join(out, "extracted")}`, join(out, name)]);
  });
  await steps.run("the client is in it as filled in", async () => {
    report.reference = await checkExtracted(join(out, "extracted"), name, demoCase);
  });
  await steps.run("7-Zip refuses another password", async () => {
    const refused = await exec(sevenZip, ["t", "-pverkeerd", join(out, name)]).catch(() => null);
    if (refused !== null) throw new Error("7-Zip opened it with another password");
  });
}
