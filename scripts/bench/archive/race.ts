import { median } from "../median.ts";

/** One turn of a contender, in milliseconds. */
export interface Lap {
  readonly time: number;
  /** Of the page's own thread; the browser tells of tasks over 50 ms only, so 0 is "none that long". */
  readonly longestTask?: number;
}

/** One way to do the work of a race. */
export interface Contender {
  readonly name: string;
  readonly lap: () => Promise<Lap>;
  /** The most that its time may be, as a ratio to the first contender's. */
  readonly limit?: number;
  /** The name of the contender that it is to beat: 7z-wasm in the same place, started in the same way. */
  readonly rival?: string;
  /** Whether losing to the rival is told as missed. */
  readonly mustWin?: boolean;
}

/** What a contender came to. */
export interface Result {
  readonly contender: Contender;
  /** The median of its laps. */
  readonly time: number;
  /** The longest of all its laps; `undefined` where no page was looked at. */
  readonly longestTask: number | undefined;
}

/** Laps that count, after those that warm up. */
export const ROUNDS = 9;
const WARM_UP = 2;

/** Rounds in which each has its turn, one after the other, so that a noisy moment meets them all. */
export async function race(contenders: readonly Contender[]): Promise<readonly Result[]> {
  const laps = new Map<Contender, Lap[]>(contenders.map((contender) => [contender, []]));
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const [contender, ran] of laps) {
      const lap = await contender.lap();
      if (round >= 0) ran.push(lap);
    }
  }
  return [...laps].map(([contender, ran]) => {
    const tasks = ran.flatMap(({ longestTask }) => (longestTask === undefined ? [] : [longestTask]));
    return {
      contender,
      time: median(ran.map(({ time }) => time)),
      longestTask: tasks.length === 0 ? undefined : Math.max(...tasks),
    };
  });
}
