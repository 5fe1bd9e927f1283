import type { Checked } from "./check-directory.ts";
import type { DirectoryText } from "./directory-text.ts";
import type { Finding } from "./finding.ts";
import { valueAt } from "./json-value.ts";
import { MOST_SHOWN, moreText } from "./most-shown.ts";
import { remarkText } from "./remark-text.ts";
import { placeFinder } from "./text-lines.ts";
import { counted, day, findingText } from "./texts.ts";
import { onOneLine } from "./visible.ts";

/** Characters of a value that a report shows. */
const LONGEST_SHOWN = 80;

/** What `check` says of a file: in order, or what is wrong and where, from top to bottom; then the remarks. */
export function checkReport(file: DirectoryText, { findings, remarks, directory }: Checked): string {
  const blocks: string[] = [];
  if (findings.length > 0) {
    const first = numbered(file, findings).join("\n\n");
    blocks.push(`${file.name}: ${counted(findings.length, "fout", "fouten")}\n\n${first}${moreText(findings.length)}`);
  } else if (directory !== null) {
    const { serial, protocols, validUntil, demo } = directory;
    const count = counted(protocols.length, "protocol", "protocollen");
    blocks.push(
      `${file.name} is in orde: volgnummer ${serial}, ${count}, geldig tot en met ${day(validUntil)}.${demo ? " Dit is een demolijst." : ""}`,
    );
  }
  const lines = new Set(remarks.map((remark) => `- ${remarkText(remark)}`)); // A recipient may have more protocols than one.
  if (lines.size > 0) blocks.push(["Opmerkingen:", ...lines].join("\n"));
  return blocks.join("\n\n");
}

function numbered(file: DirectoryText, findings: readonly Finding[]): readonly string[] {
  const find = placeFinder(file.text);
  return findings
    .map((finding) => ({ finding, offset: offsetOf(file, finding.path) }))
    .sort((a, b) => (a.offset ?? 0) - (b.offset ?? 0))
    .slice(0, MOST_SHOWN)
    .map(({ finding, offset }, index) => {
      const { wrong, wanted } = findingText(finding, file.json);
      const value = valueAt(file.json, finding.path);
      const line = offset === undefined ? "" : `Regel ${find(offset).line}, `;
      return [
        `${index + 1}. ${line}${whereText(file.json, finding.path)}`,
        `   ${wrong}`,
        `   Verwacht: ${wanted}.`,
        ...(value === undefined ? [] : [`   Er staat: ${shown(JSON.stringify(value))}`]),
      ].join("\n");
    });
}

/** Of what is not there, where the block begins that it should have stood in. */
function offsetOf({ offsets }: DirectoryText, path: string): number | undefined {
  return offsets.get(path) ?? offsets.get(path.replace(/(?:\["(?:[^"\\]|\\.)*"\]|\[\d+\]|(?:^|\.)[^.[]*)$/, ""));
}

/** `protocols[0].recipient.kbo (OCMW Bree)`. */
function whereText(json: unknown, path: string): string {
  const recipient = valueAt(json, `${/^protocols\[\d+\]/.exec(path)?.[0] ?? "-"}.recipient.name`);
  const whose = typeof recipient === "string" ? ` (${onOneLine(shown(recipient))})` : "";
  return `${path === "" ? "het hele bestand" : shown(path)}${whose}`;
}

function shown(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
