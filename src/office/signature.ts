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
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const unseen of page.querySelectorAll("style, script, title, head")) unseen.remove();
  for (const selector of CONTAINERS) for (const signature of page.querySelectorAll(selector)) signature.remove();
  removeFrom(page, page.querySelector(START));
  const pictures = page.querySelectorAll("img").length;
  const text = (page.body.textContent ?? "").replace(/[\s\p{Cf}]+/gu, " ").trim();
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
  const page = new DOMParser().parseFromString(before.source, "text/html");
  const holder = page.createElement("div");
  holder.innerHTML = top;
  page.body.prepend(...holder.childNodes);
  return page.documentElement.outerHTML;
}
