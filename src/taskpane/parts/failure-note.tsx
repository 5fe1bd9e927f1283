import { useEffect, useRef } from "react";
import type { Failed } from "../../application/prepare-referral.ts";
import { afterFailure, emptyAgain, failureText, obstacleText } from "../../texts/nl/failures.ts";

/** What went wrong, what became of the message, and what to do; takes focus from the title. */
export function FailureNote({ failed: { failure, draft } }: { readonly failed: Failed }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const text = failureText(failure.code, failure.code === "outlook" ? failure.reason : undefined);
  const obstacle = failure.code === "draft-not-empty" ? obstacleText(failure.obstacle.code) : null;
  return (
    <div className="summary" ref={box} tabIndex={-1} role="alert">
      <h2>{obstacle === null ? text : obstacle.title}</h2>
      <p>{obstacle === null ? afterFailure[draft] : `${text} ${emptyAgain}`}</p>
    </div>
  );
}
