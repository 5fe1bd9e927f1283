import { daysBetween, type IsoDate } from "../domain/iso-date.ts";
import type { Directory } from "./directory.ts";
import type { DirectoryIssue } from "./directory-issue.ts";
import { parseDirectory } from "./parse-directory.ts";

/** A key whose signature is taken for the agency's. */
export interface TrustedKey {
  /** For people; says nothing of who holds it. */
  readonly name: string;
  /** Ed25519 (RFC 8032), 32 bytes in base64. */
  readonly publicKey: string;
}

/** What is hosted: `directory.json` and `directory.json.sig`, to the byte. */
export interface SignedFiles {
  readonly directory: Uint8Array<ArrayBuffer>;
  /** 64 bytes in base64, and white space around it. */
  readonly signature: Uint8Array<ArrayBuffer>;
}

/** Whether `signature` (64 bytes) is that of `publicKey` (32 bytes) over `bytes` (RFC 8032, Ed25519). */
export type VerifySignature = (signature: Uint8Array, bytes: Uint8Array, publicKey: Uint8Array) => boolean;

/** Why a directory is not used, and no referral is made (R1, R15). */
export type DirectoryProblem =
  /** None of the trusted keys signed these bytes: changed, cut off, signed by somebody else, or not at all. */
  | { readonly code: "signature" }
  /** Signed, and yet no directory: the administrator's tool checks before it signs. */
  | { readonly code: "invalid"; readonly issues: readonly DirectoryIssue[] }
  /** An older one than this device has seen: somebody may want an ended protocol back. */
  | { readonly code: "rolled-back"; readonly serial: number; readonly seen: number }
  | { readonly code: "expired"; readonly validUntil: IsoDate; readonly serial: number }
  /** Made later than the day that this device says it is: with such a clock, what ended would be in force again. */
  | { readonly code: "clock"; readonly issued: IsoDate };

/** With the key that signed the bytes; `null` when none of the trusted ones did. */
export type SignedResult =
  | { readonly ok: true; readonly directory: Directory; readonly key: TrustedKey }
  | { readonly ok: false; readonly problem: DirectoryProblem; readonly key: TrustedKey | null };

export interface Trust {
  readonly keys: readonly TrustedKey[];
  readonly verify: VerifySignature;
  readonly today: IsoDate;
  /** The highest serial that this device has seen; 0 when none. */
  readonly seen: number;
}

/** Days that a device's clock, or its time zone, may be behind. */
const CLOCK_SLACK = 1;
/** Bytes of a signature. */
const SIGNATURE_SIZE = 64;

/**
 * The directory in the hosted files. The signature comes first: of bytes that nobody we know has signed, nothing is read.
 */
export function openSignedDirectory(files: SignedFiles, { keys, verify, today, seen }: Trust): SignedResult {
  const key = signer(files, keys, verify);
  const refuse = (problem: DirectoryProblem): SignedResult => ({ ok: false, problem, key });
  if (key === null) return refuse({ code: "signature" });
  const read = parseDirectory(jsonOf(files.directory));
  if (!read.ok) return refuse({ code: "invalid", issues: read.issues });
  const { serial, issued, validUntil } = read.directory;
  if (serial < seen) return refuse({ code: "rolled-back", serial, seen });
  if (daysBetween(today, issued) > CLOCK_SLACK) return refuse({ code: "clock", issued });
  if (validUntil < today) return refuse({ code: "expired", validUntil, serial });
  return { ok: true, directory: read.directory, key };
}

/** The key that signed the directory; `null` when none of them did. */
export function signer(
  { directory, signature }: SignedFiles,
  keys: readonly TrustedKey[],
  verify: VerifySignature,
): TrustedKey | null {
  const bytes = fromBase64(new TextDecoder().decode(signature).trim());
  if (bytes?.byteLength !== SIGNATURE_SIZE) return null;
  return keys.find(({ publicKey }) => verify(bytes, directory, fromBase64(publicKey) ?? new Uint8Array(0))) ?? null;
}

/** `null` for what is no base64. */
function fromBase64(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text) || text.length % 4 !== 0) return null;
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

/** What JSON says; `undefined` for what is no JSON in UTF-8, which no schema takes. */
function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined; // Signed by mistake; the parser's message would quote the file.
  }
}
