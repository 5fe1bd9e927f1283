const ENTER = /[\r\n]/;
const STOP = "\u0003"; // Ctrl-C
const END = "\u0004"; // Ctrl-D
const BACKSPACES: readonly string[] = ["\u007f", "\b"];
const CONTROL = /\p{Cc}/u;
const ESCAPE = "\u001b";
/** The control sequence introducer in one character instead of Escape and `[`. */
const CSI = "\u009b";
const BELL = "\u0007";

/**
 * Where in the sequence of a key the line is (ECMA-48, 5.4 and 5.6). After Escape: `[` begins a control sequence, which
 * ends with a sign from `@` to `~`; `O` takes one sign more; `]`, `P`, `X`, `^` and `_` begin a string that ends with BEL
 * or another Escape; anything else is a key that was pressed with Alt.
 */
type Within = "text" | "escape" | "control-begin" | "control" | "one-more" | "string";

/** What a keyboard in raw mode sends for one line, as it comes in: letters count, what keys such as the arrows send does not. */
export class TypedLine {
  readonly #typed: string[] = [];
  #within: Within = "text";

  get text(): string {
    return this.#typed.join("");
  }

  /** Whether all that came last is an Escape: the key of that name, or the beginning of what another key sends. */
  get undecided(): boolean {
    return this.#within === "escape";
  }

  /** Nothing came after the Escape, so it was that key. */
  decide(): void {
    if (this.undecided) this.#within = "text";
  }

  /** Takes in what came. Answers what ended the line, after which nothing counts; `null` while it goes on. */
  take(characters: string): "enter" | "stop" | null {
    for (const character of characters) {
      if (ENTER.test(character)) return "enter";
      if (character === STOP || character === END) return "stop";
      this.#within = this.#next(character);
    }
    return null;
  }

  #next(character: string): Within {
    if (character === ESCAPE) return "escape";
    if (character === CSI) return "control-begin";
    switch (this.#within) {
      case "text":
        return this.#letter(character);
      case "escape":
        return afterEscape(character);
      case "control-begin":
        return character === "[" ? "one-more" : inControl(character); // Linux' own console sends Escape [ [ A for F1.
      case "control":
        return inControl(character);
      case "one-more":
        return /\d/.test(character) ? "one-more" : "text";
      case "string":
        return character === BELL ? "text" : "string";
    }
  }

  #letter(character: string): Within {
    if (BACKSPACES.includes(character)) this.#typed.pop();
    else if (!CONTROL.test(character)) this.#typed.push(character);
    return "text";
  }
}

function afterEscape(character: string): Within {
  if (character === "[") return "control-begin";
  if (character === "O") return "one-more";
  return /[\]PX^_]/.test(character) ? "string" : "text";
}

/** Parameters go from space to `?`; whatever else comes, ends it. */
function inControl(character: string): Within {
  return /[ -?]/.test(character) ? "control" : "text";
}
