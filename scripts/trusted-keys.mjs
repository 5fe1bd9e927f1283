import { readFileSync } from "node:fs";
import { join } from "node:path";
import sodium from "libsodium-wrappers";
import { tsImport } from "tsx/esm/api";

const KEYS = "protocols/trusted-keys.json";
const DIRECTORY = "protocols/directory.json";
const SIGNATURE = `${DIRECTORY}.sig`;
const MAKE_A_KEY = "npm run directory -- keygen";
const SIGN = "npm run directory -- sign";
const CHECK = "npm run directory -- check";

/** The key of development under whatever name it stands: everybody can sign with it (dev/directory/development-key.ts). */
const DEVELOPMENT_KEY = "zgRvPeZgzgJyZk9v+fKyzvGzbkjZH44AeSknfRAm+eA=";

/**
 * The keys that a build trusts, when one of them signed the directory that it ships. A build for production takes no key
 * of development, whose private half everybody has, and ships no directory with which nobody could refer: one of invented
 * places, one that breaks a rule of this release, or one that is no longer valid on `today` (`YYYY-MM-DD`).
 * @param {{ root: string, development: boolean, today: string }} options
 * @returns {Promise<{ name: string, publicKey: string }[]>} Rejects with an Error that says what to do.
 */
export async function trustedKeys({ root, development, today }) {
  await sodium.ready;
  const trusted = namedKeys(root).filter(({ ofDevelopment }) => development || !ofDevelopment);
  if (trusted.length === 0) {
    throw new Error(
      `${KEYS} names no key of your own, and a build for production refuses the key of development. Make one with: ${MAKE_A_KEY}`,
    );
  }
  const directory = read(root, DIRECTORY);
  const signature = fromBase64(read(root, SIGNATURE).toString("utf8").trim(), sodium.crypto_sign_BYTES);
  const signed =
    signature !== null && trusted.some(({ bytes }) => sodium.crypto_sign_verify_detached(signature, directory, bytes));
  if (!signed) {
    throw new Error(`${SIGNATURE} is no signature by a key of ${KEYS} that this build trusts. Sign it with: ${SIGN}`);
  }
  if (!development) await refuseUnusable(new TextDecoder().decode(directory), today);
  return trusted.map(({ name, publicKey }) => ({ name, publicKey }));
}

/** By the rules of this very release: a list that was signed under older ones may break them, and no pane would take it. */
async function refuseUnusable(text, today) {
  const { parseDirectory } = await tsImport("../src/directory/parse-directory.ts", import.meta.url);
  const read = parseDirectory(parsed(text));
  if (!read.ok) {
    const [{ path, expected }] = read.issues;
    throw new Error(
      `${DIRECTORY} is signed, but breaks a rule${path === "" ? "" : ` at ${path}`} (expected: ${expected}). See all that is wrong with: ${CHECK}`,
    );
  }
  const { demo, validUntil } = read.directory;
  if (demo) {
    throw new Error(`${DIRECTORY} is a demo, and a build for production ships none. Put the real directory there.`);
  }
  if (validUntil < today) {
    throw new Error(
      `${DIRECTORY} was valid until ${validUntil}: nobody could refer with it. Raise serial, issued and validUntil, and sign it with: ${SIGN}`,
    );
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null; // Told by the caller.
  }
}

/** Every key of the list. One that is written wrong would never be missed until the day it is needed. */
function namedKeys(root) {
  const list = keyList(read(root, KEYS).toString("utf8"));
  return list.map((key, index) => {
    const { name, publicKey, development = false } = Object(key);
    const bytes = typeof publicKey === "string" ? fromBase64(publicKey, sodium.crypto_sign_PUBLICKEYBYTES) : null;
    if (typeof name !== "string" || name === "" || bytes === null || typeof development !== "boolean") {
      throw new Error(
        `${KEYS}: keys[${index}] must have a name, a publicKey of ${sodium.crypto_sign_PUBLICKEYBYTES} bytes in base64, and for the key of development "development": true`,
      );
    }
    return { name, publicKey, bytes, ofDevelopment: development || publicKey === DEVELOPMENT_KEY };
  });
}

function keyList(text) {
  const { keys } = Object(parsed(text));
  if (Array.isArray(keys)) return keys;
  throw new Error(`${KEYS} must be JSON: { "keys": [{ "name": "…", "publicKey": "…" }] }`);
}

function read(root, file) {
  try {
    return readFileSync(join(root, file));
  } catch (cause) {
    const advice = { [KEYS]: `Make a key with: ${MAKE_A_KEY}`, [SIGNATURE]: `Sign the directory with: ${SIGN}` }[file];
    throw new Error(`${file} cannot be read (${cause.code}).${advice ? ` ${advice}` : ""}`, { cause });
  }
}

/** `null` for what is no base64, or of another size. */
function fromBase64(text, size) {
  try {
    const bytes = sodium.from_base64(text, sodium.base64_variants.ORIGINAL);
    return bytes.length === size ? bytes : null;
  } catch {
    return null; // libsodium says "invalid input", of which nobody learns which file it means.
  }
}
