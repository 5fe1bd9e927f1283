import { atMost, below, type Figure, type Row } from "../row.ts";
import { milliseconds } from "../table.ts";
import { COLUMN, LONGEST_TASK } from "./promises.ts";
import { type Contender, type Result, race } from "./race.ts";

/** Holds a race, whose first contender is the base of every ratio. */
export async function raceRows(title: string, contenders: readonly Contender[]): Promise<readonly Row[]> {
  const results = await race(contenders);
  return [{ name: title }, ...results.map((result) => row(result, results))];
}

function row({ contender, time, longestTask }: Result, results: readonly Result[]): Row {
  const { name, limit, rival, mustWin = false } = contender;
  const [base] = results;
  const figures: Record<string, Figure> = {};
  if (base !== undefined)
    figures[COLUMN.process] = figure(time / base.time, limit === undefined ? null : atMost(limit));
  const beaten = results.find((other) => other.contender.name === rival);
  if (beaten !== undefined) figures[COLUMN.wasm] = figure(time / beaten.time, mustWin ? below(1) : null);
  // 7z-wasm's tasks are not ours to promise.
  if (longestTask !== undefined) figures[COLUMN.task] = figure(longestTask, rival === undefined ? null : LONGEST_TASK);
  return { name: `  ${name}`, measured: milliseconds(time), figures };
}

function figure(value: number, target: Figure["target"] | null): Figure {
  return target ? { value, target } : { value };
}
