/** Without case and accents: putting those right makes nobody another person, and no team another team. */
export function isSameName(a: string, b: string): boolean {
  return a.localeCompare(b, "nl", { sensitivity: "base" }) === 0;
}
