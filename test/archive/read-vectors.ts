import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The vectors of other tools; see `source` in the file. */
interface Vectors {
  readonly kdf: readonly {
    readonly id: string;
    readonly why: string;
    readonly password: string;
    readonly saltHex: string;
    readonly power: number;
    readonly keyHex: string;
  }[];
  readonly aes: readonly {
    readonly id: string;
    readonly keyHex: string;
    readonly ivHex: string;
    readonly plainHex: string;
    readonly cipherHex: string;
    readonly unpackSize: number;
  }[];
  readonly numbers: readonly { readonly value: string; readonly hex: string; readonly decodeOnly?: boolean }[];
}

export function readVectors(): Vectors {
  return JSON.parse(readFileSync(join(__dirname, "vectors.json"), "utf8"));
}

export function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
