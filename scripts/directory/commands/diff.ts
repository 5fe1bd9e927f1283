import { readArguments } from "../arguments.ts";
import { type Change, SUBJECTS, subjectTitles } from "../change.ts";
import { directoryChanges } from "../directory-changes.ts";
import { readEarlierDirectory, readGoodDirectory } from "../directory-text.ts";
import type { Command } from "../surroundings.ts";

/** Tells in words what changes for whom, so that a second person can approve it. */
export const diff: Command = async (args, around) => {
  const [oldName = "", newName = ""] = readArguments(args, { files: { least: 2, most: 2 } }).files;
  const before = readEarlierDirectory(oldName, around);
  const after = readGoodDirectory(newName, around);
  around.say(`Van ${oldName} naar ${newName}`);
  const changes = directoryChanges(before.directory, after.directory);
  if (changes.length > 0) {
    around.say(changesText(changes));
    if (after.directory.serial <= before.directory.serial) around.say(NOT_RAISED);
  } else {
    around.say(before.text === after.text ? "\nEr is niets gewijzigd." : LAYOUT_ONLY);
  }
  return 0;
};

const LAYOUT_ONLY =
  "\nDe inhoud is dezelfde, alleen de opmaak van het bestand is anders. Ook dan moet je opnieuw tekenen.";
const NOT_RAISED = "\nLET OP: het volgnummer is niet verhoogd. Zo mag deze lijst niet getekend worden.";

function changesText(changes: readonly Change[]): string {
  return SUBJECTS.flatMap((subject) => {
    const these = changes.filter((change) => change.subject === subject);
    if (these.length === 0) return [];
    const items = these.flatMap(({ who, lines }, index) => {
      if (who === "") return lines.map((line) => `- ${line}`);
      const head = these[index - 1]?.who === who ? [] : [`- ${who}`];
      return [...head, ...lines.map((line) => `    ${line}`)];
    });
    return [["", subjectTitles[subject], ...items].join("\n")];
  }).join("\n");
}
