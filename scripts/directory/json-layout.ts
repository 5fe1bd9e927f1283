/** Columns; the width at which Biome breaks a list (biome.json), so that a written file passes `npm run check`. */
const WIDEST = 120;

/** `json` as the project's files have it: two spaces, and a list of plain values on one line where it fits. */
export function layOut(json: unknown): string {
  return `${valueText(json, "", 0, 0)}\n`;
}

/** `before` and `after` are the columns that key and comma take on the same line. */
function valueText(value: unknown, indent: string, before: number, after: number): string {
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return "[]";
    const line = `[${value.map((item) => JSON.stringify(item)).join(", ")}]`;
    const plain = value.every((item) => typeof item !== "object" || item === null);
    if (plain && indent.length + before + line.length + after <= WIDEST) return line;
    const items = value.map((item) => `${deeper}${valueText(item, deeper, 0, 1)}`);
    return `[\n${items.join(",\n")}\n${indent}]`;
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  if (entries.length === 0) return "{}";
  const members = entries.map(([key, item], index) => {
    const start = `${JSON.stringify(key)}: `;
    const comma = index < entries.length - 1 ? 1 : 0;
    return `${deeper}${start}${valueText(item, deeper, start.length, comma)}`;
  });
  return `{\n${members.join(",\n")}\n${indent}}`;
}
