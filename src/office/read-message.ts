/** What the pane may know of a message that is read without opening anything. */
export interface ReadMessage {
  readonly subject: string;
  readonly from: { readonly name: string; readonly email: string };
  readonly attachmentNames: readonly string[];
}

/** The message of `item`, `null` when it is none that is being read. */
export function readMessage(item: object | null | undefined): ReadMessage | null {
  if (item === null || item === undefined || !isRead(item)) return null;
  return {
    subject: item.subject,
    from: { name: item.from?.displayName ?? "", email: item.from?.emailAddress ?? "" },
    attachmentNames: (item.attachments ?? []).filter(({ isInline }) => !isInline).map(({ name }) => name),
  };
}

function isRead(item: object): item is Office.MessageRead {
  return "subject" in item && typeof item.subject === "string";
}
