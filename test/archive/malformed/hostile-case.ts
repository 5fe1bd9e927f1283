import type { ArchiveErrorCode } from "../../../src/archive/archive-error.ts";
import type { Bytes } from "../../../src/archive/bytes.ts";
import type { Policy } from "../../../src/archive/policy.ts";
import { type ArchivePlan, buildArchive } from "../build-archive.ts";

/** An archive, most often wrong in one place, and what the reader says of it. */
export interface HostileCase {
  readonly what: string;
  readonly archive: () => Bytes;
  /** `ok`: the message lists the names. */
  readonly code: ArchiveErrorCode | "ok";
  readonly message: string;
  readonly policy: Policy;
}

/** A plan, or what makes bytes where the plan would be large. */
export type HostileRow = readonly [
  what: string,
  archive: ArchivePlan | (() => Bytes),
  code: HostileCase["code"],
  message: string,
  policy?: Policy,
];

export function hostileCase([what, archive, code, message, policy = "foreign"]: HostileRow): HostileCase {
  return {
    what,
    archive: typeof archive === "function" ? archive : () => buildArchive(archive),
    code,
    message,
    policy,
  };
}
