import type { SessionState } from "../../application/session-state.ts";
import { common } from "../../texts/nl/screens.ts";

/** Under the button: that it is being worked on, or that a library did not come and pressing again helps. */
export function FormStatus({ state: { busy, enginesFailed } }: { readonly state: SessionState }) {
  return (
    <>
      <div role="status">{busy ? <p className="busy">{common.busy}</p> : null}</div>
      <div role="alert">{enginesFailed ? <p className="note problem">{common.enginesFailed}</p> : null}</div>
    </>
  );
}
