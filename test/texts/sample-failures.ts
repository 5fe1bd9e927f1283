import type { DirectoryFailure, FailureCode, failureText, ObstacleCode } from "../../src/texts/nl/failures.ts";
import { day } from "../domain/sample-rules.ts";

type FailureReason = NonNullable<Parameters<typeof failureText>[1]>;

/** The codes as a record, so that the compiler asks for one that is new. */
const OBSTACLES: Readonly<Record<ObstacleCode, true>> = {
  reply: true,
  forward: true,
  "has-recipients": true,
  "has-subject": true,
  "has-text": true,
  "has-attachments": true,
  "already-sealed": true,
  "half-sealed": true,
};
const FAILURES: Readonly<Record<FailureCode, true>> = {
  "draft-not-empty": true,
  document: true,
  archive: true,
  "archive-differs": true,
  outlook: true,
  "draft-differs": true,
};
const REASONS: Readonly<Record<FailureReason, true>> = {
  failed: true,
  "timed-out": true,
  "too-large": true,
  "file-type-blocked": true,
};

/** A directory that is not used, of each kind. */
export const DIRECTORY_FAILURES: {
  readonly [Code in DirectoryFailure["code"]]: DirectoryFailure & { readonly code: Code };
} = {
  unavailable: { code: "unavailable" },
  signature: { code: "signature" },
  invalid: { code: "invalid" },
  "rolled-back": { code: "rolled-back", serial: 3, seen: 7 },
  expired: { code: "expired", validUntil: day("2026-11-23") },
  clock: { code: "clock", issued: day("2026-11-25") },
};

export const OBSTACLE_CODES = codesOf(OBSTACLES);
export const FAILURE_CODES = codesOf(FAILURES);
/** Why Outlook failed. */
export const FAILURE_REASONS = codesOf(REASONS);

function codesOf<Code extends string>(codes: Readonly<Record<Code, true>>): readonly Code[] {
  return Object.keys(codes).filter((code): code is Code => code in codes);
}
