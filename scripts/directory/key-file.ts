import sodium from "libsodium-wrappers-sumo";
import {
  check,
  type InferOutput,
  integer,
  literal,
  maxLength,
  maxValue,
  minLength,
  minValue,
  number,
  pipe,
  safeParse,
  strictObject,
  string,
} from "valibot";
import { isKeyName } from "./key-name.ts";
import { ToolError } from "./tool-error.ts";

/** What Argon2id may cost (crypto_pwhash): passes over the memory, and the memory in bytes. */
export interface DerivationLimits {
  readonly passes: number;
  readonly bytes: number;
}

/** libsodium's MODERATE: 3 passes over 256 MiB, about a second. */
export const MODERATE: DerivationLimits = { passes: 3, bytes: 268_435_456 };
/** libsodium's SENSITIVE; a file that asks for more is not one of ours, and would stop the machine. */
const MOST: DerivationLimits = { passes: 4, bytes: 1_073_741_824 };
const LONGEST_FIELD = 200;

const text = pipe(string(), minLength(1), maxLength(LONGEST_FIELD));
const keyFileSchema = strictObject({
  format: literal("veilig-doorverwijzen-signing-key"),
  version: literal(1),
  name: pipe(string(), check(isKeyName)),
  /** Ed25519 (RFC 8032), 32 bytes in base64, as in `protocols/trusted-keys.json`. */
  publicKey: text,
  /** crypto_pwhash; `salt` is 16 bytes in base64. */
  derivation: strictObject({
    algorithm: literal("argon2id13"),
    passes: pipe(number(), integer(), minValue(1), maxValue(MOST.passes)),
    bytes: pipe(number(), integer(), minValue(8192), maxValue(MOST.bytes)),
    salt: text,
  }),
  /** crypto_secretbox_easy of the 32 bytes of the seed; `nonce` is 24 bytes in base64. */
  encryption: strictObject({ algorithm: literal("xsalsa20-poly1305"), nonce: text, box: text }),
});

/** What is written of a signing key; the seed in it only under a passphrase. */
export type KeyFile = InferOutput<typeof keyFileSchema>;

/** Makes a key pair; its private half is nowhere but in the box. */
export async function makeKeyFile(name: string, passphrase: string, limits: DerivationLimits): Promise<KeyFile> {
  await sodium.ready;
  const seed = sodium.randombytes_buf(sodium.crypto_sign_SEEDBYTES);
  const { publicKey, privateKey } = sodium.crypto_sign_seed_keypair(seed);
  const salt = sodium.randombytes_buf(sodium.crypto_pwhash_SALTBYTES);
  const nonce = sodium.randombytes_buf(sodium.crypto_secretbox_NONCEBYTES);
  const key = derive(passphrase, salt, limits);
  const box = sodium.crypto_secretbox_easy(seed, nonce, key);
  for (const secret of [seed, privateKey, key]) sodium.memzero(secret);
  return {
    format: "veilig-doorverwijzen-signing-key",
    version: 1,
    name,
    publicKey: toBase64(publicKey),
    derivation: { algorithm: "argon2id13", ...limits, salt: toBase64(salt) },
    encryption: { algorithm: "xsalsa20-poly1305", nonce: toBase64(nonce), box: toBase64(box) },
  };
}

/** A key file as it stands in JSON; `null` for anything else. */
export function readKeyFile(json: unknown): KeyFile | null {
  const read = safeParse(keyFileSchema, json);
  return read.success ? read.output : null;
}

/**
 * The signature (64 bytes) over `bytes`. Throws a ToolError, the same for a wrong passphrase and a damaged file, because
 * nobody can tell them apart.
 */
export async function signWith(file: KeyFile, passphrase: string, bytes: Uint8Array): Promise<Uint8Array> {
  await sodium.ready;
  const privateKey = openBox(file, passphrase);
  try {
    return sodium.crypto_sign_detached(bytes, privateKey);
  } finally {
    sodium.memzero(privateKey);
  }
}

function openBox({ publicKey, derivation, encryption }: KeyFile, passphrase: string): Uint8Array {
  try {
    const key = derive(passphrase, fromBase64(derivation.salt), derivation);
    const seed = sodium.crypto_secretbox_open_easy(fromBase64(encryption.box), fromBase64(encryption.nonce), key);
    const pair = sodium.crypto_sign_seed_keypair(seed);
    for (const secret of [seed, key]) sodium.memzero(secret);
    if (toBase64(pair.publicKey) === publicKey) return pair.privateKey;
  } catch {
    // Another length, no base64, another passphrase: one answer for all of them, below.
  }
  throw new ToolError("De wachtwoordzin klopt niet, of het sleutelbestand is beschadigd. Er is niets getekend.");
}

function derive(passphrase: string, salt: Uint8Array, { passes, bytes }: DerivationLimits): Uint8Array {
  const size = sodium.crypto_secretbox_KEYBYTES;
  return sodium.crypto_pwhash(size, passphrase, salt, passes, bytes, sodium.crypto_pwhash_ALG_ARGON2ID13);
}

function toBase64(bytes: Uint8Array): string {
  return sodium.to_base64(bytes, sodium.base64_variants.ORIGINAL);
}

function fromBase64(text: string): Uint8Array {
  return sodium.from_base64(text, sodium.base64_variants.ORIGINAL);
}
