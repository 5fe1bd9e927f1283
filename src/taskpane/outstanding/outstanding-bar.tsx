import { Link } from "@fluentui/react/lib/Link";
import { useEffect } from "react";
import type { Outstanding } from "../../application/outstanding.ts";
import { outstanding as texts } from "../../texts/nl/outstanding.ts";
import { run } from "../parts/run.ts";
import { useStore } from "../parts/use-store.ts";
import { loadViews } from "./load-views.ts";

/** How many passwords are still to be handed over, above every screen; nothing when there are none. */
export function OutstandingBar({ outstanding }: { readonly outstanding: Outstanding }) {
  const { length } = useStore(outstanding).entries;
  const isWanted = length > 0;
  useEffect(() => {
    // Ahead of need; the screen that needs it tells when it did not come.
    if (isWanted) loadViews().catch(() => undefined);
  }, [isWanted]);
  return (
    <div role="status" className="outstanding-bar">
      {length === 0 ? null : (
        <Link as="button" onClick={() => run(outstanding.show())}>
          {texts.bar(length)}
        </Link>
      )}
    </div>
  );
}
