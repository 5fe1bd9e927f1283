/**
 * A line of CSV (RFC 4180) for Excel in Belgium, which takes the semicolon for the separator, with no cell that a
 * spreadsheet would calculate.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(";")}\r\n`;
}

/** A formula begins with one of these signs (OWASP, "CSV Injection"); an apostrophe before it makes it text. */
function quoted(cell: string): string {
  const harmless = /^\s*[=+\-@]/.test(cell) ? `'${cell}` : cell;
  return /[";,\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
