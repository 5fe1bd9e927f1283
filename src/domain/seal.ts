import { digestText, type Sha256 } from "./digest.ts";
import type { GuardedWords } from "./guarded-words.ts";
import { isReference, type Reference } from "./reference.ts";
import { textWords } from "./text-words.ts";

/**
 * What was put in the draft, so that the guard and a later session can recognise it. Holds nothing about the client and
 * not the password.
 */
export interface Seal {
  readonly reference: Reference;
  readonly protocolId: string;
  /** The one mailbox that the message may go to (R11). */
  readonly mailbox: string;
  readonly archive: SealedArchive;
}

/** The seal of a message that is ready, as it stays with the message while it is written. */
export interface GuardedSeal extends Seal {
  readonly guarded: GuardedWords;
}

export interface SealedArchive {
  readonly name: string;
  /** Size in bytes. */
  readonly bytes: number;
  /** SHA-256, 64 lower-case hex digits. */
  readonly sha256: string;
}

/** The internet header that survives a draft which is closed and opened again, and that travels with the message. */
export const SEAL_HEADER = "x-doorverwijzing";

/** The key in the session data of the message under which the guard finds its seal (Mailbox 1.11; lost with the window). */
export const SEAL_KEY = "doorverwijzing.seal";

/** 64 bits: enough to notice a change; nobody gains by making one that fits. */
const DIGEST_DIGITS = 16;

/** Names a mailbox in a header without writing it, whatever its case. */
export function mailboxDigest(mailbox: string, sha256: Sha256): string {
  return digestText(sha256, mailbox.trim().toLowerCase(), DIGEST_DIGITS);
}

/** The same for the same words: clients differ in spaces, lines and signs when they give a body as text. */
export function textDigest(text: string, sha256: Sha256): string {
  return digestText(sha256, textWords(text).join(" "), DIGEST_DIGITS);
}

/**
 * `v=1; ref=DV-2026-7K3M9X; bytes=65890; sha256=…; to=…; text=…`: the seal for who has the message alone. The mailbox and
 * `text`, all that the body says, as digests, because a header is read by others.
 */
export function sealHeader({ reference, mailbox, archive }: Seal, text: string, sha256: Sha256): string {
  const to = mailboxDigest(mailbox, sha256);
  const digest = textDigest(text, sha256);
  return `v=1; ref=${reference}; bytes=${archive.bytes}; sha256=${archive.sha256}; to=${to}; text=${digest}`;
}

/** What a header of ours says, or `null` when it is none. */
export function parseSealHeader(value: string): SealHeader | null {
  // A mail program may fold a header this long, and unfolding can leave a tab or a second space (RFC 5322, 2.2.3).
  const shape =
    /^v=1;\s+ref=([^;\s]{14});\s+bytes=([1-9]\d{0,8});\s+sha256=([0-9a-f]{64});\s+to=([0-9a-f]{16});\s+text=([0-9a-f]{16})$/;
  const [, reference = "", bytes = "", sha256 = "", to = "", text = ""] = shape.exec(value.trim()) ?? [];
  return isReference(reference) ? { reference, archive: { bytes: Number(bytes), sha256 }, to, text } : null;
}

/** What our header says. */
export interface SealHeader {
  readonly reference: Reference;
  readonly archive: Omit<SealedArchive, "name">;
  /** See `mailboxDigest` and `textDigest`. */
  readonly to: string;
  readonly text: string;
}

/** The whole seal as text, for the session of the message. */
export function serialiseSeal(seal: GuardedSeal): string {
  return JSON.stringify({ v: 1, ...seal });
}

/** A seal from its text, or `null` when the text is none of ours: it comes from outside. */
export function parseSeal(text: string): GuardedSeal | null {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    // Not JSON, so not a seal.
    return null;
  }
  if (!isRecord(read) || read["v"] !== 1 || !isRecord(read["archive"])) return null;
  const { reference, protocolId, mailbox } = read;
  const { name, bytes, sha256 } = read["archive"];
  if (typeof reference !== "string" || !isReference(reference)) return null;
  if (typeof protocolId !== "string" || typeof mailbox !== "string" || typeof name !== "string") return null;
  if (typeof bytes !== "number" || !Number.isSafeInteger(bytes) || bytes < 0) return null;
  if (typeof sha256 !== "string" || !/^[0-9a-f]{64}$/.test(sha256)) return null;
  const guarded = readGuarded(read["guarded"]);
  return guarded === null ? null : { reference, protocolId, mailbox, archive: { name, bytes, sha256 }, guarded };
}

function readGuarded(value: unknown): GuardedWords | null {
  if (!isRecord(value) || !isRecord(value["client"])) return null;
  const { salt, password, client } = value;
  const { firstName, lastName, street, municipality, phone, email } = client as Record<string, unknown>;
  if (typeof salt !== "string" || !isTexts(password) || !isTexts(firstName) || !isTexts(lastName)) return null;
  if (!isTexts(street) || !isTexts(municipality) || !isTexts(phone) || !isTexts(email)) return null;
  return { salt, client: { firstName, lastName, street, municipality, phone, email }, password };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
