/**
 * The name of a place as it is compared: without case, diacritics, hyphens, spaces and apostrophes, because people write
 * "Dilsen Stokkem", "OPITTER" and "’s Herenelderen". Not for showing.
 */
export function placeKey(name: string): string {
  return keyText(name.replaceAll("\n", " "));
}

/**
 * The key of each name, none of which has a line break. Of thousands at once, as one by one they would take most of the
 * time to read a directory.
 */
export function placeKeys(names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : keyText(names.join("\n")).split("\n");
}

/** Line by line. The classes of Unicode are slow, and few names have letters that are not ASCII without their accents. */
function keyText(lines: string): string {
  const bare = lines.normalize("NFD").replace(/[\u0300-\u036f\u2019]+/g, "");
  const skipped = /^[\0-\x7f]*$/.test(bare) ? /[^A-Za-z0-9\n]+/g : /[^\p{L}\p{N}\n]+/gu;
  return bare.replace(skipped, "").toLowerCase();
}
