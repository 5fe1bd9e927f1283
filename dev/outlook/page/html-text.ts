/** Elements that start on a line of their own when HTML becomes plain text. */
const BLOCKS = /^(ADDRESS|BLOCKQUOTE|DIV|DL|DT|DD|H[1-6]|HR|LI|OL|P|PRE|SECTION|TABLE|TR|UL)$/;
const NEVER = "script, style, iframe, object, embed, form, input, button, link, meta, base, title, svg, template";

/** HTML without anything that runs, loads or asks: what Outlook lets through of a body. */
export function sanitise(html: string): string {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  for (const element of parsed.querySelectorAll(NEVER)) element.remove();
  for (const element of parsed.body.querySelectorAll("*")) {
    for (const { name, value } of [...element.attributes]) {
      if (name.startsWith("on") || name === "srcset" || name === "background") element.removeAttribute(name);
      else if (name === "href" && !/^(https?:|mailto:|tel:|sms:|#)/i.test(value.trim())) element.removeAttribute(name);
      else if (name === "src" && !/^(data:image\/|cid:)/i.test(value.trim())) element.removeAttribute(name);
      else if (name === "style" && /url\s*\(/i.test(value)) element.removeAttribute(name);
    }
  }
  return parsed.body.innerHTML;
}

/** The text of HTML as a person reads it; Outlook makes the text alternative of a message this way. */
export function htmlToText(html: string): string {
  const body = new DOMParser().parseFromString(html, "text/html").body;
  return written(body)
    .replace(/[ \t]+\n/g, "\n")
    .replace(/\n[ \t]+/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function written(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? "").replace(/[ \t\r\n]+/g, " ");
  if (!(node instanceof Element) || node.matches(NEVER)) return "";
  if (node.tagName === "BR") return "\n";
  const inner = [...node.childNodes].map(written).join("");
  if (node.tagName === "LI") return `\n${mark(node)} ${inner.trim()}\n`;
  if (node.tagName === "TD" || node.tagName === "TH") return `${inner.trim()}\t`;
  if (node.tagName === "P" || /^H[1-6]$/.test(node.tagName)) return `\n${inner.trim()}\n\n`;
  const link = node.tagName === "A" ? node.getAttribute("href") : null;
  if (link && /^https?:/.test(link) && link !== inner) return `${inner}<${link}>`;
  return BLOCKS.test(node.tagName) ? `\n${inner}\n` : inner;
}

/** What stands before an item: its number in an ordered list, otherwise a dash. */
function mark(item: Element): string {
  const list = item.parentElement;
  if (!(list instanceof HTMLOListElement)) return "-";
  const before = [...list.children].filter((child) => child.tagName === "LI").indexOf(item);
  return `${list.start + before}.`;
}

/** Plain text as HTML. */
export function textToHtml(text: string): string {
  const escaped = text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  return escaped.replace(/\r?\n/g, "<br>");
}
