import type { Mailbox, Message } from "../mail.ts";
import type { AddInHost } from "./host/add-in-host.ts";
import { readData } from "./host/initial-data.ts";
import { readCalls } from "./host/read-calls.ts";
import { mailClient } from "./mail-client.ts";
import { ReadingView } from "./reading-view.ts";
import { openSevenZip } from "./seven-zip-dialog.ts";
import { TaskPane } from "./task-pane.ts";

/** What the reading pane asks of the program around it. */
export interface ReadingEvents {
  readonly sevenZip: boolean;
  answer(kind: "reply" | "forward", message: Message, html: string): void;
}

/** The reading pane, from one message to the next; a pinned add-in stays and hears which message is open now. */
export class ReadingSession {
  message: Message | null = null;
  view: ReadingView | null = null;
  pane: TaskPane | null = null;
  private readonly host: AddInHost;
  private readonly mailbox: Mailbox;
  private readonly events: ReadingEvents;

  constructor(host: AddInHost, mailbox: Mailbox, events: ReadingEvents) {
    this.host = host;
    this.mailbox = mailbox;
    this.events = events;
  }

  /** Shows a message; an add-in that is not pinned closes, as in Outlook. */
  show(folder: "inbox" | "sent", message: Message): HTMLElement {
    const address = (index: number) => mailClient.fileAddress(this.mailbox.id, folder, message.id, index);
    this.message = message;
    this.view = new ReadingView(message, {
      addInButton: this.host.surface()?.read ?? null,
      sevenZip: this.events.sevenZip,
      fileAddress: address,
      openWithSevenZip: (index, name) => openSevenZip(address(index), name),
      openAddIn: () => this.openAddIn(),
      answer: (kind) => this.events.answer(kind, message, ""),
    });
    this.fileAddress = address;
    if (this.pane?.pinned) this.pane.frame.fire("olkItemSelectedChanged", this.data());
    else this.pane?.close();
    return this.view.element;
  }

  /** Opens the add-in's pane beside the message. */
  openAddIn(): void {
    if (this.pane) return;
    const button = this.host.surface()?.read;
    const frame = this.host.open(
      "read",
      this.mailbox,
      () => this.data(),
      () => this.calls(),
    );
    if (!frame || !button) return;
    this.pane = new TaskPane({
      title: this.host.addIn.name,
      iconPath: button.icon,
      pinnable: button.pinnable,
      frame,
      closed: () => {
        this.pane = null;
      },
    });
  }

  close(): void {
    this.pane?.close();
    this.message = null;
    this.view = null;
  }

  private fileAddress: (index: number) => string = () => "";

  private data(): unknown {
    return this.message ? readData(this.mailbox, this.host.addIn.permissions, this.message) : null;
  }

  private calls() {
    const { message, view } = this;
    if (!message || !view) return {};
    return readCalls({
      message,
      bars: view.bars,
      barsChanged: () => view.showBars(),
      content: (index) => base64Of(this.fileAddress(index)),
      reply: (html) => this.events.answer("reply", message, html),
    });
  }
}

async function base64Of(address: string): Promise<string> {
  const response = await fetch(address);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
