import { DefaultButton } from "@fluentui/react/lib/Button";
import { Link } from "@fluentui/react/lib/Link";
import { useEffect, useRef, useState } from "react";

interface Props {
  /** What is pressed first, and again after thinking better of it. */
  readonly ask: string;
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
}

/** A step that cannot be taken back: asked once more, in the same place. */
export function Confirm({ ask, question, yes, no, onYes }: Props) {
  const [asked, setAsked] = useState<"not yet" | "asked" | "answered">("not yet");
  const text = useRef<HTMLParagraphElement>(null);
  const again = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked === "asked") text.current?.focus();
    if (asked === "answered") again.current?.querySelector("button")?.focus();
  }, [asked]);
  if (asked !== "asked") {
    return (
      <div ref={again}>
        <Link as="button" onClick={() => setAsked("asked")}>
          {ask}
        </Link>
      </div>
    );
  }
  return (
    <>
      <p className="note problem" ref={text} tabIndex={-1}>
        {question}
      </p>
      <div className="buttons">
        <DefaultButton
          onClick={() => {
            setAsked("answered");
            onYes();
          }}
        >
          {yes}
        </DefaultButton>
        <DefaultButton onClick={() => setAsked("answered")}>{no}</DefaultButton>
      </div>
    </>
  );
}
