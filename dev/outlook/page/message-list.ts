import type { Person } from "../mail.ts";
import { element } from "./dom.ts";
import { icon } from "./icons.ts";

/** One line of the list. */
export interface ListLine {
  readonly id: string;
  readonly who: string;
  readonly subject: string;
  readonly preview: string;
  /** ISO 8601; empty for a draft that was never saved. */
  readonly date: string;
  readonly hasFiles: boolean;
  readonly unread: boolean;
  /** For drafts. */
  readonly mark: string | null;
}

/** The list of messages in a folder, each a button. */
export function messageList(
  lines: readonly ListLine[],
  selected: string | null,
  open: (id: string) => void,
): HTMLElement {
  if (lines.length === 0) {
    return element("p", { class: "empty-list" }, "Er staat niets in deze map.");
  }
  return element(
    "ul",
    { class: "messages" },
    ...lines.map((line) =>
      element(
        "li",
        {},
        element(
          "button",
          {
            type: "button",
            class: `message-line${line.unread ? " unread" : ""}`,
            "aria-current": line.id === selected ? "true" : null,
            "data-id": line.id,
            onclick: () => open(line.id),
          },
          element("span", { class: "avatar", "aria-hidden": "true" }, initials(line.who)),
          element(
            "span",
            { class: "message-text" },
            element(
              "span",
              { class: "message-top" },
              element(
                "span",
                { class: "message-who" },
                line.mark ? element("span", { class: "draft-mark" }, line.mark) : null,
                line.who,
              ),
              line.hasFiles ? icon("attach") : null,
            ),
            element(
              "span",
              { class: "message-top" },
              element("span", { class: "message-subject" }, line.subject || "(Geen onderwerp)"),
              element("span", { class: "message-date" }, shortDate(line.date)),
            ),
            element("span", { class: "message-preview" }, line.preview),
          ),
        ),
      ),
    ),
  );
}

/** Names in a list of people, or what to say when there are none. */
export function names(people: readonly Person[]): string {
  return people.map((person) => person.name || person.address).join("; ") || "(Geen geadresseerden)";
}

/** The first letters of the first two words of a name. */
export function initials(name: string): string {
  const words = name
    .replace(/[^\p{L}\s]/gu, " ")
    .trim()
    .split(/\s+/);
  return words
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join("");
}

function shortDate(iso: string): string {
  if (iso === "") return "";
  const date = new Date(iso);
  const today = new Date().toDateString() === date.toDateString();
  return today
    ? date.toLocaleTimeString("nl-BE", { hour: "2-digit", minute: "2-digit" })
    : date.toLocaleDateString("nl-BE", { weekday: "short", day: "numeric", month: "numeric" });
}
