import { PrimaryButton } from "@fluentui/react/lib/Button";
import type { StartProblem } from "../../application/session-state.ts";
import { obstacleText, startFailure } from "../../texts/nl/failures.ts";
import { common } from "../../texts/nl/screens.ts";
import { Screen } from "../parts/screen.tsx";

interface Props {
  readonly problem: StartProblem;
  readonly onRetry: () => void;
}

/** Why no referral can be made in this message, and what to do. */
export function UnusableScreen({ problem, onRetry }: Props) {
  const { title, text } =
    problem.code === "draft"
      ? obstacleText(problem.obstacle.code, "reference" in problem.obstacle ? problem.obstacle.reference : undefined)
      : startFailure[problem.code];
  return (
    <Screen title={title}>
      <p>{text}</p>
      <div className="buttons">
        <PrimaryButton onClick={onRetry}>{common.retry}</PrimaryButton>
      </div>
    </Screen>
  );
}
