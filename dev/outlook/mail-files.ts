import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type AddressObject, type ParsedMail, simpleParser } from "mailparser";
import type { Message, MessageSummary, Person } from "./mail.ts";

/** Characters of a message's text that its line in the list shows. */
const PREVIEW_LENGTH = 120;
const FILE_NAME = /^[\w.-]+\.eml$/;

/** A message and the content of its attachments. */
export interface OpenedMail {
  readonly message: Message;
  readonly contents: readonly Buffer[];
}

/** The messages of a folder of `.eml` files, newest first; none when the folder does not exist. */
export async function listMail(folder: string): Promise<MessageSummary[]> {
  const names = await readdir(folder).catch(() => []); // No folder yet: no mail yet.
  const mails = await Promise.all(names.filter((name) => FILE_NAME.test(name)).map((name) => openMail(folder, name)));
  return mails
    .map(({ message }) => message)
    .map(({ id, from, to, subject, preview, date, hasFiles }) => ({ id, from, to, subject, preview, date, hasFiles }))
    .sort((a, b) => b.date.localeCompare(a.date) || b.id.localeCompare(a.id));
}

/** One message. @throws RangeError when the name is not one that this program gives. */
export async function openMail(folder: string, name: string): Promise<OpenedMail> {
  if (!FILE_NAME.test(name)) throw new RangeError("not the name of a message");
  const source = await readFile(join(folder, name));
  const mail = await simpleParser(source, { skipTextToHtml: true, skipTextLinks: true, keepCidLinks: true });
  const text = mail.text ?? "";
  const message: Message = {
    id: name,
    from: people(mail.from)[0] ?? { name: "", address: "" },
    to: people(mail.to),
    cc: people(mail.cc),
    subject: mail.subject ?? "",
    preview: text.replace(/\s+/g, " ").trim().slice(0, PREVIEW_LENGTH),
    date: (mail.date ?? new Date(0)).toISOString(),
    hasFiles: mail.attachments.some((attachment) => !attachment.related),
    internetMessageId: mail.messageId ?? "",
    html: typeof mail.html === "string" ? withPictures(mail.html, mail) : null,
    text,
    files: files(mail),
    headers: headerBlock(source),
  };
  return { message, contents: mail.attachments.map((attachment) => attachment.content) };
}

/** The HTML with each inline picture in place of its content id. */
function withPictures(html: string, mail: ParsedMail): string {
  return html.replace(/\bcid:([^"'\s>]+)/g, (reference, contentId: string) => {
    const picture = mail.attachments.find((attachment) => attachment.cid === contentId);
    return picture ? `data:${picture.contentType};base64,${picture.content.toString("base64")}` : reference;
  });
}

function files(mail: ParsedMail): Message["files"] {
  return mail.attachments.map((attachment, index) => ({
    index,
    name: attachment.filename ?? "bijlage",
    type: attachment.contentType,
    size: attachment.size,
    contentId: attachment.related ? (attachment.cid ?? null) : null,
  }));
}

function people(field: AddressObject | AddressObject[] | undefined): Person[] {
  const objects = field === undefined ? [] : Array.isArray(field) ? field : [field];
  return objects
    .flatMap((object) => object.value)
    .map(({ name, address }) => ({ name: name || (address ?? ""), address: address ?? "" }));
}

function headerBlock(source: Buffer): string {
  const end = source.indexOf("\r\n\r\n");
  return source.subarray(0, end < 0 ? source.length : end + 2).toString("utf8");
}
