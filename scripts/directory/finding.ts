import type { DirectoryReason } from "../../src/directory/directory-issue.ts";

/** What the tool refuses besides what the pane refuses: what only the file's text, today or the earlier file tell. */
export type ToolReason =
  | "key-twice"
  | "issued-in-future"
  | "expired"
  | "serial-not-raised"
  | "serial-lower"
  | "issued-before-last";

export type Reason = DirectoryReason | ToolReason;

/** An error in the file; as long as there is one, nothing is signed. */
export interface Finding {
  /** As in `DirectoryIssue`. */
  readonly path: string;
  readonly reason: Reason;
  /** What should have stood there: the rule's own words, in English, or a number or date of the tool's. */
  readonly expected: string;
}

/** Something that the administrator had better look at, and that stops nothing. */
export type Remark =
  | { readonly kind: "no-phone"; readonly recipient: string }
  | {
      readonly kind: "old-number";
      readonly recipient: string;
      readonly which: "phone" | "mobile";
      readonly checkedOn: string;
    }
  | {
      readonly kind: "other-domain";
      readonly recipient: string;
      readonly mailbox: string;
      /** The last two labels of the website's host. */
      readonly website: string;
    }
  | { readonly kind: "serial-jump"; readonly from: number; readonly to: number }
  | { readonly kind: "expires-soon"; readonly validUntil: string; readonly days: number }
  | { readonly kind: "protocol-gone"; readonly id: string; readonly recipient: string };
