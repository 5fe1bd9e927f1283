import type { Content } from "../domain/content.ts";
import type { ConsentTopic } from "../domain/field.ts";
import type { IsoDate } from "../domain/iso-date.ts";
import type { Reference } from "../domain/reference.ts";
import type { Referral } from "../domain/referral.ts";
import type { RegisterEntry } from "../domain/register.ts";
import type { GuardedSeal } from "../domain/seal.ts";

/** How the draft came to be; `unknown` where Outlook is too old to say (before Mailbox 1.10). */
export type ComposeType = "new" | "reply" | "forward" | "unknown";

export type RecipientField = "to" | "cc" | "bcc";

export interface DraftAttachment {
  readonly id: string;
  readonly name: string;
  /** Size in bytes as Outlook counts it; some clients count the encoded form. */
  readonly size: number;
  /** An inline picture, as signatures have. */
  readonly inline: boolean;
}

/** The body of the draft as Outlook gave it, to be put back as it was. */
export interface DraftBody {
  readonly format: "html" | "text";
  readonly source: string;
  /** What a person sees of it without the signature; blank in a new message. */
  readonly ownText: string;
}

/** A file to be put in the archive or taken out of it. */
export interface SealedFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The message being written. Each method is one call to Outlook, answered or rejected with an `OutlookError` in bounded
 * time; the caller makes them one after the other.
 */
export interface Draft {
  composeType(): Promise<ComposeType>;
  recipients(field: RecipientField): Promise<readonly string[]>;
  setRecipients(field: RecipientField, addresses: readonly string[]): Promise<void>;
  subject(): Promise<string>;
  setSubject(subject: string): Promise<void>;
  body(): Promise<DraftBody>;
  /** The whole body as plain text, the signature too, as the guard will see it. */
  text(): Promise<string>;
  /** Puts the message above what stands in `before` (the signature). */
  setBody(message: Content, before: DraftBody): Promise<void>;
  restoreBody(before: DraftBody): Promise<void>;
  attachments(): Promise<readonly DraftAttachment[]>;
  addAttachment(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  removeAttachment(id: string): Promise<void>;
  /** The value of our header, `null` when the draft has none. */
  sealHeader(): Promise<string | null>;
  setSealHeader(value: string): Promise<void>;
  removeSealHeader(): Promise<void>;
  save(): Promise<void>;
  /** Keeps the seal for the guard, for as long as this message is being written. */
  storeSeal(seal: GuardedSeal): Promise<void>;
  /** The seal that is kept, `null` when there is none. */
  storedSeal(): Promise<GuardedSeal | null>;
  clearSeal(): Promise<void>;
  /** From now on every call is rejected and nothing reaches Outlook: another message may have taken this one's place. */
  close(): void;
}

/** The archive engine, at work outside the page's own thread. */
export interface Archiver {
  /** Starts on the key as soon as the password exists, so that `seal` need not wait. A later call replaces the earlier. */
  prepare(password: string): void;
  /** A sealed archive of the files, under the password of the last `prepare`; the JSON (last) gets the manifest. */
  seal(files: readonly SealedFile[]): Promise<Uint8Array<ArrayBuffer>>;
  /** The files of an archive of ours; rejects when anything about it is not right. Derives the key anew. */
  open(archive: Uint8Array<ArrayBuffer>, password: string): Promise<readonly SealedFile[]>;
  /** SHA-256 as 64 lower-case hex digits. */
  sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string>;
  /** Ends what is under way and forgets password and keys; a later `prepare` begins anew. */
  forget(): void;
  /** Ends the engine and forgets password and keys; later calls reject. */
  close(): void;
}

/** The last good directory that a key signed, which is also the highest serial seen of that key. */
export interface KeptDirectory {
  /** In base64, as in the list of trusted keys. */
  readonly publicKey: string;
  readonly files: { readonly directory: Uint8Array<ArrayBuffer>; readonly signature: Uint8Array<ArrayBuffer> };
  readonly serial: number;
}

/** Keeps one directory for each key beyond the pane, on this device. Holds nothing of clients. */
export interface DirectoryShelf {
  /** Rejects where the device keeps nothing. */
  read(): Promise<readonly KeptDirectory[]>;
  /** Unless one of the same key with a higher serial is there. */
  keep(kept: KeptDirectory): Promise<void>;
}

/** A password that waits on this device until it can be handed over, with what that needs. Nothing of the client. */
export interface KeptPassword {
  readonly reference: Reference;
  /** The address of the sender, because a device may be shared. */
  readonly mailbox: string;
  readonly password: string;
  /** See `controlCode`. */
  readonly controlCode: string;
  readonly sealedOn: IsoDate;
  readonly protocolId: string;
  /** The recipient's name. */
  readonly recipient: string;
}

/** What the device has under a reference, without the password; `kept` is `null` when its key is lost or it was changed. */
export interface VaultEntry {
  readonly reference: Reference;
  /** Milliseconds since 1970. */
  readonly until: number;
  readonly kept: Omit<KeptPassword, "password"> | null;
}

/** What one pane did to the register. */
export type RegisterChange =
  | { readonly kind: "put"; readonly entry: RegisterEntry }
  | { readonly kind: "removed"; readonly reference: Reference };

/** Passwords on this device, encrypted, for a week at most. Everything rejects where the device keeps nothing. */
export interface PasswordVault {
  /** Keeps something of no meaning, reads it back and erases it; rejects when that does not work. */
  tryOut(): Promise<void>;
  /** Resolves when it is there and could be read back, to until when (milliseconds since 1970). */
  keep(kept: KeptPassword): Promise<number>;
  /** All that is there and not past its time, without the passwords; what is past it is erased. */
  list(): Promise<readonly VaultEntry[]>;
  /** One with its password, for as long as it is handed over. */
  read(reference: Reference): Promise<KeptPassword | "absent" | "unreadable">;
  erase(reference: Reference): Promise<void>;
  /** Of every mailbox that used this device. */
  eraseAll(): Promise<void>;
}

/** What the PDF says about itself besides its content. */
export interface PdfInfo {
  readonly author: string;
  readonly subject: string;
  /** ISO 8601 with offset. */
  readonly madeAt: string;
}

/** The document engine; the PDF is made outside the page's own thread. */
export interface DocumentMaker {
  /** Loads the engine ahead, so that the first document need not wait for it. */
  warm(): Promise<void>;
  pdf(content: Content, info: PdfInfo): Promise<Uint8Array<ArrayBuffer>>;
  /** The referral for software, as one JSON object; `told` is what the client was told, in words. */
  json(referral: Referral, told: readonly ToldText[]): Uint8Array<ArrayBuffer>;
  /** Ends the engine; later calls reject. */
  close(): void;
}

export interface ToldText {
  readonly topic: ConsentTopic;
  readonly text: string;
}
