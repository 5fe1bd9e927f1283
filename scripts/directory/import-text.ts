import type { DirectoryIssue, DirectoryReason } from "../../src/directory/directory-issue.ts";
import { COLUMNS, type ColumnName, columnAt } from "./csv-columns.ts";
import type { CsvRow } from "./csv-rows.ts";
import { valueAt } from "./json-value.ts";
import { findingText, placeIn } from "./texts.ts";

/** What is asked of a cell, where a CSV file may have it in more forms than the directory. */
const ASKED: Readonly<Partial<Record<DirectoryReason, string>>> = {
  phone: "een Belgisch nummer, zoals 089 12 34 56 of +32 89 12 34 56; geen betaalnummer (070, 077, 090)",
  mobile: "een Belgisch gsm-nummer, zoals 0470 12 34 56 of +32 470 12 34 56",
  kbo: "tien cijfers, met of zonder punten, zoals 0212.243.720; de laatste twee zijn een controlegetal",
  date: "een datum die bestaat, zoals 2026-11-24 of 24/11/2026",
};

/** A number and the day on which it was checked: one is of no use without the other. */
const HALVES: Readonly<Partial<Record<ColumnName, string>>> = {
  phoneChecked: "Vul in wanneer het nummer nagekeken is.",
  mobileChecked: "Vul in wanneer het nummer nagekeken is.",
  phone: "Vul het nummer in, of laat ook de datum leeg.",
  mobile: "Vul het nummer in, of laat ook de datum leeg.",
};

/**
 * An error in a row: `KBO-nummer: Dit KBO-nummer klopt niet. Verwacht: …`. `called` says in words what protocol a path
 * that begins with `protocols[n]` is of.
 */
export function importText(
  issue: DirectoryIssue,
  file: unknown,
  row: CsvRow | undefined,
  called: (path: string) => string,
): string {
  const path = pathInside(issue.path);
  const column = columnAt(path);
  const cell = column === null || row === undefined ? "" : row.cell(column);
  const half = column === null || cell !== "" ? undefined : HALVES[column];
  const title = column === null ? path : COLUMNS[column].title;
  if (half !== undefined) return `${title}: ${half}`;
  const { wrong, wanted } = findingText(issue, file);
  const value = column === null || column === "places" ? valueAt(file, issue.path) : cell;
  const there = typeof value === "string" && value !== "" ? ` Er staat: ${JSON.stringify(value)}` : "";
  return `${title}: ${wrong} Verwacht: ${clash(issue, file, called) ?? ASKED[issue.reason] ?? inWords(wanted, called)}.${there}`;
}

/** The path inside a protocol. */
export function pathInside(path: string): string {
  return path.replace(/^protocols\[\d+\]\.?/, "");
}

/** Whom a row is at odds with about mailbox or KBO number. */
function clash({ path, reason, expected }: DirectoryIssue, file: unknown, called: (path: string) => string) {
  const other = placeIn(expected);
  if (reason === "mailbox-twice") return `een eigen mailbox; ${called(other)} heeft deze al`;
  if (reason !== "recipient-differs") return undefined;
  const theirs = valueAt(file, `${other}.${pathInside(path)}`);
  return `hetzelfde als in ${called(other)}, “${String(theirs)}”, of een ander KBO-nummer`;
}

function inWords(wanted: string, called: (path: string) => string): string {
  return wanted.replace(/(protocols\[\d+\])(?:\.\w+|\[\d+\])*/g, (_, path: string) => called(path));
}
