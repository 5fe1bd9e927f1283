import type { Directory } from "../../src/directory/directory.ts";
import type { IsoDate } from "../../src/domain/iso-date.ts";
import { COLUMNS, type ProtocolRow } from "./protocol-table.ts";
import { counted, day, outsideText } from "./texts.ts";

const STYLE = `
      body { font: 1rem/1.4 "Segoe UI", system-ui, sans-serif; margin: 2rem; color: #1b1b1b; background: #fff; }
      table { border-collapse: collapse; width: 100%; }
      caption { text-align: left; padding-bottom: 0.5rem; }
      th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.6rem; border-bottom: 1px solid #767676; }
      thead th { border-bottom: 2px solid #1b1b1b; }
      ul { margin: 0; padding: 0; list-style: none; }
      @page { size: A4 landscape; margin: 12mm; }
      @media print { body { margin: 0; font-size: 9pt; } thead { display: table-header-group; } tr { break-inside: avoid; } }
    `;

/** The rows as one page that needs nothing else: to print, to keep, to read aloud. */
export function htmlPage(directory: Directory, rows: readonly ProtocolRow[], on: IsoDate): string {
  const { serial, issued, validUntil, agency, demo } = directory;
  const title = `Protocollen van ${agency.name}, toestand op ${day(on)}`;
  const facts = `Volgnummer ${serial}, uitgegeven op ${day(issued)}, geldig tot en met ${day(validUntil)}. ${counted(rows.length, "protocol", "protocollen")}.`;
  const outside = outsideText(directory, on);
  return `<!doctype html>
<html lang="nl">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escaped(title)}</title>
    <style>${STYLE}</style>
  </head>
  <body>
    <main>
      <h1>${escaped(title)}</h1>${demo ? "\n      <p><strong>Dit is een demolijst: alles is verzonnen.</strong></p>" : ""}${outside === null ? "" : `\n      <p><strong>${escaped(outside)}</strong></p>`}
      <table>
        <caption>${escaped(facts)}</caption>
        <thead>
          <tr>${COLUMNS.map(({ title: head }) => `<th scope="col">${escaped(head)}</th>`).join("")}</tr>
        </thead>
        <tbody>
${rows.map(rowText).join("\n")}
        </tbody>
      </table>
    </main>
  </body>
</html>
`;
}

function rowText(row: ProtocolRow): string {
  const cells = COLUMNS.map(({ key }) => {
    const value = row[key];
    if (key === "recipient") return `<th scope="row">${escaped(row[key])}</th>`;
    if (typeof value !== "string")
      return `<td><ul>${value.map((item) => `<li>${escaped(item)}</li>`).join("")}</ul></td>`;
    if (value === "") return key === "ended" ? "<td>geen</td>" : "<td>nog niet</td>";
    return `<td>${escaped(day(value))}</td>`;
  });
  return `          <tr>${cells.join("")}</tr>`;
}

function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
