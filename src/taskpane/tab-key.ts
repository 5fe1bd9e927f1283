/** What the Tab key comes to by itself in Chromium and WebKit. */
const STOPS = "a[href], button, input, select, textarea, summary, [tabindex]";

/**
 * Gives the Tab key back to the browser. office.js (1.1.110, outlook-web) takes every Tab: from a title or a summary that
 * was given focus it leaves the pane at once, and it passes over `<summary>`. Only where the pane ends is the key left to
 * office.js, which then brings the person back to Outlook. See docs/outlook-quirks.md.
 */
export function keepTabKey(page: Document): void {
  page.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Tab" && hasStop(page, event.shiftKey)) event.stopPropagation();
    },
    { capture: true },
  );
}

/** Whether the pane has a stop after (or, backwards, before) what has focus. */
function hasStop(page: Document, backwards: boolean): boolean {
  const { activeElement } = page;
  const wanted = backwards ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  return [...page.querySelectorAll<HTMLElement>(STOPS)].some(
    (element) =>
      element.tabIndex >= 0 &&
      !element.matches(":disabled") &&
      element.getClientRects().length > 0 &&
      (activeElement === null ||
        activeElement === page.body ||
        (activeElement.compareDocumentPosition(element) & wanted) !== 0),
  );
}
