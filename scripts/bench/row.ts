/** What a figure is held against. */
export interface Target {
  readonly relation: "<=" | "<" | ">=";
  readonly limit: number;
}

/** A number beside the measurement, in the unit of its column. */
export interface Figure {
  readonly value: number;
  /** None for a figure that only informs. */
  readonly target?: Target;
}

/** One line of a table. */
export interface Row {
  readonly name: string;
  /** With its unit: "1.9 ms". */
  readonly measured?: string;
  /** By the heading of their column. */
  readonly figures?: Readonly<Record<string, Figure>>;
}

/** What is printed together. */
export interface Table {
  readonly title: string;
  /** Headings of the figures. */
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/** The figure may be as high as this. */
export function atMost(limit: number): Target {
  return { relation: "<=", limit };
}

/** The figure must stay under this. */
export function below(limit: number): Target {
  return { relation: "<", limit };
}

/** The figure must come up to this. */
export function atLeast(limit: number): Target {
  return { relation: ">=", limit };
}

/** Whether a figure is where it should be; one without a target always is. */
export function isMet({ value, target }: Figure): boolean {
  switch (target?.relation) {
    case "<=":
      return value <= target.limit;
    case "<":
      return value < target.limit;
    case ">=":
      return value >= target.limit;
    case undefined:
      return true;
  }
}
