import type { Person } from "../../mail.ts";
import { type ComposeItem, RECIPIENT_FIELDS } from "../compose-item.ts";
import { sanitise, textToHtml } from "../html-text.ts";
import {
  type CallAnswer,
  type CallHandlers,
  type CallParameters,
  data,
  failure,
  text,
  textEntries,
  texts,
} from "./answer.ts";
import { attachmentCalls } from "./attachment-calls.ts";
import { OFFICE_ERROR } from "./call-table.ts";
import { MAX_BODY, MAX_HEADER, MAX_RECIPIENTS, MAX_SUBJECT } from "./limits.ts";
import { notificationCalls } from "./notification-calls.ts";
import type { ClientProfile } from "./profile.ts";
import { sessionCalls } from "./session-calls.ts";

/** The wire's number for HTML; text is 0. */
const HTML = 3;

/** What a message being written lets an add-in do, beyond the message itself. */
export interface ComposeWindow {
  readonly item: ComposeItem;
  /** Keeps the draft on the server; gives its id. */
  save(): Promise<string>;
  close(): void;
}

/** The calls of an add-in in a compose window; `context` is what the button of an alert gave to the pane that it opened. */
export function composeCalls(
  { item, save, close }: ComposeWindow,
  profile: () => ClientProfile,
  context: unknown = "",
): CallHandlers {
  return {
    "recipients.get": (parameters) => data(item.recipients[fieldOf(parameters)]),
    "recipients.set": (parameters) => setRecipients(item, parameters, []),
    "recipients.add": (parameters) => setRecipients(item, parameters, item.recipients[fieldOf(parameters)]),
    "subject.get": () => data(item.subject),
    "subject.set": (parameters) => {
      const subject = text(parameters, "subject");
      if (subject.length > MAX_SUBJECT) return failure(OFFICE_ERROR.invalidParameter);
      item.subject = subject;
      item.changed("subject");
      return data();
    },
    "body.getType": () => data(item.format),
    "body.get": (parameters) => data(bodyOf(item, parameters["coercionType"] === HTML, profile())),
    "body.set": (parameters) => setBody(item, parameters, (body) => body),
    "body.prepend": (parameters) => setBody(item, parameters, (body) => body + item.body),
    "composeType.get": () => data({ composeType: item.kind, coercionType: item.format }),
    "from.get": () => data({ address: item.mailbox.address, name: item.mailbox.name }),
    "headers.get": (parameters) => data(headersNamed(item, texts(parameters, "internetHeaderKeys"))),
    "headers.set": (parameters) => setHeaders(item, textEntries(parameters["internetHeaderNameValuePairs"])),
    "headers.remove": (parameters) => {
      for (const key of texts(parameters, "internetHeaderKeys")) item.headers.delete(key.toLowerCase());
      return data();
    },
    "properties.load": () => ({
      kind: "payload",
      payload: { wasSuccessful: true, customProperties: item.customProperties },
    }),
    "properties.save": (parameters) => {
      item.customProperties = JSON.stringify(parameters["customProperties"] ?? {});
      return data();
    },
    "context.get": () => data(context),
    "item.id": () => (item.id === null ? failure(OFFICE_ERROR.itemNotSaved) : data(itemId(item.id))),
    "item.close": () => {
      close();
      return data();
    },
    save: async () => data(itemId(await save())),
    ...attachmentCalls(item, profile),
    ...sessionCalls(item.sessionData),
    ...notificationCalls(item.notifications, () => item.changed("notifications")),
  };
}

/** A saved draft's id in the form that Exchange gives. */
function itemId(id: string): string {
  return `AAMkADk0${btoa(id)}AAA=`;
}

function fieldOf(parameters: CallParameters): (typeof RECIPIENT_FIELDS)[number] {
  return RECIPIENT_FIELDS[Number(parameters["recipientField"])] ?? "to";
}

function setRecipients(item: ComposeItem, parameters: CallParameters, before: readonly Person[]): CallAnswer {
  const given = parameters["recipientArray"];
  const people = (Array.isArray(given) ? given : []).map((entry: CallParameters) => ({
    name: text(entry, "name") || text(entry, "address"),
    address: text(entry, "address"),
  }));
  if (before.length + people.length > MAX_RECIPIENTS) return failure(OFFICE_ERROR.tooManyRecipients);
  item.recipients[fieldOf(parameters)] = [...before, ...people];
  item.changed("recipients");
  return data();
}

function bodyOf(item: ComposeItem, asHtml: boolean, profile: ClientProfile): string {
  if (!asHtml) return item.text();
  const html = item.format === "html" ? item.body : `<div class="PlainText">${textToHtml(item.body)}</div>`;
  return profile.bodyHtml === "document" ? `<html><head></head><body>${html}</body></html>` : html;
}

function setBody(item: ComposeItem, parameters: CallParameters, place: (body: string) => string): CallAnswer {
  const given = text(parameters, "data");
  const isHtml = parameters["coercionType"] === HTML;
  if (given.length > MAX_BODY) return failure(OFFICE_ERROR.invalidParameter);
  if (isHtml && item.format === "text") return failure(OFFICE_ERROR.coercionTypeNotSupported);
  if (item.format === "text") item.body = place(given);
  else item.body = place(isHtml ? sanitise(given) : textToHtml(given));
  item.changed("body");
  return data();
}

function headersNamed(item: ComposeItem, keys: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const key of keys) {
    const value = item.headers.get(key.toLowerCase());
    if (value !== undefined) found[key] = value;
  }
  return found;
}

/** Outlook takes headers of an add-in's own only: those that begin with x-. */
function setHeaders(item: ComposeItem, entries: readonly (readonly [string, string])[]): CallAnswer {
  const refused = ([key, value]: readonly [string, string]) =>
    !/^x-[\w-]+$/i.test(key) || key.length + value.length > MAX_HEADER || /[\r\n]/.test(value);
  if (entries.some(refused)) return failure(OFFICE_ERROR.invalidParameter);
  for (const [key, value] of entries) item.headers.set(key.toLowerCase(), value);
  return data();
}
