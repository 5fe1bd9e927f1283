import type { ComponentType } from "react";
import { inTime } from "../in-time.ts";
import type { OutstandingProps } from "./outstanding-views.tsx";

let views: ComponentType<OutstandingProps> | null = null;

/** The views of "Openstaand" when their file is there already, so that nothing else is shown before them. */
export function viewsAtHand(): ComponentType<OutstandingProps> | null {
  return views;
}

/** Fetches them, in a file of their own: most people who open the pane have nothing open. Rejects when it does not come. */
export async function loadViews(): Promise<ComponentType<OutstandingProps>> {
  const { OutstandingViews } = await inTime(import("./outstanding-views.tsx"));
  views = OutstandingViews;
  return OutstandingViews;
}
