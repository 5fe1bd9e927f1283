import { OutlookError } from "../../src/application/outlook-error.ts";
import type { ComposeType, Draft, DraftAttachment, DraftBody, RecipientField } from "../../src/application/ports.ts";
import type { Content } from "../../src/domain/content.ts";
import { textBody } from "../../src/domain/message-body.ts";
import type { GuardedSeal } from "../../src/domain/seal.ts";

/** How a call goes wrong. `timed out, done late` takes effect when the test says so (`land`). */
export const FAULTS = [
  "fails",
  "throws",
  "timed out, nothing done",
  "timed out, done",
  "timed out, done late",
] as const;
export type Fault = (typeof FAULTS)[number];

/** All that a draft holds. */
export interface DraftContents {
  readonly composeType: ComposeType;
  readonly recipients: Readonly<Record<RecipientField, readonly string[]>>;
  readonly subject: string;
  readonly body: DraftBody;
  readonly attachments: readonly DraftAttachment[];
  readonly header: string | null;
  readonly seal: GuardedSeal | null;
}

/** A new message with a signature, as Outlook opens it. */
export const EMPTY_DRAFT: DraftContents = {
  composeType: "new",
  recipients: { to: [], cc: [], bcc: [] },
  subject: "",
  body: { format: "text", source: "\n-- \nEls", ownText: "" },
  attachments: [],
  header: null,
  seal: null,
};

/** A draft in memory that counts its calls and goes wrong at the call that a test names. */
export class FakeDraft implements Draft {
  contents: DraftContents;
  readonly calls: string[] = [];
  /** What Outlook makes of the draft when it is saved. */
  onSave: (contents: DraftContents) => DraftContents = (contents) => contents;
  /** Told of each call, by its number, as it begins. */
  onCall: (call: number) => void = () => undefined;
  readonly #faults = new Map<number, Fault>();
  readonly #broken = new Map<string, Fault>();
  #late: (() => void)[] = [];
  #nextId = 1;
  #closed = false;

  constructor(contents: Partial<DraftContents> = {}) {
    this.contents = { ...EMPTY_DRAFT, ...contents };
  }

  /** The call with this number, counted from 0, goes wrong once. */
  failAt(call: number, fault: Fault): void {
    this.#faults.set(call, fault);
  }

  /** Every call with this name goes wrong, until `repair`. */
  break(name: string, fault: Fault): void {
    this.#broken.set(name, fault);
  }

  repair(): void {
    this.#broken.clear();
  }

  /** What timed out takes effect after all. */
  land(): void {
    const late = this.#late;
    this.#late = [];
    for (const effect of late) effect();
  }

  composeType(): Promise<ComposeType> {
    return this.#call("composeType", () => this.contents.composeType);
  }
  recipients(field: RecipientField): Promise<readonly string[]> {
    return this.#call(`recipients ${field}`, () => this.contents.recipients[field]);
  }
  setRecipients(field: RecipientField, addresses: readonly string[]): Promise<void> {
    return this.#call(`setRecipients ${field}`, () =>
      this.#change({ recipients: { ...this.contents.recipients, [field]: addresses } }),
    );
  }
  subject(): Promise<string> {
    return this.#call("subject", () => this.contents.subject);
  }
  setSubject(subject: string): Promise<void> {
    return this.#call("setSubject", () => this.#change({ subject }));
  }
  body(): Promise<DraftBody> {
    return this.#call("body", () => this.contents.body);
  }
  text(): Promise<string> {
    return this.#call("text", () => this.contents.body.source);
  }
  setBody(message: Content, before: DraftBody): Promise<void> {
    const ownText = textBody(message);
    return this.#call("setBody", () =>
      this.#change({ body: { format: before.format, source: ownText + before.source, ownText } }),
    );
  }
  restoreBody(before: DraftBody): Promise<void> {
    return this.#call("restoreBody", () => this.#change({ body: before }));
  }
  attachments(): Promise<readonly DraftAttachment[]> {
    return this.#call("attachments", () => this.contents.attachments);
  }
  addAttachment(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    return this.#call("addAttachment", () => {
      const added = { id: `attachment-${this.#nextId++}`, name, size: bytes.byteLength, inline: false };
      this.#change({ attachments: [...this.contents.attachments, added] });
    });
  }
  removeAttachment(id: string): Promise<void> {
    return this.#call("removeAttachment", () =>
      this.#change({ attachments: this.contents.attachments.filter((attachment) => attachment.id !== id) }),
    );
  }
  sealHeader(): Promise<string | null> {
    return this.#call("sealHeader", () => this.contents.header);
  }
  setSealHeader(header: string): Promise<void> {
    return this.#call("setSealHeader", () => this.#change({ header }));
  }
  removeSealHeader(): Promise<void> {
    return this.#call("removeSealHeader", () => this.#change({ header: null }));
  }
  save(): Promise<void> {
    return this.#call("save", () => this.#change(this.onSave(this.contents)));
  }
  storeSeal(seal: GuardedSeal): Promise<void> {
    return this.#call("storeSeal", () => this.#change({ seal }));
  }
  storedSeal(): Promise<GuardedSeal | null> {
    return this.#call("storedSeal", () => this.contents.seal);
  }
  clearSeal(): Promise<void> {
    return this.#call("clearSeal", () => this.#change({ seal: null }));
  }

  close(): void {
    this.#closed = true;
  }

  #change(change: Partial<DraftContents>): void {
    this.contents = { ...this.contents, ...change };
  }

  async #call<T>(name: string, effect: () => T): Promise<T> {
    if (this.#closed) throw new OutlookError("failed", name, "the message is no longer open");
    const fault = this.#faults.get(this.calls.length) ?? this.#broken.get(name);
    this.onCall(this.calls.length);
    this.calls.push(name);
    switch (fault) {
      case undefined:
        return effect();
      case "fails":
        throw new OutlookError("failed", name, "error 5000");
      case "throws":
        throw new TypeError(`${name}: not an answer of Outlook's`);
      case "timed out, done":
        effect();
        break;
      case "timed out, done late":
        this.#late.push(effect);
        break;
      case "timed out, nothing done":
    }
    throw new OutlookError("timed-out", name, "no answer in 30 s");
  }
}
