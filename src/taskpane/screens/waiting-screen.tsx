import { Spinner } from "@fluentui/react/lib/Spinner";
import type { ReactNode } from "react";
import { Screen } from "../parts/screen.tsx";

interface Props {
  readonly title: string;
  readonly text: string;
  /** A way out, where there is one. */
  readonly children?: ReactNode;
}

/** Something is being done; each step is announced. */
export function WaitingScreen({ title, text, children }: Props) {
  return (
    <Screen title={title}>
      <div className="waiting">
        <Spinner label={text} ariaLive="polite" />
      </div>
      {children}
    </Screen>
  );
}
