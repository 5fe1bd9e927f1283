import type { TrustedKey } from "../directory/signed-directory.ts";

/** Put in by the build, from protocols/trusted-keys.json. */
declare const __TRUSTED_KEYS__: readonly TrustedKey[];

/** Whose signature on the directory this release trusts. */
export const TRUSTED_KEYS = __TRUSTED_KEYS__;
