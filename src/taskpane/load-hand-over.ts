import { inTime } from "./in-time.ts";

export type HandOverViews = typeof import("./hand-over-views.ts");

let views: HandOverViews | null = null;

/** What the hand-over shows when its file is there already, so that nothing else is shown before it. */
export function handOverAtHand(): HandOverViews | null {
  return views;
}

/** Fetches it; rejects when it does not come, and the next call tries again. */
export async function loadHandOver(): Promise<HandOverViews> {
  views ??= await inTime(import("./hand-over-views.ts"));
  return views;
}
