import type { Row } from "./row.ts";

const HEADINGS = ["", "measured", "value", "target", ""] as const;

/** Prints the rows in columns; what is over its target is marked. */
export function printTable(title: string, rows: readonly Row[]): void {
  const lines = [HEADINGS, ...rows.map(cells)];
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? "").length)));
  console.log(`\n${title}`);
  for (const line of lines) {
    const [name = "", ...rest] = line.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    console.log([name, ...rest].join("  ").trimEnd());
  }
}

function cells({ name, measured, value, target }: Row): readonly string[] {
  const verdict = value === undefined || target === undefined ? "" : value <= target ? "ok" : "OVER";
  return [name, measured, value?.toFixed(2) ?? "", target === undefined ? "" : `<= ${target}`, verdict];
}
