import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DraftRecord } from "./mail.ts";

/** What a mail server keeps for each mailbox besides the mail that comes in: drafts, sent mail, add-in settings. */
export interface MailboxStore {
  drafts(mailbox: string): Promise<readonly DraftRecord[]>;
  saveDraft(mailbox: string, draft: DraftRecord): Promise<void>;
  removeDraft(mailbox: string, id: string): Promise<void>;
  sentFolder(mailbox: string): string;
  keepSent(mailbox: string, mime: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Roaming settings of the add-in: key to JSON. */
  settings(mailbox: string): Promise<Record<string, string>>;
  saveSettings(mailbox: string, settings: Record<string, string>): Promise<void>;
}

/** Ids are made by the page and become file names here. */
const SAFE_ID = /^[A-Za-z0-9_-]{8,80}$/;

/** A store in a folder, one folder per mailbox. */
export function openMailboxStore(dir: string): MailboxStore {
  const draftFile = (mailbox: string, id: string) => {
    if (!SAFE_ID.test(id)) throw new RangeError("not the id of a draft");
    return join(dir, mailbox, "drafts", `${id}.json`);
  };
  const sentFolder = (mailbox: string) => join(dir, mailbox, "sent");
  const settingsFile = (mailbox: string) => join(dir, mailbox, "settings.json");
  let sent = 0;
  return {
    async drafts(mailbox) {
      const folder = join(dir, mailbox, "drafts");
      const names = await readdir(folder).catch(() => []); // No folder yet: no drafts yet.
      const drafts = await Promise.all(
        names.map(async (name) => JSON.parse(await readFile(join(folder, name), "utf8"))),
      );
      return drafts.sort((a, b) => b.savedAt.localeCompare(a.savedAt));
    },
    async saveDraft(mailbox, draft) {
      const file = draftFile(mailbox, draft.id ?? "");
      await mkdir(join(dir, mailbox, "drafts"), { recursive: true });
      await writeFile(file, JSON.stringify(draft));
    },
    async removeDraft(mailbox, id) {
      await rm(draftFile(mailbox, id), { force: true });
    },
    sentFolder,
    async keepSent(mailbox, mime) {
      await mkdir(sentFolder(mailbox), { recursive: true });
      sent += 1;
      const name = `${new Date().toISOString().replace(/[:.]/g, "-")}-${String(sent).padStart(4, "0")}.eml`;
      await writeFile(join(sentFolder(mailbox), name), mime);
    },
    async settings(mailbox) {
      const source = await readFile(settingsFile(mailbox), "utf8").catch(() => "{}"); // None saved yet.
      return JSON.parse(source);
    },
    async saveSettings(mailbox, settings) {
      await mkdir(join(dir, mailbox), { recursive: true });
      await writeFile(settingsFile(mailbox), JSON.stringify(settings));
    },
  };
}
