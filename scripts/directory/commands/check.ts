import { readArguments } from "../arguments.ts";
import { checkAloud } from "../check-aloud.ts";
import { readDirectoryText } from "../directory-text.ts";
import { type Command, DIRECTORY } from "../surroundings.ts";

/** Tells everything that is wrong with a directory, and what deserves a look. */
export const check: Command = async (args, around) => {
  const { values, files } = readArguments(args, { values: ["after"], files: { least: 0, most: 1 } });
  const file = readDirectoryText(files[0] ?? DIRECTORY, around);
  return checkAloud(file, values.get("after"), around).ok ? 0 : 1;
};
