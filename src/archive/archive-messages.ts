import type { ArchiveErrorCode } from "./archive-error.ts";
import type { ArchivedFile } from "./archived-file.ts";
import type { Bytes } from "./bytes.ts";
import type { Policy } from "./policy.ts";
import type { ReadArchive } from "./read-archive.ts";

/** What the page asks of the Worker; answers come under the same number. */
export type ArchiveQuestion =
  | { readonly kind: "prepare"; readonly password: string }
  | { readonly kind: "seal"; readonly files: readonly ArchivedFile[] }
  | { readonly kind: "read"; readonly archive: Bytes; readonly password: string; readonly policy: Policy };

export type ArchiveRequest = ArchiveQuestion & { readonly id: number };

/** `archive` answers `seal`, `read` answers `read`; `prepare` has neither. */
export type ArchiveAnswer =
  | { readonly id: number; readonly ok: true; readonly archive?: Bytes; readonly read?: ReadArchive }
  | { readonly id: number; readonly ok: false; readonly code: ArchiveErrorCode; readonly message: string };

/** Before the answer to `read`, for as long as the key takes: how far it is, 0 to 1. */
export interface ArchiveProgress {
  readonly id: number;
  readonly done: number;
}
