import { DefaultButton, PrimaryButton } from "@fluentui/react/lib/Button";
import { type ComponentType, useCallback, useEffect, useState } from "react";
import { outstanding as texts } from "../../texts/nl/outstanding.ts";
import { common } from "../../texts/nl/screens.ts";
import { run } from "../parts/run.ts";
import { Screen } from "../parts/screen.tsx";
import { WaitingScreen } from "../screens/waiting-screen.tsx";
import { loadViews, viewsAtHand } from "./load-views.ts";
import type { OutstandingProps } from "./outstanding-views.tsx";

type Loading =
  | { readonly kind: "here"; readonly Views: ComponentType<OutstandingProps> }
  | { readonly kind: "coming" | "failed" };

/** "Openstaand", once its file is there. */
export function OutstandingScreen(props: OutstandingProps) {
  const [loading, setLoading] = useState<Loading>(() => {
    const Views = viewsAtHand();
    return Views === null ? { kind: "coming" } : { kind: "here", Views };
  });
  const load = useCallback(async (): Promise<void> => {
    setLoading({ kind: "coming" });
    try {
      setLoading({ kind: "here", Views: await loadViews() });
    } catch {
      // A file of our own host did not come; the screen says so and the button tries again.
      setLoading({ kind: "failed" });
    }
  }, []);
  const isHere = loading.kind === "here";
  // biome-ignore lint/correctness/useExhaustiveDependencies: only once; the button does it again.
  useEffect(() => {
    if (!isHere) run(load());
  }, []);
  if (loading.kind === "here") return <loading.Views {...props} />;
  if (loading.kind === "coming") return <WaitingScreen key="coming" title={texts.title} text={texts.opening} />;
  return (
    <Screen key="failed" title={texts.title}>
      <p className="note problem">{texts.notLoaded}</p>
      <div className="buttons">
        <PrimaryButton onClick={() => run(load())}>{common.retry}</PrimaryButton>
        <DefaultButton onClick={() => props.outstanding.hide()}>{common.back}</DefaultButton>
      </div>
    </Screen>
  );
}
