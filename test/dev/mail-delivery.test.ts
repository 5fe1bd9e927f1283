import { readFileSync } from "node:fs";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readHosted } from "../../dev/outlook/hosted-directory.ts";
import type { DraftRecord } from "../../dev/outlook/mail.ts";
import { listMail, openMail } from "../../dev/outlook/mail-files.ts";
import { openMailboxStore } from "../../dev/outlook/mailbox-store.ts";
import { mailboxById, mailboxesOf } from "../../dev/outlook/mailboxes.ts";
import { envelopeOf, toMime } from "../../dev/outlook/mime.ts";
import { openPostOffice, recipientFolder } from "../../dev/outlook/post-office.ts";

const MAILBOXES = mailboxesOf(
  readHosted({ directory: readFileSync("protocols/directory.json"), signature: new Uint8Array(0) }),
);

const DRAFT: DraftRecord = {
  id: null,
  kind: "newMail",
  format: "html",
  to: [{ name: "Sociaal Huis", address: "Sociaalhuis@bree.be" }],
  cc: [{ name: "Kopie", address: "kopie@ocmw.example" }],
  bcc: [{ name: "Stil", address: "stil@ocmw.example" }],
  subject: "Ünïcode – onderwerp",
  body: '<p>Hallo</p><img src="cid:logo">',
  text: "Hallo",
  files: [
    { name: "logo.svg", type: "image/svg+xml", base64: Buffer.from("<svg/>").toString("base64"), contentId: "logo" },
    {
      name: "a.7z",
      type: "application/x-7z-compressed",
      base64: Buffer.from("archive").toString("base64"),
      contentId: null,
    },
  ],
  headers: { "x-doorverwijzing": "v1" },
  customProperties: "{}",
  savedAt: "",
};

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "mail-"));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

test("a message goes over SMTP to each recipient's folder, as it was made", async () => {
  const postOffice = await openPostOffice(dir);
  try {
    const mime = await toMime(mailboxById(MAILBOXES, "noor"), DRAFT);
    await postOffice.send("noor.voorbeeld@opgroeien.example", envelopeOf(DRAFT), mime);
  } finally {
    await postOffice.close();
  }
  expect((await readdir(dir)).sort()).toEqual(["kopie@ocmw.example", "sociaalhuis@bree.be", "stil@ocmw.example"]);
  const folder = recipientFolder(dir, "sociaalhuis@bree.be");
  const [line] = await listMail(folder);
  expect(line).toMatchObject({ subject: "Ünïcode – onderwerp", preview: "Hallo", hasFiles: true });
  const { message, contents } = await openMail(folder, line?.id ?? "");
  expect(message).toMatchObject({
    from: { name: "Noor Voorbeeld", address: "noor.voorbeeld@opgroeien.example" },
    to: [{ name: "Sociaal Huis", address: "Sociaalhuis@bree.be" }],
    cc: [{ name: "Kopie", address: "kopie@ocmw.example" }],
    text: expect.stringContaining("Hallo"),
    html: expect.stringContaining("data:image/svg+xml;base64,"),
    files: [
      { index: 0, name: "logo.svg", contentId: "logo" },
      { index: 1, name: "a.7z", type: "application/x-7z-compressed", size: 7, contentId: null },
    ],
  });
  expect(message.headers).toMatch(/^x-doorverwijzing: v1\r$/im);
  expect(message.headers).not.toMatch(/stil@/);
  expect(contents[1]?.toString()).toBe("archive");
});

test("a message of plain text has no HTML", async () => {
  const mime = await toMime(mailboxById(MAILBOXES, "noor"), { ...DRAFT, format: "text", body: "Hallo", files: [] });
  await writeFile(join(dir, "a.eml"), mime);
  expect((await openMail(dir, "a.eml")).message).toMatchObject({ html: null, text: expect.stringMatching(/^Hallo/) });
});

test("mail from a shared mailbox names the person who sent it", async () => {
  const mime = Buffer.from(await toMime(mailboxById(MAILBOXES, "ocmw-bree"), DRAFT)).toString();
  expect(mime).toMatch(/^From: Sociaal huis Bree <sociaalhuis@bree.be>\r$/m);
  expect(mime).toMatch(/^Sender: Sam Peeters <sam.peeters@bree.example>\r$/m);
});

test.each(["../a.eml", "a.txt", "..", "x/a.eml"])("%s is not taken for a message", async (name) => {
  await expect(openMail(dir, name)).rejects.toThrow(RangeError);
});

test("an address cannot lead out of the mail folder", () => {
  expect(recipientFolder("/mail", "../../etc/x@y.example")).toBe("/mail/_%2F..%2Fetc%2Fx@y.example");
});

test("drafts and settings are kept per mailbox, and sent mail too", async () => {
  const store = openMailboxStore(dir);
  const draft = { ...DRAFT, id: "draft-0001", savedAt: "2026-11-24T10:00:00.000Z" };
  await store.saveDraft("noor", draft);
  await store.saveSettings("noor", { a: "1" });
  await store.keepSent("noor", await toMime(mailboxById(MAILBOXES, "noor"), DRAFT));
  expect(await store.drafts("noor")).toEqual([draft]);
  expect(await store.drafts("ocmw-bree")).toEqual([]);
  expect(await store.settings("noor")).toEqual({ a: "1" });
  expect(await store.settings("ocmw-bree")).toEqual({});
  expect(await listMail(store.sentFolder("noor"))).toMatchObject([{ subject: DRAFT.subject }]);
  await store.removeDraft("noor", "draft-0001");
  expect(await store.drafts("noor")).toEqual([]);
  await expect(store.removeDraft("noor", "../noor/settings")).rejects.toThrow(RangeError);
});
