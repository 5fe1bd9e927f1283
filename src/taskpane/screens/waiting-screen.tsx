import { Spinner } from "@fluentui/react/lib/Spinner";
import { Screen } from "../parts/screen.tsx";

interface Props {
  readonly title: string;
  readonly text: string;
}

/** Something is being done; each step is announced. */
export function WaitingScreen({ title, text }: Props) {
  return (
    <Screen title={title}>
      <div className="waiting">
        <Spinner label={text} ariaLive="polite" />
      </div>
    </Screen>
  );
}
