import { CsvError, parse } from "csv-parse/sync";
import { COLUMNS, type ColumnName, columnNames, columnOf } from "./csv-columns.ts";

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
  /** Trimmed and in Unicode NFC; empty where the file has no such column. */
  readonly cell: (name: ColumnName) => string;
}

export type CsvResult =
  | { readonly ok: true; readonly rows: readonly CsvRow[] }
  | { readonly ok: false; readonly issues: readonly LineIssue[] };

/** Reads CSV as Excel saves it: with semicolons, commas or tabs, as the row of titles has them; empty lines do not count. */
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

function records(
  text: string,
): { ok: true; records: readonly CsvRecord[] } | { ok: false; issues: readonly LineIssue[] } {
  const titles = text.trimStart().split(/\r\n|\r|\n/, 1)[0] ?? "";
  const delimiter = [";", "\t"].find((sign) => titles.includes(sign)) ?? ",";
  const found: CsvRecord[] = [];
  let last = 0;
  try {
    parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      on_record: (cells: string[], { lines }) => {
        found.push({ line: startLine(text, last, lines), cells });
        last = lines;
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

/** The parser tells the line where a record ends; it began after the last one and what was empty in between. */
function startLine(text: string, last: number, end: number): number {
  const lines = text.split(/\r\n|\r|\n/);
  let line = last + 1;
  while (line < end && (lines[line - 1] ?? "").trim() === "") line += 1;
  return line;
}

function titleIssues(titles: readonly string[]): readonly string[] {
  const known = titles.map(columnOf);
  const missing = columnNames().filter((name) => !COLUMNS[name].optional && !known.includes(name));
  return [
    ...titles.filter((_, index) => known[index] === null).map((title) => `De kolom “${title}” bestaat niet.`),
    ...titles.filter((_, index) => known[index] !== null && known.indexOf(known[index] ?? null) < index).map(twice),
    ...missing.map((name) => `De kolom “${COLUMNS[name].title}” ontbreekt.`),
  ];
}

function twice(title: string): string {
  return `De kolom “${title}” staat er twee keer.`;
}

function named(columns: readonly (ColumnName | null)[], cells: readonly string[]): CsvRow["cell"] {
  return (name) => (cells[columns.indexOf(name)] ?? "").normalize("NFC").trim();
}
