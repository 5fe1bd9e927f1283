import { Link } from "@fluentui/react/lib/Link";
import { useEffect } from "react";
import type { Outstanding } from "../../application/outstanding.ts";
import { outstandingBar } from "../../texts/nl/screens.ts";
import { loadHandOver } from "../load-hand-over.ts";
import { run } from "../parts/run.ts";
import { useStore } from "../parts/use-store.ts";

/** The way to what is still to be handed over, above every screen, with how many there are. */
export function OutstandingBar({ outstanding }: { readonly outstanding: Outstanding }) {
  const { length } = useStore(outstanding).entries;
  const isWanted = length > 0;
  useEffect(() => {
    // Ahead of need; the screen that needs it tells when it did not come.
    if (isWanted) loadHandOver().catch(() => undefined);
  }, [isWanted]);
  return (
    <div role="status" className={isWanted ? "outstanding-bar wanted" : "outstanding-bar"}>
      <Link as="button" onClick={() => run(outstanding.show())}>
        {outstandingBar.bar(length)}
      </Link>
    </div>
  );
}
