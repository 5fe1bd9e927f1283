/** `own`: as we write it, in every detail. `foreign`: what 7-Zip and others write with a password. */
export type Policy = "own" | "foreign";
