import type { Checked } from "./check-directory.ts";
import type { DirectoryText } from "./directory-text.ts";
import type { Finding } from "./finding.ts";
import { lineAndColumn } from "./json-source.ts";
import { valueAt } from "./json-value.ts";
import { counted, day, findingText, remarkText } from "./texts.ts";

/** Characters of a value that a report shows. */
const LONGEST_SHOWN = 80;

/** What `check` says of a file: in order, or every error with where it stands; then the remarks. */
export function checkReport(file: DirectoryText, { findings, remarks, directory }: Checked): string {
  const blocks: string[] = [];
  if (findings.length > 0) {
    blocks.push(`${file.name}: ${counted(findings.length, "fout", "fouten")}`, ...numbered(file, findings));
  } else if (directory !== null) {
    const { serial, protocols, validUntil, demo } = directory;
    const count = counted(protocols.length, "protocol", "protocollen");
    blocks.push(
      `${file.name} is in orde: volgnummer ${serial}, ${count}, geldig tot en met ${day(validUntil)}.${demo ? " Dit is een demolijst." : ""}`,
    );
  }
  if (remarks.length > 0)
    blocks.push(["Opmerkingen:", ...remarks.map((remark) => `- ${remarkText(remark)}`)].join("\n"));
  return blocks.join("\n\n");
}

function numbered(file: DirectoryText, findings: readonly Finding[]): readonly string[] {
  return findings.map((finding, index) => {
    const { wrong, wanted } = findingText(finding, file.json);
    const value = valueAt(file.json, finding.path);
    const lines = [
      `${index + 1}. ${whereText(file, finding.path)}`,
      `   ${wrong}`,
      `   Verwacht: ${wanted}.`,
      ...(value === undefined ? [] : [`   Er staat: ${shown(value)}`]),
    ];
    return lines.join("\n");
  });
}

/** `Regel 31, protocols[0].recipient.kbo (OCMW Bree)`. */
function whereText({ text, json, offsets }: DirectoryText, path: string): string {
  const recipient = valueAt(json, `${/^protocols\[\d+\]/.exec(path)?.[0] ?? "-"}.recipient.name`);
  const place = `${path === "" ? "het hele bestand" : path}${typeof recipient === "string" ? ` (${recipient})` : ""}`;
  const offset = offsets.get(path) ?? offsets.get(path.replace(/[.[][^.[]*$/, ""));
  return offset === undefined ? place : `Regel ${lineAndColumn(text, offset).line}, ${place}`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
