import { type ComposeItem, type ItemFile, newKey } from "../compose-item.ts";
import { type CallAnswer, type CallHandlers, type CallParameters, data, failure, text } from "./answer.ts";
import { OFFICE_ERROR } from "./call-table.ts";
import { MAX_ATTACHMENT_BASE64, MAX_ATTACHMENT_NAME, MAX_ATTACHMENTS, MAX_ATTACHMENTS_BYTES } from "./limits.ts";
import type { ClientProfile } from "./profile.ts";

/** Kinds of file that Outlook on the web blocks; a few of its long list. */
const BLOCKED = /\.(exe|bat|cmd|js|msi|ps1|vbs|scr)$/i;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** The calls about attachments of a message being written. One at a time: a second add meanwhile is lost without a word. */
export function attachmentCalls(item: ComposeItem, profile: () => ClientProfile): CallHandlers {
  const find = (id: string) => item.files.find((file) => attachmentId(item, file, profile()) === id);
  return {
    "attachments.add": (parameters) => add(item, parameters, profile()),
    "attachments.list": () => data(item.files.map((file) => details(item, file, profile()))),
    "attachments.content": (parameters) => {
      const file = find(text(parameters, "id"));
      return file ? data({ content: file.base64, format: "base64" }) : failure(OFFICE_ERROR.invalidAttachmentId);
    },
    "attachments.remove": (parameters) => {
      const file = find(text(parameters, "attachmentIndex"));
      if (!file) return failure(OFFICE_ERROR.attachmentToDeleteDoesNotExist);
      item.files = item.files.filter((other) => other !== file);
      item.changed("attachments");
      return data();
    },
  };
}

async function add(item: ComposeItem, parameters: CallParameters, profile: ClientProfile): Promise<CallAnswer> {
  const name = text(parameters, "name");
  const base64 = text(parameters, "base64String");
  const inline = parameters["isInline"] === true;
  if (name === "" || name.length > MAX_ATTACHMENT_NAME) return failure(OFFICE_ERROR.invalidParameter);
  if (!BASE64.test(base64) || base64.length % 4 !== 0) return failure(OFFICE_ERROR.attachmentUploadFailed);
  if (base64.length > MAX_ATTACHMENT_BASE64) return failure(OFFICE_ERROR.attachmentSizeExceeded);
  if (BLOCKED.test(name)) return failure(OFFICE_ERROR.attachmentUploadFailed);
  if (item.files.length >= MAX_ATTACHMENTS) return failure(OFFICE_ERROR.tooManyAttachments);
  const total = item.files.reduce((sum, file) => sum + bytesOf(file.base64), bytesOf(base64));
  if (total > MAX_ATTACHMENTS_BYTES) return failure(OFFICE_ERROR.generic);
  // OfficeDev/office-js#857, #3576: of attachments that are added at the same time, callbacks get lost.
  if (item.addingFile) return { kind: "none" };
  item.addingFile = true;
  try {
    await new Promise((resolve) => setTimeout(resolve, profile.attachmentMs));
  } finally {
    item.addingFile = false;
  }
  const file: ItemFile = { key: newKey(), name, type: typeOf(name), base64, contentId: inline ? name : null };
  item.files = [...item.files, file];
  item.changed("attachments");
  return data(attachmentId(item, file, profile));
}

/** An attachment as getAttachmentsAsync and the event of a change describe it. */
export function details(item: ComposeItem, file: ItemFile, profile: ClientProfile) {
  return {
    id: attachmentId(item, file, profile),
    name: file.name,
    size: profile.attachmentSizes === "bytes" ? bytesOf(file.base64) : file.base64.length,
    attachmentType: 0,
    contentType: file.type,
    isInline: file.contentId !== null,
  };
}

/** As long as a real one and under the 200 characters that removeAttachmentAsync of office.js 1.1.110 takes. */
function attachmentId(item: ComposeItem, file: ItemFile, profile: ClientProfile): string {
  if (profile.attachmentIds === "index") return String(item.files.indexOf(file));
  return `AAMkADk0${btoa(file.key.repeat(3))}BEgAQA=`;
}

function bytesOf(base64: string): number {
  return (base64.length / 4) * 3 - (base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0);
}

/** The media type that Outlook gives a file by its name. */
export function typeOf(name: string): string {
  const types: Readonly<Record<string, string>> = {
    "7z": "application/x-7z-compressed",
    json: "application/json",
    pdf: "application/pdf",
    png: "image/png",
    txt: "text/plain",
  };
  return types[name.slice(name.lastIndexOf(".") + 1).toLowerCase()] ?? "application/octet-stream";
}
