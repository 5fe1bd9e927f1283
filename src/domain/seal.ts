import { isReference, type Reference } from "./reference.ts";

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

export interface SealedArchive {
  readonly name: string;
  /** Size in bytes. */
  readonly bytes: number;
  /** SHA-256, 64 lower-case hex digits. */
  readonly sha256: string;
}

/** The internet header that survives a draft which is closed and opened again, and that travels with the message. */
export const SEAL_HEADER = "x-doorverwijzing";

/** `v=1; ref=DV-2026-7K3M9X; bytes=65890; sha256=…`: the seal without the mailbox, because a header is read by others. */
export function sealHeader(seal: Seal): string {
  return `v=1; ref=${seal.reference}; bytes=${seal.archive.bytes}; sha256=${seal.archive.sha256}`;
}

/** What a header of ours says, or `null` when it is none. */
export function parseSealHeader(value: string): SealHeader | null {
  // A mail program may fold a header this long, and unfolding can leave a tab or a second space (RFC 5322, 2.2.3).
  const match = /^v=1;\s+ref=([^;\s]{14});\s+bytes=([1-9]\d{0,8});\s+sha256=([0-9a-f]{64})$/.exec(value.trim());
  const [, reference, bytes, sha256] = match ?? [];
  if (reference === undefined || bytes === undefined || sha256 === undefined || !isReference(reference)) return null;
  return { reference, archive: { bytes: Number(bytes), sha256 } };
}

/** What our header says. */
export type SealHeader = Pick<Seal, "reference"> & { readonly archive: Omit<SealedArchive, "name"> };

/** The whole seal as text, for the session of the message. */
export function serialiseSeal(seal: Seal): string {
  return JSON.stringify({ v: 1, ...seal });
}

/** A seal from its text, or `null` when the text is none of ours: it comes from outside. */
export function parseSeal(text: string): Seal | null {
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
  return { reference, protocolId, mailbox, archive: { name, bytes, sha256 } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
