import type { Notification } from "./compose-item.ts";
import { element } from "./dom.ts";
import { icon } from "./icons.ts";

/** The bars of add-ins above a message, each with a button that takes it away. */
export function showBars(place: HTMLElement, bars: Map<string, Notification>): void {
  const lines = [...bars.values()].map((bar) => {
    const dismiss = () => {
      bars.delete(bar.key);
      showBars(place, bars);
    };
    return element(
      "div",
      { class: `bar bar-${["info", "progress", "error", "info"][bar.type] ?? "info"}`, role: "status" },
      element("span", {}, bar.message),
      element(
        "button",
        { type: "button", class: "icon-button", "aria-label": "Melding sluiten", onclick: dismiss },
        icon("close"),
      ),
    );
  });
  place.replaceChildren(...lines);
}
