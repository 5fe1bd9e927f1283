import type { AddInButton, Message, Person } from "../mail.ts";
import { showBars } from "./bars.ts";
import type { Notification } from "./compose-item.ts";
import { element } from "./dom.ts";
import { fileCard } from "./files-view.ts";
import { sanitise, textToHtml } from "./html-text.ts";
import { icon } from "./icons.ts";
import { initials } from "./message-list.ts";

/** What a person can do with a message that is open. */
export interface ReadingActions {
  readonly addInButton: AddInButton | null;
  /** Whether this computer has 7-Zip. */
  readonly sevenZip: boolean;
  fileAddress(index: number): string;
  openWithSevenZip(index: number, name: string): void;
  openAddIn(): void;
  answer(kind: "reply" | "forward"): void;
}

/** Archives that 7-Zip opens. */
const ARCHIVE = /\.(7z|zip)$/i;

/** Nothing in a message may load or run, whatever the sanitiser let through. */
const BODY_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/** A message in the reading pane. */
export class ReadingView {
  readonly element: HTMLElement;
  readonly bars = new Map<string, Notification>();
  private readonly barPlace = element("div", { class: "bars" });

  constructor(message: Message, actions: ReadingActions) {
    const files = message.files.filter((file) => file.contentId === null);
    this.element = element(
      "article",
      { class: "reading", "aria-label": message.subject },
      element("h2", { class: "reading-subject" }, message.subject || "(Geen onderwerp)"),
      this.barPlace,
      header(message, actions),
      files.length === 0
        ? null
        : element("ul", { class: "files", "aria-label": "Bijlagen" }, ...files.map((file) => card(file, actions))),
      bodyFrame(message),
    );
  }

  showBars(): void {
    showBars(this.barPlace, this.bars);
  }
}

function header(message: Message, actions: ReadingActions): HTMLElement {
  const { addInButton } = actions;
  const command = (label: string, name: "reply" | "forward") =>
    element(
      "button",
      { type: "button", class: "icon-button", title: label, "aria-label": label, onclick: () => actions.answer(name) },
      icon(name),
    );
  const line = (label: string, people: readonly Person[]) =>
    people.length === 0
      ? null
      : element("p", { class: "reading-line" }, `${label}: `, people.map((one) => one.name || one.address).join("; "));
  return element(
    "header",
    { class: "reading-head" },
    element("span", { class: "avatar", "aria-hidden": "true" }, initials(message.from.name)),
    element(
      "div",
      { class: "reading-people" },
      element("p", { class: "reading-from" }, element("strong", {}, message.from.name), ` <${message.from.address}>`),
      line("Aan", message.to),
      line("CC", message.cc),
      element(
        "p",
        { class: "reading-line" },
        new Date(message.date).toLocaleString("nl-BE", { dateStyle: "full", timeStyle: "short" }),
      ),
    ),
    element(
      "div",
      { class: "reading-actions" },
      addInButton
        ? element(
            "button",
            {
              type: "button",
              class: "command add-in-button",
              title: addInButton.description,
              onclick: () => actions.openAddIn(),
            },
            element("img", { src: addInButton.icon, alt: "", width: "20", height: "20" }),
            addInButton.label,
          )
        : null,
      command("Beantwoorden", "reply"),
      command("Doorsturen", "forward"),
    ),
  );
}

function card(file: Message["files"][number], actions: ReadingActions): HTMLElement {
  const download = element(
    "a",
    { class: "file-action", href: actions.fileAddress(file.index), download: file.name },
    icon("download"),
    "Downloaden",
  );
  if (!ARCHIVE.test(file.name) || !actions.sevenZip) return fileCard(file.name, file.size, download);
  const open = element(
    "button",
    { type: "button", class: "file-action", onclick: () => actions.openWithSevenZip(file.index, file.name) },
    icon("archive"),
    "Openen met 7-Zip",
  );
  return fileCard(file.name, file.size, download, open);
}

/** The body in a frame without scripts, as high as it needs to be. */
function bodyFrame(message: Message): HTMLElement {
  const content =
    message.html === null
      ? `<div style="white-space:normal">${textToHtml(message.text)}</div>`
      : sanitise(message.html);
  const frame = element("iframe", {
    class: "reading-body",
    title: "Berichttekst",
    sandbox: "allow-same-origin allow-popups",
    srcdoc:
      `<!doctype html><html lang="nl"><head><meta http-equiv="Content-Security-Policy" content="${BODY_POLICY}">` +
      '<base target="_blank"><style>body{margin:0;font:15px/1.5 "Segoe UI",system-ui,sans-serif;color:#242424;overflow-wrap:anywhere}img{max-width:100%}</style>' +
      `</head><body>${content}</body></html>`,
  });
  frame.addEventListener("load", () => {
    const height = frame.contentDocument?.documentElement.scrollHeight ?? 0;
    frame.style.height = `${height + 24}px`;
  });
  return frame;
}
