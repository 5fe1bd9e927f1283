/** In what a client differs from another, as far as an add-in notices. */
export interface ClientProfile {
  /** Highest Mailbox requirement set; later calls are refused. */
  readonly mailboxSet: string;
  /** Outlook on the web gives long ids; classic Outlook on Windows and Outlook on Mac give the place in the list. */
  readonly attachmentIds: "ews" | "index";
  /** Some clients count an attachment in its base64 form. */
  readonly attachmentSizes: "bytes" | "encoded";
  /** What body.getAsync gives as HTML: what is in the body, or a whole document as classic Outlook does. */
  readonly bodyHtml: "fragment" | "document";
  /** How long taking in an attachment lasts, in milliseconds. */
  readonly attachmentMs: number;
  /** How long the answer to a call that only reads lasts, in milliseconds. */
  readonly answerMs: number;
  /** The button of an alert that opens the pane: its own, or as on Mac and in classic Outlook before 2412 "Niet verzenden". */
  readonly takeAction: "own-button" | "dont-send";
  /** How long the launch event's page may take until office.js is ready in it, in milliseconds; Microsoft names no number. */
  readonly guardLoadMs: number;
  /** When Outlook says that the guard takes longer than expected, in milliseconds after Send. */
  readonly guardSlowMs: number;
  /** How long the guard's function may take, in milliseconds. */
  readonly guardLimitMs: number;
}

/** Outlook on the web; its true set is higher, but office.js of the npm package is of 2022. */
export const OUTLOOK_ON_THE_WEB: ClientProfile = {
  mailboxSet: "1.14",
  attachmentIds: "ews",
  attachmentSizes: "bytes",
  bodyHtml: "fragment",
  attachmentMs: 60,
  answerMs: 0,
  takeAction: "own-button",
  guardLoadMs: 30_000,
  guardSlowMs: 5_000,
  guardLimitMs: 300_000,
};

/** Whether a client with set `has` has what came with set `needs`, as in "1.12" and "1.8". */
export function hasSet(has: string, needs: string): boolean {
  const [major = 0, minor = 0] = has.split(".").map(Number);
  const [neededMajor = 0, neededMinor = 0] = needs.split(".").map(Number);
  return major > neededMajor || (major === neededMajor && minor >= neededMinor);
}
