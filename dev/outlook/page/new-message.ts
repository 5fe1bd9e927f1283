import type { ComposeKind, DraftFile, DraftRecord, Mailbox, Message, Person } from "../mail.ts";
import { sanitise, textToHtml } from "./html-text.ts";

/** How a new message begins; the options that a mailbox's own settings, or a test, decide. */
export interface ComposeOptions {
  readonly kind?: ComposeKind;
  readonly format?: "html" | "text";
  /** Whether Outlook puts the automatic signature in by itself, with its picture as an inline attachment. */
  readonly signature?: boolean;
  readonly to?: readonly Person[];
  /** What a reply or a forward is about. */
  readonly original?: Message;
}

/** As Outlook on the web begins a line. */
const LINE =
  '<div class="elementToProof" style="font-family: Aptos, Calibri, Helvetica, sans-serif; font-size: 12pt; color: rgb(0, 0, 0);"><br></div>';

/** A picture of 96 by 24 for signatures, drawn here. */
const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="24"><rect width="96" height="24" rx="4" fill="#00695c"/>' +
  '<circle cx="14" cy="12" r="6" fill="#fff"/><rect x="28" y="9" width="58" height="6" rx="3" fill="#b2dfdb"/></svg>';

/** A draft as Outlook begins it, before the person or the add-in has done anything. */
export function newMessage(mailbox: Mailbox, options: ComposeOptions = {}): DraftRecord {
  const { kind = "newMail", format = "html", original } = options;
  const signed = options.signature === true;
  const quoted = original && kind !== "newMail" ? quote(original) : "";
  const signature = signed ? `<div id="Signature" class="elementToProof">${mailbox.signature}</div>` : "";
  const plainSignature = signed ? `\n\n${mailbox.name}\n${mailbox.organisation}` : "";
  return {
    id: null,
    kind,
    format,
    to: recipients(options),
    cc: [],
    bcc: [],
    subject: subject(kind, original),
    body: format === "text" ? plainSignature + (original ? `\n\n${original.text}` : "") : LINE + signature + quoted,
    text: "",
    files: signed && format === "html" ? [logo()] : [],
    headers: {},
    customProperties: "{}",
    savedAt: "",
  };
}

function recipients({ kind, original, to = [] }: ComposeOptions): readonly Person[] {
  return kind === "reply" && original ? [original.from, ...to] : to;
}

function subject(kind: ComposeKind, original: Message | undefined): string {
  if (!original || kind === "newMail") return "";
  return `${kind === "reply" ? "RE" : "FW"}: ${original.subject}`;
}

function quote(original: Message): string {
  const from = `${original.from.name} <${original.from.address}>`;
  const head = [
    `Van: ${from}`,
    `Verzonden: ${new Date(original.date).toLocaleString("nl-BE")}`,
    `Onderwerp: ${original.subject}`,
  ];
  const body = original.html === null ? textToHtml(original.text) : sanitise(original.html);
  return `<div id="appendonsend"></div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg" dir="ltr">${textToHtml(head.join("\n"))}<br><br></div>${body}`;
}

function logo(): DraftFile {
  return { name: "logo.svg", type: "image/svg+xml", base64: btoa(LOGO), contentId: "logo" };
}
