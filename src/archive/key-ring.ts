import { importAesKey } from "./aes-cbc.ts";
import type { AesProperties } from "./aes-properties.ts";
import { ArchiveError } from "./archive-error.ts";
import { type Bytes, hex } from "./bytes.ts";

/** Gives the 32 bytes of the key for a salt and power. */
export type KeyFor = (salt: Uint8Array, power: number) => Promise<Bytes>;

/** Different keys in one archive: one for the header and one for the data. A file must not ask for 64 derivations. */
const MOST_KEYS = 2;

/** The keys of one archive, each derived once. */
export class KeyRing {
  readonly #keyFor: KeyFor;
  readonly #keys = new Map<string, { readonly raw: Bytes; readonly aes: CryptoKey }>();

  constructor(keyFor: KeyFor) {
    this.#keyFor = keyFor;
  }

  async key({
    salt,
    power,
  }: Pick<AesProperties, "salt" | "power">): Promise<{ readonly raw: Bytes; readonly aes: CryptoKey }> {
    const name = `${power} ${hex(salt)}`;
    const known = this.#keys.get(name);
    if (known !== undefined) return known;
    if (this.#keys.size === MOST_KEYS) {
      throw new ArchiveError("kdf", `${MOST_KEYS + 1} keys in an archive, at most ${MOST_KEYS} expected`);
    }
    const raw = await this.#keyFor(salt, power);
    const key = { raw, aes: await importAesKey(raw) };
    this.#keys.set(name, key);
    return key;
  }

  /** Overwrites the keys. */
  wipe(): void {
    for (const { raw } of this.#keys.values()) raw.fill(0);
    this.#keys.clear();
  }
}
