import type { Message } from "../../mail.ts";
import type { Notification } from "../compose-item.ts";
import { htmlToText, sanitise, textToHtml } from "../html-text.ts";
import { type CallHandlers, data, failure, text } from "./answer.ts";
import { OFFICE_ERROR } from "./call-table.ts";
import { notificationCalls } from "./notification-calls.ts";

/** The wire's number for HTML; text is 0. */
const HTML = 3;

/** A message being read, and what an add-in may do with it. */
export interface ReadWindow {
  readonly message: Message;
  readonly bars: Map<string, Notification>;
  barsChanged(): void;
  /** Base64 of an attachment. */
  content(index: number): Promise<string>;
  /** Opens a reply that begins with this HTML. */
  reply(html: string): void;
}

/** Custom properties by message, for as long as this page is open. */
const properties = new Map<string, string>();

/** The calls of an add-in beside a message that came in. */
export function readCalls(window: ReadWindow): CallHandlers {
  const { message } = window;
  return {
    "body.get": (parameters) => {
      const html = message.html === null ? textToHtml(message.text) : sanitise(message.html);
      if (parameters["coercionType"] === HTML) return data(`<html><head></head><body>${html}</body></html>`);
      return data(message.html === null ? message.text : htmlToText(message.html));
    },
    "attachments.content": async (parameters) => {
      const file = message.files.find((one) => readAttachmentId(message, one.index) === text(parameters, "id"));
      if (!file) return failure(OFFICE_ERROR.invalidAttachmentId);
      return data({ content: await window.content(file.index), format: "base64" });
    },
    "headers.all": () => data(message.headers),
    "properties.load": () => ({
      kind: "payload",
      payload: { wasSuccessful: true, customProperties: properties.get(message.id) ?? "{}" },
    }),
    "properties.save": (parameters) => {
      properties.set(message.id, JSON.stringify(parameters["customProperties"] ?? {}));
      return data();
    },
    "context.get": () => data(""),
    "reply.open": (parameters) => {
      window.reply(text(parameters, "htmlBody"));
      return data();
    },
    "reply.openAll": (parameters) => {
      window.reply(text(parameters, "htmlBody"));
      return data();
    },
    ...notificationCalls(window.bars, window.barsChanged),
  };
}

/** The id of an attachment of a received message. */
export function readAttachmentId(message: Message, index: number): string {
  return `AAMkADk0${btoa(`${message.id}|${index}`)}BEgAQA=`;
}
