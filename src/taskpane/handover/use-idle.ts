import { useEffect } from "react";
import type { HandOverStep } from "../../application/hand-over-step.ts";

/** Milliseconds between two looks at the clock. */
const LOOK_EVERY = 5_000;
/** What tells that somebody is there. */
const INPUT = ["pointerdown", "pointermove", "keydown", "wheel", "scroll", "focusin", "input"] as const;

/** Lets the step know of every input in the page, and of the time that passes without any. */
export function useIdle(step: HandOverStep): void {
  useEffect(() => {
    const touch = (): void => step.touch();
    // A device that slept, or a pane in the background, has had no ticks.
    const tick = (): void => step.tick();
    for (const event of INPUT) document.addEventListener(event, touch, { capture: true, passive: true });
    document.addEventListener("visibilitychange", tick);
    const clock = setInterval(tick, LOOK_EVERY);
    return () => {
      for (const event of INPUT) document.removeEventListener(event, touch, { capture: true });
      document.removeEventListener("visibilitychange", tick);
      clearInterval(clock);
    };
  }, [step]);
}
