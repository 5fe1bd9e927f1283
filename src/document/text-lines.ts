/** A stretch of text in one manner; `run` says which of the given texts it came from. */
export interface Fragment {
  readonly run: number;
  readonly text: string;
  /** From the left edge of the column, in points. */
  readonly x: number;
  readonly width: number;
}

/** What stands on one line, from left to right. */
export type Line = readonly Fragment[];

/** The width of a text in points. */
export type Measure = (text: string) => number;

interface Piece {
  readonly run: number;
  readonly text: string;
}

/** Letters with their combining marks: what may not be torn apart. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;
/** After these a word that is wider than a line is best broken. */
const BREAK_AFTER = /[-‐–—/@._]$/u;
/** The share of a line that must be filled before a break after a hyphen beats one in the middle. */
const LEAST_FILLED = 0.6;

/**
 * Breaks texts that follow each other into lines of at most `width` points: at spaces and line feeds, and inside a word
 * only when it is wider than a whole line. A line keeps its closing space, outside the measured width, so that text
 * which is copied or read aloud keeps its words apart and a broken word its letters together.
 */
export function breakLines(texts: readonly string[], width: number, measure: Measure): readonly Line[] {
  const lines: Fragment[][] = [];
  let line: Fragment[] = [];
  let x = 0;
  const endLine = (): void => {
    lines.push(line);
    line = [];
    x = 0;
  };
  const put = (pieces: readonly Piece[]): void => {
    for (const piece of pieces) {
      const last = line.at(-1);
      const start = last?.run === piece.run ? last.x : x;
      const text = last?.run === piece.run ? last.text + piece.text : piece.text;
      if (last?.run === piece.run) line.pop();
      // Measured as a whole, because letters of neighbouring pieces are kerned.
      const fragment = { run: piece.run, text, x: start, width: measure(text) };
      line.push(fragment);
      x = fragment.x + fragment.width;
    }
  };
  const widthOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, piece) => sum + measure(piece.text), 0);

  for (const word of words(texts)) {
    if (word.kind === "space") {
      if (line.length > 0) put([word.piece]);
    } else if (word.kind === "end") {
      endLine();
    } else if (x + widthOf(word.pieces) <= width) {
      put(word.pieces);
    } else {
      if (line.length > 0) endLine();
      for (const part of partsThatFit(word.pieces, width, widthOf)) {
        if (line.length > 0) endLine();
        put(part);
      }
    }
  }
  if (line.length > 0) endLine();
  return lines;
}

type Token =
  | { readonly kind: "word"; readonly pieces: readonly Piece[] }
  | { readonly kind: "space"; readonly piece: Piece }
  | { readonly kind: "end" };

function* words(texts: readonly string[]): Generator<Token> {
  let word: Piece[] = [];
  for (const [run, text] of texts.entries()) {
    for (const part of text.match(/\n|[ \t]+|[^ \t\n]+/gu) ?? []) {
      const isWord = !/^[ \t\n]/u.test(part);
      if (isWord) word.push({ run, text: part });
      else {
        if (word.length > 0) yield { kind: "word", pieces: word };
        word = [];
        yield { kind: "space", piece: { run, text: " " } };
        if (part === "\n") yield { kind: "end" };
      }
    }
  }
  if (word.length > 0) yield { kind: "word", pieces: word };
}

/** The word in as few parts as fit a line each. */
function partsThatFit(word: readonly Piece[], width: number, widthOf: (pieces: readonly Piece[]) => number): Piece[][] {
  const clusters = word.flatMap(({ run, text }) =>
    (text.match(CLUSTER) ?? []).map((cluster) => ({ run, text: cluster })),
  );
  const parts: Piece[][] = [];
  let rest = clusters;
  while (rest.length > 0) {
    let count = 1;
    while (count < rest.length && widthOf(joined(rest.slice(0, count + 1))) <= width) count += 1;
    if (count < rest.length) {
      const afterHyphen = count - [...rest.slice(0, count)].reverse().findIndex(({ text }) => BREAK_AFTER.test(text));
      if (afterHyphen <= count && afterHyphen >= count * LEAST_FILLED) count = afterHyphen;
    }
    parts.push(joined(rest.slice(0, count)));
    rest = rest.slice(count);
  }
  return parts;
}

function joined(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = [];
  for (const { run, text } of pieces) {
    const last = whole.at(-1);
    if (last?.run === run) whole.splice(-1, 1, { run, text: last.text + text });
    else whole.push({ run, text });
  }
  return whole;
}
