import type { Terminal } from "./surroundings.ts";
import { ToolError } from "./tool-error.ts";

/** Characters; with Argon2id enough against guessing, and few enough to be typed. */
export const SHORTEST_PASSPHRASE = 12;

/** A new passphrase, typed twice by a person. Throws a ToolError when it is too short or not the same. */
export async function newPassphrase(terminal: Terminal): Promise<string> {
  const first = await askPassphrase(terminal, "Kies een wachtwoordzin (je ziet niet wat je typt): ");
  if ([...first].length < SHORTEST_PASSPHRASE) {
    throw new ToolError(`De wachtwoordzin moet minstens ${SHORTEST_PASSPHRASE} tekens hebben. Er is niets gemaakt.`);
  }
  if (terminal.interactive && (await askPassphrase(terminal, "Typ hem nog eens: ")) !== first) {
    throw new ToolError("De twee wachtwoordzinnen zijn niet gelijk. Er is niets gemaakt.");
  }
  return first;
}

/** In Unicode NFC, because keyboards on Mac and Windows write an accent in other ways. */
export async function askPassphrase(terminal: Terminal, question: string): Promise<string> {
  return (await terminal.askSecret(question)).normalize("NFC");
}
