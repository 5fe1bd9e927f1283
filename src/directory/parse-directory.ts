import { type BaseIssue, safeParse } from "valibot";
import type { Covered, Directory } from "./directory.ts";
import { type DirectoryIssue, pathText, type ValueRule } from "./directory-issue.ts";
import { crossIssues } from "./directory-rules.ts";
import { type DirectoryFile, directorySchema, EXPECTED } from "./directory-schema.ts";
import { quickTest } from "./quick-test.ts";

export type DirectoryResult =
  | { readonly ok: true; readonly directory: Directory }
  | { readonly ok: false; readonly issues: readonly DirectoryIssue[] };

/**
 * The directory in a file that was read as JSON, or everything that is wrong with it: one wrong value refuses the whole
 * file, because a referral must never go to a place that the administrator did not mean (R1).
 */
export function parseDirectory(json: unknown): DirectoryResult {
  if (!isDirectoryFile(json)) return { ok: false, issues: shapeIssues(json) };
  const issues = crossIssues(json);
  if (issues.length > 0) return { ok: false, issues };
  const { version: _version, agency: sender, protocols: entries, ...facts } = json;
  const { teams, ...agency } = sender;
  const protocols = entries.map((entry) => ({ ...entry, agency }));
  return { ok: true, directory: { ...facts, agency, teams, protocols, places: byPostcode(protocols) } };
}

const passes = quickTest(directorySchema);

/** The schema takes a file as it is: it changes no value. */
function isDirectoryFile(json: unknown): json is DirectoryFile {
  return passes(json);
}

function shapeIssues(json: unknown): readonly DirectoryIssue[] {
  return (safeParse(directorySchema, json).issues ?? []).map(shapeIssue);
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
  if (issue.type === "custom" && issue.message !== "date" && typeof issue.input !== "string") {
    return { path, reason: "wrong-value", expected: "string" };
  }
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
