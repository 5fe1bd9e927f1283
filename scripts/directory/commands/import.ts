import { readArguments } from "../arguments.ts";
import { readGoodDirectory } from "../directory-text.ts";
import { decodeText, readBytes } from "../files.ts";
import { importCsv } from "../import-directory.ts";
import { layOut } from "../json-layout.ts";
import { MOST_SHOWN, moreText } from "../most-shown.ts";
import { type Command, DIRECTORY, pathOf } from "../surroundings.ts";
import { counted } from "../texts.ts";
import { ToolError } from "../tool-error.ts";
import { writeWhole } from "../write-whole.ts";

/** Adds the protocols of a CSV file to a directory: all of them, or none. */
export const importProtocols: Command = async (args, around) => {
  const { values, flags, files } = readArguments(args, {
    values: ["into", "like"],
    flags: ["dry-run"],
    files: { least: 1, most: 1 },
  });
  const [[name = ""], into, like] = [files, values.get("into") ?? DIRECTORY, values.get("like")];
  if (like === undefined) throw new ToolError("Geef --like ID: het protocol waarvan de teksten overgenomen worden.");
  const target = readGoodDirectory(into, around);
  if (target.directory.protocols.every(({ id }) => id !== like)) {
    throw new ToolError(`In ${into} staat geen protocol met de id ${like}.`);
  }
  if (target.directory.validUntil <= around.today) {
    throw new ToolError(`${into} is niet lang genoeg meer geldig. Zet eerst validUntil later.`);
  }
  const csv = decodeText(readBytes(pathOf(around, name), name), name, "Kies in Excel bij Opslaan als: CSV UTF-8.");
  const result = importCsv(target.json, csv, like, around.today);
  if (!result.ok) {
    const count = counted(result.issues.length, "fout", "fouten");
    const lines = result.issues.slice(0, MOST_SHOWN).map(({ line, text }) => `Regel ${line}. ${text}`);
    const more = moreText(result.issues.length);
    around.complain(`${name}: ${count}. Er is niets gewijzigd.\n\n${lines.join("\n")}${more}`);
    return 1;
  }
  const trial = flags.has("dry-run");
  if (!trial) writeWhole(pathOf(around, into), into, new TextEncoder().encode(layOut(result.file)));
  const added = result.rows.map(
    ({ cell }) => `- ${cell("name")} (${cell("id")}): ${cell("places").replace(/\s+/g, " ")}`,
  );
  around.say(`${trial ? "Zou toevoegen" : "Toegevoegd"}: ${counted(added.length, "protocol", "protocollen")}`);
  around.say(added.join("\n"));
  for (const { cell } of result.otherKind) {
    around.say(`Opmerking: ${cell("name")} is van een andere soort dan ${like}. Kijk de teksten na.`);
  }
  const now = `${into} heeft nu volgnummer ${target.directory.serial + 1}. Kijk het na met diff en teken daarna.`;
  around.say(`\n${trial ? `Dit was een proef: ${into} is niet gewijzigd.` : now}`);
  return 0;
};
