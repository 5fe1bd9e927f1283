import { alertMarkdown } from "./alert-markdown.ts";
import { element } from "./dom.ts";
import type { AlertButton, SmartAlert } from "./host/smart-alert.ts";

interface Shown {
  readonly alert: SmartAlert;
  readonly dialog: HTMLDialogElement;
  answer(button: AlertButton): Promise<unknown>;
}

/** Where Outlook shows the alert of an add-in: one at a time, over all the rest. */
export class Alerts {
  private shown: Shown | null = null;
  private readonly icon: string;

  /** `icon`: path of the add-in's. */
  constructor(icon: string) {
    this.icon = icon;
  }

  /** The alert that stands there now. */
  get current(): SmartAlert | null {
    return this.shown?.alert ?? null;
  }

  /** Shows an alert in the place of the one that may be there; `act` does what a button is for, once it is closed. */
  show(alert: SmartAlert, act: (button: AlertButton) => Promise<unknown>): void {
    this.close();
    const answer = (button: AlertButton) => {
      this.close();
      return act(button);
    };
    // Not the one by which the message leaves.
    const first = alert.buttons.find(({ act }) => act.kind !== "send");
    const buttons = alert.buttons.map((button) =>
      element(
        "button",
        {
          type: "button",
          class: button === first ? "plain-button primary" : "plain-button",
          autofocus: button === first,
          onclick: () => void answer(button),
        },
        button.label,
      ),
    );
    const text = alert.markdown ? alertMarkdown(alert.text) : [element("p", {}, alert.text)];
    const dialog = element(
      "dialog",
      { class: "alert", role: "alertdialog", "aria-labelledby": "alert-title", "aria-describedby": "alert-text" },
      element("h2", { id: "alert-title" }, element("img", { src: this.icon, alt: "", width: "20" }), alert.title),
      element("div", { id: "alert-text", class: "alert-text" }, ...text),
      element("div", { class: "dialog-buttons" }, ...buttons),
    );
    // Escape is the last button: the one by which nothing leaves.
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      const last = alert.buttons.at(-1);
      if (last) void answer(last);
    });
    this.shown = { alert, dialog, answer };
    document.body.append(dialog);
    dialog.showModal();
  }

  /** Presses the button with this label, and settles when what it is for is done. @throws RangeError when there is none. */
  async answer(label: string): Promise<void> {
    const button = this.shown?.alert.buttons.find((one) => one.label === label);
    if (!this.shown || !button) throw new RangeError(`no alert with a button ${label}`);
    await this.shown.answer(button);
  }

  close(): void {
    const { shown } = this;
    this.shown = null;
    shown?.dialog.close();
    shown?.dialog.remove();
  }
}
