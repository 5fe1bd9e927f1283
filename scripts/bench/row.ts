/** One line of the table. */
export interface Row {
  readonly name: string;
  /** With its unit: "1.9 ms". */
  readonly measured: string;
  /** What is held against the target, in the target's unit; none for a line that only informs. */
  readonly value?: number;
  /** The most that `value` may be (docs/decisions.md). */
  readonly target?: number;
}

/** A part of `npm run bench`. */
export interface Bench {
  readonly title: string;
  readonly run: () => Promise<readonly Row[]>;
}

/** The middle one; of an even number the higher of the two in the middle. */
export function median(values: readonly number[]): number {
  const middle = [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  if (middle === undefined) throw new RangeError("median: expected one value or more");
  return middle;
}

/** Milliseconds as the table shows them. */
export function milliseconds(value: number): string {
  return `${value.toFixed(1)} ms`;
}
