import { DefaultButton } from "@fluentui/react/lib/Button";
import type { HandOverRegister } from "../../application/hand-over-register.ts";
import type { Outstanding } from "../../application/outstanding.ts";
import type { Reference } from "../../domain/reference.ts";
import { outstanding as texts } from "../../texts/nl/outstanding.ts";
import { common } from "../../texts/nl/screens.ts";
import { run } from "../parts/run.ts";
import { useStore } from "../parts/use-store.ts";
import { WaitingScreen } from "../screens/waiting-screen.tsx";
import { OutstandingList } from "./outstanding-list.tsx";
import { OutstandingStep } from "./outstanding-step.tsx";

export interface OutstandingProps {
  readonly outstanding: Outstanding;
  readonly register: HandOverRegister;
  /** See `OutstandingStep`. */
  readonly onReplace: ((reference: Reference) => void) | null;
}

/** "Openstaand": the list, or one of it; nothing while it is closed. */
export function OutstandingViews({ outstanding, register, onReplace }: OutstandingProps) {
  const { view } = useStore(outstanding);
  switch (view.name) {
    case "closed":
      return null;
    case "list":
      return <OutstandingList key="list" outstanding={outstanding} register={register} />;
    case "opening":
      return (
        <WaitingScreen key="opening" title={texts.title} text={texts.opening}>
          <DefaultButton onClick={() => run(outstanding.show())}>{common.back}</DefaultButton>
        </WaitingScreen>
      );
    case "step":
      return (
        <OutstandingStep
          key={view.step.subject.entry.reference}
          outstanding={outstanding}
          register={register}
          step={view.step}
          onReplace={onReplace}
        />
      );
  }
}
