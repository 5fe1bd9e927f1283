import type { Content } from "../domain/content.ts";
import { archiveName } from "../domain/reference.ts";
import type { GuardedSeal, Seal } from "../domain/seal.ts";
import type { Draft, DraftAttachment, DraftBody, RecipientField } from "./ports.ts";

/** All that a referral puts in the message. */
export interface Filling {
  readonly seal: Seal;
  readonly subject: string;
  readonly message: Content;
  readonly archive: Uint8Array<ArrayBuffer>;
  /** Made when it is put: it tells of the text as Outlook then has it. */
  readonly header: () => string;
}

/** One thing that a referral puts in the draft, and how it is taken out again. */
export interface DraftPart {
  readonly step: "recipients" | "subject" | "body" | "header" | "attachment" | "seal";
  put(): Promise<void>;
  /** Whether the draft holds what `put` puts there, also when Outlook said that putting failed. */
  isThere(): Promise<boolean>;
  takeOut(): Promise<void>;
}

/**
 * The parts in the order in which they are put; `body` is the body as it was. The header comes last: a draft that was left
 * half-way must not look ready.
 */
export function draftParts(draft: Draft, filling: Filling, body: DraftBody): readonly DraftPart[] {
  const { seal } = filling;
  const isMailbox = (address: string): boolean => sameAddresses([address], [seal.mailbox]);
  return [
    {
      step: "recipients",
      put: () => draft.setRecipients("to", [seal.mailbox]),
      isThere: async () => (await draft.recipients("to")).some(isMailbox),
      takeOut: async () => {
        const others = (await draft.recipients("to")).filter((address) => !isMailbox(address));
        await draft.setRecipients("to", others);
      },
    },
    {
      step: "subject",
      put: () => draft.setSubject(filling.subject),
      // A mail program may put a mark before it.
      isThere: async () => (await draft.subject()).includes(seal.reference),
      takeOut: () => draft.setSubject(""),
    },
    {
      step: "body",
      put: () => draft.setBody(filling.message, body),
      isThere: async () => (await draft.body()).ownText.includes(seal.reference),
      takeOut: () => draft.restoreBody(body),
    },
    {
      step: "attachment",
      put: () => draft.addAttachment(seal.archive.name, filling.archive),
      isThere: async () => (await ours(draft, seal)).length > 0,
      takeOut: async () => {
        for (const attachment of await ours(draft, seal)) await draft.removeAttachment(attachment.id);
      },
    },
    {
      step: "header",
      put: () => draft.setSealHeader(filling.header()),
      isThere: async () => (await draft.sealHeader()) !== null,
      takeOut: () => draft.removeSealHeader(),
    },
  ];
}

/** The seal is kept last, when everything has been read back; made when it is put, like the header. */
export function sealPart(draft: Draft, seal: () => GuardedSeal): DraftPart {
  return {
    step: "seal",
    put: () => draft.storeSeal(seal()),
    isThere: async () => (await draft.storedSeal()) !== null,
    takeOut: () => draft.clearSeal(),
  };
}

async function ours(draft: Draft, seal: Seal): Promise<readonly DraftAttachment[]> {
  const name = archiveName(seal.reference);
  return (await draft.attachments()).filter((attachment) => attachment.name === name);
}

/** Whether two lists name the same mailboxes, whatever the case (RFC 5321 leaves the local part's case to the host). */
export function sameAddresses(a: readonly string[], b: readonly string[]): boolean {
  const key = (list: readonly string[]): string =>
    list
      .map((address) => address.trim().toLowerCase())
      .sort()
      .join("\n");
  return key(a) === key(b);
}

export const RECIPIENT_FIELDS = ["to", "cc", "bcc"] as const satisfies readonly RecipientField[];
