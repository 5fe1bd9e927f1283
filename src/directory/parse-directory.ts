import { type BaseIssue, safeParse } from "valibot";
import type { Covered, Directory } from "./directory.ts";
import { type DirectoryIssue, pathText } from "./directory-issue.ts";
import { crossIssues } from "./directory-rules.ts";
import { directorySchema, EXPECTED, type ValueRule } from "./directory-schema.ts";

export type DirectoryResult =
  | { readonly ok: true; readonly directory: Directory }
  | { readonly ok: false; readonly issues: readonly DirectoryIssue[] };

/**
 * The directory in a file that was read as JSON, or everything that is wrong with it: one wrong value refuses the whole
 * file, because a referral must never go to a place that the administrator did not mean (R1).
 */
export function parseDirectory(json: unknown): DirectoryResult {
  const read = safeParse(directorySchema, json);
  if (!read.success) return { ok: false, issues: read.issues.map(shapeIssue) };
  const issues = crossIssues(read.output);
  if (issues.length > 0) return { ok: false, issues };
  const { version: _version, agency: sender, protocols: entries, ...facts } = read.output;
  const { teams, ...agency } = sender;
  const protocols = entries.map((entry) => ({ ...entry, agency }));
  return { ok: true, directory: { ...facts, agency, teams, protocols, places: byPostcode(protocols) } };
}

function byPostcode(protocols: Directory["protocols"]): Directory["places"] {
  const places = new Map<string, Covered[]>();
  for (const protocol of protocols) {
    for (const place of protocol.places) {
      const there = places.get(place.postcode);
      if (there === undefined) places.set(place.postcode, [{ protocol, place }]);
      else there.push({ protocol, place });
    }
  }
  return places;
}

function shapeIssue(issue: BaseIssue<unknown>): DirectoryIssue {
  const path = pathText(issue.path?.map(({ key }) => key) ?? []);
  if (isValueRule(issue.message)) return { path, reason: issue.message, expected: EXPECTED[issue.message] };
  if (issue.type === "strict_object" && issue.expected === "never") {
    return { path, reason: "unknown-key", expected: "no such key" };
  }
  if (issue.received === "undefined") return { path, reason: "missing", expected: "a value" };
  return { path, reason: "wrong-value", expected: issue.expected ?? "another value" };
}

function isValueRule(message: string): message is ValueRule {
  return Object.hasOwn(EXPECTED, message);
}
