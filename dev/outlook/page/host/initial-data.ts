import type { Mailbox, Message } from "../../mail.ts";
import { readAttachmentId } from "./read-calls.ts";

/** The wire's numbers for what a manifest asks under `Permissions`. */
const PERMISSION_LEVEL: Readonly<Record<string, number>> = {
  Restricted: 0,
  ReadItem: 1,
  ReadWriteMailbox: 2,
  ReadWriteItem: 3,
};

/** The permission as office.js counts it: 0 restricted, 1 read, 2 read and write. */
export function permissionRank(permissions: string): number {
  return { Restricted: 0, ReadItem: 1, ReadWriteItem: 2, ReadWriteMailbox: 3 }[permissions] ?? 0;
}

function common(mailbox: Mailbox, permissions: string) {
  return {
    permissionLevel: PERMISSION_LEVEL[permissions] ?? 0,
    hostVersion: "15.20.9000.0",
    owaView: "ThreeColumns",
    userDisplayName: mailbox.user.name,
    userEmailAddress: mailbox.user.address,
    userProfileType: "enterprise",
    userTimeZone: "Romance Standard Time",
    timeZoneOffsets: [],
    isRestIdSupported: true,
    isFromSharedFolder: mailbox.shared,
  };
}

/** What `GetInitialData` answers in a compose window. */
export function composeData(mailbox: Mailbox, permissions: string) {
  return { ...common(mailbox, permissions), itemType: 4, conversationId: null };
}

/** What `GetInitialData` answers beside a received message; also what ItemChanged brings. */
export function readData(mailbox: Mailbox, permissions: string, message: Message) {
  return {
    ...common(mailbox, permissions),
    itemType: 1,
    id: `AAMkADk0${btoa(message.id)}AAA=`,
    itemClass: "IPM.Note",
    conversationId: `AAQkADk0${btoa(message.id)}`,
    internetMessageId: message.internetMessageId,
    subject: message.subject,
    normalizedSubject: message.subject.replace(/^((RE|FW|TR|Antw|Doorst):\s*)+/i, ""),
    from: message.from,
    sender: message.from,
    to: message.to,
    cc: message.cc,
    bcc: [],
    dateTimeCreated: Date.parse(message.date),
    dateTimeModified: Date.parse(message.date),
    attachments: message.files.map((file) => ({
      id: readAttachmentId(message, file.index),
      name: file.name,
      size: file.size,
      contentType: file.type,
      attachmentType: 0,
      isInline: file.contentId !== null,
    })),
  };
}
