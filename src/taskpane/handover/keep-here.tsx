import { DefaultButton } from "@fluentui/react/lib/Button";
import { Link } from "@fluentui/react/lib/Link";
import type { HandOverStep, Keeping } from "../../application/hand-over-step.ts";
import { keeping as texts } from "../../texts/nl/handover.ts";
import { run } from "../parts/run.ts";
import { useFocusKept } from "../parts/use-focus-kept.ts";
import { useStore } from "../parts/use-store.ts";

/** Where who gets no answer is led to. */
const TITLE = "keep-here";

export function goToKeepHere(): void {
  document.getElementById(TITLE)?.focus();
}

/** "Nog niet gelukt?": keeps the password on this device, or says in time that this device cannot. */
export function KeepHere({ step }: { readonly step: HandOverStep }) {
  const { keeping } = useStore(step);
  useFocusKept(TITLE, keeping.kind);
  return (
    <section className="section">
      <h2 id={TITLE} tabIndex={-1}>
        {texts.title}
      </h2>
      <div role="status">
        <State keeping={keeping} />
      </div>
      <Act keeping={keeping} step={step} />
    </section>
  );
}

function State({ keeping }: { readonly keeping: Keeping }) {
  switch (keeping.kind) {
    case "looking":
      return <p>{texts.looking}</p>;
    case "keeping":
      return <p>{texts.keeping}</p>;
    case "possible":
      return (
        <>
          <p>{texts.possible}</p>
          <p>{texts.onlyHere}</p>
        </>
      );
    case "kept":
      return <p className="note">{texts.kept(keeping.until)}</p>;
    case "impossible":
      return <p className="note problem">{texts.impossible}</p>;
    case "failed":
      return <p className="note problem">{texts.failed}</p>;
    case "not-erased":
      return <p className="note problem">{texts.notErased}</p>;
  }
}

function Act({ keeping, step }: { readonly keeping: Keeping; readonly step: HandOverStep }) {
  switch (keeping.kind) {
    case "looking":
      return null;
    case "kept":
      return (
        <Link as="button" onClick={() => run(step.erase())}>
          {texts.erase}
        </Link>
      );
    case "not-erased":
      return <DefaultButton onClick={() => run(step.erase())}>{texts.eraseAgain}</DefaultButton>;
    default:
      return (
        <div className="buttons">
          {/* Focusable while it is at work, so that focus is where it was. */}
          <DefaultButton allowDisabledFocus disabled={keeping.kind === "keeping"} onClick={() => run(step.keep())}>
            {keeping.kind === "possible" || keeping.kind === "keeping" ? texts.keep : texts.keepAgain}
          </DefaultButton>
        </div>
      );
  }
}
