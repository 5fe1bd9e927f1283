import { csvLine } from "../../src/domain/csv-line.ts";
import { COLUMNS, type ProtocolRow } from "./protocol-table.ts";

/** Excel reads UTF-8 only after one. */
const BYTE_ORDER_MARK = "\ufeff";

/** The rows as CSV for Excel. */
export function csvTable(rows: readonly ProtocolRow[]): string {
  const lines = [COLUMNS.map(({ title }) => title), ...rows.map((row) => COLUMNS.map(({ key }) => cellText(row[key])))];
  return BYTE_ORDER_MARK + lines.map(csvLine).join("");
}

function cellText(value: string | readonly string[]): string {
  return typeof value === "string" ? value : value.join(" | ");
}
