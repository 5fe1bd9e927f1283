import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** Text as it was drawn; x and y from the bottom left of the page, in points. */
export interface DrawnText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** Whether it is content: outside header and footer. */
  readonly content: boolean;
  /** The number under which the structure names it (its MCID); none outside the content. */
  readonly id?: number | null;
}

/** An element of the structure: its kind, and its children or the ids of its text. */
export type StructureNode =
  | { readonly role: string; readonly children: readonly StructureNode[] }
  | { readonly type: string; readonly id: string };

export interface ReadPage {
  readonly drawn: readonly DrawnText[];
  readonly links: readonly { readonly subtype: string; readonly url: string; readonly contents: string }[];
  readonly structure: StructureNode;
}

export interface ReadPdf {
  readonly info: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly mark: unknown;
  readonly viewer: unknown;
  readonly pages: readonly ReadPage[];
}

/** What pdf.js makes of the PDF. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const output = execFileSync(process.execPath, [join(__dirname, "read-pdf.mjs")], {
    input: bytes,
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(output.toString());
}

/** All content of a page in the order in which it was written. */
export function pageText(page: ReadPage): string {
  return page.drawn
    .filter(({ content }) => content)
    .map(({ text }) => text)
    .join("");
}

/** The outline of the structure, `[kind, ...children]`, with the text of what has text. */
export function outline(node: StructureNode, page: ReadPage): unknown {
  if (!("role" in node)) {
    const texts = page.drawn
      .filter(({ content, id }) => content && node.id.endsWith(`_mc${id}`))
      .map(({ text }) => text);
    return node.type === "content" ? texts.join("") : node.type;
  }
  return [node.role, ...node.children.map((child) => outline(child, page))];
}
