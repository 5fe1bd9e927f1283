import { existsSync, rmSync } from "node:fs";
import { relative } from "node:path";
import { readArguments } from "../arguments.ts";
import { layOut } from "../json-layout.ts";
import { makeKeyFile } from "../key-file.ts";
import { isKeyName, LONGEST_KEY_NAME } from "../key-name.ts";
import { newPassphrase } from "../passphrase.ts";
import { type Command, pathOf, type Surroundings, TRUSTED_KEYS } from "../surroundings.ts";
import { ToolError } from "../tool-error.ts";
import { readTrustedKeys, type TrustedEntry, writeTrustedKeys } from "../trusted-keys-file.ts";
import { writeNewSecret } from "../write-whole.ts";

/** Makes a key to sign with: a file under a passphrase, and its public half for the releases. */
export const keygen: Command = async (args, around) => {
  const { values, flags } = readArguments(args, {
    values: ["name", "out"],
    flags: ["trust"],
    files: { least: 0, most: 0 },
  });
  const [name, out] = [values.get("name")?.trim().normalize("NFC"), values.get("out")];
  if (name === undefined || out === undefined) throw new ToolError("Geef --name NAAM en --out BESTAND.");
  if (!isKeyName(name)) {
    throw new ToolError(`De naam mag letters, cijfers, spaties en . _ - hebben, hoogstens ${LONGEST_KEY_NAME} tekens.`);
  }
  const path = pathOf(around, out);
  if (existsSync(path)) throw new ToolError(`${out} bestaat al en wordt niet overschreven. Kies een andere naam.`);
  if (readTrustedKeys(around).some((key) => key.name === name)) {
    throw new ToolError(`In ${TRUSTED_KEYS} staat al een sleutel met de naam “${name}”. Kies een andere naam.`);
  }
  const passphrase = await newPassphrase(around.terminal);
  const { publicKey, ...secret } = await makeKeyFile(name, passphrase, around.limits);
  const entry: TrustedEntry = { name, publicKey };
  writeNewSecret(path, out, new TextEncoder().encode(layOut({ ...secret, publicKey })));
  if (flags.has("trust")) trust(path, entry, around);
  around.say(made(out, path, entry, flags.has("trust"), around));
  return 0;
};

/** Both files or none: a key that was asked to be trusted and is not, is taken away again. */
function trust(path: string, entry: TrustedEntry, around: Surroundings): void {
  try {
    // Read anew: a passphrase takes its time, and somebody may have added a key.
    writeTrustedKeys([...readTrustedKeys(around), entry], around);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}

function made(out: string, path: string, entry: TrustedEntry, trusted: boolean, { folder }: Surroundings): string {
  const inside = !/^(?:\.\.(?:[\\/]|$)|[\\/]|[A-Za-z]:)/.test(relative(folder, path));
  return [
    `De sleutel “${entry.name}” is gemaakt: ${out}`,
    "Bewaar dat bestand op twee veilige plaatsen, en de wachtwoordzin apart. Geef geen van beide door in een mail.",
    ...(inside
      ? ["LET OP: het staat in de map van het project. Zet het ergens anders, zodat het nooit mee gepubliceerd wordt."]
      : []),
    "",
    trusted ? `Toegevoegd aan ${TRUSTED_KEYS}:` : `Zet dit in ${TRUSTED_KEYS}, bij keys:`,
    layOut(entry).trimEnd(),
    "",
    "Pas na een nieuwe uitgave (npm run build) vertrouwen de toestellen deze sleutel. Teken er pas daarna mee.",
  ].join("\n");
}
