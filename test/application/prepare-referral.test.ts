import { createHash } from "node:crypto";
import type { DraftAttachment, SealedFile } from "../../src/application/ports.ts";
import {
  Preparation,
  type PreparationOrder,
  type PreparationResult,
  type PreparationStep,
} from "../../src/application/prepare-referral.ts";
import { guardedWords } from "../../src/domain/guarded-words.ts";
import { textBody } from "../../src/domain/message-body.ts";
import { sealHeader } from "../../src/domain/seal.ts";
import { sha256 as hash } from "../../src/domain/sha256.ts";
import { allTold } from "../../src/texts/nl/consent.ts";
import { messageContent, subjectText } from "../../src/texts/nl/message.ts";
import { referralSheet } from "../../src/texts/nl/referral-sheet.ts";
import { REFERRAL } from "../document/sample-referral.ts";
import { sampleHeader } from "../domain/sample-seal.ts";
import { type DraftContents, EMPTY_DRAFT, FAULTS, FakeDraft, type Fault } from "./fake-draft.ts";
import { bytesOf, FakeArchiver, FakeDocuments } from "./fake-engines.ts";

const PASSWORD = "zeven-woorden-die-nergens-anders-in-staan";
const MAILBOX = "sociaalhuis@bree.be";
const ARCHIVE = "doorverwijzing-DV-2026-777777.7z";
const MESSAGE = messageContent(REFERRAL, (phone) => phone);
const ORDER: PreparationOrder = {
  referral: REFERRAL,
  password: PASSWORD,
  salt: "5a".repeat(16),
  texts: {
    subject: subjectText(REFERRAL.reference),
    message: MESSAGE,
    sheet: referralSheet(REFERRAL, (phone) => phone),
    told: allTold(REFERRAL.protocol),
  },
};

/** The calls of a preparation that goes well, in their order. */
const READS = ["sealHeader", "composeType", "recipients to", "recipients cc", "recipients bcc"];
const CALLS = [
  ...[...READS, "subject", "attachments", "body"],
  ...["setRecipients to", "setSubject", "setBody", "addAttachment", "text", "setSealHeader", "save"],
  ...["recipients to", "recipients cc", "recipients bcc", "subject", "attachments", "body", "sealHeader"],
  ...["text", "storeSeal"],
];
/** Those that put something in the draft, and so may take effect after they timed out. */
const PUTS = ["setRecipients to", "setSubject", "setBody", "addAttachment", "setSealHeader", "storeSeal"];
const FIRST_WRITE = CALLS.indexOf("setRecipients to");

test("fills the draft, saves it, reads it back and keeps the seal", async () => {
  const { draft, press, steps } = setUp();
  const sha256 = createHash("sha256").update(new Uint8Array(1000).fill(1)).digest("hex");
  const seal = {
    reference: REFERRAL.reference,
    protocolId: "opgroeien-ocmw-bree",
    mailbox: MAILBOX,
    archive: { name: ARCHIVE, bytes: 1000, sha256 },
  };
  expect(await press()).toEqual({ ok: true, seal });
  expect(draft.contents).toEqual({
    composeType: "new",
    recipients: { to: [MAILBOX], cc: [], bcc: [] },
    subject: "Vertrouwelijk: doorverwijzing DV-2026-777777",
    body: { format: "text", source: `${textBody(MESSAGE)}\n-- \nEls`, ownText: textBody(MESSAGE) },
    attachments: [{ id: "attachment-1", name: ARCHIVE, size: 1000, inline: false }],
    header: sealHeader(seal, `${textBody(MESSAGE)}\n-- \nEls`, hash),
    seal: {
      ...seal,
      guarded: guardedWords(
        {
          client: REFERRAL.client,
          password: PASSWORD,
          salt: ORDER.salt,
          leaveOut: [draft.contents.body.source, ORDER.texts.subject, "Els Voorbeeld els@team.example"].join(" "),
        },
        hash,
      ),
    },
  });
  expect(draft.calls).toEqual(CALLS);
  expect(steps).toEqual(["check-draft", "document", "archive", "open-again", "fill-draft", "save", "read-back"]);
});

const FAULT_TABLE = CALLS.flatMap((name, call) => FAULTS.map((fault): [number, string, Fault] => [call, name, fault]));

test.each(FAULT_TABLE)("call %i, %s, %s: the draft is as before and the next try works", async (call, name, fault) => {
  const { draft, press } = setUp();
  draft.failAt(call, fault);
  const after = PUTS.includes(name) && fault.startsWith("timed out") ? "may-fill-late" : "restored";
  expect(await press()).toEqual({
    ok: false,
    failure: { code: "outlook", reason: fault.startsWith("timed out") ? "timed-out" : "failed" },
    draft: call < FIRST_WRITE ? "untouched" : after,
  });
  expect(draft.contents).toEqual(EMPTY_DRAFT);

  draft.land();
  const again = await press();
  expect(again).toMatchObject({ ok: true });
  expect(draft.contents.attachments.map(({ name }) => name)).toEqual([ARCHIVE]);
  expect(draft.contents.seal).toMatchObject(again.ok ? again.seal : {});
  expect(draft.contents.recipients).toEqual({ to: [MAILBOX], cc: [], bcc: [] });
});

test("when it could not be restored, the next try first clears away what stayed", async () => {
  const { draft, press } = setUp();
  draft.failAt(CALLS.indexOf("storeSeal"), "fails");
  draft.break("removeAttachment", "timed out, done late");
  expect(await press()).toMatchObject({ ok: false, draft: "not-restored" });
  draft.repair();
  draft.land();
  expect(await press()).toMatchObject({ ok: true });
  expect(draft.contents.attachments.map(({ name }) => name)).toEqual([ARCHIVE]);
});

test.each<[string, Fault]>(
  ["setRecipients to", "setSubject", "restoreBody", "removeSealHeader", "removeAttachment"].flatMap((name) =>
    FAULTS.filter((fault) => fault !== "timed out, done").map((fault): [string, Fault] => [name, fault]),
  ),
)(
  "%s that goes on to go wrong (%s) while taking out: not restored, and trying again says so too",
  async (name, fault) => {
    const { draft, press } = setUp();
    draft.failAt(CALLS.indexOf("storeSeal"), "fails");
    draft.onSave = (contents) => {
      draft.break(name, fault);
      return contents;
    };
    const reason = fault.startsWith("timed out") ? "timed-out" : "failed";
    const notRestored = { ok: false, failure: { code: "outlook", reason: "failed" }, draft: "not-restored" };
    expect(await press()).toEqual(notRestored);
    expect(await press()).toEqual({ ...notRestored, failure: { code: "outlook", reason } });
  },
);

const OTHER: DraftAttachment = { id: "other", name: "foto.jpg", size: 10, inline: false };
const PICTURE: DraftAttachment = { ...OTHER, inline: true };
const HEADER = sampleHeader("DV-2026-ABCDEF");
const SEALED: DraftAttachment = { ...OTHER, name: "doorverwijzing-DV-2026-ABCDEF.7z", size: 1000 };

test.each<[string, Partial<DraftContents>, object]>([
  ["a reply", { composeType: "reply" }, { code: "reply" }],
  ["a forward", { composeType: "forward" }, { code: "forward" }],
  ["to", { recipients: { to: ["a@b.example"], cc: [], bcc: [] } }, { code: "has-recipients" }],
  ["cc", { recipients: { to: [], cc: ["a@b.example"], bcc: [] } }, { code: "has-recipients" }],
  ["bcc", { recipients: { to: [], cc: [], bcc: ["a@b.example"] } }, { code: "has-recipients" }],
  ["a subject", { subject: "Vraag" }, { code: "has-subject" }],
  ["text", { body: { format: "html", source: "<p>Dag</p>", ownText: "Dag" } }, { code: "has-text" }],
  ["an attachment", { attachments: [PICTURE, OTHER] }, { code: "has-attachments" }],
  ["a referral", { header: HEADER, attachments: [SEALED] }, { code: "already-sealed", reference: "DV-2026-ABCDEF" }],
  ["a referral without its archive", { header: HEADER }, { code: "half-sealed", reference: "DV-2026-ABCDEF" }],
  [
    "a referral with an archive cut short",
    { header: HEADER, attachments: [{ ...SEALED, size: 999 }] },
    { code: "half-sealed", reference: "DV-2026-ABCDEF" },
  ],
  ["an archive of ours", { attachments: [SEALED] }, { code: "half-sealed", reference: "DV-2026-ABCDEF" }],
  [
    "the subject of a referral",
    { subject: "Vertrouwelijk: doorverwijzing DV-2026-ABCDEF" },
    { code: "half-sealed", reference: "DV-2026-ABCDEF" },
  ],
  ["a subject about a referral", { subject: "Vraag over DV-2026-ABCDEF" }, { code: "has-subject" }],
])("a draft that holds %s is refused and nothing is touched", async (_name, contents, obstacle) => {
  const { draft, press } = setUp(contents);
  const failure = { code: "draft-not-empty", obstacle };
  expect(await press()).toEqual({ ok: false, failure, draft: "untouched" });
  expect(draft.contents).toEqual({ ...EMPTY_DRAFT, ...contents });
  expect(draft.calls.filter((name) => !CALLS.slice(0, FIRST_WRITE).includes(name))).toEqual([]);
});

test.each<[string, Partial<DraftContents>]>([
  ["an Outlook too old to tell a new message from a reply", { composeType: "unknown" }],
  ["a picture in the signature", { attachments: [PICTURE] }],
  ["a header that is not ours", { header: "v=0" }],
  ["white space as subject and text", { subject: " ", body: { ...EMPTY_DRAFT.body, ownText: "\n" } }],
])("%s is no obstacle", async (_name, contents) => {
  expect(await setUp(contents).press()).toMatchObject({ ok: true });
});

test.each<[string, (contents: DraftContents) => DraftContents, string, "restored" | "not-restored"]>([
  [
    "an address beside the mailbox",
    (draft) => ({ ...draft, recipients: { ...draft.recipients, to: [MAILBOX, "a@b.example"] } }),
    "recipients",
    "not-restored",
  ],
  [
    "another address in place of the mailbox",
    (draft) => ({ ...draft, recipients: { ...draft.recipients, to: ["a@b.example"] } }),
    "recipients",
    "not-restored",
  ],
  [
    "a copy to somebody",
    (draft) => ({ ...draft, recipients: { ...draft.recipients, cc: ["a@b.example"] } }),
    "recipients",
    "not-restored",
  ],
  ["no recipient", (draft) => ({ ...draft, recipients: EMPTY_DRAFT.recipients }), "recipients", "restored"],
  ["a mark before the subject", (draft) => ({ ...draft, subject: `[EXT] ${draft.subject}` }), "subject", "restored"],
  ["a subject cut short", (draft) => ({ ...draft, subject: draft.subject.slice(0, 5) }), "subject", "not-restored"],
  ["no subject", (draft) => ({ ...draft, subject: "" }), "subject", "restored"],
  ["no attachment", (draft) => ({ ...draft, attachments: [] }), "attachment", "restored"],
  ["an attachment cut short", (draft) => resized(draft, 999), "attachment", "restored"],
  ["an attachment too big even for base64", (draft) => resized(draft, 2429), "attachment", "restored"],
  [
    "a second attachment of another name",
    (draft) => ({ ...draft, attachments: [...draft.attachments, OTHER] }),
    "attachment",
    "not-restored",
  ],
  ["no text", (draft) => ({ ...draft, body: EMPTY_DRAFT.body }), "body", "restored"],
  ["no header", (draft) => ({ ...draft, header: null }), "header", "restored"],
  [
    "the attachment twice",
    (draft) => ({ ...draft, attachments: draft.attachments.flatMap((one) => [one, { ...one, id: "twin" }]) }),
    "attachment",
    "restored",
  ],
])("a draft that reads back with %s is not ready, and never ours any more", async (_name, onSave, part, after) => {
  const { draft, press } = setUp();
  draft.onSave = (contents) => {
    draft.onSave = (saved) => saved;
    return onSave(contents);
  };
  expect(await press()).toEqual({ ok: false, failure: { code: "draft-differs", part }, draft: after });
  if (after === "restored") expect(draft.contents).toEqual(EMPTY_DRAFT);
  const { recipients, attachments, header, seal, body } = draft.contents;
  expect(recipients.to).not.toContain(MAILBOX);
  expect(attachments.map(({ name }) => name)).not.toContain(ARCHIVE);
  expect({ header, seal, body }).toEqual({ header: null, seal: null, body: EMPTY_DRAFT.body });
});

test.each([
  ["as the file itself", 1000],
  ["as the file in base64, in lines and with a head", 2428],
])("an attachment counted %s is ours", async (_name, size) => {
  const { draft, press } = setUp();
  draft.onSave = (contents) => resized(contents, size);
  expect(await press()).toMatchObject({ ok: true });
});

test.each(["seal", "open", "sha256"] as const)("an archiver that fails to %s leaves the draft alone", async (call) => {
  const { draft, archiver, press } = setUp();
  archiver.failing = call;
  expect(await press()).toEqual({ ok: false, failure: { code: "archive" }, draft: "untouched" });
  expect(draft.contents).toEqual(EMPTY_DRAFT);
  expect(draft.calls).toEqual(CALLS.slice(0, FIRST_WRITE));
  archiver.failing = null;
  expect(await press()).toMatchObject({ ok: true });
});

test.each(["pdf", "json"] as const)("a document engine that fails at the %s leaves the draft alone", async (call) => {
  const { draft, documents, press } = setUp();
  documents.failing = call;
  expect(await press()).toEqual({ ok: false, failure: { code: "document" }, draft: "untouched" });
  expect(draft.calls).toEqual(CALLS.slice(0, FIRST_WRITE));
  documents.failing = null;
  expect(await press()).toMatchObject({ ok: true });
});

test.each<[string, (pdf: SealedFile, json: SealedFile) => readonly SealedFile[]]>([
  ["nothing", () => []],
  ["one file", (pdf) => [pdf]],
  ["a third file", (pdf, json) => [pdf, json, pdf]],
  ["the files the other way round", (pdf, json) => [json, pdf]],
  ["a PDF of another name", (pdf, json) => [{ ...pdf, name: "x.pdf" }, json]],
  ["a JSON of another name", (pdf, json) => [pdf, { ...json, name: "x.json" }]],
  ["another PDF", (pdf, json) => [{ ...pdf, bytes: pdf.bytes.map((byte) => byte ^ 1) }, json]],
  ["a PDF cut short", (pdf, json) => [{ ...pdf, bytes: pdf.bytes.subarray(1) }, json]],
  ["a longer PDF", (pdf, json) => [{ ...pdf, bytes: Uint8Array.of(...pdf.bytes, 0) }, json]],
  ["another JSON", (pdf, json) => [pdf, { ...json, bytes: bytesOf('{"reference":"DV-2026-000000"}') }]],
])("an archive that gives back %s is not used", async (_name, onOpen) => {
  const { draft, archiver, press } = setUp();
  archiver.onOpen = ([pdf, json]) => (pdf && json ? onOpen(pdf, json) : []);
  expect(await press()).toEqual({ ok: false, failure: { code: "archive-differs" }, draft: "untouched" });
  expect(draft.contents).toEqual(EMPTY_DRAFT);
});

test("undoing takes everything out again, saves, and leaves a draft for another try", async () => {
  const { draft, press, preparation } = setUp();
  await press();
  expect(await preparation.undo()).toBeNull();
  expect(draft.contents).toEqual(EMPTY_DRAFT);
  expect(draft.calls).toContain("save");
  expect(await press()).toMatchObject({ ok: true });
});

test("undoing that fails says so, and does so at once when Outlook no longer answers", async () => {
  const { draft, press, preparation } = setUp();
  await press();
  draft.break("storedSeal", "timed out, nothing done");
  const before = draft.calls.length;
  expect(await preparation.undo()).toEqual({
    failure: { code: "outlook", reason: "timed-out" },
    draft: "not-restored",
  });
  expect(draft.calls.slice(before)).toEqual(["storedSeal"]);
});

test("undoing tells what the person put in the message after it was sealed", async () => {
  const { draft, press, preparation } = setUp();
  await press();
  draft.contents = { ...draft.contents, recipients: { to: [MAILBOX], cc: ["a@b.example"], bcc: [] } };
  expect(await preparation.undo()).toEqual({
    failure: { code: "draft-not-empty", obstacle: { code: "has-recipients" } },
    draft: "untouched",
  });
  expect(draft.contents).toEqual({ ...EMPTY_DRAFT, recipients: { to: [], cc: ["a@b.example"], bcc: [] } });
});

test.each(CALLS.map((name, call): [number, string] => [call, name]))(
  "closed during call %i, %s: no call follows, because the message may be another one by now",
  async (call) => {
    const { draft, press } = setUp();
    draft.onCall = (number) => {
      if (number === call) draft.close();
    };
    expect(await press()).toMatchObject({ ok: call === CALLS.length - 1 });
    expect(draft.calls).toEqual(CALLS.slice(0, call + 1));
  },
);

test("what the person writes between two tries is never taken out", async () => {
  const { draft, press } = setUp();
  draft.failAt(CALLS.indexOf("save"), "fails");
  await press();
  const own = { recipients: { to: ["a@b.example"], cc: [], bcc: [] }, subject: "Vraag", attachments: [OTHER] };
  draft.contents = { ...draft.contents, ...own };
  const failure = { code: "draft-not-empty", obstacle: { code: "has-recipients" } };
  expect(await press()).toEqual({ ok: false, failure, draft: "untouched" });
  expect(draft.contents).toEqual({ ...EMPTY_DRAFT, ...own });
});

function resized(draft: DraftContents, size: number): DraftContents {
  return { ...draft, attachments: draft.attachments.map((attachment) => ({ ...attachment, size })) };
}

function setUp(contents: Partial<DraftContents> = {}) {
  const draft = new FakeDraft(contents);
  const archiver = new FakeArchiver();
  const documents = new FakeDocuments();
  const preparation = new Preparation({ draft, archiver, documents, sha256: hash });
  const steps: PreparationStep[] = [];
  const press = (): Promise<PreparationResult> => {
    archiver.prepare(PASSWORD);
    return preparation.run(ORDER, (step) => steps.push(step));
  };
  return { draft, archiver, documents, preparation, steps, press };
}
