import { DefaultButton, PrimaryButton } from "@fluentui/react/lib/Button";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { common } from "../../texts/nl/screens.ts";
import { type HandOverViews, handOverAtHand, loadHandOver } from "../load-hand-over.ts";
import { WaitingScreen } from "../screens/waiting-screen.tsx";
import { run } from "./run.ts";
import { Screen } from "./screen.tsx";

interface Props {
  readonly title: string;
  /** Leads back; `null` where there is no way back. */
  readonly onBack: (() => void) | null;
  readonly children: (views: HandOverViews) => ReactNode;
}

type Loading = { readonly kind: "here"; readonly views: HandOverViews } | { readonly kind: "coming" | "failed" };

/** What needs the file of the hand-over, once it is there. */
export function HandOverLater({ title, onBack, children }: Props) {
  const [loading, setLoading] = useState<Loading>(() => {
    const views = handOverAtHand();
    return views === null ? { kind: "coming" } : { kind: "here", views };
  });
  const load = useCallback(async (): Promise<void> => {
    setLoading({ kind: "coming" });
    try {
      setLoading({ kind: "here", views: await loadHandOver() });
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
  if (loading.kind === "here") return children(loading.views);
  if (loading.kind === "coming") return <WaitingScreen key="coming" title={title} text={common.loading} />;
  return (
    <Screen key="failed" title={title}>
      <p className="note problem">{common.notLoaded}</p>
      <div className="buttons">
        <PrimaryButton onClick={() => run(load())}>{common.retry}</PrimaryButton>
        {onBack === null ? null : <DefaultButton onClick={onBack}>{common.back}</DefaultButton>}
      </div>
    </Screen>
  );
}
