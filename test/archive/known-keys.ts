import { hex } from "../../src/archive/bytes.ts";
import { KEY_ROUNDS_LOG2, KeyDeriver } from "../../src/archive/derive-key.ts";

/** Derives each key once: 7-Zip and py7zr write no salt, so that one key opens all archives of a suite. */
export class KnownKeys extends KeyDeriver {
  readonly #known = new Map<string, ReturnType<KeyDeriver["derive"]>>();

  override async derive(
    password: string,
    salt: Uint8Array,
    power: number = KEY_ROUNDS_LOG2,
  ): ReturnType<KeyDeriver["derive"]> {
    const name = `${power} ${hex(salt)} ${password}`;
    const key = this.#known.get(name) ?? super.derive(password, salt, power);
    this.#known.set(name, key);
    // The reader wipes what it was given.
    return (await key).slice();
  }
}
