import type { Block, Content, Inline } from "./content.ts";

const STYLE = {
  table: "border-collapse:collapse;margin:0 0 12px 0",
  label: "text-align:left;vertical-align:top;font-weight:600;padding:2px 16px 2px 0",
  value: "vertical-align:top;padding:2px 0",
  heading: "font-size:1.1em;margin:16px 0 4px 0",
} as const;

/** The message as HTML for a mail program: no scripts, no pictures, links only as they stand in the content. */
export function htmlBody(content: Content): string {
  return `<div>${content.blocks.map(blockHtml).join("")}</div><br>`;
}

/** The message as plain text, for a draft that is written in plain text; lines end in LF. */
export function textBody(content: Content): string {
  return `${content.blocks.map(blockText).join("\n\n")}\n\n`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `<h2 style="${STYLE.heading}">${escapeHtml(block.text)}</h2>`;
    case "paragraph":
      return `<p>${inlineHtml(block.content)}</p>`;
    case "list": {
      const tag = block.numbered ? "ol" : "ul";
      return `<${tag}>${block.items.map((item) => `<li>${inlineHtml(item)}</li>`).join("")}</${tag}>`;
    }
    case "table": {
      const rows = block.rows.map(
        (row) =>
          `<tr><th scope="row" style="${STYLE.label}">${escapeHtml(row.label)}</th><td style="${STYLE.value}">${escapeHtml(row.value)}</td></tr>`,
      );
      return `<table style="${STYLE.table}"><tbody>${rows.join("")}</tbody></table>`;
    }
  }
}

function inlineHtml(content: readonly Inline[]): string {
  return content
    .map((part) =>
      typeof part === "string" ? escapeHtml(part) : `<a href="${escapeHtml(part.href)}">${escapeHtml(part.text)}</a>`,
    )
    .join("");
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "heading":
      return block.text.toUpperCase();
    case "paragraph":
      return inlineText(block.content);
    case "list":
      return block.items
        .map((item, index) => `${block.numbered ? `${index + 1}.` : "-"} ${inlineText(item)}`)
        .join("\n");
    case "table":
      return block.rows.map((row) => `${row.label}: ${row.value}`).join("\n");
  }
}

function inlineText(content: readonly Inline[]): string {
  return content
    .map((part) => {
      if (typeof part === "string") return part;
      return part.text === part.href ? part.text : `${part.text} (${part.href})`;
    })
    .join("");
}

const ENTITY: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITY[character] ?? character);
}
