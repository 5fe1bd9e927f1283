import { readArguments } from "../arguments.ts";
import { layOut } from "../json-layout.ts";
import { directoryJsonSchema } from "../json-schema.ts";
import { type Command, pathOf } from "../surroundings.ts";
import { writeWhole } from "../write-whole.ts";

export const SCHEMA = "docs/directory.schema.json";

/** Writes the JSON Schema of the directory anew, for who changed its rules. */
export const schema: Command = async (args, around) => {
  readArguments(args, { files: { least: 0, most: 0 } });
  writeWhole(pathOf(around, SCHEMA), SCHEMA, new TextEncoder().encode(layOut(directoryJsonSchema())));
  around.say(`Geschreven: ${SCHEMA}`);
  return 0;
};
