import type { ArchiveErrorCode } from "./archive-error.ts";
import type { ArchivedFile } from "./archived-file.ts";
import type { Bytes } from "./bytes.ts";

/** What the page asks of the Worker; answers come under the same number. */
export type ArchiveQuestion =
  | { readonly kind: "prepare"; readonly password: string }
  | { readonly kind: "seal"; readonly files: readonly ArchivedFile[] }
  | { readonly kind: "open"; readonly archive: Bytes; readonly password: string };

export type ArchiveRequest = ArchiveQuestion & { readonly id: number };

/** `archive` answers `seal`, `files` answers `open`; `prepare` has neither. */
export type ArchiveAnswer =
  | { readonly id: number; readonly ok: true; readonly archive?: Bytes; readonly files?: readonly ArchivedFile[] }
  | { readonly id: number; readonly ok: false; readonly code: ArchiveErrorCode; readonly message: string };
