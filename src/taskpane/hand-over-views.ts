/* What the hand-over shows, in a file of its own: it is fetched after the first screen (load-hand-over.ts). */
export { OutstandingViews } from "./outstanding/outstanding-views.tsx";
export { HandoverScreen } from "./screens/handover-screen.tsx";
