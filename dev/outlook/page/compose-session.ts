import type { DraftRecord, Mailbox } from "../mail.ts";
import type { Alerts } from "./alerts.ts";
import { ComposeItem, newKey, RECIPIENT_FIELDS } from "./compose-item.ts";
import { ComposeView } from "./compose-view.ts";
import type { AddInHost } from "./host/add-in-host.ts";
import type { CallHandlers } from "./host/answer.ts";
import { details } from "./host/attachment-calls.ts";
import { composeCalls } from "./host/compose-calls.ts";
import { composeData } from "./host/initial-data.ts";
import { mailClient } from "./mail-client.ts";
import { SendCheck } from "./send-check.ts";
import { TaskPane } from "./task-pane.ts";

const ADDRESS = /^[^\s@<>]+@[^\s@<>]+$/;

/** One compose window: from opening a draft until it is sent, closed or thrown away. */
export class ComposeSession {
  readonly item: ComposeItem;
  readonly view: ComposeView;
  pane: TaskPane | null = null;
  private readonly host: AddInHost;
  private readonly mailbox: Mailbox;
  private readonly closed: (outcome: "sent" | "kept" | "discarded") => Promise<void>;
  private readonly draftsChanged: () => Promise<void>;
  private readonly begun: string;
  private readonly check: SendCheck;
  private sending: Promise<boolean> | null = null;

  constructor(
    host: AddInHost,
    alerts: Alerts,
    mailbox: Mailbox,
    record: DraftRecord,
    events: {
      readonly draftsChanged: () => Promise<void>;
      readonly closed: (outcome: "sent" | "kept" | "discarded") => Promise<void>;
    },
  ) {
    this.host = host;
    this.mailbox = mailbox;
    this.closed = events.closed;
    this.draftsChanged = events.draftsChanged;
    this.item = new ComposeItem(mailbox, record);
    this.begun = this.content();
    this.view = new ComposeView(this.item, {
      addInButton: host.surface()?.compose ?? null,
      send: () => void this.send(),
      close: () => void this.close(),
      discard: () => void this.discard(),
      openAddIn: () => this.openAddIn(),
    });
    this.check = new SendCheck(host, alerts, {
      mailbox,
      calls: () => this.calls(),
      checking: (addIn) => this.view.checkedBy(addIn),
      send: () => this.deliver(),
      openPane: (context) => {
        this.pane?.close();
        this.openAddIn(context);
      },
    });
    this.tellAddInOfChanges();
  }

  /** Opens the add-in's pane beside the window; it stays as it is when it is open already. `context` is for it. */
  openAddIn(context?: unknown): void {
    if (this.pane) return;
    const calls = this.calls(context);
    const data = () => composeData(this.mailbox, this.host.addIn.permissions);
    const button = this.host.surface()?.compose;
    const frame = this.host.open("compose", this.mailbox, data, () => calls);
    if (!frame || !button) return;
    this.pane = new TaskPane({
      title: this.host.addIn.name,
      iconPath: button.icon,
      pinnable: false,
      frame,
      closed: () => {
        this.pane = null;
      },
    });
  }

  /** Keeps the draft in Concepten; gives its id. */
  async save(): Promise<string> {
    const id = this.item.id ?? newKey();
    this.item.id = id;
    await mailClient.saveDraft(this.mailbox.id, this.item.record());
    await this.draftsChanged();
    return id;
  }

  /** Sends, when the add-in has nothing against it; false when the message has not left. Pressed twice it is one time. */
  send(): Promise<boolean> {
    this.sending ??= this.checkAndDeliver().finally(() => {
      this.sending = null;
    });
    return this.sending;
  }

  private async checkAndDeliver(): Promise<boolean> {
    const people = RECIPIENT_FIELDS.flatMap((field) => this.item.recipients[field]);
    const wrong = people.find((person) => !ADDRESS.test(person.address));
    if (people.length === 0) {
      this.view.problemIs("Voeg minstens één geadresseerde toe voordat je het bericht verzendt.");
      return false;
    }
    if (wrong) {
      this.view.problemIs(`Dit adres klopt niet: ${wrong.address}`);
      return false;
    }
    this.view.problemIs("");
    return (await this.check.run()) && this.deliver();
  }

  /** Sends over SMTP, and closes. */
  private async deliver(): Promise<boolean> {
    try {
      await mailClient.send(this.mailbox.id, this.item.record());
    } catch {
      this.view.problemIs("Het bericht is niet verzonden: de mailserver antwoordt niet. Probeer het opnieuw.");
      return false;
    }
    await this.end("sent");
    return true;
  }

  /** Closes the window; what was written is kept as a draft. */
  async close(): Promise<void> {
    const changed = this.content() !== this.begun;
    const checked = this.check.stop("left");
    if (checked || changed || this.item.id !== null) await this.save();
    await this.end("kept");
  }

  async discard(): Promise<void> {
    this.check.stop("stay");
    if (this.item.id !== null) await mailClient.removeDraft(this.mailbox.id, this.item.id);
    await this.end("discarded");
  }

  /** Fires the events of the item for which the add-in registered. */
  private tellAddInOfChanges(): void {
    let recipients = { ...this.item.recipients };
    let files = this.item.files;
    this.item.listen((part) => {
      if (part === "recipients") {
        const now = this.item.recipients;
        const changed = RECIPIENT_FIELDS.map((field) => [field, now[field] !== recipients[field]]);
        recipients = { ...now };
        this.pane?.frame.fire("olkRecipientsChanged", [JSON.stringify(Object.fromEntries(changed))]);
      }
      if (part === "attachments") {
        const now = this.item.files;
        const added = now.filter((file) => !files.includes(file)).map((file) => ["added", file] as const);
        const removed = files.filter((file) => !now.includes(file)).map((file) => ["removed", file] as const);
        files = now;
        for (const [attachmentStatus, file] of [...added, ...removed]) {
          const attachmentDetails = details(this.item, file, this.host.profile);
          this.pane?.frame.fire("olkAttachmentsChanged", [JSON.stringify({ attachmentStatus, attachmentDetails })]);
        }
      }
    });
  }

  private calls(context?: unknown): CallHandlers {
    const window = { item: this.item, save: () => this.save(), close: () => void this.close() };
    return composeCalls(window, () => this.host.profile, context);
  }

  private async end(outcome: "sent" | "kept" | "discarded"): Promise<void> {
    this.pane?.close();
    this.view.remove();
    await this.closed(outcome);
  }

  private content(): string {
    return JSON.stringify({ ...this.item.record(), savedAt: "", id: "" });
  }
}
