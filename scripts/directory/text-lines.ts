/** A place in a text; both count from 1, the column in UTF-16 units. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** Finds the place of an offset; the text is gone through once, however many are asked. */
export function placeFinder(text: string): (offset: number) => TextPlace {
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), ({ index, 0: end }) => index + end.length)];
  return (offset) => {
    let [least, most] = [0, starts.length - 1];
    while (least < most) {
      const middle = Math.ceil((least + most) / 2);
      if ((starts[middle] ?? 0) <= offset) least = middle;
      else most = middle - 1;
    }
    return { line: least + 1, column: offset - (starts[least] ?? 0) + 1 };
  };
}
