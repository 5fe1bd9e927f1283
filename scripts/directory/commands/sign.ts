import { signForDevelopment } from "../../../dev/directory/development-key.ts";
import { readArguments } from "../arguments.ts";
import { checkAloud } from "../check-aloud.ts";
import { assertUnchanged, readDirectoryText } from "../directory-text.ts";
import { decodeText, readBytes } from "../files.ts";
import { jsonOrNothing } from "../json-value.ts";
import { type KeyFile, readKeyFile, signWith } from "../key-file.ts";
import { notCompared } from "../not-compared.ts";
import { askPassphrase } from "../passphrase.ts";
import { DEVELOPMENT_KEY, signedBy } from "../signatures.ts";
import { type Command, DIRECTORY, pathOf, type Surroundings, TRUSTED_KEYS } from "../surroundings.ts";
import { ToolError } from "../tool-error.ts";
import { readTrustedKeys, type TrustedEntry } from "../trusted-keys-file.ts";
import { writeWhole } from "../write-whole.ts";

/** Signs the very bytes that were checked; a directory with an error stays unsigned. */
export const sign: Command = async (args, around) => {
  const { values, flags, files } = readArguments(args, {
    values: ["key", "after"],
    flags: ["development", "jump"],
    files: { least: 0, most: 1 },
  });
  const [keyName, development] = [values.get("key"), flags.has("development")];
  if ((keyName === undefined) === !development) throw new ToolError("Geef --key SLEUTELBESTAND.");
  if (flags.has("jump") && !values.has("after")) throw new ToolError("--jump gaat alleen samen met --after OUD.");
  const file = readDirectoryText(files[0] ?? DIRECTORY, around);
  const trusted = readTrustedKeys(around);
  const key = keyName === undefined ? null : readKey(keyName, trusted, around);
  const { ok, directory, remarks } = checkAloud(file, values.get("after"), around);
  if (!ok || directory === null) {
    around.complain(`\n${file.name} is niet getekend.`);
    return 1;
  }
  // No list with a lower serial would be taken any more, and a signature cannot be called back.
  if (!flags.has("jump") && remarks.some(({ kind }) => kind === "serial-jump")) {
    around.complain(
      `\n${file.name} is niet getekend: het volgnummer springt te ver. Is dat de bedoeling, geef dan --jump.`,
    );
    return 1;
  }
  if (!values.has("after")) around.say(`\n${await notCompared(file, directory.serial, trusted, around)}`);

  const signature = key === null ? await signForDevelopment(file.bytes) : await signatureFile(key, file.bytes, around);
  const by = await signedBy({ directory: file.bytes, signature }, trusted);
  if (by === null) throw new ToolError(`Deze sleutel staat niet in ${TRUSTED_KEYS}. Er is niets getekend.`);
  const out = `${file.name}.sig`;
  // Typing a passphrase takes its time; a signature of what stood there before would stop every device.
  writeWhole(pathOf(around, out), out, signature, { confirm: () => assertUnchanged(file, around) });
  around.say(`\nGetekend met de sleutel “${by.name}”: ${out}`);
  around.say(by.development === true ? DEVELOPMENT_KEY : `Zet ${file.name} en ${out} samen op de webserver.`);
  return 0;
};

function readKey(name: string, trusted: readonly TrustedEntry[], around: Surroundings): KeyFile {
  const text = decodeText(readBytes(pathOf(around, name), name), name);
  const key = readKeyFile(jsonOrNothing(text));
  if (key === null) throw new ToolError(`${name} is geen sleutelbestand, of het is beschadigd.`);
  if (trusted.some(({ publicKey }) => publicKey === key.publicKey)) return key;
  throw new ToolError(
    `De sleutel “${key.name}” staat niet in ${TRUSTED_KEYS}: geen enkel toestel zou de handtekening aanvaarden. Er is niets getekend.`,
  );
}

async function signatureFile(key: KeyFile, bytes: Uint8Array, { terminal }: Surroundings) {
  const passphrase = await askPassphrase(terminal, `Wachtwoordzin van de sleutel “${key.name}”: `);
  const signature = await signWith(key, passphrase, bytes);
  return new TextEncoder().encode(`${Buffer.from(signature).toString("base64")}\n`);
}
