/** Rules for one value. */
export type ValueRule =
  | "empty-list"
  | "text"
  | "name"
  | "place"
  | "id"
  | "kbo"
  | "email"
  | "phone"
  | "mobile"
  | "website"
  | "postcode"
  | "date"
  | "number";

/** Why a directory is refused. */
export type DirectoryReason =
  | ValueRule
  | "missing"
  | "unknown-key"
  | "wrong-value"
  | "date-order"
  | "too-long-valid"
  | "team-unknown"
  | "demo-address"
  | "agency-itself"
  | "field-needed"
  | "no-way-of-contact"
  | "own-name-not-a-locality"
  | "field-twice"
  | "line-twice"
  | "id-twice"
  | "mailbox-twice"
  | "recipient-differs"
  | "place-twice";

/** One thing that is wrong in the file, for the administrator who mends it. */
export interface DirectoryIssue {
  /** Where, from the top: `protocols[0].recipient.kbo`; empty for the file as a whole. */
  readonly path: string;
  readonly reason: DirectoryReason;
  /** What should have stood there. */
  readonly expected: string;
}

/** Takes down what is wrong at `keys`, from the top of the file or of what the rule looks at. */
export type Report = (keys: readonly (string | number)[], reason: DirectoryReason, expected: string) => void;

/** Where a value stands, written as in JavaScript: `protocols[0].places[1].postcode`. */
export function pathText(keys: readonly unknown[]): string {
  return keys
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
}
