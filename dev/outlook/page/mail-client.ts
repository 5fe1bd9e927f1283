import type { DraftRecord, Message, MessageSummary, SevenZipAnswer, StartData } from "../mail.ts";

const API = "/outlook/api";

async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${API}${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** The mail server, as this page asks it. */
export const mailClient = {
  start: () => ask<StartData>("GET", "/start"),
  drafts: (mailbox: string) => ask<readonly DraftRecord[]>("GET", `/${mailbox}/drafts`),
  saveDraft: (mailbox: string, draft: DraftRecord) => ask<object>("PUT", `/${mailbox}/drafts/${draft.id}`, draft),
  removeDraft: (mailbox: string, id: string) => ask<object>("DELETE", `/${mailbox}/drafts/${id}`),
  send: (mailbox: string, draft: DraftRecord) => ask<object>("POST", `/${mailbox}/send`, draft),
  settings: (mailbox: string) => ask<Record<string, string>>("GET", `/${mailbox}/settings`),
  saveSettings: (mailbox: string, settings: Readonly<Record<string, string>>) =>
    ask<object>("PUT", `/${mailbox}/settings`, settings),
  messages: (mailbox: string, folder: "inbox" | "sent") =>
    ask<readonly MessageSummary[]>("GET", `/${mailbox}/messages/${folder}`),
  message: (mailbox: string, folder: "inbox" | "sent", id: string) =>
    ask<Message>("GET", `/${mailbox}/messages/${folder}/${id}`),
  fileAddress: (mailbox: string, folder: "inbox" | "sent", id: string, index: number) =>
    `${API}/${mailbox}/messages/${folder}/${id}/files/${index}`,
  sevenZip: (fileAddress: string, password: string) =>
    ask<SevenZipAnswer>("POST", `${fileAddress.slice(API.length)}/seven-zip`, { password }),
};
