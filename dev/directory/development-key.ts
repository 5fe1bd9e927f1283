import sodium from "libsodium-wrappers";

/** The seed of the key that `protocols/trusted-keys.json` marks as of development. No secret: a production build refuses it. */
const SEED = "dev-key-of-nobody-not-a-secret-1";

/** `directory.json.sig` for these bytes, by the key of development. */
export async function signForDevelopment(directory: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  await sodium.ready;
  const { privateKey } = sodium.crypto_sign_seed_keypair(new TextEncoder().encode(SEED));
  const signature = sodium.crypto_sign_detached(directory, privateKey);
  return new TextEncoder().encode(`${sodium.to_base64(signature, sodium.base64_variants.ORIGINAL)}\n`);
}
