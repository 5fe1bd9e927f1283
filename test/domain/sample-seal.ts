import { guardedWords } from "../../src/domain/guarded-words.ts";
import { archiveName, isReference, type Reference } from "../../src/domain/reference.ts";
import { type GuardedSeal, sealHeader } from "../../src/domain/seal.ts";
import { sha256 } from "../../src/domain/sha256.ts";

/** A seal of a referral to an invented mailbox, with nothing to look for. */
export function sampleSeal(reference: Reference, changes: Partial<GuardedSeal> = {}): GuardedSeal {
  return {
    reference,
    protocolId: "dorp-1",
    mailbox: "sociaalhuis@dorp1.example",
    archive: { name: archiveName(reference), bytes: 1000, sha256: "0".repeat(64) },
    guarded: guardedWords({ client: {}, password: "", salt: "5a".repeat(16), leaveOut: "" }, sha256),
    ...changes,
  };
}

/** The header of such a referral. */
export function sampleHeader(reference: string, changes: Partial<GuardedSeal> = {}): string {
  if (!isReference(reference)) throw new RangeError(`sampleHeader: ${reference}`);
  return sealHeader(sampleSeal(reference, changes), "", sha256);
}
