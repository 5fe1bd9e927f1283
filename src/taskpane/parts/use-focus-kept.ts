import { useEffect } from "react";

/**
 * Puts focus on the element with this id when a change took away the control that had it. Not when focus is elsewhere in
 * Outlook: the person may be writing by now.
 */
export function useFocusKept(id: string, change: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change after which focus is looked for.
  useEffect(() => {
    if (document.hasFocus() && document.activeElement === document.body) document.getElementById(id)?.focus();
  }, [id, change]);
}
