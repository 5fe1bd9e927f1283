import { type IsoDate, isIsoDate } from "../../../src/domain/iso-date.ts";
import { readArguments } from "../arguments.ts";
import { csvTable } from "../csv-table.ts";
import { readGoodDirectory } from "../directory-text.ts";
import { isSameFile } from "../files.ts";
import { htmlPage } from "../html-page.ts";
import { protocolRows } from "../protocol-table.ts";
import { type Command, DIRECTORY, pathOf } from "../surroundings.ts";
import { terminalTable } from "../terminal-table.ts";
import { day, outsideText } from "../texts.ts";
import { ToolError } from "../tool-error.ts";
import { writeAllWhole } from "../write-whole.ts";

/** Shows the protocols as they stand on a day, or writes them to a file. */
export const report: Command = async (args, around) => {
  const { values, files } = readArguments(args, { values: ["csv", "html", "on"], files: { least: 0, most: 1 } });
  const on = dayOf(values.get("on"), around.today);
  const [csv, html] = [named(values.get("csv"), ".csv"), named(values.get("html"), ".html")];
  const source = files[0] ?? DIRECTORY;
  const { directory } = readGoodDirectory(source, around);
  const rows = protocolRows(directory, on);
  const texts = [
    ...(csv === null ? [] : [{ name: csv, text: csvTable(rows) }]),
    ...(html === null ? [] : [{ name: html, text: htmlPage(directory, rows, on) }]),
  ];
  const outside = outsideText(directory, on);
  for (const { name } of texts) {
    if (!isSameFile(pathOf(around, name), pathOf(around, source))) continue;
    throw new ToolError(`${name} is de lijst zelf. Kies een andere naam.`);
  }
  const encoder = new TextEncoder();
  writeAllWhole(texts.map(({ name, text }) => ({ path: pathOf(around, name), name, bytes: encoder.encode(text) })));
  for (const { name } of texts) around.say(`Geschreven: ${name}`);
  if (texts.length > 0 && outside !== null) around.say(outside);
  if (texts.length === 0) {
    const demo = directory.demo ? " (demolijst)" : "";
    around.say(
      `Toestand op ${day(on)}, volgnummer ${directory.serial}${demo}${outside === null ? "" : `\n${outside}`}\n\n${terminalTable(rows)}`,
    );
  }
  return 0;
};

function dayOf(text: string | undefined, today: IsoDate): IsoDate {
  if (text === undefined) return today;
  if (isIsoDate(text)) return text;
  throw new ToolError("Schrijf de datum na --on als JJJJ-MM-DD, zoals 2026-11-24.");
}

/** A report never takes the place of a file of another kind, such as the directory. */
function named(name: string | undefined, ending: string): string | null {
  if (name === undefined) return null;
  if (name.toLowerCase().endsWith(ending)) return name;
  throw new ToolError(`De naam na --${ending.slice(1)} moet eindigen op ${ending}.`);
}
