import { CsvError, parse } from "csv-parse/sync";
import { COLUMNS, type ColumnName, columnNames, columnOf, NAMES } from "./csv-columns.ts";
import { onOneLine } from "./visible.ts";

/** Something wrong in a CSV file, by the line that a spreadsheet's text shows. */
export interface LineIssue {
  readonly line: number;
  /** One sentence in Dutch, or more. */
  readonly text: string;
}

/** One protocol of the CSV file. */
export interface CsvRow {
  /** Where the row begins; a cell between quotes may take several lines. */
  readonly line: number;
  /** Trimmed and in Unicode NFC, names with plain spaces and hyphens; empty where the file has no such column. */
  readonly cell: (name: ColumnName) => string;
}

export type CsvResult =
  | { readonly ok: true; readonly rows: readonly CsvRow[] }
  | { readonly ok: false; readonly issues: readonly LineIssue[] };

/** `sep=;`, by which a file tells Excel its separator; a program may have filled the line up to the number of columns. */
const NAMED_SEPARATOR = /^"?sep=([^"\n])"?[;,\t]*(?=\n|$)/i;

/** Reads CSV as Excel saves it: with semicolons, commas or tabs, as its first line or the row of titles has them; empty lines do not count. */
export function readCsv(text: string): CsvResult {
  const parsed = records(text);
  if (!parsed.ok) return parsed;
  const [head, ...body] = parsed.records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (head === undefined) return { ok: false, issues: [{ line: 1, text: "Het bestand is leeg." }] };
  const issues = [
    ...titleIssues(head.cells).map((issue) => ({ line: head.line, text: issue })),
    ...body.flatMap(({ line, cells }): readonly LineIssue[] => {
      if (cells.length === head.cells.length) return [];
      const advice = "Zet een waarde met dat teken erin tussen aanhalingstekens.";
      return [{ line, text: `Hier staan ${cells.length} kolommen, bovenaan ${head.cells.length}. ${advice}` }];
    }),
  ];
  if (body.length === 0) issues.push({ line: head.line, text: "Onder de titels staat geen enkel protocol." });
  if (issues.length > 0) return { ok: false, issues };
  const columns = head.cells.map(columnOf);
  return { ok: true, rows: body.map(({ line, cells }) => ({ line, cell: named(columns, cells) })) };
}

interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

type Records =
  | { readonly ok: true; readonly records: readonly CsvRecord[] }
  | { readonly ok: false; readonly issues: readonly LineIssue[] };

function records(text: string): Records {
  const { delimiter, table } = separated(text.replace(/\r\n?/g, "\n")); // The parser counts CR LF between quotes twice (6.x).
  const lines = table.split("\n");
  const found: CsvRecord[] = [];
  let last = 0;
  try {
    parse(table, {
      bom: true,
      delimiter,
      record_delimiter: "\n",
      relax_column_count: true,
      on_record: (cells: string[], { lines: end }) => {
        found.push({ line: startLine(lines, last, end), cells });
        last = end;
        return null;
      },
    });
    return { ok: true, records: found };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line: unknown = error["lines"];
    const quote =
      "Een aanhalingsteken staat verkeerd: het opent een waarde en wordt niet gesloten, of staat er middenin.";
    return { ok: false, issues: [{ line: typeof line === "number" ? line : last + 1, text: quote }] };
  }
}

/** The separator that the first line names, or else that the titles have; a line that names one is left empty. */
function separated(text: string): { readonly delimiter: string; readonly table: string } {
  const named = NAMED_SEPARATOR.exec(text);
  if (named?.[1] !== undefined) return { delimiter: named[1], table: text.slice(named[0].length) };
  const titles = text.trimStart().split("\n", 1)[0] ?? "";
  return { delimiter: [";", "\t"].find((sign) => titles.includes(sign)) ?? ",", table: text };
}

/** The parser tells the line where a record ends; it began after the last one and what was empty in between. */
function startLine(lines: readonly string[], last: number, end: number): number {
  let line = last + 1;
  while (line < end && (lines[line - 1] ?? "").trim() === "") line += 1;
  return line;
}

function titleIssues(titles: readonly string[]): readonly string[] {
  const known = titles.map(columnOf);
  const missing = columnNames().filter((name) => !COLUMNS[name].optional && !known.includes(name));
  return [
    ...titles
      .filter((_, index) => known[index] === null)
      .map((title) => `De kolom “${onOneLine(title)}” bestaat niet.`),
    ...titles.filter((_, index) => known[index] !== null && known.indexOf(known[index] ?? null) < index).map(twice),
    ...missing.map((name) => `De kolom “${COLUMNS[name].title}” ontbreekt.`),
  ];
}

function twice(title: string): string {
  return `De kolom “${title}” staat er twee keer.`;
}

function named(columns: readonly (ColumnName | null)[], cells: readonly string[]): CsvRow["cell"] {
  return (name) => {
    const cell = (cells[columns.indexOf(name)] ?? "").normalize("NFC").trim();
    return NAMES.has(name) ? plainName(cell) : cell;
  };
}

/** No-break spaces, hyphens and the en dash, and the quotation mark that a word processor makes of an apostrophe. */
function plainName(text: string): string {
  return text
    .replace(/[\u00a0\u2007\u202f]/g, " ")
    .replace(/[\u2010\u2011\u2013]/g, "-")
    .replaceAll("\u2018", "\u2019");
}
