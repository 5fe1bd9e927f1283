import type { Sha256 } from "../domain/digest.ts";
import { isOurs, judgeSend, type Verdict } from "../domain/judge-send.ts";
import { alert } from "../texts/nl/guard.ts";
import { gather, nothingYet } from "./gather.ts";

/** Milliseconds; after 5 s Outlook tells the person that an add-in takes long, and what we know by then is judged. */
const DECIDED_WITHIN = 4_000;

/**
 * Just before a message goes (Smart Alerts, OnMessageSend). `event.completed` is called exactly once, whatever Outlook
 * does: with what is known when its time is up. A message that is not ours goes without a word.
 */
export function onMessageSend(event: Office.MailboxEvent, item: Office.MessageCompose, sha256: Sha256): void {
  const gathered = nothingYet();
  let isDecided = false;
  const decide = (): void => {
    if (isDecided) return;
    isDecided = true;
    event.completed(answerTo(verdictOf(gathered, sha256)));
  };
  setTimeout(decide, DECIDED_WITHIN);
  try {
    gather(item, gathered, sha256).then(decide, decide);
  } catch {
    decide();
  }
}

/** Judging cannot fail; if it does, a message of ours does not go. */
function verdictOf({ seal, outgoing }: ReturnType<typeof nothingYet>, sha256: Sha256): Verdict {
  try {
    return judgeSend(seal, outgoing, sha256);
  } catch {
    return isOurs(seal, outgoing)
      ? { kind: "block", reasons: [{ code: "unreadable", what: "text" }] }
      : { kind: "allow" };
  }
}

function answerTo(verdict: Verdict): Office.SmartAlertsEventCompletedOptions {
  if (verdict.kind === "allow") return { allowEvent: true };
  const blocked = { allowEvent: false, errorMessage: alert.text(verdict.reasons) };
  // Outlook then offers to send it anyway, where it can (Mailbox 1.14); elsewhere the message waits.
  return verdict.kind === "ask"
    ? { ...blocked, sendModeOverride: "promptUser" as Office.MailboxEnums.SendModeOverride }
    : blocked;
}
