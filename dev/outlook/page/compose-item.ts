import type { ComposeKind, DraftFile, DraftRecord, Mailbox, Person } from "../mail.ts";
import { htmlToText } from "./html-text.ts";

/** What an item tells those who listen that it changed. */
export type ItemPart = "recipients" | "subject" | "body" | "attachments" | "notifications";

/** An attachment of a message in the making; `key` lives as long as the window. */
export interface ItemFile extends DraftFile {
  readonly key: string;
}

/** A bar above the message. */
export interface Notification {
  readonly key: string;
  readonly message: string;
  /** 0 information, 1 progress, 2 error, 3 insight. */
  readonly type: number;
  readonly icon?: string;
  readonly persistent?: boolean;
}

/** Where recipients stand, in the order of the wire's numbers. */
export const RECIPIENT_FIELDS = ["to", "cc", "bcc"] as const;
export type RecipientField = (typeof RECIPIENT_FIELDS)[number];

/** A message being written, in one window. Session data are gone when the window is: only `record` survives. */
export class ComposeItem {
  readonly mailbox: Mailbox;
  id: string | null;
  readonly kind: ComposeKind;
  readonly format: "html" | "text";
  readonly recipients: Record<RecipientField, readonly Person[]>;
  subject: string;
  /** HTML with pictures as `cid:`, or plain text. */
  body: string;
  files: readonly ItemFile[];
  readonly headers: Map<string, string>;
  customProperties: string;
  readonly sessionData = new Map<string, string>();
  readonly notifications = new Map<string, Notification>();
  /** True while Outlook takes an attachment in: a second one then gets lost. */
  addingFile = false;
  private readonly listeners = new Set<(part: ItemPart) => void>();

  constructor(mailbox: Mailbox, record: DraftRecord) {
    this.mailbox = mailbox;
    this.id = record.id;
    this.kind = record.kind;
    this.format = record.format;
    this.recipients = { to: record.to, cc: record.cc, bcc: record.bcc };
    this.subject = record.subject;
    this.body = record.body;
    this.files = record.files.map((file) => ({ ...file, key: newKey() }));
    this.headers = new Map(Object.entries(record.headers));
    this.customProperties = record.customProperties;
  }

  /** What is kept of it, as it is now. */
  record(): DraftRecord {
    return {
      id: this.id,
      kind: this.kind,
      format: this.format,
      ...this.recipients,
      subject: this.subject,
      body: this.body,
      text: this.text(),
      files: this.files.map(({ name, type, base64, contentId }) => ({ name, type, base64, contentId })),
      headers: Object.fromEntries(this.headers),
      customProperties: this.customProperties,
      savedAt: new Date().toISOString(),
    };
  }

  /** The body as a person reads it. */
  text(): string {
    return this.format === "text" ? this.body : htmlToText(this.body);
  }

  changed(part: ItemPart): void {
    for (const listener of this.listeners) listener(part);
  }

  listen(listener: (part: ItemPart) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** A name for something that lives as long as this page. */
export function newKey(): string {
  return crypto.randomUUID();
}
