import { resolve } from "node:path";
import type { IsoDate } from "../../src/domain/iso-date.ts";
import type { DerivationLimits } from "./key-file.ts";

/** The person at the keyboard, or the file that is piped in. */
export interface Terminal {
  /** Whether somebody types: a new passphrase is then asked twice. */
  readonly interactive: boolean;
  /** A line that nobody sees; without a person, the first line of what is piped in. Rejects with a ToolError when stopped. */
  readonly askSecret: (question: string) => Promise<string>;
}

/** All that a command knows of the world besides its arguments. */
export interface Surroundings {
  /** What paths start from; holds `protocols/` and `docs/`. */
  readonly folder: string;
  readonly today: IsoDate;
  readonly terminal: Terminal;
  /** What deriving a key from a new passphrase costs. */
  readonly limits: DerivationLimits;
  /** Writes lines for the person. */
  readonly say: (text: string) => void;
  /** Writes lines that tell what is wrong. */
  readonly complain: (text: string) => void;
}

/** One command; answers with its exit code. */
export type Command = (args: readonly string[], around: Surroundings) => Promise<number>;

/** Full path of a file as the person named it. */
export function pathOf({ folder }: Surroundings, file: string): string {
  return resolve(folder, file);
}

export const DIRECTORY = "protocols/directory.json";
export const TRUSTED_KEYS = "protocols/trusted-keys.json";
