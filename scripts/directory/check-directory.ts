import type { Directory } from "../../src/directory/directory.ts";
import type { DirectoryIssue } from "../../src/directory/directory-issue.ts";
import { parseDirectory } from "../../src/directory/parse-directory.ts";
import type { IsoDate } from "../../src/domain/iso-date.ts";
import type { Finding, Remark } from "./finding.ts";
import { directoryRemarks } from "./remarks.ts";
import { unknownKeys } from "./unknown-keys.ts";

/** A file that was read as JSON, and what reading it so would hide. */
export interface SourceFile {
  readonly json: unknown;
  /** Paths of keys that an object has twice. */
  readonly twice: readonly string[];
}

export interface Checked {
  readonly findings: readonly Finding[];
  readonly remarks: readonly Remark[];
  /** `null` when the pane would refuse the file. */
  readonly directory: Directory | null;
}

/** What came before, when the administrator hands it in: a directory that passed. */
export interface Earlier {
  readonly json: unknown;
  readonly directory: Directory;
}

/** All that is wrong with a file, and all that is worth a look; the pane's rules and those of the tool (issue 4). */
export function checkDirectory({ json, twice }: SourceFile, today: IsoDate, earlier: Earlier | null): Checked {
  const keys = twice.map((path): Finding => ({ path, reason: "key-twice", expected: "" }));
  const read = parseDirectory(json);
  if (!read.ok) return { findings: [...keys, ...refusals(json, read.issues)], remarks: [], directory: null };
  const { directory } = read;
  return {
    findings: [...keys, ...dates(directory, today), ...(earlier === null ? [] : succession(json, directory, earlier))],
    remarks: directoryRemarks(directory, today, earlier?.directory ?? null),
    directory,
  };
}

/** What the rules tell, and of the keys that no directory has all instead of the first of each object. */
function refusals(json: unknown, issues: readonly DirectoryIssue[]): readonly Finding[] {
  const known = issues.filter(({ reason }) => reason !== "unknown-key");
  const unknown = unknownKeys(json).map((path): Finding => ({ path, reason: "unknown-key", expected: "no such key" }));
  const all = [...known, ...unknown];
  return all.length > 0 ? all : issues; // What the pane refuses is never in order here.
}

function dates({ issued, validUntil }: Directory, today: IsoDate): readonly Finding[] {
  const findings: Finding[] = [];
  if (issued > today) findings.push({ path: "issued", reason: "issued-in-future", expected: today });
  if (validUntil < today) findings.push({ path: "validUntil", reason: "expired", expected: today });
  return findings;
}

function succession(json: unknown, { serial, issued }: Directory, earlier: Earlier): readonly Finding[] {
  const last = earlier.directory;
  const next = String(last.serial + 1);
  if (serial < last.serial) return [{ path: "serial", reason: "serial-lower", expected: next }];
  if (JSON.stringify(json) === JSON.stringify(earlier.json)) return [];
  const findings: Finding[] = [];
  if (serial === last.serial) findings.push({ path: "serial", reason: "serial-not-raised", expected: next });
  if (issued < last.issued) findings.push({ path: "issued", reason: "issued-before-last", expected: last.issued });
  return findings;
}
