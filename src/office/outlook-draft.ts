import { OutlookError } from "../application/outlook-error.ts";
import type { ComposeType, Draft, DraftAttachment, DraftBody, RecipientField } from "../application/ports.ts";
import type { Content } from "../domain/content.ts";
import { htmlBody, textBody } from "../domain/message-body.ts";
import { type GuardedSeal, parseSeal, SEAL_HEADER, SEAL_KEY, serialiseSeal } from "../domain/seal.ts";
import { base64 } from "./base64.ts";
import { ATTACHMENT_WITHIN, call } from "./call.ts";
import { ownPlainText, ownText, withTop } from "./signature.ts";

/** The draft in an Outlook compose window. */
export class OutlookDraft implements Draft {
  readonly #item: Office.MessageCompose;
  readonly #supports: (mailboxSet: string) => boolean;
  #closed = false;

  constructor(item: Office.MessageCompose, supports: (mailboxSet: string) => boolean) {
    this.#item = item;
    this.#supports = supports;
  }

  async composeType(): Promise<ComposeType> {
    if (!this.#supports("1.10")) return "unknown";
    const answer = await this.#call<{ composeType: string }>("get compose type", (done) =>
      this.#item.getComposeTypeAsync(done),
    );
    switch (answer.composeType) {
      case "newMail":
        return "new";
      case "reply":
      case "forward":
        return answer.composeType;
      default:
        return "unknown";
    }
  }

  async recipients(field: RecipientField): Promise<readonly string[]> {
    const details = await this.#call<Office.EmailAddressDetails[]>(`get ${field}`, (done) =>
      this.#item[field].getAsync(done),
    );
    // A recipient that Outlook could not resolve has no address, only what was typed.
    return details.map(({ emailAddress, displayName }) => emailAddress || displayName);
  }

  async setRecipients(field: RecipientField, addresses: readonly string[]): Promise<void> {
    await this.#call<void>(`set ${field}`, (done) => this.#item[field].setAsync([...addresses], done));
  }

  subject(): Promise<string> {
    return this.#call<string>("get subject", (done) => this.#item.subject.getAsync(done));
  }

  async setSubject(subject: string): Promise<void> {
    await this.#call<void>("set subject", (done) => this.#item.subject.setAsync(subject, done));
  }

  async body(): Promise<DraftBody> {
    const type = await this.#call<Office.CoercionType>("get body type", (done) => this.#item.body.getTypeAsync(done));
    const source = await this.#call<string>("get body", (done) => this.#item.body.getAsync(type, done));
    return type === Office.CoercionType.Html
      ? { format: "html", source, ownText: ownText(source) }
      : { format: "text", source, ownText: ownPlainText(source) };
  }

  text(): Promise<string> {
    return this.#call<string>("get text", (done) => this.#item.body.getAsync(Office.CoercionType.Text, done));
  }

  async setBody(message: Content, before: DraftBody): Promise<void> {
    const source = before.format === "html" ? withTop(htmlBody(message), before) : textBody(message) + before.source;
    await this.#putBody("set body", source, before);
  }

  async restoreBody(before: DraftBody): Promise<void> {
    await this.#putBody("restore body", before.source, before);
  }

  async attachments(): Promise<readonly DraftAttachment[]> {
    const list = await this.#call<Office.AttachmentDetailsCompose[]>("get attachments", (done) =>
      this.#item.getAttachmentsAsync(done),
    );
    return list.map(({ id, name, size, isInline }) => ({ id, name, size, inline: isInline }));
  }

  async addAttachment(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const encoded = base64(bytes);
    await this.#call<string>(
      "add attachment",
      (done) => this.#item.addFileAttachmentFromBase64Async(encoded, name, done),
      ATTACHMENT_WITHIN,
    );
  }

  async removeAttachment(id: string): Promise<void> {
    await this.#call<void>(
      "remove attachment",
      (done) => this.#item.removeAttachmentAsync(id, done),
      ATTACHMENT_WITHIN,
    );
  }

  async sealHeader(): Promise<string | null> {
    const headers = await this.#call<Record<string, string>>("get header", (done) =>
      this.#item.internetHeaders.getAsync([SEAL_HEADER], done),
    );
    // Clients differ in the case in which they give a header's name back.
    const [, value] = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === SEAL_HEADER) ?? [];
    return value === undefined || value === "" ? null : value;
  }

  async setSealHeader(value: string): Promise<void> {
    await this.#call<void>("set header", (done) => this.#item.internetHeaders.setAsync({ [SEAL_HEADER]: value }, done));
  }

  async removeSealHeader(): Promise<void> {
    await this.#call<void>("remove header", (done) => this.#item.internetHeaders.removeAsync([SEAL_HEADER], done));
  }

  async save(): Promise<void> {
    await this.#call<string>("save draft", (done) => this.#item.saveAsync(done));
  }

  async storeSeal(seal: GuardedSeal): Promise<void> {
    if (!this.#supports("1.11")) return;
    await this.#call<void>("store seal", (done) =>
      this.#item.sessionData.setAsync(SEAL_KEY, serialiseSeal(seal), done),
    );
  }

  async storedSeal(): Promise<GuardedSeal | null> {
    if (!this.#supports("1.11")) return null;
    // `getAsync` of a key that is not there is an error in some clients; all keys together are not.
    const all = await this.#call<object>("get seal", (done) => this.#item.sessionData.getAllAsync(done));
    const [, text] = Object.entries(all ?? {}).find(([key]) => key === SEAL_KEY) ?? [];
    return typeof text === "string" ? parseSeal(text) : null;
  }

  async clearSeal(): Promise<void> {
    if (!this.#supports("1.11")) return;
    await this.#call<void>("clear seal", (done) => this.#item.sessionData.removeAsync(SEAL_KEY, done));
  }

  close(): void {
    this.#closed = true;
  }

  async #call<T>(...[name, ...how]: Parameters<typeof call<T>>): Promise<T> {
    // The item may be another message by now, and office.js would not say so.
    if (this.#closed) throw new OutlookError("failed", name, "the message is no longer open");
    return call<T>(name, ...how);
  }

  async #putBody(name: string, source: string, { format }: DraftBody): Promise<void> {
    const coercionType = format === "html" ? Office.CoercionType.Html : Office.CoercionType.Text;
    await this.#call<void>(name, (done) => this.#item.body.setAsync(source, { coercionType }, done));
  }
}
