import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import AxeBuilder from "@axe-core/playwright";
import { simpleParser } from "mailparser";
import type { FrameLocator, Page, Route } from "playwright-core";
import * as journey from "../../dev/demo/sender-journey.ts";
import { type DirectoryFiles, freshDirectory, signedForDevelopment } from "../../dev/outlook/hosted-directory.ts";
import { findSevenZip } from "../../scripts/tools.ts";
import type { ClientField } from "../../src/domain/field.ts";
import { type IsoDate, isIsoDate, localDay } from "../../src/domain/iso-date.ts";
import { controlId } from "../../src/taskpane/parts/control-id.ts";
import { clientForm, municipalityText } from "../../src/texts/nl/client-form.ts";
import { directoryNote } from "../../src/texts/nl/directory-notes.ts";
import { directoryFailure } from "../../src/texts/nl/failures.ts";
import { clientLabel } from "../../src/texts/nl/fields.ts";
import { issueText } from "../../src/texts/nl/issues.ts";
import { coveredText, recipientText } from "../../src/texts/nl/recipient.ts";
import { common, consentForm, review } from "../../src/texts/nl/screens.ts";
import { openMessage, openScene, openStage, type Scene, type Stage } from "./open-pane.ts";

const exec = promisify(execFile);
const DAY_MS = 86_400_000;
const COVERED = coveredText.few(["Fusiegem", "Proefbrussel", "Proefstad", "Schijnbeke", "Voorbeeldgem"]);
const CASE = {
  form: {
    firstName: "Demona",
    lastName: "Proef-Voorbeeld",
    street: "Verzonnenstraat",
    houseNumber: "1",
    box: "",
    postcode: "9905",
    municipality: "Sint-Nergens",
    phone: "0470 12 34 56",
    email: "",
  },
  consent: { date: localDay(new Date()), manner: "spoken" },
} as const;

let stage: Stage;
let demo: DirectoryFiles;
let scene: Scene | null = null;

beforeAll(async () => {
  demo = await freshDirectory(process.cwd(), "demo");
  stage = await openStage("demo");
  const { page, pane } = await openScene(stage);
  await journey.fillSender(pane, { team: "lokaal team Voorbeeldland", phone: "0472 00 00 00" });
  await journey.leaveSender(pane);
  await page.context().close();
}, 60_000);
afterAll(() => stage?.close());
afterEach(async () => {
  await scene?.page.context().close();
  scene = null;
  stage.outlook.hostDirectory(demo);
});

/** A pane with a device of its own, which has kept no directory yet. */
async function open(): Promise<Scene> {
  scene = await openScene(stage);
  return scene;
}

/** Closes the pane and opens it again, on the same device. */
async function reopen({ page }: Scene): Promise<void> {
  await page.getByLabel("Deelvenster sluiten").click();
  await journey.openPane(page);
}

function field(pane: FrameLocator, name: ClientField) {
  return pane.locator(`#${controlId(name)}`);
}

/** The demo directory, changed and signed again. */
function demoWith(changes: object): Promise<DirectoryFiles> {
  return signedForDevelopment({ ...demoJson(), ...changes });
}

function demoJson() {
  return JSON.parse(new TextDecoder().decode(demo.directory));
}

/** The day that comes so many days after today. */
function dayAfter(days: number): IsoDate {
  return localDay(new Date(Date.now() + days * DAY_MS));
}

/** What the form says of the place and offers there: "municipality/locality" where they are grouped. */
async function place(pane: FrameLocator) {
  const list = field(pane, "municipality");
  const offered = await list.locator("option").evaluateAll((options) =>
    options.map(({ textContent, parentElement }) => {
      const group = parentElement?.tagName === "OPTGROUP" ? `${parentElement.getAttribute("label")}/` : "";
      return `${group}${textContent}`;
    }),
  );
  return {
    says: await pane.locator("fieldset", { has: list }).locator('[role="status"] p').allInnerTexts(),
    enabled: await list.isEnabled(),
    chosen: await list.inputValue(),
    offered,
  };
}

function notes(pane: FrameLocator): Promise<readonly string[]> {
  return pane.locator(".directory-notes p").allInnerTexts();
}

/** Violations of WCAG 2.2 AA and axe's own rules in the pane as it is now, targets that are too small, and width too much. */
async function faults(page: Page, pane: FrameLocator): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include("iframe.add-in-frame")
    .options({ rules: { "target-size": { enabled: true } } })
    .analyze();
  const { width, wanted } = await pane
    .locator("html")
    .evaluate(({ scrollWidth }) => ({ width: window.innerWidth, wanted: scrollWidth }));
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`),
    ...(width === 320 && wanted <= width ? [] : [`${wanted} px wide in ${width} px`]),
  ];
}

const found = (name: string) => [recipientText.found({ kind: "ocmw", name })];
const jan = (year: number): IsoDate => {
  const day = `${year}-01-01`;
  if (!isIsoDate(day)) throw new RangeError(day);
  return day;
};

type Row = [
  name: string,
  postcode: string,
  before: Awaited<ReturnType<typeof place>>,
  choice: string | null,
  after: readonly string[],
];
const PLACES: readonly Row[] = [
  [
    "covered, the first postcode of an OCMW",
    "9901",
    {
      says: found("OCMW Voorbeeldgem"),
      enabled: true,
      chosen: "",
      offered: [municipalityText.choose, "Voorbeeldgem", "Oefendorp", municipalityText.other],
    },
    "Oefendorp",
    found("OCMW Voorbeeldgem"),
  ],
  [
    "covered, its second postcode",
    "9902",
    {
      says: found("OCMW Voorbeeldgem"),
      enabled: true,
      chosen: "",
      offered: [municipalityText.choose, "Voorbeeldgem", "Speelbeke", municipalityText.other],
    },
    "Speelbeke",
    found("OCMW Voorbeeldgem"),
  ],
  [
    "covered, the old localities of a merged municipality",
    "9905",
    {
      says: found("OCMW Fusiegem"),
      enabled: true,
      chosen: "",
      offered: [municipalityText.choose, "Fusiegem", "Sint-Nergens", "Verweggem", municipalityText.other],
    },
    "Verweggem",
    found("OCMW Fusiegem"),
  ],
  [
    "two municipalities in one postcode",
    "9903",
    {
      says: [recipientText.ambiguous(["Proefstad", "Schijnbeke"])],
      enabled: true,
      chosen: "",
      offered: [
        municipalityText.choose,
        "Proefstad/Proefstad",
        "Schijnbeke/Schijnbeke",
        "Schijnbeke/Klein-Schijn",
        municipalityText.other,
      ],
    },
    "Klein-Schijn",
    found("OCMW Schijnbeke"),
  ],
  [
    "in Brussels, a CAW",
    "1009",
    {
      says: [recipientText.found({ kind: "caw", name: "CAW Proefbrussel" })],
      enabled: true,
      chosen: "Proefbrussel",
      offered: ["Proefbrussel", municipalityText.other],
    },
    null,
    [recipientText.found({ kind: "caw", name: "CAW Proefbrussel" })],
  ],
];

test.each(PLACES)(
  "%s",
  async (_name, postcode, before, choice, after) => {
    const { page, pane } = await open();
    await journey.heading(pane, clientForm.title);
    await field(pane, "postcode").fill(postcode);
    expect(await place(pane)).toEqual(before);
    expect(await faults(page, pane)).toEqual([]);
    if (choice !== null) await field(pane, "municipality").selectOption(choice);
    expect(await place(pane)).toEqual({ ...before, says: after, chosen: choice ?? before.chosen });
  },
  60_000,
);

test.each<[string, string, readonly string[], readonly string[], Parameters<typeof issueText>[0]]>([
  [
    "no protocol",
    "3960",
    [municipalityText.none],
    [recipientText.notCovered, recipientText.forbidden, COVERED],
    { code: "not-covered", field: "postcode" },
  ],
  [
    "a protocol that ended",
    "9906",
    ["Eindegem", municipalityText.other],
    [
      recipientText.ended("OCMW Eindegem", jan(2026)),
      recipientText.reason("Opgezegd door Agentschap Voorbeeld (artikel 11)."),
      recipientText.forbidden,
      COVERED,
    ],
    { code: "protocol-ended", field: "postcode" },
  ],
  [
    "a protocol that is still to come",
    "9907",
    ["Morgendorp", municipalityText.other],
    [recipientText.notYet("OCMW Morgendorp", jan(2099)), recipientText.forbidden, COVERED],
    { code: "protocol-not-yet-in-force", field: "postcode" },
  ],
])(
  "%s: says so at once, keeps the form usable, and does not go on",
  async (_name, postcode, offered, says, issue) => {
    const { page, pane } = await open();
    await journey.heading(pane, clientForm.title);
    await field(pane, "postcode").fill(postcode);
    expect(await place(pane)).toMatchObject({ says, offered });
    for (const name of ["firstName", "lastName", "street", "houseNumber", "phone"] as const) {
      await field(pane, name).fill(CASE.form[name]);
    }
    await pane.getByRole("button", { name: clientForm.next }).click();
    const summary = pane.locator(".summary:focus");
    await summary.waitFor();
    expect(await summary.getByRole("listitem").allInnerTexts()).toEqual([issueText(issue)]);
    expect((await summary.getByRole("button").boundingBox())?.height).toBeGreaterThanOrEqual(32);
    expect(await faults(page, pane)).toEqual([]);
    expect(await page.evaluate(() => window.outlook.draft()?.to)).toEqual([]);
  },
  60_000,
);

test("more covered municipalities than fit in a sentence are shown on demand", async () => {
  const { protocols, ...rest } = demoJson();
  const [first, ...others] = protocols;
  const names = Array.from({ length: 300 }, (_, index) => `Gemeente ${String(index).padStart(3, "0")}`);
  const places = names.map((name) => ({ postcode: "9950", municipality: name, localities: [name] }));
  const grown = { ...first, places: [...first.places, ...places] };
  stage.outlook.hostDirectory(await signedForDevelopment({ ...rest, protocols: [grown, ...others] }));
  const { page, pane } = await open();
  await journey.heading(pane, clientForm.title);
  await field(pane, "postcode").fill("3960");
  expect(await pane.getByText("Gemeente 299").isVisible()).toBe(false);
  await pane.getByText(coveredText.show(305)).click();
  await pane.getByText("Gemeente 299").waitFor();
  expect(await faults(page, pane)).toEqual([]);
}, 60_000);

test("a field that the protocol leaves out is not asked and not in what the OCMW gets", async () => {
  const { page, pane } = await open();
  await journey.heading(pane, clientForm.title);
  // Typed before the place is known, and left behind.
  await field(pane, "email").fill("demona@proef.example");
  await journey.fillClient(pane, CASE);
  expect(await field(pane, "email").count()).toBe(0);
  await pane.getByText("OCMW Fusiegem mag geen e-mailadres krijgen. Vul het telefoonnummer in.").waitFor();
  expect(await faults(page, pane)).toEqual([]);
  await journey.leaveClient(pane);
  await journey.fillConsent(pane, CASE);
  await journey.leaveConsent(pane);
  expect(await pane.locator(".section").getByText(clientLabel.email, { exact: true }).count()).toBe(1);
  expect(await faults(page, pane)).toEqual([]);
  await journey.seal(pane);
  const password = await journey.revealPassword(pane);
  expect(await page.evaluate(() => window.outlook.send())).toBe(true);

  const [file = "", ...others] = await stage.outlook.messagesFor("onthaal@fusiegem.example");
  expect(others).toEqual([]);
  const mail = await simpleParser(await readFile(file));
  const archive = mail.attachments.find(({ filename }) => filename?.endsWith(".7z"));
  const folder = await mkdtemp(join(tmpdir(), "open-"));
  try {
    await writeFile(join(folder, "a.7z"), archive?.content ?? "");
    await exec(findSevenZip() ?? "7zz", ["x", `-p${password}`, `-o${folder}`, join(folder, "a.7z")]);
    const name = (archive?.filename ?? "").replace(/7z$/, "json");
    const { client, recipient } = JSON.parse(await readFile(join(folder, name), "utf8"));
    const { box: _box, email: _email, ...typed } = CASE.form;
    expect(client).toEqual({ ...typed, phone: "+32470123456" });
    expect(recipient).toMatchObject({ name: "OCMW Fusiegem", mailbox: "onthaal@fusiegem.example" });
  } finally {
    await rm(folder, { recursive: true });
  }

  // The other side can be played too.
  await page.evaluate(async () => {
    await window.outlook.switchMailbox("ocmw-fusiegem");
    await window.outlook.openFolder("inbox");
  });
  await page
    .getByText(mail.subject ?? "")
    .first()
    .waitFor();
}, 60_000);

test("by keyboard: the postcode, then the list, chosen with its first letters", async () => {
  const { page, pane } = await open();
  await journey.heading(pane, clientForm.title);
  const focusedId = () => pane.locator("html").evaluate(() => document.activeElement?.id);
  while ((await focusedId()) !== controlId("postcode")) await page.keyboard.press("Tab");
  // Before there is something to choose, Tab passes by.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  expect(await focusedId()).toBe(controlId("firstName"));
  while ((await focusedId()) !== controlId("postcode")) await page.keyboard.press("Shift+Tab");
  await page.keyboard.type("9903");
  expect(await focusedId()).toBe(controlId("postcode"));
  while ((await focusedId()) !== controlId("municipality")) await page.keyboard.press("Tab");
  await page.keyboard.type("Klein");
  expect(await focusedId()).toBe(controlId("municipality"));
  expect(await place(pane)).toMatchObject({ says: found("OCMW Schijnbeke"), chosen: "Klein-Schijn" });
}, 60_000);

test.each<[string, () => Promise<DirectoryFiles>, Parameters<typeof directoryFailure>[0]]>([
  [
    "one changed byte",
    async () => ({ ...demo, directory: Buffer.from(demo.directory).fill("2", 22, 23) }),
    { code: "signature" },
  ],
  ["no signature", async () => ({ ...demo, signature: new Uint8Array(0) }), { code: "signature" }],
  ["a mistake, but signed", () => demoWith({ protocols: [] }), { code: "invalid" }],
  [
    "a last day that has passed",
    () => demoWith({ issued: "2026-11-03", validUntil: dayAfter(-1), protocols: datedBefore("2026-11-03") }),
    { code: "expired", validUntil: dayAfter(-1) },
  ],
])(
  "a directory with %s: no referral, what to tell the administrator, and the next try works",
  async (_name, files, failure) => {
    stage.outlook.hostDirectory(await files());
    const { page, pane } = await open();
    const { title, text } = directoryFailure(failure);
    await journey.heading(pane, title);
    expect(await pane.locator("main > p").allInnerTexts()).toEqual([text]);
    expect(await notes(pane)).toEqual([]);
    expect(await faults(page, pane)).toEqual([]);
    stage.outlook.hostDirectory(demo);
    await pane.getByRole("button", { name: common.retry }).click();
    await journey.heading(pane, clientForm.title);
    expect(await notes(pane)).toEqual([directoryNote.demo]);
  },
  60_000,
);

/** The protocols that an earlier directory could hold. */
function datedBefore(issued: string): readonly unknown[] {
  return demoJson().protocols.filter(({ agreementDate }: { agreementDate: string }) => agreementDate < issued);
}

test("an older directory than this device has seen is refused", async () => {
  stage.outlook.hostDirectory(await demoWith({ serial: 9 }));
  const opened = await open();
  await journey.heading(opened.pane, clientForm.title);
  stage.outlook.hostDirectory(await demoWith({ serial: 8 }));
  await reopen(opened);
  await journey.heading(opened.pane, directoryFailure({ code: "rolled-back", serial: 8, seen: 9 }).title);
  expect(await opened.pane.locator("main > p").allInnerTexts()).toEqual([
    directoryFailure({ code: "rolled-back", serial: 8, seen: 9 }).text,
  ]);
  expect(await faults(opened.page, opened.pane)).toEqual([]);
}, 60_000);

/** Ways in which a host does not answer; each gives how it answers again. */
const SILENCES: readonly (readonly [string, (page: Page) => Promise<() => Promise<void>>])[] = [
  [
    "is in trouble (503)",
    async () => {
      stage.outlook.hostDirectory(null);
      return async () => stage.outlook.hostDirectory(demo);
    },
  ],
  ["closes the connection", (page) => withRoute(page, (route) => route.abort("connectionclosed"))],
  ["never answers", (page) => withRoute(page, () => undefined)],
];

/** The directory's files are answered so. */
async function withRoute(page: Page, answer: (route: Route) => Promise<void> | undefined) {
  const files = "**/protocols/directory.json*";
  await page.route(files, answer);
  return () => page.unroute(files);
}

/** From now on a pane that opens waits a tenth of the time for a file of its host. */
async function impatient(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    AbortSignal.timeout = (ms) => timeout(ms / 10);
  });
}

test.each(SILENCES)(
  "a host that %s, with nothing kept: no referral, and the next try works",
  async (_name, silence) => {
    const { page, watched } = await openMessage(stage);
    await impatient(page);
    const answers = await silence(page);
    const pane = await journey.openPane(page);
    scene = { page, pane, watched };
    const { title, text } = directoryFailure({ code: "unavailable" });
    await journey.heading(pane, title);
    expect(await pane.locator("main > p").allInnerTexts()).toEqual([text]);
    expect(await notes(pane)).toEqual([]);
    expect(await faults(page, pane)).toEqual([]);
    await answers();
    await pane.getByRole("button", { name: common.retry }).click();
    await journey.heading(pane, clientForm.title);
  },
  60_000,
);

test.each(SILENCES)(
  "a host that %s does not stop the work while the kept directory is valid",
  async (_name, silence) => {
    const opened = await open();
    await journey.heading(opened.pane, clientForm.title);
    await impatient(opened.page);
    await silence(opened.page);
    await reopen(opened);
    await journey.heading(opened.pane, clientForm.title);
    expect(await notes(opened.pane)).toEqual([directoryNote.demo, directoryNote.kept]);
    await field(opened.pane, "postcode").fill("1009");
    expect(await place(opened.pane)).toMatchObject({ chosen: "Proefbrussel" });
    expect(await faults(opened.page, opened.pane)).toEqual([]);
  },
  60_000,
);

test("a merged municipality: the protocol of one of the old ones ended, that of the new one answers", async () => {
  const { protocols, ...rest } = demoJson();
  const [voorbeeldgem, ...others] = protocols;
  // 9905 had a municipality of its own until its protocol ended; one of its localities went to nobody.
  const before = {
    ...voorbeeldgem,
    id: "demo-ocmw-verweggem",
    recipient: {
      ...voorbeeldgem.recipient,
      name: "OCMW Verweggem",
      kbo: "0999.000.822",
      mailbox: "onthaal@verweggem.example",
    },
    places: [{ postcode: "9905", municipality: "Verweggem", localities: ["Verweggem", "Achterweg"] }],
    ended: { on: "2025-01-01", reason: "Fusie met Fusiegem." },
    inForceFrom: "2024-01-01",
    agreementDate: "2024-01-15",
  };
  stage.outlook.hostDirectory(await signedForDevelopment({ ...rest, protocols: [voorbeeldgem, before, ...others] }));
  const { page, pane } = await open();
  await journey.heading(pane, clientForm.title);
  await field(pane, "postcode").fill("9905");
  expect(await place(pane)).toEqual({
    says: [recipientText.ambiguous(["Fusiegem", "Verweggem"])],
    enabled: true,
    chosen: "",
    offered: [
      municipalityText.choose,
      "Fusiegem/Fusiegem",
      "Fusiegem/Sint-Nergens",
      "Fusiegem/Verweggem",
      "Verweggem/Achterweg",
      municipalityText.other,
    ],
  });
  await field(pane, "municipality").selectOption("Verweggem");
  expect(await place(pane)).toMatchObject({ says: found("OCMW Fusiegem") });
  await field(pane, "municipality").selectOption("Achterweg");
  expect(await place(pane)).toMatchObject({
    says: [
      recipientText.ended("OCMW Verweggem", jan(2025)),
      recipientText.reason("Fusie met Fusiegem."),
      recipientText.forbidden,
      COVERED,
    ],
  });
  await pane.getByRole("button", { name: clientForm.next }).click();
  const issue = issueText({ code: "protocol-ended", field: "municipality" });
  await pane.getByRole("button", { name: issue }).click();
  expect(await field(pane, "municipality").evaluate((list) => list === document.activeElement)).toBe(true);
  expect(await faults(page, pane)).toEqual([]);
  // Another choice, and what was said of this one is gone.
  await field(pane, "municipality").selectOption("Fusiegem");
  expect(await pane.getByText(issue).count()).toBe(0);
}, 60_000);

test("a directory that expires while the pane is open: nothing more is done by it, and the form is kept", async () => {
  const lastDay = dayAfter(0);
  const old = { issued: "2026-11-03", protocols: datedBefore("2026-11-03") };
  stage.outlook.hostDirectory(await demoWith({ ...old, validUntil: lastDay }));
  const { page, pane } = await open();
  await journey.heading(pane, clientForm.title);
  expect(await notes(pane)).toEqual([directoryNote.demo, directoryNote.expires(lastDay)]);
  await journey.fillClient(pane, CASE);
  await journey.leaveClient(pane);
  await journey.fillConsent(pane, CASE);
  await journey.leaveConsent(pane);
  const draft = () => page.evaluate(() => ({ ...window.outlook.draft(), savedAt: "now" }));
  const before = await draft();
  await page.clock.setSystemTime(Date.now() + DAY_MS);
  await pane.getByRole("button", { name: review.seal }).click();
  const { title, text } = directoryFailure({ code: "expired", validUntil: lastDay });
  await journey.heading(pane, title);
  expect(await pane.locator("main > p").allInnerTexts()).toEqual([text]);
  expect(await faults(page, pane)).toEqual([]);
  expect(await draft()).toEqual(before);
  // The administrator's new one is taken without losing what was typed.
  stage.outlook.hostDirectory(await demoWith({ ...old, validUntil: dayAfter(30) }));
  await pane.getByRole("button", { name: common.retry }).click();
  await journey.heading(pane, clientForm.title);
  expect(await field(pane, "lastName").inputValue()).toBe(CASE.form.lastName);
}, 60_000);

test("another place after the review: another recipient, consent asked again, and the message goes there", async () => {
  const { page, pane } = await open();
  await journey.heading(pane, clientForm.title);
  await journey.fillClient(pane, CASE);
  await journey.leaveClient(pane);
  await journey.fillConsent(pane, CASE);
  await journey.leaveConsent(pane);
  await pane.getByText("onthaal@fusiegem.example", { exact: true }).waitFor();
  await pane.getByRole("button", { name: review.changeWhat.client }).click();
  await journey.heading(pane, clientForm.title);
  await field(pane, "postcode").fill("1009");
  expect(await place(pane)).toMatchObject({ chosen: "Proefbrussel" });
  await pane.getByRole("button", { name: clientForm.backToReview }).click();
  await journey.heading(pane, consentForm.title);
  await pane.getByText(consentForm.again.recipient("CAW Proefbrussel")).waitFor();
  expect(await pane.getByRole("checkbox", { checked: true }).count()).toBe(0);
  expect(await faults(page, pane)).toEqual([]);
  await journey.fillConsent(pane, CASE);
  await journey.leaveConsent(pane);
  await pane.getByText("onthaal@caw-proefbrussel.example", { exact: true }).waitFor();
  await pane.getByText(review.otherTeam("lokaal team Proefbrussel")).waitFor();
  expect(await pane.getByText(/fusiegem/i).count()).toBe(0);
  expect(await faults(page, pane)).toEqual([]);
  await journey.seal(pane);
  expect(await page.evaluate(() => window.outlook.draft())).toMatchObject({
    to: [{ address: "onthaal@caw-proefbrussel.example" }],
    cc: [],
    bcc: [],
  });
}, 60_000);

test("the last 30 days are told above the form, and focus is on the title all the same", async () => {
  stage.outlook.hostDirectory(await demoWith({ validUntil: dayAfter(30) }));
  const { page, pane } = await open();
  await journey.heading(pane, clientForm.title);
  expect(await notes(pane)).toEqual([directoryNote.demo, directoryNote.expires(dayAfter(30))]);
  expect(await pane.locator("h1:focus").innerText()).toBe(clientForm.title);
  expect(await faults(page, pane)).toEqual([]);
}, 60_000);
