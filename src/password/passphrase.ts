import { DUTCH_WORDS } from "./dutch-words.ts";

declare const passphrase: unique symbol;

/** The password of one archive: words of the list joined by `-`, lower-case ASCII. Never put in a draft, log or URL. */
export type Passphrase = string & { readonly [passphrase]: true };

/** 7 words of 2,048 are 77 bits, because 2048^7 = 2^77; 34 to 62 characters. */
export const PASSPHRASE_WORDS = 7;
const SEPARATOR = "-";
const WORDS: ReadonlySet<string> = new Set(DUTCH_WORDS);

/**
 * A new passphrase. `uniform` is a secure source of whole numbers, uniform over 0 … `upperBound` - 1; a number outside
 * is a RangeError, because a source that errs must not make a weak password.
 */
export function newPassphrase(uniform: (upperBound: number) => number): Passphrase {
  const words = Array.from({ length: PASSPHRASE_WORDS }, () => {
    const word = DUTCH_WORDS[uniform(DUTCH_WORDS.length)];
    if (word === undefined) throw new RangeError("newPassphrase: expected a whole number below the bound");
    return word;
  });
  const text = words.join(SEPARATOR);
  if (!isPassphrase(text)) throw new TypeError("newPassphrase: the list holds what is no word");
  return text;
}

/** Whether `text` has the form that we make: the right number of words, all of them from the list. */
export function isPassphrase(text: string): text is Passphrase {
  const words = text.split(SEPARATOR);
  return words.length === PASSPHRASE_WORDS && words.every((word) => WORDS.has(word));
}

/** The words in order, for reading aloud one by one. */
export function passphraseWords(of: Passphrase): readonly string[] {
  return of.split(SEPARATOR);
}
