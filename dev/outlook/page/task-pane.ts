import { byId, element } from "./dom.ts";
import type { AddInFrame } from "./host/add-in-frame.ts";
import { icon } from "./icons.ts";

/** What stands around an add-in's frame. */
export interface TaskPaneOptions {
  readonly title: string;
  readonly iconPath: string;
  readonly pinnable: boolean;
  readonly frame: AddInFrame;
  closed(): void;
}

/** The pane at the right with an add-in in it, 320 px wide within its border. */
export class TaskPane {
  pinned = false;
  readonly frame: AddInFrame;
  private readonly closed: () => void;

  constructor({ title, iconPath, pinnable, frame, closed }: TaskPaneOptions) {
    this.frame = frame;
    this.closed = closed;
    const pin = element(
      "button",
      {
        type: "button",
        class: "icon-button",
        title: "Vastmaken",
        "aria-label": "Deelvenster vastmaken",
        "aria-pressed": "false",
      },
      icon("pin"),
    );
    pin.addEventListener("click", () => {
      this.pinned = !this.pinned;
      pin.setAttribute("aria-pressed", String(this.pinned));
    });
    const close = element(
      "button",
      {
        type: "button",
        class: "icon-button",
        title: "Sluiten",
        "aria-label": "Deelvenster sluiten",
        onclick: () => this.close(),
      },
      icon("close"),
    );
    const heading = element("h2", {}, element("img", { src: iconPath, alt: "", width: "20", height: "20" }), title);
    frame.onLeave = () => close.focus();
    const pane = byId("task-pane");
    pane.replaceChildren(element("div", { class: "pane-title" }, heading, pinnable ? pin : null, close), frame.frame);
    pane.setAttribute("aria-label", title);
    pane.hidden = false;
  }

  close(): void {
    this.frame.close();
    const pane = byId("task-pane");
    pane.replaceChildren();
    pane.hidden = true;
    this.closed();
  }
}
