import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Policy } from "../../src/archive/policy.ts";

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
  readonly writer: readonly {
    readonly id: string;
    readonly why: string;
    readonly password: string;
    readonly power: number;
    readonly saltHex: string;
    readonly ivDataHex: string;
    readonly ivHeaderHex: string;
    readonly keyHex: string;
    readonly files: readonly { readonly name: string; readonly base64: string }[];
    readonly archiveBase64: string;
  }[];
  readonly numbers: readonly { readonly value: string; readonly hex: string; readonly decodeOnly?: boolean }[];
}

/** What the file says of them: `expect` is the code of a reader that derives by at most 2^22 rounds. */
interface MalformedFile {
  readonly password: string;
  readonly archives: readonly {
    readonly name: string;
    readonly expect: string;
    readonly why: string;
    readonly base64: string;
  }[];
}

/** Archives that are wrong in one place each. */
interface Malformed {
  readonly password: string;
  readonly archives: readonly {
    readonly name: string;
    /** `ok`, or the code of the refusal. */
    readonly code: string;
    /** `own` for what only that refuses. */
    readonly policy: Policy;
    readonly why: string;
    readonly base64: string;
  }[];
}

export function readMalformed(): Malformed {
  const { password, archives }: MalformedFile = JSON.parse(readFileSync(join(__dirname, "malformed.json"), "utf8"));
  return {
    password,
    archives: archives.map(({ expect, ...rest }) => ({
      ...rest,
      // Powers up to 24 are read, as 7-Zip does; nobody encrypted with the key of power 23, so it is not right.
      code: expect === "kdf" ? "wrong-password-or-damaged" : expect,
      policy: expect === "header-not-encrypted" ? "own" : "foreign",
    })),
  };
}

export function readVectors(): Vectors {
  return JSON.parse(readFileSync(join(__dirname, "vectors.json"), "utf8"));
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(text, "base64"));
}

export function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
