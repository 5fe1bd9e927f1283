/** UTF-16 units; the name stands in reports. */
export const LONGEST_KEY_NAME = 60;

/** Whether a key may be called so: what is printed at the prompt for a passphrase hides nothing and steers nothing. */
export function isKeyName(name: string): boolean {
  return name.length <= LONGEST_KEY_NAME && /^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u.test(name);
}
