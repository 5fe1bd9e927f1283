import { COLUMNS, type ProtocolRow } from "./protocol-table.ts";

/** Excel in Belgium takes the semicolon for the list separator, and reads UTF-8 only after a byte order mark. */
const SEPARATOR = ";";
const BYTE_ORDER_MARK = "\ufeff";

/** The rows as CSV (RFC 4180 but for the semicolon), with no cell that a spreadsheet would calculate. */
export function csvTable(rows: readonly ProtocolRow[]): string {
  const lines = [COLUMNS.map(({ title }) => title), ...rows.map((row) => COLUMNS.map(({ key }) => cellText(row[key])))];
  return BYTE_ORDER_MARK + lines.map((cells) => `${cells.map(quoted).join(SEPARATOR)}\r\n`).join("");
}

function cellText(value: string | readonly string[]): string {
  return typeof value === "string" ? value : value.join(" | ");
}

/** A formula begins with one of these signs (OWASP, "CSV Injection"); an apostrophe before it makes it text. */
function quoted(cell: string): string {
  const harmless = /^\s*[=+\-@]/.test(cell) ? `'${cell}` : cell;
  return /[";,\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
