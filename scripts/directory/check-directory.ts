import type { Directory } from "../../src/directory/directory.ts";
import type { DirectoryIssue } from "../../src/directory/directory-issue.ts";
import { parseDirectory } from "../../src/directory/parse-directory.ts";
import { daysBetween, type IsoDate } from "../../src/domain/iso-date.ts";
import type { Finding, Remark } from "./finding.ts";
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

/** Days before `validUntil`; the pane says so too from then on. */
const LAST_DAYS = 30;
const YEAR_DAYS = 365;

/** All that is wrong with a file, and all that is worth a look; the pane's rules and those of the tool (issue 4). */
export function checkDirectory({ json, twice }: SourceFile, today: IsoDate, earlier: Earlier | null): Checked {
  const keys = twice.map((path): Finding => ({ path, reason: "key-twice", expected: "" }));
  const read = parseDirectory(json);
  if (!read.ok) return { findings: [...keys, ...refusals(json, read.issues)], remarks: [], directory: null };
  const { directory } = read;
  return {
    findings: [...keys, ...dates(directory, today), ...(earlier === null ? [] : succession(json, directory, earlier))],
    remarks: [...validity(directory, today), ...numbers(directory, today), ...gone(directory, earlier)],
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

function validity({ validUntil }: Directory, today: IsoDate): readonly Remark[] {
  const days = daysBetween(today, validUntil);
  return days >= 0 && days <= LAST_DAYS ? [{ kind: "expires-soon", validUntil, days }] : [];
}

/** A number that nobody calls any more needs no care. */
function numbers({ protocols }: Directory, today: IsoDate): readonly Remark[] {
  return protocols
    .filter(({ ended }) => ended === null || ended.on > today)
    .flatMap(({ recipient }): readonly Remark[] => {
      const { name, phone } = recipient;
      const old = (["phone", "mobile"] as const).flatMap((which): readonly Remark[] => {
        const checkedOn = recipient[which]?.checkedOn ?? today;
        if (daysBetween(checkedOn, today) <= YEAR_DAYS) return [];
        return [{ kind: "old-number", recipient: name, which, checkedOn }];
      });
      return phone === null ? [{ kind: "no-phone", recipient: name }, ...old] : old;
    });
}

function gone({ protocols }: Directory, earlier: Earlier | null): readonly Remark[] {
  const kept = new Set(protocols.map(({ id }) => id));
  const before = earlier?.directory.protocols ?? [];
  return before
    .filter(({ id }) => !kept.has(id))
    .map(({ id, recipient }) => ({ kind: "protocol-gone", id, recipient: recipient.name }));
}
