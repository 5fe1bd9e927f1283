import { readFileSync } from "node:fs";
import { join } from "node:path";
import sodium from "libsodium-wrappers";

const KEYS = "protocols/trusted-keys.json";
const DIRECTORY = "protocols/directory.json";

/**
 * The keys that a build trusts, and whether one of them signed the directory that it ships. A build for production takes
 * no key of development, whose private half everybody has.
 * @param {{ root: string, development: boolean }} options
 * @returns {Promise<{ name: string, publicKey: string }[]>} Rejects with an Error that says what to do.
 */
export async function trustedKeys({ root, development }) {
  const { keys } = JSON.parse(readFileSync(join(root, KEYS), "utf8"));
  const trusted = keys.filter((key) => development || key.development !== true);
  if (trusted.length === 0) {
    throw new Error(
      `${KEYS} names no key of your own, and a build for production refuses the key of development. Make one with: npm run directory -- keygen`,
    );
  }
  await sodium.ready;
  const bytes = (text) => sodium.from_base64(text.trim(), sodium.base64_variants.ORIGINAL);
  const signature = bytes(readFileSync(join(root, `${DIRECTORY}.sig`), "utf8"));
  const directory = readFileSync(join(root, DIRECTORY));
  const signed = trusted.some(({ publicKey }) => {
    try {
      return sodium.crypto_sign_verify_detached(signature, directory, bytes(publicKey));
    } catch {
      return false; // Another length: no signature of this key.
    }
  });
  if (!signed) {
    throw new Error(
      `${DIRECTORY}.sig is no signature by a key of ${KEYS} that this build trusts. Sign it with: npm run directory -- sign`,
    );
  }
  return trusted.map(({ name, publicKey }) => ({ name, publicKey }));
}
