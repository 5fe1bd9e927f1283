import { useSyncExternalStore } from "react";
import type { Store } from "../../application/store.ts";

/** What the store holds now; the component is drawn again when it changes. */
export function useStore<State extends object>(store: Store<State>): State {
  return useSyncExternalStore(
    (listener) => store.subscribe(listener),
    () => store.state,
  );
}
