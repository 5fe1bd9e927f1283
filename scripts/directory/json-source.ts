import { keysText } from "./json-value.ts";

/** What JSON's grammar (RFC 8259) wanted where the text went wrong, or that there be fewer values. */
export type JsonExpectation =
  | "value"
  | "string-end"
  | "key"
  | "colon"
  | "comma-or-brace"
  | "comma-or-bracket"
  | "end"
  | "fewer-values";

/** What JSON.parse does not tell: where each value stands, and which keys an object has twice. */
export type JsonSource =
  | { readonly ok: true; readonly offsets: ReadonlyMap<string, number>; readonly twice: readonly string[] }
  | { readonly ok: false; readonly offset: number; readonly expected: JsonExpectation };

/** Levels of objects and lists; a directory has seven. */
const DEEPEST = 100;
/** A protocol has some 60 values, and Belgium 565 municipalities: seven protocols for each of them. Millions would fill the memory. */
export const MOST_VALUES = 250_000;
const SPACE = /[ \t\n\r]*/y;
/** What a text ends with, what it may not hold, and what makes something else of the sign after it. */
const SPECIAL = /["\\\p{Cc}]/gu;
const LAST_CONTROL = "\u001f";
const ESCAPED = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Reads `text` by JSON's grammar; takes and refuses the same texts as JSON.parse, up to a depth of 100 and {@link MOST_VALUES}. */
export function scanJson(text: string): JsonSource {
  const scan = new Scan(text);
  try {
    scan.document();
    return { ok: true, offsets: scan.offsets, twice: scan.twice };
  } catch (error) {
    if (error instanceof Mismatch) return { ok: false, offset: error.offset, expected: error.expected };
    throw error;
  }
}

class Mismatch extends Error {
  readonly offset: number;
  readonly expected: JsonExpectation;
  constructor(offset: number, expected: JsonExpectation) {
    super(expected);
    this.offset = offset;
    this.expected = expected;
  }
}

class Scan {
  readonly offsets = new Map<string, number>();
  readonly twice: string[] = [];
  readonly #text: string;
  #at = 0;
  #values = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): void {
    this.#value([]);
    if (this.#at < this.#text.length) throw new Mismatch(this.#at, "end");
  }

  #value(keys: readonly (string | number)[]): void {
    this.#take(SPACE);
    if (!this.offsets.has(keysText(keys))) this.offsets.set(keysText(keys), this.#at);
    if (this.#values++ === MOST_VALUES) throw new Mismatch(this.#at, "fewer-values");
    if (keys.length > DEEPEST) throw new Mismatch(this.#at, "value");
    if (this.#skip("{")) this.#members(keys);
    else if (this.#skip("[")) this.#items(keys);
    else if (this.#text[this.#at] === '"') this.#string();
    else if (this.#take(SCALAR) === null) throw new Mismatch(this.#at, "value");
    this.#take(SPACE);
  }

  #members(keys: readonly (string | number)[]): void {
    const seen = new Set<string>();
    this.#take(SPACE);
    if (this.#skip("}")) return;
    do {
      this.#take(SPACE);
      const start = this.#at;
      if (this.#text[start] !== '"') throw new Mismatch(start, "key");
      const key: unknown = JSON.parse(this.#string());
      const path = [...keys, String(key)];
      if (seen.has(String(key))) {
        this.twice.push(keysText(path));
        this.offsets.set(keysText(path), start); // The second is the one that counts, and the one to look at.
      }
      seen.add(String(key));
      this.#take(SPACE);
      if (!this.#skip(":")) throw new Mismatch(this.#at, "colon");
      this.#value(path);
    } while (this.#skip(","));
    if (!this.#skip("}")) throw new Mismatch(this.#at, "comma-or-brace");
  }

  #items(keys: readonly (string | number)[]): void {
    this.#take(SPACE);
    if (this.#skip("]")) return;
    let index = 0;
    do this.#value([...keys, index++]);
    while (this.#skip(","));
    if (!this.#skip("]")) throw new Mismatch(this.#at, "comma-or-bracket");
  }

  /** From one special sign to the next: a pattern for all of a text of megabytes takes more stack than there is. */
  #string(): string {
    const start = this.#at;
    for (SPECIAL.lastIndex = start + 1; ; SPECIAL.lastIndex = this.#at) {
      const sign = SPECIAL.exec(this.#text)?.[0];
      this.#at = SPECIAL.lastIndex;
      if (sign === '"') return this.#text.slice(start, this.#at);
      const allowed = sign === "\\" ? this.#take(ESCAPED) !== null : sign !== undefined && sign > LAST_CONTROL;
      if (!allowed) throw new Mismatch(start, "string-end");
    }
  }

  #skip(sign: string): boolean {
    if (this.#text[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }

  #take(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? null;
    this.#at += found?.length ?? 0;
    return found;
  }
}
