import type { Person } from "../mail.ts";
import { element } from "./dom.ts";
import { icon } from "./icons.ts";

/** One address, alone or as "Name <address>". */
const TYPED = /^\s*(?:"?([^"<]*?)"?\s*<([^<>\s]+)>|([^<>\s]+))\s*$/;

/** A line of recipients as chips, with a place to type the next one. */
export class RecipientsField {
  readonly element: HTMLElement;
  private readonly chips = element("div", { class: "chips" });
  private readonly input: HTMLInputElement;
  private people: readonly Person[] = [];
  private readonly changed: (people: readonly Person[]) => void;

  constructor(label: string, name: string, changed: (people: readonly Person[]) => void) {
    this.changed = changed;
    this.input = element("input", { id: `field-${name}`, type: "text", autocomplete: "off", spellcheck: "false" });
    this.input.addEventListener("keydown", (event) => this.onKey(event));
    this.input.addEventListener("blur", () => this.take());
    this.chips.append(this.input);
    this.element = element(
      "div",
      { class: "compose-field" },
      element("label", { for: `field-${name}` }, label),
      this.chips,
    );
  }

  show(people: readonly Person[]): void {
    this.people = people;
    const chips = people.map((person) =>
      element(
        "span",
        { class: "chip", title: person.address },
        person.name,
        element(
          "button",
          {
            type: "button",
            class: "icon-button",
            "aria-label": `${person.name} verwijderen`,
            onclick: () => this.changed(this.people.filter((other) => other !== person)),
          },
          icon("close"),
        ),
      ),
    );
    this.chips.replaceChildren(...chips, this.input);
  }

  focus(): void {
    this.input.focus();
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === "Backspace" && this.input.value === "" && this.people.length > 0) {
      this.changed(this.people.slice(0, -1));
      this.input.focus();
    }
    if (event.key !== "Enter" && event.key !== ";" && event.key !== ",") return;
    event.preventDefault();
    this.take();
    this.input.focus();
  }

  private take(): void {
    const typed = this.input.value.match(TYPED);
    const address = typed?.[2] ?? typed?.[3];
    if (!address) return;
    this.input.value = "";
    this.changed([...this.people, { name: typed?.[1] || address, address }]);
  }
}
