import { DefaultButton, PrimaryButton } from "@fluentui/react/lib/Button";
import type { Outstanding } from "../../application/outstanding.ts";
import type { StartProblem } from "../../application/session-state.ts";
import type { Reference } from "../../domain/reference.ts";
import { directoryFailure, type Explained, obstacleText, startFailure } from "../../texts/nl/failures.ts";
import { common, outstandingBar as texts } from "../../texts/nl/screens.ts";
import { run } from "../parts/run.ts";
import { Screen } from "../parts/screen.tsx";
import { useStore } from "../parts/use-store.ts";

interface Props {
  readonly problem: StartProblem;
  readonly outstanding: Outstanding;
  readonly onRetry: () => void;
}

/** Why no referral can be made in this message, and what to do. */
export function UnusableScreen({ problem, outstanding, onRetry }: Props) {
  const { title, text } = explained(problem);
  const { entries } = useStore(outstanding);
  const found = entries.find(({ entry, until }) => until !== null && entry.reference === sealedHere(problem));
  return (
    <Screen title={title}>
      <p>{found === undefined ? text : texts.sealedHere(found.entry.reference)}</p>
      <div className="buttons">
        {found === undefined ? null : (
          <PrimaryButton onClick={() => run(outstanding.open(found.entry.reference))}>{texts.open}</PrimaryButton>
        )}
        <DefaultButton primary={found === undefined} onClick={onRetry}>
          {common.retry}
        </DefaultButton>
      </div>
    </Screen>
  );
}

/** The referral that is ready in this message, if any. */
function sealedHere(problem: StartProblem): Reference | null {
  if (problem.code !== "draft" || problem.obstacle.code !== "already-sealed") return null;
  return problem.obstacle.reference;
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
