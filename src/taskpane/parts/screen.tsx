import { type ReactNode, useLayoutEffect, useRef } from "react";

/** The id of the title of the screen that is shown. */
export const SCREEN_TITLE = "screen-title";

interface ScreenProps {
  readonly title: string;
  /** Where the person is in the steps, above the title. */
  readonly progress?: string;
  readonly children?: ReactNode;
}

/** One screen of the pane; its title takes focus, because focus does not enter a pane by itself (office-js #6462). */
export function Screen({ title, progress, children }: ScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Before any other effect, so that a summary of what went wrong takes focus after it.
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <>
      {progress === undefined ? null : <p className="progress">{progress}</p>}
      <h1 ref={heading} id={SCREEN_TITLE} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </>
  );
}
