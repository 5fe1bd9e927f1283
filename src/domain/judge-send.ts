import { couldBeSizeOf } from "./attachment-size.ts";
import type { Sha256 } from "./digest.ts";
import { findWords, type GuardedField } from "./guarded-words.ts";
import { archiveName, type Reference, referenceOfArchive, referenceOfSubject } from "./reference.ts";
import { type GuardedSeal, mailboxDigest, type SealHeader, textDigest } from "./seal.ts";

/*
 * What may leave. Part of the guard, so it also runs in an engine of 2016 (text-words.ts).
 */

export type SendField = "to" | "cc" | "bcc";
const SEND_FIELDS: readonly SendField[] = ["to", "cc", "bcc"];

export interface OutgoingAttachment {
  readonly name: string;
  /** As Outlook counts it: in bytes, or encoded. */
  readonly size: number;
  readonly inline: boolean;
}

/** The message as Outlook gave it just before it goes; `null` is what it would not give. */
export interface Outgoing {
  readonly to: readonly string[] | null;
  readonly cc: readonly string[] | null;
  readonly bcc: readonly string[] | null;
  readonly subject: string | null;
  /** The whole body as plain text. */
  readonly text: string | null;
  readonly attachments: readonly OutgoingAttachment[] | null;
  /** SHA-256 of the archive's content in hex. */
  readonly archiveSha256: string | null;
  /** `garbled`: there is one under our name, and it says nothing. */
  readonly header: SealHeader | "absent" | "garbled" | "unknown";
}

/** What the window kept of the seal; `unknown`: Outlook would not say. */
export type KeptSeal = GuardedSeal | "absent" | "unknown";

/** What was found, and where; never a value. */
export type SendReason =
  | {
      readonly code: "unreadable";
      readonly what: "recipients" | "subject" | "text" | "attachments" | "archive" | "seal";
    }
  | { readonly code: "other-recipient"; readonly where: readonly SendField[] }
  | { readonly code: "no-recipient" }
  | { readonly code: "archive-missing" | "archive-changed" | "other-attachment" | "reference-missing" }
  | { readonly code: "client"; readonly where: "subject" | "body"; readonly fields: readonly GuardedField[] }
  | { readonly code: "password"; readonly where: "subject" | "body" }
  /** The seal is gone with the window in which it was made, and the text is not the one that was sealed. */
  | { readonly code: "text-changed" }
  /** It looks like a referral of ours, and was not made here: a reply, a forwarded one, a file that was attached by hand. */
  | { readonly code: "no-seal" };

export type Verdict =
  | { readonly kind: "allow" }
  | { readonly kind: "block" | "ask"; readonly reasons: readonly [SendReason, ...SendReason[]] };

const ALLOW: Verdict = { kind: "allow" };

/** Whether the message is a referral, or was one, or passes for one; of any other nothing is asked. */
export function isOurs(
  seal: KeptSeal,
  { header, attachments, subject }: Pick<Outgoing, "header" | "attachments" | "subject">,
): boolean {
  if (typeof seal === "object" || typeof header === "object" || header === "garbled") return true;
  if ((attachments ?? []).some(({ name }) => referenceOfArchive(name) !== null)) return true;
  return subject !== null && referenceOfSubject(subject) !== null;
}

/**
 * Whether the message may go. What cannot be read of a message that is ours, blocks it (fail closed); any other message
 * goes.
 */
export function judgeSend(seal: KeptSeal, outgoing: Outgoing, sha256: Sha256): Verdict {
  if (!isOurs(seal, outgoing)) return ALLOW;
  const { header } = outgoing;
  if (seal === "unknown" || (seal === "absent" && (header === "unknown" || header === "garbled"))) {
    return { kind: "block", reasons: [{ code: "unreadable", what: "seal" }] };
  }
  const expected = expectedOf(seal, header, sha256);
  if (expected === null) return { kind: "ask", reasons: [{ code: "no-seal" }] };
  const [first, ...others] = firstUnreadable([
    ...recipientReasons(expected, outgoing),
    ...attachmentReasons(expected, outgoing),
    ...subjectReasons(expected.reference, outgoing.subject),
    ...wordReasons(seal, outgoing, sha256),
  ]);
  if (first !== undefined) return { kind: "block", reasons: [first, ...others] };
  if (seal === "absent" && textDigest(outgoing.text ?? "", sha256) !== expected.text) {
    return { kind: "ask", reasons: [{ code: "text-changed" }] };
  }
  return ALLOW;
}

/** Of all that could not be read, the first is enough: when one call hangs, those after it were never made. */
function firstUnreadable(reasons: readonly SendReason[]): readonly SendReason[] {
  const unreadable = reasons.filter(({ code }) => code === "unreadable");
  return reasons.filter((reason) => reason.code !== "unreadable" || reason === unreadable[0]);
}

/** What the message must be like, by its seal or, when that is gone, by its header. */
interface Expected {
  readonly reference: Reference;
  readonly isMailbox: (address: string) => boolean;
  readonly archive: { readonly bytes: number; readonly sha256: string };
  /** Digest of the text, when only the header tells. */
  readonly text: string;
}

function expectedOf(seal: KeptSeal, header: Outgoing["header"], sha256: Sha256): Expected | null {
  if (typeof seal === "object") {
    const mailbox = seal.mailbox.toLowerCase();
    const isMailbox = (address: string): boolean => address.trim().toLowerCase() === mailbox;
    return { reference: seal.reference, isMailbox, archive: seal.archive, text: "" };
  }
  if (typeof header !== "object") return null;
  const isMailbox = (address: string): boolean => mailboxDigest(address, sha256) === header.to;
  return { reference: header.reference, isMailbox, archive: header.archive, text: header.text };
}

function recipientReasons({ isMailbox }: Expected, outgoing: Outgoing): readonly SendReason[] {
  if (outgoing.to === null || outgoing.cc === null || outgoing.bcc === null) {
    return [{ code: "unreadable", what: "recipients" }];
  }
  const where = SEND_FIELDS.filter((field) => !(outgoing[field] ?? []).every(isMailbox));
  if (where.length > 0) return [{ code: "other-recipient", where }];
  return outgoing.to.length + outgoing.cc.length + outgoing.bcc.length === 0 ? [{ code: "no-recipient" }] : [];
}

function attachmentReasons({ reference, archive }: Expected, outgoing: Outgoing): readonly SendReason[] {
  if (outgoing.attachments === null) return [{ code: "unreadable", what: "attachments" }];
  const files = outgoing.attachments.filter((attachment) => !isSignaturePicture(attachment));
  const named = files.filter(({ name }) => name === archiveName(reference));
  const reasons: SendReason[] = [];
  const [ours] = named;
  if (ours === undefined) reasons.push({ code: "archive-missing" });
  else if (!couldBeSizeOf(ours.size, archive.bytes)) reasons.push({ code: "archive-changed" });
  else if (outgoing.archiveSha256 === null) reasons.push({ code: "unreadable", what: "archive" });
  else if (outgoing.archiveSha256 !== archive.sha256) reasons.push({ code: "archive-changed" });
  if (files.length > (ours === undefined ? 0 : 1)) reasons.push({ code: "other-attachment" });
  return reasons;
}

/** Inline, and a picture by its name or without any ending, as Outlook names some. */
function isSignaturePicture({ name, inline }: OutgoingAttachment): boolean {
  return inline && /^[^.]*$|\.(?:png|jpe?g|gif|bmp|svg|webp|emz|wmz|tiff?)$/i.test(name);
}

function subjectReasons(reference: Reference, subject: string | null): readonly SendReason[] {
  if (subject === null) return [{ code: "unreadable", what: "subject" }];
  return subject.indexOf(reference) >= 0 ? [] : [{ code: "reference-missing" }];
}

function wordReasons(seal: KeptSeal, { subject, text }: Outgoing, sha256: Sha256): readonly SendReason[] {
  const reasons: SendReason[] = text === null ? [{ code: "unreadable", what: "text" }] : [];
  if (typeof seal !== "object") return reasons;
  const look = (where: "subject" | "body", value: string | null): void => {
    if (value === null) return;
    const { fields, password } = findWords(seal.guarded, value, sha256);
    if (fields.length > 0) reasons.push({ code: "client", where, fields });
    if (password) reasons.push({ code: "password", where });
  };
  look("subject", subject);
  look("body", text);
  return reasons;
}
