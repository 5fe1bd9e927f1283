/** The words that the stand-in's server and its page share. Types only: nothing here runs. */

/** One mailbox as the mail program shows it, and the person who works in it. */
export interface Mailbox {
  readonly id: string;
  /** The mailbox's own address: where its mail comes in, and what its mail is from. */
  readonly address: string;
  readonly name: string;
  /** The person signed in; differs from the mailbox where that is a shared one. */
  readonly user: Person;
  readonly organisation: string;
  readonly shared: boolean;
  /** HTML of the automatic signature; its picture is `cid:logo`. */
  readonly signature: string;
}

/** A name and an address, as recipients have. */
export interface Person {
  readonly name: string;
  readonly address: string;
}

/** An attachment of a draft, with its content. */
export interface DraftFile {
  readonly name: string;
  readonly type: string;
  readonly base64: string;
  /** What `cid:` in the body refers to; null for an ordinary attachment. */
  readonly contentId: string | null;
}

/** How a message in the making began. */
export type ComposeKind = "newMail" | "reply" | "forward";

/** A draft as the server keeps it. Session data are not in it: Outlook forgets them when a draft is closed. */
export interface DraftRecord {
  /** Null until saved for the first time. */
  readonly id: string | null;
  readonly kind: ComposeKind;
  readonly format: "html" | "text";
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  readonly bcc: readonly Person[];
  readonly subject: string;
  /** HTML, or plain text when `format` says so. */
  readonly body: string;
  /** The same as a person reads it, for the text alternative. */
  readonly text: string;
  readonly files: readonly DraftFile[];
  /** Internet headers that an add-in set. */
  readonly headers: Readonly<Record<string, string>>;
  readonly customProperties: string;
  /** ISO 8601. */
  readonly savedAt: string;
}

/** The folders that a mailbox has. */
export type FolderName = "inbox" | "drafts" | "sent";

/** One line in the list of messages. */
export interface MessageSummary {
  readonly id: string;
  readonly from: Person;
  readonly to: readonly Person[];
  readonly subject: string;
  readonly preview: string;
  /** ISO 8601. */
  readonly date: string;
  readonly hasFiles: boolean;
}

/** An attachment as the reading pane lists it. */
export interface MessageFile {
  /** Place in the message, counted from 0. */
  readonly index: number;
  readonly name: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  readonly contentId: string | null;
}

/** A message in full, without the content of its attachments. */
export interface Message extends MessageSummary {
  readonly cc: readonly Person[];
  readonly internetMessageId: string;
  /** HTML as received (not sanitised), with its inline pictures as data addresses; null when there is only text. */
  readonly html: string | null;
  readonly text: string;
  readonly files: readonly MessageFile[];
  /** The header block as received. */
  readonly headers: string;
}

/** What the program 7-Zip answered. */
export interface SevenZipAnswer {
  readonly ok: boolean;
  /** Its own words, standard output and error together. */
  readonly output: string;
  readonly files: readonly ExtractedFile[];
}

/** A file that 7-Zip took out of an archive. */
export interface ExtractedFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Where the mail program opens it. */
  readonly address: string;
}

/** A button that the add-in's manifest puts in the ribbon, and the page that it opens. */
export interface AddInButton {
  /** The control's id in the manifest. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Path on this origin. */
  readonly icon: string;
  /** Path on this origin. */
  readonly page: string;
  readonly pinnable: boolean;
}

/** What the mail program takes from manifest.xml. */
export interface AddIn {
  readonly id: string;
  readonly name: string;
  readonly icon: string;
  /** Restricted, ReadItem, ReadWriteItem or ReadWriteMailbox. */
  readonly permissions: string;
  /** One per VersionOverrides, the lowest requirement first; a client uses the last whose set it has. */
  readonly surfaces: readonly AddInSurface[];
}

/** What a person may do when the guard refuses, or can not be asked. */
export type SendMode = "PromptUser" | "SoftBlock" | "Block";

/** What the add-in runs when a person presses Send (OnMessageSend), before the message leaves. */
export interface SendGuard {
  /** Path on this origin. */
  readonly page: string;
  readonly functionName: string;
  readonly sendMode: SendMode;
}

/** What one VersionOverrides element adds. */
export interface AddInSurface {
  /** Mailbox requirement set, as in "1.12". */
  readonly mailboxSet: string;
  readonly compose: AddInButton | null;
  readonly read: AddInButton | null;
  readonly guard: SendGuard | null;
}

/** What the page learns when it starts. */
export interface StartData {
  readonly mailboxes: readonly Mailbox[];
  readonly addIn: AddIn;
  readonly sevenZip: boolean;
}
