const PLAIN = /^[A-Za-z0-9]*$/;
const ASCII = /^[\0-\x7f]*$/;

/**
 * The name of a place as it is compared: without case, diacritics, hyphens, spaces and apostrophes, because people write
 * "Dilsen Stokkem", "OPITTER" and "’s Herenelderen". Not for showing.
 */
export function placeKey(name: string): string {
  // Shorter ways to the same, as a directory has thousands of names and few of them need the classes of Unicode.
  if (PLAIN.test(name)) return name.toLowerCase();
  if (ASCII.test(name)) return name.replace(/[^A-Za-z0-9]+/g, "").toLowerCase();
  return name
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}
