import express, { type Request } from "express";
import type { AddIn, DraftRecord, Mailbox, StartData } from "./mail.ts";
import { listMail, type OpenedMail, openMail } from "./mail-files.ts";
import type { MailboxStore } from "./mailbox-store.ts";
import { mailboxById } from "./mailboxes.ts";
import { envelopeOf, toMime } from "./mime.ts";
import { type PostOffice, recipientFolder } from "./post-office.ts";
import { extract, extractedFile } from "./seven-zip.ts";

/** What the mail program's page asks its server. */
export interface MailboxServices {
  readonly addIn: AddIn;
  readonly mailboxes: readonly Mailbox[];
  readonly mailDir: string;
  readonly samplesDir: string;
  readonly extractedDir: string;
  /** Path of the 7-Zip program; null where this machine has none. */
  readonly sevenZip: string | null;
  readonly store: MailboxStore;
  readonly postOffice: PostOffice;
}

/** JSON of the largest draft: attachments of 25 MB in base64, and some room. */
const MAX_REQUEST = "48mb";

/** The JSON endpoints under /outlook/api/. */
export function mailboxApi(services: MailboxServices): express.Router {
  const { store } = services;
  const router = express.Router();
  router.use(express.json({ limit: MAX_REQUEST }));

  router.get("/start", (_request, response) => {
    const { addIn, mailboxes, sevenZip } = services;
    const data: StartData = { mailboxes, addIn, sevenZip: sevenZip !== null };
    response.json(data);
  });

  router.get("/:mailbox/drafts", async (request, response) => {
    response.json(await store.drafts(mailboxOf(services, request).id));
  });
  router.put("/:mailbox/drafts/:id", async (request, response) => {
    const draft: DraftRecord = { ...request.body, id: request.params.id };
    await store.saveDraft(mailboxOf(services, request).id, draft);
    response.json({});
  });
  router.delete("/:mailbox/drafts/:id", async (request, response) => {
    await store.removeDraft(mailboxOf(services, request).id, request.params.id);
    response.json({});
  });

  router.post("/:mailbox/send", async (request, response) => {
    const mailbox = mailboxOf(services, request);
    const draft: DraftRecord = request.body;
    const mime = await toMime(mailbox, draft);
    await services.postOffice.send(mailbox.address, envelopeOf(draft), mime);
    await store.keepSent(mailbox.id, mime);
    if (draft.id !== null) await store.removeDraft(mailbox.id, draft.id);
    response.json({});
  });

  router.get("/:mailbox/settings", async (request, response) => {
    response.json(await store.settings(mailboxOf(services, request).id));
  });
  router.put("/:mailbox/settings", async (request, response) => {
    await store.saveSettings(mailboxOf(services, request).id, request.body);
    response.json({});
  });

  router.get("/:mailbox/messages/:folder", async (request, response) => {
    const lists = await Promise.all(foldersOf(services, request).map(listMail));
    response.json(lists.flat().sort((a, b) => b.date.localeCompare(a.date)));
  });
  router.get("/:mailbox/messages/:folder/:id", async (request, response) => {
    response.json((await mailOf(services, request)).message);
  });
  router.get("/:mailbox/messages/:folder/:id/files/:index", async (request, response) => {
    const { message, contents } = await mailOf(services, request);
    const index = Number(request.params.index);
    const content = contents[index];
    const file = message.files[index];
    if (!content || !file) throw new RangeError("no such attachment");
    response.attachment(file.name).type(file.type).send(content);
  });
  router.post("/:mailbox/messages/:folder/:id/files/:index/seven-zip", async (request, response) => {
    if (services.sevenZip === null) throw new RangeError("this machine has no 7-Zip");
    const { message, contents } = await mailOf(services, request);
    const name = message.files[Number(request.params.index)]?.name;
    const content = contents[Number(request.params.index)];
    if (!content || name === undefined) throw new RangeError("no such attachment");
    const archive = { name, bytes: new Uint8Array(content) };
    const made = await extract(services.sevenZip, services.extractedDir, archive, String(request.body.password));
    const address = (name: string) => `/outlook/api/extracted/${made.token}/${encodeURIComponent(name)}`;
    response.json({
      ok: made.ok,
      output: made.output,
      files: made.files.map((file) => ({ ...file, address: address(file.name) })),
    });
  });
  router.get("/extracted/:token/:name", (request, response) => {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    // Never a page of this origin, whatever is in the archive.
    response.setHeader(
      "Content-Security-Policy",
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; object-src 'self'",
    );
    if (/\.pdf$/i.test(request.params.name)) response.removeHeader("Content-Security-Policy");
    const path = extractedFile(services.extractedDir, request.params.token, request.params.name);
    response.sendFile(path, { dotfiles: "allow" });
  });
  return router;
}

function mailboxOf({ mailboxes }: MailboxServices, request: Request): Mailbox {
  return mailboxById(mailboxes, String(request.params["mailbox"]));
}

function foldersOf(services: MailboxServices, request: Request): string[] {
  const mailbox = mailboxOf(services, request);
  const folder = String(request.params["folder"]);
  if (folder === "sent") return [services.store.sentFolder(mailbox.id)];
  if (folder !== "inbox") throw new RangeError("no such folder");
  return [recipientFolder(services.mailDir, mailbox.address), `${services.samplesDir}/${mailbox.id}`];
}

async function mailOf(services: MailboxServices, request: Request): Promise<OpenedMail> {
  for (const folder of foldersOf(services, request)) {
    const mail = await openMail(folder, String(request.params["id"])).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null; // Then it is in the other folder.
      throw error;
    });
    if (mail) return mail;
  }
  throw new RangeError("no such message");
}
