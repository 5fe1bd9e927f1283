import { type Figure, isMet, type Row, type Table } from "./row.ts";

/** Prints the rows in columns, each figure beside its target; a row ends in "ok", or in what it missed. */
export function printTable({ title, columns, rows }: Table): void {
  const headings = ["", "measured", ...columns, ""];
  const lines = [headings, ...rows.map((row) => cells(row, columns))];
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? "").length)));
  console.log(`\n${title}`);
  for (const line of lines) {
    const padded = line.map((cell, column) => {
      const width = widths[column] ?? 0;
      return column === 0 ? cell.padEnd(width) : cell.padStart(width);
    });
    console.log(padded.join("  ").trimEnd());
  }
}

/** Milliseconds as the table shows them. */
export function milliseconds(value: number): string {
  return `${value.toFixed(1)} ms`;
}

function cells({ name, measured = "", figures = {} }: Row, columns: readonly string[]): readonly string[] {
  return [name, measured, ...columns.map((column) => cell(figures[column])), verdict(Object.values(figures))];
}

/** "0.28 <= 0.3", and "0.31 > 0.3" when it is missed: what stands there is true either way. */
function cell(figure: Figure | undefined): string {
  if (figure === undefined) return "";
  const { value, target } = figure;
  if (target === undefined) return value.toFixed(2);
  const missed = { "<=": ">", "<": ">=", ">=": "<" } as const;
  return `${value.toFixed(2)} ${isMet(figure) ? target.relation : missed[target.relation]} ${target.limit}`;
}

function verdict(figures: readonly Figure[]): string {
  if (figures.every(({ target }) => target === undefined)) return "";
  const missed = figures.find((figure) => !isMet(figure));
  if (missed === undefined) return "ok";
  return missed.target?.relation === ">=" ? "UNDER" : "OVER";
}
