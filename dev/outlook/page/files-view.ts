import { element } from "./dom.ts";
import { icon } from "./icons.ts";

/** A size in the words of a mail program. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} kB`;
  return `${(bytes / (1024 * 1024)).toLocaleString("nl-BE", { maximumFractionDigits: 1 })} MB`;
}

/** An attachment as a card: its kind, name and size, and what can be done with it. */
export function fileCard(name: string, bytes: number, ...actions: readonly Node[]): HTMLElement {
  const kind = name.includes(".") ? name.slice(name.lastIndexOf(".") + 1).toLowerCase() : "";
  return element(
    "li",
    { class: "file-card" },
    element(
      "span",
      { class: `file-kind kind-${kind}`, "aria-hidden": "true" },
      kind === "7z" ? icon("archive") : icon("file"),
    ),
    element(
      "span",
      { class: "file-text" },
      element("span", { class: "file-name", title: name }, name),
      element("span", { class: "file-size" }, sizeText(bytes)),
    ),
    element("span", { class: "file-actions" }, ...actions),
  );
}
