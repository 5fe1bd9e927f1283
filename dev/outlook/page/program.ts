import type { DraftRecord, FolderName, Mailbox, Message, MessageSummary, StartData } from "../mail.ts";
import { Alerts } from "./alerts.ts";
import { ComposeSession } from "./compose-session.ts";
import { byId, element } from "./dom.ts";
import { AddInHost } from "./host/add-in-host.ts";
import { sanitise } from "./html-text.ts";
import { type IconName, icon } from "./icons.ts";
import { mailClient } from "./mail-client.ts";
import { initials, type ListLine, messageList, names } from "./message-list.ts";
import { type ComposeOptions, newMessage } from "./new-message.ts";
import { ReadingSession } from "./reading-session.ts";

const FOLDERS: readonly { readonly name: FolderName; readonly title: string; readonly icon: IconName }[] = [
  { name: "inbox", title: "Postvak IN", icon: "inbox" },
  { name: "drafts", title: "Concepten", icon: "draft" },
  { name: "sent", title: "Verzonden items", icon: "sent" },
];

/** How often the program looks for new mail, in milliseconds. */
const MAIL_CHECK_MS = 2000;

/** What a mailbox's own settings say about new messages. */
export interface WritingSettings {
  signature: boolean;
  format: "html" | "text";
}

/** Mailboxes that fit side by side in the bar. */
const MOST_BUTTONS = 3;

/** The mail program: which mailbox, which folder, which message, and the message being written. */
export class Program {
  readonly host: AddInHost;
  readonly alerts: Alerts;
  readonly writing: WritingSettings = { signature: false, format: "html" };
  mailbox: Mailbox;
  compose: ComposeSession | null = null;
  reading: ReadingSession;
  private readonly start: StartData;
  private folder: FolderName = "inbox";
  private selected: string | null = null;
  private messages: readonly MessageSummary[] = [];
  private drafts: readonly DraftRecord[] = [];
  private shown = "";
  private readonly seen = new Set<string>();

  constructor(start: StartData, mailbox: Mailbox) {
    this.start = start;
    this.mailbox = mailbox;
    this.host = new AddInHost(start.addIn, (what) => {
      byId("status").textContent = `De invoegtoepassing vroeg iets dat deze Outlook niet kent: ${what}`;
    });
    this.alerts = new Alerts(start.addIn.icon);
    this.reading = this.newReading();
    setInterval(() => void this.refresh(), MAIL_CHECK_MS);
  }

  /** Goes to a mailbox; a message being written there is kept as a draft first. */
  async switchMailbox(id: string): Promise<void> {
    const mailbox = this.start.mailboxes.find((one) => one.id === id);
    if (!mailbox) throw new RangeError(`no mailbox ${id}`);
    await this.compose?.close();
    this.reading.close();
    this.mailbox = mailbox;
    this.reading = this.newReading();
    await this.openFolder("inbox");
  }

  async openFolder(folder: FolderName): Promise<void> {
    await this.compose?.close();
    this.reading.close();
    this.folder = folder;
    this.selected = null;
    this.shown = "";
    // The lines of the folder before lead nowhere here.
    this.drafts = [];
    this.messages = [];
    this.showList();
    this.showReading(emptyReading());
    await this.refresh();
  }

  /** Begins a message as the mailbox's settings say, or as told. */
  async openCompose(options: ComposeOptions = {}): Promise<void> {
    await this.compose?.close();
    this.reading.close();
    this.selected = null;
    this.edit(newMessage(this.mailbox, { ...this.writing, ...options }));
  }

  /** Opens what stands in the list under this id. */
  async open(id: string): Promise<void> {
    if (this.folder === "drafts") {
      await this.compose?.close();
      const draft = (await mailClient.drafts(this.mailbox.id)).find((one) => one.id === id);
      if (!draft) throw new RangeError("no such draft");
      this.selected = id;
      this.edit(draft);
      return;
    }
    await this.compose?.close();
    const message = await mailClient.message(this.mailbox.id, this.folder, id);
    this.selected = id;
    this.seen.add(id);
    this.showReading(this.reading.show(this.folder, message));
    this.showList();
  }

  /** Asks the server for what is new in the folder, and shows the list when it changed. */
  async refresh(): Promise<void> {
    const { mailbox, folder } = this;
    const drafts = await mailClient.drafts(mailbox.id);
    const messages = folder === "drafts" ? [] : await mailClient.messages(mailbox.id, folder);
    if (mailbox !== this.mailbox || folder !== this.folder) return; // The person went on meanwhile.
    this.drafts = drafts;
    this.messages = messages;
    const state = JSON.stringify([
      mailbox.id,
      folder,
      this.selected,
      messages,
      drafts.map((one) => [one.id, one.savedAt]),
    ]);
    if (state === this.shown) return;
    this.shown = state;
    this.showFrame();
    this.showList();
  }

  private edit(draft: DraftRecord): void {
    const session = new ComposeSession(this.host, this.alerts, this.mailbox, draft, {
      draftsChanged: () => this.refresh(),
      closed: async (outcome) => {
        this.compose = null;
        this.selected = null;
        this.showReading(emptyReading(outcome));
        await this.refresh();
      },
    });
    this.compose = session;
    this.showReading(session.view.element);
    session.view.focus();
    this.showList();
  }

  private newReading(): ReadingSession {
    return new ReadingSession(this.host, this.mailbox, {
      sevenZip: this.start.sevenZip,
      answer: (kind, message, html) => void this.answer(kind, message, html),
    });
  }

  private async answer(kind: "reply" | "forward", original: Message, html: string): Promise<void> {
    await this.openCompose({ kind, original });
    const item = this.compose?.item;
    if (!item || html === "") return;
    item.body = sanitise(html) + item.body;
    item.changed("body");
  }

  private showReading(content: HTMLElement): void {
    byId("reading").replaceChildren(content);
  }

  private showList(): void {
    const lines =
      this.folder === "drafts" ? this.drafts.map(draftLine) : this.messages.map((one) => this.messageLine(one));
    byId("list-title").textContent = FOLDERS.find(({ name }) => name === this.folder)?.title ?? "";
    byId("list").replaceChildren(messageList(lines, this.selected, (id) => void this.open(id)));
  }

  private messageLine(message: MessageSummary): ListLine {
    const inbox = this.folder === "inbox";
    return {
      ...message,
      who: inbox ? message.from.name : names(message.to),
      unread: inbox && !this.seen.has(message.id),
      mark: null,
    };
  }

  /** Folders and mailboxes. */
  private showFrame(): void {
    const { mailboxes } = this.start;
    byId("mailboxes").replaceChildren(
      ...(mailboxes.length > MOST_BUTTONS ? [this.mailboxList()] : this.mailboxButtons()),
    );
    byId("mailbox-name").textContent = this.mailbox.name;
    byId("mailbox-address").textContent = this.mailbox.address;
    const folders = FOLDERS.map(({ name, title, icon: drawing }) =>
      element(
        "button",
        {
          type: "button",
          class: "folder",
          "aria-current": name === this.folder ? "page" : null,
          onclick: () => void this.openFolder(name),
        },
        icon(drawing),
        element("span", {}, title),
        name === "drafts" && this.drafts.length > 0
          ? element("span", { class: "count" }, String(this.drafts.length))
          : null,
      ),
    );
    byId("folders").replaceChildren(...folders);
  }

  private mailboxButtons(): readonly HTMLElement[] {
    return this.start.mailboxes.map((mailbox) =>
      element(
        "button",
        {
          type: "button",
          class: "mailbox-button",
          "aria-pressed": String(mailbox === this.mailbox),
          onclick: () => void this.switchMailbox(mailbox.id),
        },
        element("span", { class: "avatar", "aria-hidden": "true" }, initials(mailbox.name)),
        element("span", {}, element("strong", {}, mailbox.name), element("small", {}, mailbox.organisation)),
      ),
    );
  }

  /** For more mailboxes than fit side by side. */
  private mailboxList(): HTMLElement {
    return element(
      "select",
      {
        class: "mailbox-list",
        "aria-label": "Mailbox",
        onchange: ({ target }: Event) => {
          if (target instanceof HTMLSelectElement) void this.switchMailbox(target.value);
        },
      },
      ...this.start.mailboxes.map(({ id, name, address }) =>
        element("option", { value: id, selected: id === this.mailbox.id ? "" : null }, `${name} (${address})`),
      ),
    );
  }
}

function draftLine(draft: DraftRecord): ListLine {
  return {
    id: draft.id ?? "",
    who: names(draft.to),
    subject: draft.subject,
    preview: draft.text.slice(0, 120),
    date: draft.savedAt,
    hasFiles: draft.files.some((file) => file.contentId === null),
    unread: false,
    mark: "[Concept] ",
  };
}

const EMPTY = {
  sent: "Het bericht is verzonden.",
  kept: "Selecteer een item om het te lezen.",
  discarded: "Het concept is verwijderd.",
} as const;

function emptyReading(outcome: keyof typeof EMPTY = "kept"): HTMLElement {
  return element("div", { class: "empty-reading", role: "status" }, icon("inbox"), element("p", {}, EMPTY[outcome]));
}
