declare const reference: unique symbol;

/** Names a referral without saying anything about it: `DV-2026-7K3M9X`. */
export type Reference = string & { readonly [reference]: true };

/** Crockford's base32 (crockford.com/base32.html): no I, L, O or U, so it can be read aloud. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** 30 bits: among 10,000 referrals a year two share a reference in about 1 year of 20. */
const RANDOM_LENGTH = 6;
const SHAPE = new RegExp(`^DV-\\d{4}-[${ALPHABET}]{${RANDOM_LENGTH}}$`);

/** A secure source of whole numbers, uniform over 0 … `upperBound` - 1. */
export type UniformRandom = (upperBound: number) => number;

/** A new reference for `year`, from a secure random source. */
export function newReference(year: number, uniform: UniformRandom): Reference {
  let random = "";
  for (let i = 0; i < RANDOM_LENGTH; i++) random += ALPHABET.charAt(uniform(ALPHABET.length));
  const text = `DV-${year}-${random}`;
  if (!isReference(text)) {
    throw new RangeError(`newReference: expected a year of four digits, received ${year}, and draws below the bound`);
  }
  return text;
}

export function isReference(text: string): text is Reference {
  return SHAPE.test(text);
}

/** The names of everything that carries the reference; ASCII, without personal data (R18). */
export function archiveName(of: Reference): string {
  return `doorverwijzing-${of}.7z`;
}
/** The reference in the subject of a referral, also behind "RE:" or a mark that a server put; `null` in any other subject. */
export function referenceOfSubject(subject: string): Reference | null {
  const [, found = ""] = /doorverwijzing (DV-\d{4}-[0-9A-Z]{6})(?![0-9A-Za-z-])/i.exec(subject) ?? [];
  return isReference(found) ? found : null;
}
/** The reference in the name of an archive of ours, `null` when it is another name. */
export function referenceOfArchive(name: string): Reference | null {
  const [, reference = ""] = /^doorverwijzing-(.+)\.7z$/.exec(name) ?? [];
  return isReference(reference) ? reference : null;
}
export function pdfName(of: Reference): string {
  return `doorverwijzing-${of}.pdf`;
}
export function jsonName(of: Reference): string {
  return `doorverwijzing-${of}.json`;
}
