import { element } from "./dom.ts";

/** Bold, italic, links to https, and a character that a backslash takes its meaning from. */
const INLINE = /\\([\\*_[\]()\-.])|(\*\*|__)(.+?)\2(?![*_])|([*_])(.+?)\4|\[([^\]]+)\]\((https:\/\/[^)\s]+)\)/;
const BULLET = /^[-*] /;
const NUMBER = /^\d+\. /;

/** The little Markdown that Outlook takes in an alert: paragraphs, lists of which each line ends in `\r`, and what is inline. */
export function alertMarkdown(source: string): readonly HTMLElement[] {
  return source
    .split(/\n{2,}/)
    .filter((block) => block.trim() !== "")
    .map((block) => {
      const lines = block.split(/[\r\n]+/).filter((line) => line !== "");
      const items = (mark: RegExp) => lines.map((line) => element("li", {}, ...inline(line.replace(mark, ""))));
      if (lines.every((line) => BULLET.test(line))) return element("ul", {}, ...items(BULLET));
      if (lines.every((line) => NUMBER.test(line))) return element("ol", {}, ...items(NUMBER));
      return element("p", {}, ...inline(block));
    });
}

function inline(text: string): readonly (Node | string)[] {
  const found = INLINE.exec(text);
  if (!found) return [text];
  const [whole, escaped, , bold, , italic, label, address] = found;
  const before = text.slice(0, found.index);
  const after = inline(text.slice(found.index + whole.length));
  if (escaped !== undefined) return [before, escaped, ...after];
  if (bold !== undefined) return [before, element("strong", {}, ...inline(bold)), ...after];
  if (italic !== undefined) return [before, element("em", {}, ...inline(italic)), ...after];
  const link = { href: address ?? "", target: "_blank", rel: "noopener" };
  return [before, element("a", link, label ?? ""), ...after];
}
