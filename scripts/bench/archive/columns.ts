import { atMost } from "../row.ts";

/** The figures of the archive's table. */
export const COLUMN = {
  process: "/ 7zz",
  wasm: "/ 7z-wasm",
  task: "longest task, ms",
  speed: "MB/s",
  size: "kB gzip",
} as const;

/** On the page's own thread in any row, in milliseconds: what browsers call a long task. */
export const LONGEST_TASK = atMost(50);
