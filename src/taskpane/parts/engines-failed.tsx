import { common } from "../../texts/nl/screens.ts";

/** Says that a library did not come; the button above tries again. */
export function EnginesFailed({ shown }: { readonly shown: boolean }) {
  return <div role="alert">{shown ? <p className="note problem">{common.enginesFailed}</p> : null}</div>;
}
