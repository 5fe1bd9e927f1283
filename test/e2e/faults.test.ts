import type { FrameLocator, Page } from "playwright-core";
import type { DemoCase } from "../../dev/demo/client-file.ts";
import * as journey from "../../dev/demo/sender-journey.ts";
import type { Fault } from "../../dev/outlook/page/host/faults.ts";
import { localDay } from "../../src/domain/iso-date.ts";
import { afterFailure, failureText } from "../../src/texts/nl/failures.ts";
import { send } from "../../src/texts/nl/handover.ts";
import { review, senderForm } from "../../src/texts/nl/screens.ts";
import { openScene, openStage, type Stage } from "./open-pane.ts";

/** Longer than any call to Outlook may take, in milliseconds. */
const LONGEST_CALL = 61_000;
const SENDER = { team: "lokaal team Kind en Gezin Noord-Limburg", phone: "0472 00 00 00" };
const CASE: DemoCase = {
  form: {
    firstName: "Fouta",
    lastName: "Proef-Voorbeeld",
    street: "Verzonnenstraat",
    houseNumber: "1",
    box: "",
    postcode: "3960",
    municipality: "Bree",
    phone: "",
    email: "fouta@proef.example",
  },
  consent: { date: localDay(new Date()), manner: "spoken" },
};

/** Calls that look at the draft before anything is put in it. */
const LOOKS = [
  "headers.get",
  "composeType.get",
  "recipients.get",
  "subject.get",
  "attachments.list",
  "body.getType",
  "body.get",
] as const;
/** Calls that put something in it, in their order. */
const PUTS = ["recipients.set", "subject.set", "body.set", "attachments.add", "headers.set", "session.set"] as const;
/** Calls that read it back, and how many of the same name go before. */
const READS = [
  ["recipients.get", 3],
  ["subject.get", 1],
  ["attachments.list", 1],
  ["body.getType", 1],
  ["body.get", 1],
  ["headers.get", 1],
] as const;

let stage: Stage;
let page: Page;
let pane: FrameLocator;

beforeAll(async () => {
  stage = await openStage();
  ({ page, pane } = await openScene(stage));
  await page.clock.install();
  await journey.heading(pane, senderForm.title);
  await journey.fillSender(pane, SENDER);
  await journey.leaveSender(pane);
  await journey.fillClient(pane, CASE);
  await journey.leaveClient(pane);
  await journey.fillConsent(pane, CASE);
  await journey.leaveConsent(pane);
}, 120_000);
afterAll(() => stage?.close());

/** The draft as a person sees it; when it was saved changes with every try. */
function draft() {
  return page.evaluate(() => {
    const { id: _id, savedAt: _savedAt, ...rest } = { ...window.outlook.draft() };
    return rest;
  });
}

/** Every value that the review screen shows. */
function reviewed(): Promise<readonly string[]> {
  return pane.locator(".section").allTextContents();
}

async function sealWith(fault: Fault): Promise<string> {
  await page.evaluate((one) => window.outlook.fault(one), fault);
  const unanswered = await countUnanswered();
  await pane.getByRole("button", { name: review.seal }).click();
  if (fault.kind !== "fail") {
    while ((await countUnanswered()) === unanswered) await page.waitForTimeout(20);
    await page.clock.fastForward(LONGEST_CALL);
  }
  const note = pane.locator(".summary:focus");
  await note.waitFor();
  return (await note.innerText()).replace(/\s+/g, " ");
}

/** How many calls Outlook has left without an answer. */
function countUnanswered(): Promise<number> {
  return page.evaluate(
    () => window.outlook.wireLog().filter(({ text }) => text.endsWith("not answered, as told")).length,
  );
}

type Row = readonly [fault: Fault, reason: "failed" | "timed-out", draft: "untouched" | "restored" | "may-fill-late"];
const TABLE: readonly Row[] = [
  ...LOOKS.flatMap((call): Row[] => [
    [{ call, kind: "fail" }, "failed", "untouched"],
    [{ call, kind: "silent" }, "timed-out", "untouched"],
  ]),
  ...PUTS.flatMap((call): Row[] => [
    [{ call, kind: "fail" }, "failed", "restored"],
    [{ call, kind: "silent" }, "timed-out", "may-fill-late"],
    [{ call, kind: "lost" }, "timed-out", "may-fill-late"],
  ]),
  [{ call: "save", kind: "fail" }, "failed", "restored"],
  [{ call: "save", kind: "silent" }, "timed-out", "restored"],
  [{ call: "save", kind: "lost" }, "timed-out", "restored"],
  ...READS.flatMap(([call, after]): Row[] => [
    [{ call, after, kind: "fail" }, "failed", "restored"],
    [{ call, after, kind: "silent" }, "timed-out", "restored"],
  ]),
];

test.each(
  TABLE.map(([fault, reason, state]) => ({
    name: `${fault.call} ${fault.kind}${fault.after === undefined ? "" : " when it reads back"}`,
    fault,
    reason,
    state,
  })),
)(
  "$name: draft $state, form kept, the next press seals once",
  async ({ fault, reason, state }) => {
    const draftBefore = await draft();
    const formBefore = await reviewed();

    const said = await sealWith(fault);
    expect(said).toBe(`${failureText("outlook", reason)} ${afterFailure[state]}`);
    expect(await draft()).toEqual(draftBefore);
    expect(await page.evaluate(() => window.outlook.sessionData())).toEqual({});
    expect(await reviewed()).toEqual(formBefore);

    await page.evaluate(() => window.outlook.clearFaults());
    await journey.seal(pane);
    const sealed = await draft();
    expect(sealed.files?.filter(({ contentId }) => contentId === null)).toHaveLength(1);
    expect(sealed.to).toMatchObject([{ address: "sociaalhuis@bree.be" }]);

    await pane.getByRole("button", { name: send.unseal }).click();
    await journey.heading(pane, review.title);
    expect(await draft()).toEqual(draftBefore);
  },
  60_000,
);
