import type { ComposeItem } from "./compose-item.ts";
import { element } from "./dom.ts";
import { sanitise } from "./html-text.ts";

/** The part of the compose window that a person types in: rich text or plain, as the message is. */
export class BodyEditor {
  readonly element: HTMLElement;
  private readonly item: ComposeItem;

  constructor(item: ComposeItem) {
    this.item = item;
    if (item.format === "text") {
      const area = element("textarea", {
        class: "body-editor plain",
        "aria-label": "Berichttekst",
        spellcheck: "false",
      });
      area.addEventListener("input", () => {
        item.body = area.value;
      });
      this.element = area;
    } else {
      const area = element("div", {
        class: "body-editor",
        contenteditable: "true",
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": "Berichttekst",
        tabindex: "0",
      });
      area.addEventListener("input", () => {
        item.body = this.stored(area);
      });
      this.element = area;
    }
    this.show();
  }

  /** Shows the body as it is now. */
  show(): void {
    if (this.element instanceof HTMLTextAreaElement) {
      this.element.value = this.item.body;
      return;
    }
    this.element.innerHTML = sanitise(this.item.body);
    for (const picture of this.element.querySelectorAll("img[src^='cid:']")) {
      const contentId = picture.getAttribute("src")?.slice("cid:".length) ?? "";
      const file = this.item.files.find((one) => one.contentId === contentId);
      picture.setAttribute("data-cid", contentId);
      picture.setAttribute("src", file ? `data:${file.type};base64,${file.base64}` : "data:image/gif;base64,");
    }
  }

  focus(): void {
    this.element.focus();
  }

  /** The body as it is kept: pictures by their content id. */
  private stored(area: HTMLElement): string {
    // A template loads no pictures, which the page's policy would report.
    const copy = element("template");
    copy.innerHTML = area.innerHTML;
    for (const picture of copy.content.querySelectorAll("img[data-cid]")) {
      picture.setAttribute("src", `cid:${picture.getAttribute("data-cid")}`);
      picture.removeAttribute("data-cid");
    }
    return copy.innerHTML;
  }
}
