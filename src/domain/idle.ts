/** Milliseconds without input after which what is secret leaves the page: somebody else may come to the screen. */
export const IDLE_WIPE = 600_000;
/** How long before that the person is told, in milliseconds. */
export const IDLE_WARNING = 60_000;

/** How long ago somebody touched the page; `since` and `now` in milliseconds of the same clock. */
export function idleness(since: number, now: number): "no" | "soon" | "over" {
  const idle = now - since;
  if (idle >= IDLE_WIPE) return "over";
  return idle >= IDLE_WIPE - IDLE_WARNING ? "soon" : "no";
}
