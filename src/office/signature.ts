import type { DraftBody } from "../application/ports.ts";

/** How Outlook's clients mark the signature that they put in a new message; see docs/outlook-quirks.md, "Signatures". */
const CONTAINERS = [
  "#Signature",
  "#signature",
  "[id$='_Signature']",
  "[id$='_signature']",
  "#ms-outlook-mobile-signature",
  "[data-signature-widget='container']",
];
/** Classic Outlook marks only the start: all that follows in the message is the signature. */
const START = "a[name='_MailAutoSig'], a[name='_x005f_MailAutoSig']";

/** What a person sees of an HTML body without the signature: its text and a mark for each picture that is not part of it. */
export function ownText(html: string): string {
  const page = parse(html);
  for (const unseen of page.querySelectorAll("style, script, title, head")) unseen.remove();
  for (const selector of CONTAINERS) for (const signature of page.querySelectorAll(selector)) signature.remove();
  removeFrom(page, page.querySelector(START));
  const pictures = page.querySelectorAll("img").length;
  const text = unpark(page.body.textContent ?? "")
    .replace(/[\s\p{Cf}]+/gu, " ")
    .trim();
  return pictures > 0 ? `${text} [${pictures} img]` : text;
}

function removeFrom(page: Document, start: Element | null): void {
  if (start === null) return;
  const range = page.createRange();
  range.setStartBefore(start);
  range.setEndAfter(page.body.lastChild ?? page.body);
  range.deleteContents();
}

/** In plain text a signature starts at a line that holds only `-- ` (RFC 3676, 4.3), or it is not to be told apart. */
export function ownPlainText(text: string): string {
  const [own = ""] = text.split(/^-- ?\r?$/m);
  return own.trim();
}

/** The page of `before` with `top` above all that stands in its body. */
export function withTop(top: string, before: Pick<DraftBody, "source">): string {
  const page = parse(before.source);
  page.body.prepend(...parse(top).body.childNodes);
  return unpark(page.documentElement.outerHTML);
}

/** Put before the name of a `style` attribute while we read a page; no mail has it. */
const PARKED = "data-doorverwijzen-";

/**
 * The page that a mail program would show. It is only read, but the policy of our own page holds for its `style`
 * attributes too and each would be reported as a violation: they are parked under another name. Text that looks like
 * such an attribute is parked as well, and unparked with the rest.
 */
function parse(html: string): Document {
  return new DOMParser().parseFromString(html.replace(/([\s"'/])(style\s*=)/gi, `$1${PARKED}$2`), "text/html");
}

function unpark(text: string): string {
  return text.replaceAll(PARKED, "");
}
