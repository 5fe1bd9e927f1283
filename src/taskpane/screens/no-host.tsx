import { common, PRODUCT } from "../../texts/nl/screens.ts";
import { Screen } from "../parts/screen.tsx";

/** The page runs outside Outlook, or Outlook did not come. */
export function NoHost() {
  return (
    <main className="pane">
      <Screen title={PRODUCT}>
        <p>{common.noHost}</p>
      </Screen>
    </main>
  );
}
