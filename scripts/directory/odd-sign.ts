import { is } from "valibot";
import { directorySchema } from "../../src/directory/directory-schema.ts";

const { name, address } = directorySchema.entries.agency.entries;
/** The rules themselves, so that no other sign is blamed than they refuse. */
const RULES = {
  name,
  place: address.entries.municipality,
  text: directorySchema.entries.protocols.item.entries.purpose,
};

export type WordsRule = keyof typeof RULES;

/** What people take for another sign or do not see, the first that fits. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/\n|\r/, "een regeleinde"],
  [/\t/, "een tab"],
  [/[\u00a0\u2007\u202f]/, "een vaste spatie"],
  [/\p{Zs}/u, "een ander soort spatie"],
  [/[\p{C}\p{Zl}\p{Zp}]/u, "een teken dat niet te zien is"],
  [/(?!\p{Script=Latin})\p{L}/u, "een letter uit een ander schrift"],
  [/\p{L}/u, "een letter die op een andere lijkt"],
  [/[\p{Pd}\u2212]/u, "een ander streepje dan -"],
  [/[\u2018\u201b\u2032`\u00b4]/, "een ander teken dan de apostrof"],
];

/**
 * The first sign for which `rule` refuses `text`, counted from 1, in Dutch: "teken 5 is een vaste spatie (U+00A0)".
 * `null` when it is none of the signs, but their number or their order.
 */
export function oddSign(rule: WordsRule, text: string): string | null {
  const signs = [...text];
  const fits = (words: string): boolean => is(RULES[rule], words);
  for (const [index, sign] of signs.entries()) {
    if (fits(`a${signs[index - 1] ?? ""}${sign}a`) && !isSpaceAtEnd(signs, index)) continue;
    // An accent of its own is seen as part of the letter before it.
    if (/\p{M}/u.test(sign)) return `teken ${Math.max(index, 1)} is een letter met een los accent (${code(sign)}, NFD)`;
    const kind = KINDS.find(([pattern]) => pattern.test(sign))?.[1] ?? `“${sign}”`;
    return `teken ${index + 1} is ${kind} (${code(sign)})`;
  }
  return null;
}

/** An ordinary one has no need of a name: that none may stand there is said anyway. */
function isSpaceAtEnd(signs: readonly string[], index: number): boolean {
  const sign = signs[index] ?? "";
  return (index === 0 || index === signs.length - 1) && sign !== " " && sign.trim() === "";
}

/** `U+00A0` */
function code(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
