/** What is wrong with an archive or a password; stable, for programs and tests. */
export type ArchiveErrorCode =
  | "not-7z"
  | "truncated"
  | "damaged"
  | "version"
  | "empty"
  | "too-large"
  | "kdf"
  | "method"
  | "feature"
  | "name"
  | "not-encrypted"
  | "header-not-encrypted"
  | "wrong-password-or-damaged"
  | "data-crc"
  | "manifest"
  | "no-key"
  | "no-memory"
  | "internal"
  | "cancelled"
  | "worker-died"
  | "closed";

/** Thrown by everything in archive/. Carries facts about the file's shape, never its content or the password. */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";
  readonly code: ArchiveErrorCode;

  constructor(code: ArchiveErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
