import { useSyncExternalStore } from "react";
import type { ReferralSession } from "../../application/referral-session.ts";
import type { SessionState } from "../../application/session-state.ts";

/** The state of the session, read again at each change. */
export function useSession(session: ReferralSession): SessionState {
  return useSyncExternalStore(
    (listener) => session.subscribe(listener),
    () => session.state,
  );
}
