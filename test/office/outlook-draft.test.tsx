import type { Draft } from "../../src/application/ports.ts";
import type { Content } from "../../src/domain/content.ts";
import { newReference } from "../../src/domain/reference.ts";
import { type GuardedSeal, serialiseSeal } from "../../src/domain/seal.ts";
import { OutlookDraft } from "../../src/office/outlook-draft.ts";
import { sampleSeal } from "../domain/sample-seal.ts";
import { FakeItem, installOffice, OFFICE_FAULTS } from "./fake-item.ts";

/** A value that no message of an error may hold. */
const SECRET = "zwaluwstaart";
const SEAL: GuardedSeal = sampleSeal(
  newReference(2026, () => 7),
  {
    mailbox: `${SECRET}@bree.example`,
    archive: { name: `${SECRET}.7z`, bytes: 3, sha256: "0".repeat(64) },
  },
);
const MESSAGE: Content = { title: SECRET, blocks: [{ kind: "paragraph", content: [SECRET] }] };
const TEXT_BODY = { format: "text", source: `-- \n${SECRET}`, ownText: "" } as const;
const HTML_BODY = { format: "html", source: `<div id="Signature">${SECRET}</div>`, ownText: "" } as const;

const ANSWERS = {
  getComposeTypeAsync: { composeType: "newMail" },
  "to.getAsync": [
    { emailAddress: "a@post.example", displayName: "A" },
    { emailAddress: "", displayName: "typed" },
  ],
  "cc.getAsync": [],
  "bcc.getAsync": [],
  "subject.getAsync": "Dag",
  "body.getTypeAsync": "html",
  "body.getAsync": "<p>Dag</p><div id='Signature'>Els</div>",
  getAttachmentsAsync: [{ id: "1", name: "a.7z", size: 3, isInline: false, attachmentType: "file" }],
  "internetHeaders.getAsync": { "X-Doorverwijzing": "v=1" },
  "sessionData.getAllAsync": { "doorverwijzing.seal": serialiseSeal(SEAL), other: "x" },
  addFileAttachmentFromBase64Async: "1",
  saveAsync: "id",
};

interface Row {
  readonly name: string;
  /** The call as it stands in the error. */
  readonly call: string;
  readonly does: (draft: Draft) => Promise<unknown>;
  readonly answer: unknown;
  /** What Outlook was asked. */
  readonly asked: readonly (readonly [string, ...unknown[]])[];
  /** Seconds until it gives up. */
  readonly within: number;
}

const html = { coercionType: "html" };
const ROWS: readonly Row[] = [
  row("composeType", "get compose type", (draft) => draft.composeType(), "new", [["getComposeTypeAsync"]]),
  row("recipients", "get to", (draft) => draft.recipients("to"), ["a@post.example", "typed"], [["to.getAsync"]]),
  row("setRecipients", "set bcc", (draft) => draft.setRecipients("bcc", [SECRET]), undefined, [
    ["bcc.setAsync", [SECRET]],
  ]),
  row("subject", "get subject", (draft) => draft.subject(), "Dag", [["subject.getAsync"]]),
  row("setSubject", "set subject", (draft) => draft.setSubject(SECRET), undefined, [["subject.setAsync", SECRET]]),
  row(
    "body",
    "get body type",
    (draft) => draft.body(),
    { format: "html", source: ANSWERS["body.getAsync"], ownText: "Dag" },
    [["body.getTypeAsync"], ["body.getAsync", "html"]],
  ),
  row("setBody in HTML", "set body", (draft) => draft.setBody(MESSAGE, HTML_BODY), undefined, [
    [
      "body.setAsync",
      `<html><head></head><body><div><p>${SECRET}</p></div><br>${HTML_BODY.source}</body></html>`,
      html,
    ],
  ]),
  row("setBody in plain text", "set body", (draft) => draft.setBody(MESSAGE, TEXT_BODY), undefined, [
    ["body.setAsync", `${SECRET}\n\n-- \n${SECRET}`, { coercionType: "text" }],
  ]),
  row("restoreBody", "restore body", (draft) => draft.restoreBody(HTML_BODY), undefined, [
    ["body.setAsync", HTML_BODY.source, html],
  ]),
  row(
    "attachments",
    "get attachments",
    (draft) => draft.attachments(),
    [{ id: "1", name: "a.7z", size: 3, inline: false }],
    [["getAttachmentsAsync"]],
  ),
  row(
    "addAttachment",
    "add attachment",
    (draft) => draft.addAttachment(`${SECRET}.7z`, Uint8Array.of(1, 2, 255)),
    undefined,
    [["addFileAttachmentFromBase64Async", "AQL/", `${SECRET}.7z`]],
    60,
  ),
  row(
    "removeAttachment",
    "remove attachment",
    (draft) => draft.removeAttachment(SECRET),
    undefined,
    [["removeAttachmentAsync", SECRET]],
    60,
  ),
  row("sealHeader", "get header", (draft) => draft.sealHeader(), "v=1", [
    ["internetHeaders.getAsync", ["x-doorverwijzing"]],
  ]),
  row("setSealHeader", "set header", (draft) => draft.setSealHeader(SECRET), undefined, [
    ["internetHeaders.setAsync", { "x-doorverwijzing": SECRET }],
  ]),
  row("removeSealHeader", "remove header", (draft) => draft.removeSealHeader(), undefined, [
    ["internetHeaders.removeAsync", ["x-doorverwijzing"]],
  ]),
  row("save", "save draft", (draft) => draft.save(), undefined, [["saveAsync"]]),
  row("storeSeal", "store seal", (draft) => draft.storeSeal(SEAL), undefined, [
    ["sessionData.setAsync", "doorverwijzing.seal", serialiseSeal(SEAL)],
  ]),
  row("storedSeal", "get seal", (draft) => draft.storedSeal(), SEAL, [["sessionData.getAllAsync"]]),
  row("clearSeal", "clear seal", (draft) => draft.clearSeal(), undefined, [
    ["sessionData.removeAsync", "doorverwijzing.seal"],
  ]),
];

beforeAll(installOffice);
afterEach(() => jest.useRealTimers());

test.each(ROWS)("$name asks Outlook and gives its answer", async ({ does, answer, asked }) => {
  const item = new FakeItem(ANSWERS);
  expect(await does(draftOf(item))).toEqual(answer);
  expect(item.calls.map(({ name, args }) => [name, ...args])).toEqual(asked);
});

test.each(ROWS.flatMap((one) => OFFICE_FAULTS.map((fault) => ({ ...one, fault }))))(
  "$name, when Outlook $fault: an error that names the call and no value",
  async ({ does, fault, call, within }) => {
    jest.useFakeTimers();
    const item = new FakeItem(ANSWERS);
    item.failWith(fault);
    const heard = jest.fn();
    const end = does(draftOf(item)).catch(heard);
    await jest.advanceTimersByTimeAsync(within * 1000 - 1);
    expect(heard).toHaveBeenCalledTimes(fault === "never answers" ? 0 : 1);
    await jest.advanceTimersByTimeAsync(1);
    await end;
    const detail = { fails: "error 5000", throws: "threw TypeError", "never answers": `no answer in ${within} s` }[
      fault
    ];
    const error: unknown = heard.mock.calls[0]?.[0];
    expect(error).toMatchObject({
      name: "OutlookError",
      code: fault === "never answers" ? "timed-out" : "failed",
      call,
      message: `Outlook: ${call}: ${detail}`,
    });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(SECRET);
    expect(jest.getTimerCount()).toBe(0);
  },
);

test.each([
  ["AttachmentSizeExceeded", 9000, "too-large"],
  ["FileTypeNotSupported", 9001, "file-type-blocked"],
  ["NumberOfAttachmentsExceeded", 9002, "failed"],
])("an attachment refused with %s", async (name, code, expected) => {
  const item = new FakeItem();
  item.failWith("fails", { name, code, message: "" });
  await expect(draftOf(item).addAttachment("a.7z", Uint8Array.of(1))).rejects.toMatchObject({
    code: expected,
    message: `Outlook: add attachment: error ${code}`,
  });
});

test.each([
  ["newMail", "new"],
  ["reply", "reply"],
  ["forward", "forward"],
  ["somethingNew", "unknown"],
])("compose type %s is %s", async (composeType, expected) => {
  expect(await draftOf(new FakeItem({ getComposeTypeAsync: { composeType } })).composeType()).toBe(expected);
});

test("an Outlook before Mailbox 1.10 is not asked how the draft came to be, nor before 1.11 to keep a seal", async () => {
  const item = new FakeItem(ANSWERS);
  const draft = new OutlookDraft(item.office, () => false);
  expect(await draft.composeType()).toBe("unknown");
  await draft.storeSeal(SEAL);
  expect(await draft.storedSeal()).toBeNull();
  await draft.clearSeal();
  expect(item.calls).toEqual([]);
});

test.each<[string, unknown, string | null]>([
  ["no headers at all", undefined, null],
  ["headers without ours", { "x-other": "1" }, null],
  ["an empty header of ours", { "x-doorverwijzing": "" }, null],
  ["ours in capitals", { "X-DOORVERWIJZING": "v=1" }, "v=1"],
])("the header, given %s", async (_name, headers, expected) => {
  expect(await draftOf(new FakeItem({ "internetHeaders.getAsync": headers })).sealHeader()).toBe(expected);
});

test.each<[string, unknown]>([
  ["nothing", undefined],
  ["other data", { other: "x" }],
  ["data of ours that are no seal", { "doorverwijzing.seal": "{}" }],
])("no seal is kept when the session holds %s", async (_name, all) => {
  expect(await draftOf(new FakeItem({ "sessionData.getAllAsync": all })).storedSeal()).toBeNull();
});

test("a plain text body is read as plain text", async () => {
  const source = "Dag\n-- \nEls";
  const item = new FakeItem({ "body.getTypeAsync": "text", "body.getAsync": source });
  expect(await draftOf(item).body()).toEqual({ format: "text", source, ownText: "Dag" });
});

test("an attachment of more than one stretch arrives whole", async () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 251);
  const item = new FakeItem({});
  await draftOf(item).addAttachment("a.7z", bytes);
  expect(item.calls[0]?.args[0]).toBe(Buffer.from(bytes).toString("base64"));
});

function draftOf(item: FakeItem): Draft {
  return new OutlookDraft(item.office, () => true);
}

function row(name: string, call: string, does: Row["does"], answer: unknown, asked: Row["asked"], within = 30): Row {
  return { name, call, does, answer, asked, within };
}
