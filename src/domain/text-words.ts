/*
 * Text as the guard compares it. Runs in Outlook's own JavaScript engine too, which may be of 2016: no `\p{…}`, no
 * functions of arrays, strings and objects that came later.
 */

/** Marks that a letter can carry, once they stand apart from it. */
const MARKS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;
/** Signs that nobody sees: soft hyphen, zero-width ones, those of direction, byte order mark. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;
/** Whatever is no letter or digit. Emoji and other signs beyond the first 65,536 separate words too. */
const BETWEEN =
  /[^0-9a-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2fef\u3040-\ud7ff\uf900-\ufdff\ufe70-\ufefe]+/;
/** Where a line was broken in a word, at a hyphen. */
const BROKEN = /-[ \t]*\r?\n[ \t]*/;
/** Letters whose stroke or other half Unicode takes for a part of them. */
const WRITTEN_AS: Readonly<Record<string, string>> = {
  ł: "l",
  đ: "d",
  ð: "d",
  ø: "o",
  ı: "i",
  ħ: "h",
  þ: "th",
  ß: "ss",
  æ: "ae",
  œ: "oe",
};
const STROKED = /[łđðøıħþßæœ]/g;

/**
 * The words and numbers of a text in their order, as people who write in a hurry leave them: lower-case, without
 * diacritics or signs that nobody sees.
 */
export function textWords(text: string): readonly string[] {
  return plain(text)
    .split(BETWEEN)
    .filter((word) => word !== "");
}

/** The words that a line break at a hyphen cut in two, put together again. */
export function brokenWords(text: string): readonly string[] {
  const found: string[] = [];
  const pieces = text.split(BROKEN);
  for (let i = 1; i < pieces.length; i++) found.push(lastWord(pieces[i - 1] ?? "") + firstWord(pieces[i] ?? ""));
  return textWords(found.join(" "));
}

/* By hand: a regular expression that looks for the end of a text begins anew at each of its letters. */
function lastWord(piece: string): string {
  let from = piece.length;
  while (from > 0 && !isBetween(piece.charAt(from - 1))) from -= 1;
  return piece.slice(from);
}

function firstWord(piece: string): string {
  let to = 0;
  while (to < piece.length && !isBetween(piece.charAt(to))) to += 1;
  return piece.slice(0, to);
}

function isBetween(sign: string): boolean {
  return sign === "-" || sign === "" || /\s/.test(sign);
}

function plain(text: string): string {
  return text
    .replace(UNSEEN, "")
    .normalize("NFKD")
    .replace(MARKS, "")
    .toLowerCase()
    .replace(STROKED, (letter) => WRITTEN_AS[letter] ?? letter);
}

/** Digits in groups, as people write a phone number: `+32 (0)470/12.34.56`. */
const DIGITS = /\d+(?:[\s./()\u2010-\u2015-]{1,3}\d+)*/g;
/** Digits of a number without its country: 8 on a land line, 9 on a mobile. */
const SHORTEST_NUMBER = 8;
/** E.164: 15 digits; with 00 before them and a (0) within. */
const LONGEST_NUMBER = 18;
const HOME_COUNTRY = "32";

/** Every phone number that the text may hold, in E.164 without its plus, in whatever way it is written. */
export function textNumbers(text: string): readonly string[] {
  const found: string[] = [];
  for (const run of text.match(DIGITS) ?? []) {
    const groups = run.split(/\D+/);
    // A number may stand between others: a house number before it, a date behind it.
    for (let from = 0; from < groups.length; from++) {
      let digits = "";
      for (let to = from; to < groups.length; to++) {
        digits += groups[to] ?? "";
        if (digits.length > LONGEST_NUMBER) break;
        if (digits.length >= SHORTEST_NUMBER) found.push(...internationals(digits));
      }
    }
  }
  return found;
}

/** What the digits can mean: with the country, with 00 before it, from within Belgium, with or without its nought. */
function internationals(digits: string): readonly string[] {
  if (digits.slice(0, 2) === "00") return [withoutNought(digits.slice(2))];
  if (digits.charAt(0) === "0") return [HOME_COUNTRY + digits.slice(1)];
  return [withoutNought(digits), HOME_COUNTRY + digits];
}

/** `+32 (0)470`: the nought is for who calls from within. */
function withoutNought(digits: string): string {
  return digits.slice(0, HOME_COUNTRY.length + 1) === `${HOME_COUNTRY}0`
    ? HOME_COUNTRY + digits.slice(HOME_COUNTRY.length + 1)
    : digits;
}
