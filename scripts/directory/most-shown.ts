import { counted } from "./texts.ts";

/** Errors that a report shows: more than anybody mends before looking again. */
export const MOST_SHOWN = 100;

/** What is said below the first errors of so many; empty when that is all of them. */
export function moreText(count: number): string {
  if (count <= MOST_SHOWN) return "";
  const more = counted(count - MOST_SHOWN, "fout", "fouten");
  return `\n\nEn nog ${more}. Verbeter eerst deze ${MOST_SHOWN} en kijk dan opnieuw na.`;
}
