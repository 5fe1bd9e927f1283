import { Link } from "@fluentui/react/lib/Link";
import { useEffect, useRef } from "react";
import type { FieldIssue } from "../../domain/field-issue.ts";
import { issueText } from "../../texts/nl/issues.ts";
import { common } from "../../texts/nl/screens.ts";
import { controlId } from "./control-id.ts";

interface ErrorSummaryProps {
  readonly issues: readonly FieldIssue[];
  /** Another number brings focus here again. */
  readonly refusals: number;
}

/** All issues on top, each leading to its field, in the words that stand at the field (GOV.UK Design System). */
export function ErrorSummary({ issues, refusals }: ErrorSummaryProps) {
  const box = useRef<HTMLElement>(null);
  const shown = issues.length > 0;
  useEffect(() => {
    if (shown && refusals > 0) box.current?.focus();
  }, [shown, refusals]);
  if (!shown) return null;
  return (
    <section className="summary" ref={box} tabIndex={-1} aria-labelledby="summary-title">
      <h2 id="summary-title">{common.summaryTitle(issues.length)}</h2>
      <ul>
        {issues.map((issue) => (
          <li key={`${issue.field} ${issue.code}`}>
            <Link as="button" onClick={() => document.getElementById(controlId(issue.field))?.focus()}>
              {issueText(issue)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
