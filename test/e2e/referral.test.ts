import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import AxeBuilder from "@axe-core/playwright";
import { simpleParser } from "mailparser";
import type { Page } from "playwright-core";
import type { DemoCase } from "../../dev/demo/client-file.ts";
import * as journey from "../../dev/demo/sender-journey.ts";
import { findSevenZip } from "../../scripts/tools.ts";
import { localDay } from "../../src/domain/iso-date.ts";
import { clientForm } from "../../src/texts/nl/client-form.ts";
import { common, consentForm, readPane, review, senderForm } from "../../src/texts/nl/screens.ts";
import { AXE_REFUSED } from "./device.ts";
import { openScene, openStage, type Stage } from "./open-pane.ts";

const exec = promisify(execFile);
const MAILBOX = "sociaalhuis@bree.be";
const SENDER = { team: "lokaal team Kind en Gezin Noord-Limburg", phone: "0472 00 00 00" };
/** Every value is a word that nothing else in the message or the pages holds. */
const RARE: DemoCase = {
  form: {
    firstName: "Zwaluwine",
    lastName: "Knoterbeuk",
    street: "Flierefluiterdreef",
    houseNumber: "7319QZKXVB",
    box: "84WXJQVPLM",
    postcode: "3960",
    municipality: "Gerdingen",
    phone: "0498 76 54 32",
    email: "kwispelbos@raadselhut.example",
  },
  consent: { date: localDay(new Date()), manner: "written" },
};
const SECRETS = [
  "zwaluwine",
  "knoterbeuk",
  "flierefluiterdreef",
  "7319qzkxvb",
  "84wxjqvplm",
  "gerdingen",
  "498765432",
  "498 76 54 32",
  "498/76",
  "kwispelbos",
  "raadselhut",
];

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage?.close());

/** A mailbox of its own, in which the sender has not been asked yet. */
let other: Stage | null = null;
afterEach(async () => {
  await other?.close();
  other = null;
});

/** Violations of WCAG 2.2 AA and axe's own rules in the pane as it is now. */
async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).include("iframe.add-in-frame").analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
}

async function keptByBrowser(page: Page): Promise<string> {
  const perFrame = await Promise.all(
    page
      .frames()
      .map((frame) =>
        frame.evaluate(async () =>
          JSON.stringify([
            { ...localStorage },
            { ...sessionStorage },
            document.cookie,
            location.href,
            (await indexedDB.databases()).map(({ name }) => name),
          ]),
        ),
      ),
  );
  return perFrame.join("\n");
}

test("a referral leaves Outlook sealed, opens with 7-Zip, and leaks nothing on the way", async () => {
  const { page, pane, watched } = await openScene(stage);
  const consoleLines: string[] = [];
  page.on("console", (message) => consoleLines.push(message.text()));
  const urls: string[] = [];
  page.on("request", (request) => urls.push(request.url()));

  await journey.heading(pane, senderForm.title);
  expect(await violations(page)).toEqual([]);
  await journey.fillSender(pane, SENDER);
  await journey.leaveSender(pane);
  await pane.getByRole("button", { name: clientForm.next }).click();
  expect(await violations(page)).toEqual([]);
  await journey.fillClient(pane, RARE);
  await journey.leaveClient(pane);
  expect(await violations(page)).toEqual([]);
  await pane.getByRole("button", { name: consentForm.next }).click();
  await pane.locator(".summary:focus").waitFor();
  expect(await violations(page)).toEqual([]);
  await journey.fillConsent(pane, RARE);
  await journey.leaveConsent(pane);
  expect(await violations(page)).toEqual([]);
  await page.evaluate(() => window.outlook.fault({ call: "subject.set", kind: "fail" }));
  await pane.getByRole("button", { name: review.seal }).click();
  await pane.locator(".summary:focus").waitFor();
  expect(await violations(page)).toEqual([]);
  await journey.seal(pane);
  expect(await violations(page)).toEqual([]);
  const password = await journey.revealPassword(pane);
  expect(await violations(page)).toEqual([]);
  const code = await pane.locator(".control-code").innerText();
  await journey.noteHandOver(pane, "maatschappelijk werker onthaal", "phone");
  expect(await violations(page)).toEqual([]);

  const wire = await page.evaluate(() => JSON.stringify(window.outlook.wireLog()));
  const kept = await keptByBrowser(page);
  const settings = await page.evaluate(async () => JSON.stringify(await window.outlook.roamingSettings("noor")));
  expect(await page.evaluate(() => window.outlook.unknownCalls())).toEqual([]);
  expect(await page.evaluate(() => window.outlook.send())).toBe(true);

  const [file = "", ...others] = await stage.outlook.messagesFor(MAILBOX);
  expect(others).toEqual([]);
  const source = await readFile(file, "utf8");
  const mail = await simpleParser(source);
  const [archive, ...more] = mail.attachments.filter(({ related }) => !related);
  expect(more).toEqual([]);
  const reference = /DV-\d{4}-[0-9A-Z]{6}/.exec(mail.subject ?? "")?.[0] ?? "";
  expect(mail.subject).toBe(`Vertrouwelijk: doorverwijzing ${reference}`);
  const sha256 = createHash("sha256")
    .update(archive?.content ?? "")
    .digest("hex");
  expect(code.replace(" ", "")).toBe(sha256.slice(0, 10));
  expect(archive?.filename).toBe(`doorverwijzing-${reference}.7z`);
  expect(mail.to).toMatchObject({ value: [{ address: MAILBOX }] });
  expect([mail.cc, mail.bcc]).toEqual([undefined, undefined]);

  const folder = await mkdtemp(join(tmpdir(), "open-"));
  try {
    const path = join(folder, "a.7z");
    await writeFile(path, archive?.content ?? "");
    await exec(findSevenZip() ?? "7zz", ["x", `-p${password}`, `-o${folder}`, path]);
    const json = JSON.parse(await readFile(join(folder, `doorverwijzing-${reference}.json`), "utf8"));
    expect(json.client).toEqual({ ...RARE.form, phone: "+32498765432" });
    expect(json.consent).toMatchObject({ date: RARE.consent.date, manner: "written" });
  } finally {
    await rm(folder, { recursive: true });
  }

  const seen = {
    subject: mail.subject ?? "",
    body: `${mail.text}${mail.html}`,
    headers: source.slice(0, source.indexOf("\r\n\r\n")),
    attachments: mail.attachments.map(({ filename }) => filename).join(),
    wire,
    kept,
    settings,
    console: consoleLines.join("\n"),
    urls: urls.join("\n"),
  };
  const secrets = [...SECRETS, password, ...pairs(password)];
  const leaks = Object.entries(seen).flatMap(([where, text]) =>
    secrets.filter((secret) => text.toLowerCase().includes(secret)).map((_secret, index) => `${where}: ${index}`),
  );
  expect(leaks).toEqual([]);
  // What was searched held something: the recordings work.
  expect([seen.wire, seen.headers].filter((text) => !text.includes(reference))).toEqual([]);
  for (const kept of [SENDER.team, reference, "maatschappelijk werker onthaal"]) expect(seen.settings).toContain(kept);
  expect(seen.kept).toContain(stage.outlook.origin);
  expect(seen.console).toContain("Content Security Policy");
  expect(seen.urls).toContain("protocols/directory.json");

  await page.evaluate(async () => {
    await window.outlook.switchMailbox("ocmw-bree");
    await window.outlook.openFolder("inbox");
  });
  await page.getByText(reference).first().click();
  await journey.openPane(page);
  await journey.heading(pane, readPane.title);
  expect(await pane.locator(".note").innerText()).toBe(`In dit bericht zit doorverwijzing ${reference}.`);
  expect(await violations(page)).toEqual([]);
  expect(watched.origins).toEqual([stage.outlook.origin]);
  expect(watched.consoleErrors.filter((text) => text !== AXE_REFUSED)).toEqual([]);
  await page.context().close();
}, 120_000);

test("a draft in plain text works as well, and the pane that is opened again knows that it is sealed", async () => {
  other = await openStage();
  const { page, pane, watched } = await openScene(other, "compose=newMail&format=text");
  const before = await page.evaluate(() => window.outlook.draft()?.body ?? "");
  await journey.heading(pane, senderForm.title);
  await journey.fillSender(pane, SENDER);
  await journey.leaveSender(pane);
  await journey.fillClient(pane, RARE);
  await journey.leaveClient(pane);
  await journey.fillConsent(pane, RARE);
  await journey.leaveConsent(pane);
  await journey.seal(pane);
  const after = await page.evaluate(() => window.outlook.draft());
  expect(after?.format).toBe("text");
  expect(after?.body).toMatch(/^Beste collega,\n\nIn de bijlage zit/);
  expect(after?.body.endsWith(before)).toBe(true);

  await page.getByLabel("Deelvenster sluiten").click();
  await journey.openPane(page);
  await journey.heading(pane, "Hier zit al een doorverwijzing in");
  expect(await violations(page)).toEqual([]);
  const name = after?.files.find(({ contentId }) => contentId === null)?.name ?? "";
  await page.getByLabel(`${name} verwijderen`).click();
  await pane.getByRole("button", { name: common.retry }).click();
  await journey.heading(pane, "Dit bericht is niet afgewerkt");
  expect(watched.consoleErrors).toEqual([]);
}, 60_000);

/** Two words of the password in a row, however they are joined. */
function pairs(password: string): readonly string[] {
  const words = password.split("-");
  return words.slice(1).flatMap((word, index) => [`${words[index]}-${word}`, `${words[index]} ${word}`]);
}

test.each([
  ["a reply", "compose=reply"],
  ["a forward", "compose=forward"],
  ["a message with a recipient", "compose=newMail&to=iemand@voorbeeld.example"],
])(
  "%s is left as it is, and the pane says to begin a new message",
  async (_what, query) => {
    const { page, pane } = await openScene(stage, query);
    const draft = () => page.evaluate(() => ({ ...window.outlook.draft(), savedAt: "now" }));
    const before = await draft();
    await journey.heading(pane, "Begin een nieuw bericht");
    expect(await draft()).toEqual(before);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  },
  60_000,
);
