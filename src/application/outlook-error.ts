/** Why a call to Outlook did not do what it should. */
export type OutlookErrorCode = "failed" | "timed-out" | "too-large" | "file-type-blocked";

/** A call to Outlook that did not work. Says which call and what Outlook answered; never what was passed to it. */
export class OutlookError extends Error {
  override readonly name = "OutlookError";
  readonly code: OutlookErrorCode;
  /** The call, as in "set subject". */
  readonly call: string;

  constructor(code: OutlookErrorCode, call: string, detail: string, options?: ErrorOptions) {
    super(`Outlook: ${call}: ${detail}`, options);
    this.code = code;
    this.call = call;
  }
}
