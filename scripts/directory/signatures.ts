import { loadSodium } from "../../src/adapters/sodium.ts";
import { type SignedFiles, signer } from "../../src/directory/signed-directory.ts";
import type { TrustedEntry } from "./trusted-keys-file.ts";

/** Said wherever the key of development turns up. */
export const DEVELOPMENT_KEY =
  "LET OP: dit is de sleutel voor ontwikkeling. Iedereen heeft die. Een echte uitgave weigert deze handtekening.";

/** The key of `keys` that signed; `null` for none. */
export async function signedBy(files: SignedFiles, keys: readonly TrustedEntry[]): Promise<TrustedEntry | null> {
  const { verify } = await loadSodium();
  const key = signer(files, keys, verify);
  return keys.find(({ publicKey }) => publicKey === key?.publicKey) ?? null;
}
