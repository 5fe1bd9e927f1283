import { atLeast, atMost } from "../row.ts";

/** The figures of the archive's table, by what they say. */
export const COLUMN = {
  process: "/ 7zz",
  wasm: "/ 7z-wasm",
  task: "longest task, ms",
  speed: "MB/s",
  size: "kB gzip",
} as const;

/** A size of content, and what is promised for it: ratios to 7-Zip's process, Worker and messages included. */
export interface RaceSize {
  readonly label: string;
  /** Of the document. */
  readonly bytes: number;
  readonly promised: { readonly keyAhead?: number; readonly cold: number; readonly open: number };
}

/** From a referral of one page to one with a scanned appendix. */
export const RACE_SIZES: readonly RaceSize[] = [
  { label: "50 kB", bytes: 50_000, promised: { keyAhead: 0.3, cold: 3.5, open: 4 } },
  { label: "1 MB", bytes: 1_000_000, promised: { cold: 3.5, open: 4 } },
  { label: "5 MB", bytes: 5_000_000, promised: { cold: 3, open: 4 } },
];

/** On the page's own thread in any row, in milliseconds: what browsers call a long task. */
export const LONGEST_TASK = atMost(50);

/** MB of LZMA's output in a second. */
export const LZMA_SPEED = atLeast(8);

/** kB gzip of all that writes, the key's derivation included. */
export const WRITER_SIZE = atMost(3.5);

/** kB gzip that reading, with LZMA, adds to the writer. */
export const READER_SIZE = atMost(9);
