import * as v from "valibot";
import { REFERRAL_FORMAT, REFERRAL_VERSION, type ReferralData } from "./referral-data.ts";
import { referralSchema } from "./referral-schema.ts";

/** What is wrong with a referral's JSON: where, and never what stands there. */
export interface ReferralIssue {
  readonly code: "too-large" | "not-json" | "other-format" | "other-version" | "not-as-specified";
  /** The way to the member: `client.postcode`; empty for the whole. */
  readonly path: string;
}

export type ReferralJsonResult =
  | { readonly ok: true; readonly referral: ReferralData }
  | { readonly ok: false; readonly issues: readonly ReferralIssue[] };

/** In bytes: four times the 64 KiB to which an archive with the longest allowed values is padded. */
export const LARGEST_JSON = 4 * 64 * 1024;

/**
 * Reads a referral back from its JSON, with or without the archive's manifest and padding. Every member is checked, and
 * one that is not in version 1 is refused.
 */
export function parseReferralJson(bytes: Uint8Array): ReferralJsonResult {
  if (bytes.length > LARGEST_JSON) return refuse("too-large");
  const value = parse(bytes);
  if (typeof value !== "object" || value === null) return refuse("not-json");
  if (!("format" in value) || value.format !== REFERRAL_FORMAT) return refuse("other-format", "format");
  if (!("version" in value) || value.version !== REFERRAL_VERSION) return refuse("other-version", "version");
  const read = v.safeParse(referralSchema, value);
  if (!read.success) {
    const paths = read.issues.map((issue) => (isUnknownKey(issue) ? parentPath(issue) : (v.getDotPath(issue) ?? "")));
    return { ok: false, issues: [...new Set(paths)].map((path) => ({ code: "not-as-specified", path })) };
  }
  const { manifest: _checkedByTheArchive, ...referral } = read.output;
  return { ok: true, referral };
}

function refuse(code: ReferralIssue["code"], path = ""): ReferralJsonResult {
  return { ok: false, issues: [{ code, path }] };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    // Why it is no JSON would quote from it.
    return undefined;
  }
}

type Issue = v.BaseIssue<unknown>;

function isUnknownKey(issue: Issue): boolean {
  return issue.expected === "never";
}

/** The name of an unknown member is as foreign as its value. */
function parentPath(issue: Issue): string {
  return (issue.path ?? [])
    .slice(0, -1)
    .map(({ key }) => String(key))
    .join(".");
}
