import type { Reference } from "../domain/reference.ts";
import { parseSealHeader } from "../domain/seal.ts";
import { RECIPIENT_FIELDS } from "./draft-parts.ts";
import type { Draft, DraftBody } from "./ports.ts";

/** Why a message can not become a referral; it must be new and empty, apart from a signature. */
export type DraftObstacle =
  | { readonly code: "reply" }
  | { readonly code: "forward" }
  | { readonly code: "has-recipients" }
  | { readonly code: "has-subject" }
  | { readonly code: "has-text" }
  | { readonly code: "has-attachments" }
  /** This draft was sealed before, in a pane that is gone with its password. */
  | { readonly code: "already-sealed"; readonly reference: Reference };

export type DraftCheck =
  | { readonly ok: true; readonly body: DraftBody }
  | { readonly ok: false; readonly obstacle: DraftObstacle };

/** Reads the draft, touches nothing. Rejects with an `OutlookError` when Outlook would not say. */
export async function checkDraft(draft: Draft): Promise<DraftCheck> {
  const refuse = (obstacle: DraftObstacle): DraftCheck => ({ ok: false, obstacle });

  const header = await draft.sealHeader();
  const sealed = header === null ? null : parseSealHeader(header);
  if (sealed !== null) return refuse({ code: "already-sealed", reference: sealed.reference });

  const composeType = await draft.composeType();
  if (composeType === "reply" || composeType === "forward") return refuse({ code: composeType });
  for (const field of RECIPIENT_FIELDS) {
    if ((await draft.recipients(field)).length > 0) return refuse({ code: "has-recipients" });
  }
  if ((await draft.subject()).trim() !== "") return refuse({ code: "has-subject" });
  if ((await draft.attachments()).some((attachment) => !attachment.inline)) return refuse({ code: "has-attachments" });
  const body = await draft.body();
  if (body.ownText.trim() !== "") return refuse({ code: "has-text" });
  return { ok: true, body };
}
