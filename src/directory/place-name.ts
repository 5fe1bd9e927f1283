/**
 * The name of a place as it is compared: without case, diacritics, hyphens, spaces and apostrophes, because people write
 * "Dilsen Stokkem", "OPITTER" and "’s Herenelderen". Not for showing.
 */
export function placeKey(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}
