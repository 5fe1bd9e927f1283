/** An element of an XML document, without namespaces; text outside elements is not kept. */
export interface XmlElement {
  /** Local name, without prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text directly in it, trimmed. */
  readonly text: string;
}

interface Building {
  name: string;
  attributes: Record<string, string>;
  children: Building[];
  text: string;
}

const TOKEN = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*"[^"]*")*)\s*(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*"([^"]*)"/g;

/** Reads a well-formed document as manifests are: elements, attributes in double quotes, comments. Throws on a stray end tag. */
export function parseXml(source: string): XmlElement {
  const top: Building = { name: "", attributes: {}, children: [], text: "" };
  const open = [top];
  for (const [, closing, tag, attributes, empty, text] of source.matchAll(TOKEN)) {
    const parent = open.at(-1);
    if (!parent) throw new Error("an end tag without a start");
    if (text !== undefined) parent.text = (parent.text + plain(text)).trim();
    if (tag === undefined) continue;
    if (closing) {
      if (parent.name !== localName(tag)) throw new Error(`</${tag}> closes <${parent.name}>`);
      open.pop();
      continue;
    }
    const element: Building = { name: localName(tag), attributes: {}, children: [], text: "" };
    for (const [, name, value] of (attributes ?? "").matchAll(ATTRIBUTE)) {
      if (name !== undefined && value !== undefined) element.attributes[name] = plain(value);
    }
    parent.children.push(element);
    if (!empty) open.push(element);
  }
  const [root] = top.children;
  if (!root || open.length !== 1) throw new Error("the document does not end where it should");
  return root;
}

/** The first element along a path of local names, or undefined. */
export function find(from: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  let element = from;
  for (const name of path) element = element?.children.find((child) => child.name === name);
  return element;
}

function localName(tag: string): string {
  return tag.slice(tag.indexOf(":") + 1);
}

function plain(text: string): string {
  return text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&");
}
