import { isInForce } from "../../../src/domain/protocol.ts";
import { readArguments } from "../arguments.ts";
import { checkDirectory } from "../check-directory.ts";
import { checkReport } from "../check-report.ts";
import { directoryText } from "../directory-text.ts";
import { readBytes } from "../files.ts";
import { DEVELOPMENT_KEY, signedBy } from "../signatures.ts";
import { type Command, DIRECTORY, pathOf, TRUSTED_KEYS } from "../surroundings.ts";
import { counted, day } from "../texts.ts";
import { readTrustedKeys } from "../trusted-keys-file.ts";

/** Tells who signed a directory, and whether the pane would use it today. Of what nobody signed, nothing is told. */
export const verify: Command = async (args, around) => {
  const { files } = readArguments(args, { files: { least: 0, most: 1 } });
  const name = files[0] ?? DIRECTORY;
  const directory = readBytes(pathOf(around, name), name);
  const signature = readBytes(pathOf(around, `${name}.sig`), `${name}.sig`);
  const key = await signedBy({ directory, signature }, readTrustedKeys(around));
  if (key === null) {
    around.complain(
      `${name}: de handtekening KLOPT NIET. Geen enkele sleutel van ${TRUSTED_KEYS} heeft dit bestand zo getekend. Gebruik het niet.`,
    );
    return 1;
  }
  const file = directoryText(name, directory);
  const checked = checkDirectory(file, around.today, null);
  around.say(`${name}: de handtekening klopt, van de sleutel “${key.name}”.`);
  if (key.development === true) around.say(DEVELOPMENT_KEY);
  if (checked.directory !== null) {
    const { serial, issued, validUntil, protocols, demo } = checked.directory;
    const running = protocols.filter((protocol) => isInForce(protocol, around.today)).length;
    around.say(
      [
        `Volgnummer          ${serial}${demo ? " (demolijst)" : ""}`,
        `Uitgegeven          ${day(issued)}`,
        `Geldig tot en met   ${day(validUntil)}`,
        `Protocollen         ${protocols.length}, ${counted(running, "geldt", "gelden")} vandaag`,
      ].join("\n"),
    );
  }
  if (checked.findings.length === 0) return 0;
  around.complain(`\n${checkReport(file, checked)}`);
  return 1;
};
