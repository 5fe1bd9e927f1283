import type { Draft } from "../application/ports.ts";
import { OutlookDraft } from "./outlook-draft.ts";
import { type ReadMessage, readMessage } from "./read-message.ts";
import { RoamingSettings } from "./roaming-settings.ts";

/** How long the page waits for Outlook to make itself known, in milliseconds (`onReady` is known not to come, #6923). */
const READY_WITHIN = 15_000;

/** The Outlook in which the page runs. */
export interface Host {
  readonly me: { readonly name: string; readonly email: string };
  readonly settings: RoamingSettings;
  /** The draft, or `null` when no message is being written here. */
  draft(): Draft | null;
  /** The message that is read, or `null` when none is open (several selected, a folder, an encrypted message). */
  message(): ReadMessage | null;
  /** Calls back when another message takes this one's place (a pinned pane). */
  onItemChanged(listener: () => void): void;
}

/** The host once it is ready; `null` outside Outlook or when Outlook does not come. */
export async function findHost(): Promise<Host | null> {
  if (typeof Office === "undefined") return null;
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), READY_WITHIN));
  const info = await Promise.race([Office.onReady(), late]);
  if (info === null || info.host !== Office.HostType.Outlook) return null;
  const { mailbox, requirements, roamingSettings } = Office.context;
  const supports = (set: string): boolean => requirements.isSetSupported("Mailbox", set);
  return {
    me: { name: mailbox.userProfile.displayName, email: mailbox.userProfile.emailAddress },
    settings: new RoamingSettings(roamingSettings),
    draft: () => {
      const { item } = mailbox;
      return item !== undefined && item !== null && isCompose(item) ? new OutlookDraft(item, supports) : null;
    },
    message: () => readMessage(mailbox.item),
    onItemChanged: (listener) => {
      if (supports("1.5")) mailbox.addHandlerAsync(Office.EventType.ItemChanged, () => listener());
    },
  };
}

function isCompose(item: object): item is Office.MessageCompose {
  return "to" in item && typeof item.to === "object" && item.to !== null && "setAsync" in item.to;
}
