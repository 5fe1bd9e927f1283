import { sha256 } from "../domain/sha256.ts";
import { onMessageSend } from "./on-message-send.ts";

/*
 * Outlook runs this file at every Send: in a hidden page, or on Windows in an engine of its own, which runs nothing that
 * waits for `Office.onReady`. So the name is given at once.
 */
Office.actions.associate("onMessageSend", (event: Office.MailboxEvent) => {
  const { item } = Office.context.mailbox;
  if (item === undefined || item === null) event.completed({ allowEvent: true });
  else onMessageSend(event, item as Office.MessageCompose, sha256);
});

// In a page office.js listens only once it was asked to; the engine on Windows does not need it, and has nothing to wait for.
if (typeof Office.onReady === "function") Office.onReady();
