import { PrimaryButton } from "@fluentui/react/lib/Button";
import type { StartProblem } from "../../application/session-state.ts";
import { directoryFailure, type Explained, obstacleText, startFailure } from "../../texts/nl/failures.ts";
import { common } from "../../texts/nl/screens.ts";
import { Screen } from "../parts/screen.tsx";

interface Props {
  readonly problem: StartProblem;
  readonly onRetry: () => void;
}

/** Why no referral can be made in this message, and what to do. */
export function UnusableScreen({ problem, onRetry }: Props) {
  const { title, text } = explained(problem);
  return (
    <Screen title={title}>
      <p>{text}</p>
      <div className="buttons">
        <PrimaryButton onClick={onRetry}>{common.retry}</PrimaryButton>
      </div>
    </Screen>
  );
}

function explained(problem: StartProblem): Explained {
  switch (problem.code) {
    case "draft": {
      const { obstacle } = problem;
      return obstacleText(obstacle.code, "reference" in obstacle ? obstacle.reference : undefined);
    }
    case "outlook":
      return startFailure.outlook;
    case "directory":
      return directoryFailure(problem.problem);
  }
}
