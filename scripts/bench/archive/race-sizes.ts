/** A size of content, and what is promised for it: ratios to 7-Zip's process, Worker and messages included. */
export interface RaceSize {
  readonly label: string;
  /** Of the document. */
  readonly bytes: number;
  readonly promised: { readonly keyAhead?: number; readonly cold: number; readonly open: number };
}

/** From a referral with little text to one with a large appendix. */
export const RACE_SIZES: readonly RaceSize[] = [
  { label: "50 kB", bytes: 50_000, promised: { keyAhead: 0.3, cold: 3.5, open: 4 } },
  { label: "1 MB", bytes: 1_000_000, promised: { cold: 3.5, open: 4 } },
  { label: "5 MB", bytes: 5_000_000, promised: { cold: 3, open: 4 } },
];
