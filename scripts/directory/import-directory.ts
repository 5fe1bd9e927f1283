import { is } from "valibot";
import type { DirectoryFile } from "../../src/directory/directory-schema.ts";
import { directorySchema } from "../../src/directory/directory-schema.ts";
import { parseDirectory } from "../../src/directory/parse-directory.ts";
import type { IsoDate } from "../../src/domain/iso-date.ts";
import { columnAt } from "./csv-columns.ts";
import { entryOf, unreadablePlaces } from "./csv-entry.ts";
import { type CsvRow, type LineIssue, readCsv } from "./csv-rows.ts";
import { importText, pathInside } from "./import-text.ts";
import { valueAt } from "./json-value.ts";
import { onOneLine } from "./visible.ts";

export type ImportResult =
  | {
      readonly ok: true;
      readonly file: unknown;
      readonly rows: readonly CsvRow[];
      readonly otherKind: readonly CsvRow[];
    }
  | { readonly ok: false; readonly issues: readonly LineIssue[] };

/** The directory with the protocols of a CSV file added, or everything that is wrong with that file, by line. */
export function importCsv(directory: unknown, csv: string, like: string, today: IsoDate): ImportResult {
  if (!is(directorySchema, directory)) throw new TypeError("importCsv: expected a directory that passed its rules");
  const template = directory.protocols.find(({ id }) => id === like);
  if (template === undefined) throw new TypeError(`importCsv: expected a template in the directory, received ${like}`);
  const read = readCsv(csv);
  if (!read.ok) return read;
  const merged = (rows: readonly CsvRow[]) => ({
    ...directory,
    serial: directory.serial + 1,
    issued: today,
    protocols: [...directory.protocols, ...rows.map((row) => entryOf(row, template))],
  });
  const issues = allIssues(directory, read.rows, merged);
  if (issues.length > 0) return { ok: false, issues };
  const otherKind = read.rows.filter(({ cell }) => cell("kind").toLowerCase() !== template.recipient.kind);
  return { ok: true, file: merged(read.rows), rows: read.rows, otherKind };
}

/** Rows with a wrong value hide what does not agree between the others; so those are judged without them once more. */
function allIssues(
  { protocols }: DirectoryFile,
  rows: readonly CsvRow[],
  merged: (rows: readonly CsvRow[]) => unknown,
): readonly LineIssue[] {
  const judge = (judged: readonly CsvRow[]): readonly RowIssue[] => {
    const file = merged(judged);
    const result = parseDirectory(file);
    const rowAt = (path: string): CsvRow | undefined =>
      judged[Number(/^protocols\[(\d+)\]/.exec(path)?.[1] ?? "-1") - protocols.length];
    const called = (path: string): string => {
      const [row, name] = [rowAt(path), onOneLine(`${valueAt(file, `${path}.recipient.name`)}`)];
      return row === undefined ? `${name} (${valueAt(file, `${path}.id`)})` : `regel ${row.line} (${name})`;
    };
    const issues = result.ok ? [] : result.issues;
    // A bad name is in the texts too: told once, where it was typed.
    const typed = new Set(
      issues.filter(({ path }) => columnAt(pathInside(path)) !== null).map(({ path }) => rowAt(path)),
    );
    return issues
      .filter(({ path }) => columnAt(pathInside(path)) !== null || !typed.has(rowAt(path)))
      .map((issue) => {
        const row = rowAt(issue.path);
        return { row, text: importText(issue, file, row, called) };
      });
  };
  const unreadable = rows.flatMap((row) =>
    unreadablePlaces(row).map((place) => ({
      row,
      text: `plaatsen: “${place}” is geen plaats. Schrijf ze zo: 3960 Bree (Bree, Beek) | 3961 Dorp (Dorp).`,
    })),
  );
  const readable = rows.filter((row) => unreadable.every((issue) => issue.row !== row));
  const first = judge(readable);
  const second = judge(readable.filter((row) => first.every((issue) => issue.row !== row)));
  const issues = [...unreadable, ...first, ...second].map(({ row, text }) => ({ line: row?.line ?? 1, text }));
  const distinct = new Map(issues.map((issue) => [`${issue.line} ${issue.text}`, issue]));
  return [...distinct.values()].sort((a, b) => a.line - b.line);
}

interface RowIssue {
  /** `undefined` for what is wrong with the directory and not with a row. */
  readonly row: CsvRow | undefined;
  readonly text: string;
}
