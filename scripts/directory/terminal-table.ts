import { COLUMNS, type ProtocolRow } from "./protocol-table.ts";

/** The rows in columns of equal width, a line for each place; no line is cut. */
export function terminalTable(rows: readonly ProtocolRow[]): string {
  const blocks = [
    COLUMNS.map(({ title }) => [title]),
    ...rows.map((row) => COLUMNS.map(({ key }) => cellLines(row[key]))),
  ];
  const widths = COLUMNS.map((_, column) => Math.max(...blocks.flatMap((block) => (block[column] ?? []).map(width))));
  const lines = blocks.map((block) => {
    const height = Math.max(...block.map((cell) => cell.length));
    return Array.from({ length: height }, (_, line) =>
      lineText(
        block.map((cell) => cell[line] ?? ""),
        widths,
      ),
    );
  });
  const [head = [], ...body] = lines;
  return [...head, widths.map((size) => "─".repeat(size)).join("  "), ...body.flat()].join("\n");
}

function cellLines(value: string | readonly string[]): readonly string[] {
  if (typeof value !== "string") return value;
  return [value === "" ? "-" : value];
}

function lineText(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - width(cell)))
    .join("  ")
    .trimEnd();
}

/** Columns of the terminal; letters are in NFC, so that each is one. */
function width(text: string): number {
  return [...text].length;
}
