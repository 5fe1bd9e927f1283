import { type ReactNode, useEffect, useRef } from "react";

interface Props {
  readonly title: string;
  readonly text: readonly string[];
  /** Whether the words were just taken away, and focus with them. */
  readonly takesFocus: boolean;
  readonly children?: ReactNode;
}

/** In the place of the words: why they are not here, and what to do. */
export function WithoutWords({ title, text, takesFocus, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Not from the message that the person may be writing by now.
    if (takesFocus && document.hasFocus()) heading.current?.focus();
  }, [takesFocus]);
  return (
    <section className="section">
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {text.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {children}
    </section>
  );
}
