/** Why no document was made. */
export type DocumentErrorCode =
  /** The fonts could not be loaded. */
  | "fonts-unavailable"
  /** The engine refused what it was given. */
  | "engine-failed"
  /** The Worker could not start or stopped; the next call starts a new one. */
  | "worker-died"
  /** `close()` was called. */
  | "closed";

/** Thrown by the document engine. Says what failed, never anything of the document. */
export class DocumentError extends Error {
  override readonly name = "DocumentError";
  readonly code: DocumentErrorCode;

  constructor(code: DocumentErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
