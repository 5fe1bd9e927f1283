import type { Sha256 } from "../domain/digest.ts";
import type { FieldRules } from "../domain/field-rules.ts";
import type { EnginePorts } from "./engines.ts";
import type { HandOverRegister } from "./hand-over-register.ts";
import type { LoadedDirectory } from "./load-directory.ts";
import type { Draft, PasswordVault } from "./ports.ts";

/** What Outlook does not know of the sender, asked once (R19). */
export interface Profile {
  readonly team: string;
  readonly phone: string;
}

/** What a session needs from outside. */
export interface SessionPorts extends EnginePorts {
  readonly draft: Draft;
  readonly sha256: Sha256;
  readonly hasLetter: FieldRules["hasLetter"];
  /** Asked again when the person tries again. */
  readonly loadDirectory: () => Promise<LoadedDirectory>;
  readonly me: { readonly name: string; readonly email: string };
  readonly register: HandOverRegister;
  readonly vault: PasswordVault;
  readonly profile: { load(): Profile | null; save(profile: Profile): Promise<void> };
}
