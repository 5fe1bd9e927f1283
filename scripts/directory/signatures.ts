import { signForDevelopment } from "../../dev/directory/development-key.ts";
import { loadSodium } from "../../src/adapters/sodium.ts";
import { type SignedFiles, signer } from "../../src/directory/signed-directory.ts";
import type { TrustedEntry } from "./trusted-keys-file.ts";

/** Said wherever the key of development turns up. */
export const DEVELOPMENT_KEY =
  "LET OP: dit is de sleutel voor ontwikkeling. Iedereen heeft die. Een echte uitgave weigert deze handtekening.";

/** The key of `keys` that signed, with `development` when it is that key, under whatever name; `null` for none. */
export async function signedBy(files: SignedFiles, keys: readonly TrustedEntry[]): Promise<TrustedEntry | null> {
  const { verify } = await loadSodium();
  const key = signer(files, keys, verify);
  if (key === null) return null;
  const { directory } = files;
  const byEverybody = { directory, signature: await signForDevelopment(directory) };
  return { ...key, development: signer(byEverybody, [key], verify) !== null };
}
