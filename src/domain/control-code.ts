/** Hex digits of the SHA-256, 4 bits each. */
const GROUP = 5;

/**
 * What both sides compare after the call, to see that they have the same archive: the first ten hex digits of its SHA-256
 * (64 lower-case hex digits) in two groups, `3f9a2 b71c0`. 40 bits: enough against a mistake or another file that lies
 * about, not against somebody who makes two archives to fit.
 */
export function controlCode(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError("controlCode: expected 64 lower-case hex digits");
  return `${sha256.slice(0, GROUP)} ${sha256.slice(GROUP, 2 * GROUP)}`;
}
