import MailComposer from "nodemailer/lib/mail-composer/index.js";
import type { DraftRecord, Mailbox } from "./mail.ts";

/** The MIME form of a draft as Outlook makes it: HTML with a text alternative, files, inline pictures, the add-in's headers. */
export async function toMime(mailbox: Mailbox, draft: DraftRecord): Promise<Uint8Array<ArrayBuffer>> {
  const person = ({ name, address }: { name: string; address: string }) => ({ name, address });
  const composer = new MailComposer({
    from: { name: mailbox.name, address: mailbox.address },
    ...(mailbox.shared ? { sender: { name: mailbox.user.name, address: mailbox.user.address } } : {}),
    to: draft.to.map(person),
    cc: draft.cc.map(person),
    // Bcc has no place in the message itself: the envelope carries it.
    subject: draft.subject,
    text: draft.text,
    ...(draft.format === "html" ? { html: htmlDocument(draft.body) } : {}),
    headers: { ...draft.headers },
    attachments: draft.files.map((file) => ({
      filename: file.name,
      content: Buffer.from(file.base64, "base64"),
      contentType: file.type,
      contentTransferEncoding: "base64" as const,
      ...(file.contentId === null ? {} : { cid: file.contentId, contentDisposition: "inline" as const }),
    })),
  });
  return new Uint8Array(await composer.compile().build());
}

/** Every address that the message goes to, Bcc included, each once. */
export function envelopeOf(draft: DraftRecord): readonly string[] {
  const all = [...draft.to, ...draft.cc, ...draft.bcc].map((person) => person.address.toLowerCase());
  return [...new Set(all)];
}

function htmlDocument(body: string): string {
  return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body dir="ltr">${body}</body></html>`;
}
