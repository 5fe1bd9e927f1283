import { digestText, type Sha256 } from "./digest.ts";
import type { ClientField } from "./field.ts";
import { brokenWords, textNumbers, textWords } from "./text-words.ts";

/*
 * What must not be in subject or body, without being kept: each word salted and hashed. Part of the guard, so it also
 * runs in an engine of 2016 (text-words.ts).
 */

/** 48 bits: among a million words of a long body and a hundred that are guarded, one in three million bodies is taken for one. */
const HASH_DIGITS = 12;
/** Letters of a word below which it is no sign that the client is meant: "Jo", "de". */
const SHORTEST_WORD = 3;
/** Letters of a word of a street below which it is no sign of that street. */
const SHORTEST_STREET_WORD = 5;

/** In names and streets of many people, and in any letter. */
const COMMON =
  " van von den der ter ten het des del dos las los les vande vanden vander grote kleine lange korte oude nieuwe hoge lage sint markt straat laan plein steenweg heuvel dreef ";
/** What stands behind the @ of half the population. */
const PROVIDERS =
  " com net org example gmail googlemail hotmail outlook live msn yahoo icloud telenet skynet proximus scarlet protonmail proton ";

/** Two words of a password: 4 to 8 letters each (src/password); no other pair need be hashed. */
const PASSWORD_PAIR = /^[a-z]{4,8} [a-z]{4,8}$/;

/** The fields whose values are looked for: the others are too common a number to say anything, or stand in the message. */
const GUARDED_FIELDS = [
  "firstName",
  "lastName",
  "street",
  "municipality",
  "phone",
  "email",
] as const satisfies readonly ClientField[];
export type GuardedField = (typeof GUARDED_FIELDS)[number];

/** Hashes of the words of the client and of the password, for the session of one message. */
export interface GuardedWords {
  /** 32 hex digits, of this message alone. */
  readonly salt: string;
  readonly client: Readonly<Record<GuardedField, readonly string[]>>;
  /** Of every two words in a row. */
  readonly password: readonly string[];
}

export interface ToGuard {
  readonly client: { readonly [field in GuardedField]?: string | undefined };
  readonly password: string;
  /** 32 hex digits of a secure random source. */
  readonly salt: string;
  /** What the message holds of its own: its template, the signature, the sender's name and address. */
  readonly leaveOut: string;
}

/** The words to look for, in so far as the message does not have them of its own: a family name may be the sender's too. */
export function guardedWords({ client, password, salt, leaveOut }: ToGuard, sha256: Sha256): GuardedWords {
  const own: Record<string, true> = {};
  for (const word of [...textWords(leaveOut), ...brokenWords(leaveOut), ...textNumbers(leaveOut)]) own[word] = true;
  const hashed = (words: readonly string[]): readonly string[] => {
    const hashes: string[] = [];
    for (const word of words) {
      if (own[word] === true) continue;
      const hash = wordHash(salt, word, sha256);
      if (hashes.indexOf(hash) < 0) hashes.push(hash);
    }
    return hashes;
  };
  return {
    salt,
    client: {
      firstName: hashed(nameWords(client.firstName ?? "")),
      lastName: hashed(nameWords(client.lastName ?? "")),
      street: hashed(streetWords(client.street ?? "")),
      municipality: hashed(nameWords(client.municipality ?? "")),
      phone: hashed(textNumbers(client.phone ?? "")),
      email: hashed(emailWords(client.email ?? "")),
    },
    password: hashed(pairs(textWords(password))),
  };
}

/** What of the guarded words a text holds. */
export interface FoundWords {
  /** In the order of the form. */
  readonly fields: readonly GuardedField[];
  readonly password: boolean;
}

/** Looks for the guarded words in a text. */
export function findWords({ salt, client, password }: GuardedWords, text: string, sha256: Sha256): FoundWords {
  const all = textWords(text);
  const letters = all.filter((word) => !/^\d+$/.test(word));
  const plainPairs = pairs(letters).filter((pair) => PASSWORD_PAIR.test(pair));
  const seen = new Set<string>();
  const hashes = new Set<string>();
  const look = (words: readonly string[]): void => {
    for (const word of words) {
      if (word.length < SHORTEST_WORD || seen.has(word)) continue;
      seen.add(word);
      hashes.add(wordHash(salt, word, sha256));
    }
  };
  look(all);
  look(brokenWords(text));
  look(textNumbers(text));
  look(plainPairs);
  const isThere = (list: readonly string[]): boolean => list.some((hash) => hashes.has(hash));
  return { fields: GUARDED_FIELDS.filter((field) => isThere(client[field])), password: isThere(password) };
}

function wordHash(salt: string, word: string, sha256: Sha256): string {
  return digestText(sha256, `${salt} ${word}`, HASH_DIGITS);
}

function nameWords(name: string): readonly string[] {
  return textWords(name).filter((word) => word.length >= SHORTEST_WORD && !isIn(COMMON, word));
}

function streetWords(street: string): readonly string[] {
  return textWords(street).filter((word) => word.length >= SHORTEST_STREET_WORD && !isIn(COMMON, word));
}

function emailWords(email: string): readonly string[] {
  return textWords(email).filter(
    (word) => word.length >= SHORTEST_WORD && !isIn(PROVIDERS, word) && !isIn(COMMON, word),
  );
}

function isIn(list: string, word: string): boolean {
  return list.indexOf(` ${word} `) >= 0;
}

/** Every two words in a row. */
function pairs(words: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (let i = 1; i < words.length; i++) found.push(`${words[i - 1]} ${words[i]}`);
  return found;
}
