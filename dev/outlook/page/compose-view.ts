import type { AddInButton } from "../mail.ts";
import { showBars } from "./bars.ts";
import { BodyEditor } from "./body-editor.ts";
import { type ComposeItem, type ItemPart, newKey, RECIPIENT_FIELDS, type RecipientField } from "./compose-item.ts";
import { element } from "./dom.ts";
import { fileCard } from "./files-view.ts";
import { typeOf } from "./host/attachment-calls.ts";
import { type IconName, icon } from "./icons.ts";
import { RecipientsField } from "./recipients-field.ts";

/** What a person can do in the compose window beyond typing. */
export interface ComposeActions {
  readonly addInButton: AddInButton | null;
  send(): void;
  close(): void;
  discard(): void;
  openAddIn(): void;
}

const LABELS: Readonly<Record<RecipientField, string>> = { to: "Aan", cc: "CC", bcc: "BCC" };

/** The compose window. What the add-in changes shows at once, and what is typed is the add-in's at once. */
export class ComposeView {
  readonly element: HTMLElement;
  private readonly item: ComposeItem;
  private readonly editor: BodyEditor;
  private readonly subject: HTMLInputElement;
  private readonly bars = element("div", { class: "bars" });
  private readonly files = element("ul", { class: "files", "aria-label": "Bijlagen" });
  private readonly checking = element("p", { class: "compose-checking", role: "status" });
  private readonly problem = element("p", { class: "compose-problem", role: "alert" });
  private readonly recipients: Readonly<Record<RecipientField, RecipientsField>>;
  private readonly message: readonly HTMLElement[];
  private readonly stopListening: () => void;

  constructor(item: ComposeItem, actions: ComposeActions) {
    this.item = item;
    this.editor = new BodyEditor(item);
    this.subject = element("input", {
      id: "field-subject",
      class: "subject-input",
      type: "text",
      placeholder: "Onderwerp toevoegen",
      "aria-label": "Onderwerp",
      autocomplete: "off",
      maxlength: "255",
    });
    this.subject.addEventListener("input", () => {
      item.subject = this.subject.value;
    });
    const field = (name: RecipientField) =>
      new RecipientsField(LABELS[name], name, (people) => {
        item.recipients[name] = people;
        item.changed("recipients");
      });
    this.recipients = { to: field("to"), cc: field("cc"), bcc: field("bcc") };
    const from = element("strong", {}, item.mailbox.name);
    const head = element(
      "div",
      { class: "compose-head" },
      element("p", { class: "compose-from" }, "Van: ", from, ` ${item.mailbox.address}`),
      ...RECIPIENT_FIELDS.map((name) => this.recipients[name].element),
      element("div", { class: "compose-field" }, this.subject),
    );
    this.message = [head, this.files, this.editor.element];
    this.element = element(
      "section",
      { class: "compose", "aria-label": "Bericht opstellen" },
      this.ribbon(actions),
      this.bars,
      this.checking,
      this.problem,
      ...this.message,
    );
    this.stopListening = item.listen((part) => this.show(part));
    for (const part of ["recipients", "subject", "attachments", "notifications"] as const) this.show(part);
  }

  /** Says in the window why the message did not go. */
  problemIs(text: string): void {
    this.problem.textContent = text;
  }

  /** Says that this add-in is checking the message, which a person can not change meanwhile; null when it is done. */
  checkedBy(addIn: string | null): void {
    this.checking.textContent = addIn === null ? "" : `${addIn} controleert het bericht voor het wordt verzonden…`;
    this.element.setAttribute("aria-busy", String(addIn !== null));
    for (const part of this.message) part.inert = addIn !== null;
  }

  focus(): void {
    this.recipients.to.focus();
  }

  remove(): void {
    this.stopListening();
    this.element.remove();
  }

  private show(part: ItemPart): void {
    switch (part) {
      case "recipients":
        for (const name of RECIPIENT_FIELDS) this.recipients[name].show(this.item.recipients[name]);
        return;
      case "subject":
        this.subject.value = this.item.subject;
        return;
      case "body":
        this.editor.show();
        return;
      case "attachments":
        this.showFiles();
        return;
      case "notifications":
        showBars(this.bars, this.item.notifications);
    }
  }

  private showFiles(): void {
    const attached = this.item.files.filter((file) => file.contentId === null);
    this.files.hidden = attached.length === 0;
    this.files.replaceChildren(
      ...attached.map((file) => {
        const remove = () => {
          this.item.files = this.item.files.filter((other) => other !== file);
          this.item.changed("attachments");
        };
        const button = element(
          "button",
          { type: "button", class: "icon-button", "aria-label": `${file.name} verwijderen`, onclick: remove },
          icon("close"),
        );
        return fileCard(file.name, Math.floor((file.base64.replace(/=+$/, "").length * 3) / 4), button);
      }),
    );
  }

  private ribbon(actions: ComposeActions): HTMLElement {
    const picker = element("input", {
      type: "file",
      class: "visually-hidden",
      tabindex: "-1",
      "aria-label": "Bestand kiezen",
    });
    picker.addEventListener("change", () => void this.attach(picker));
    const { addInButton } = actions;
    return element(
      "div",
      { class: "ribbon", role: "toolbar", "aria-label": "Lint" },
      element(
        "button",
        { type: "button", class: "send-button", onclick: () => actions.send() },
        icon("send"),
        "Verzenden",
      ),
      iconButton("Bestand bijvoegen", "attach", () => picker.click()),
      picker,
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
      element("span", { class: "ribbon-space" }),
      iconButton("Concept verwijderen", "trash", () => actions.discard()),
      iconButton("Bericht sluiten en bewaren", "close", () => actions.close()),
    );
  }

  private async attach(picker: HTMLInputElement): Promise<void> {
    const [chosen] = picker.files ?? [];
    if (!chosen) return;
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    const file = { key: newKey(), name: chosen.name, type: typeOf(chosen.name), base64, contentId: null };
    this.item.files = [...this.item.files, file];
    this.item.changed("attachments");
    picker.value = "";
  }
}

function iconButton(label: string, drawing: IconName, act: () => void): HTMLElement {
  const names = { title: label, "aria-label": label };
  return element("button", { type: "button", class: "icon-button", ...names, onclick: act }, icon(drawing));
}
