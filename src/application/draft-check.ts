import { couldBeSizeOf } from "../domain/attachment-size.ts";
import { archiveName, isReference, type Reference, referenceOfArchive } from "../domain/reference.ts";
import { parseSealHeader, type SealHeader } from "../domain/seal.ts";
import { subjectText } from "../texts/nl/message.ts";
import { RECIPIENT_FIELDS } from "./draft-parts.ts";
import type { ComposeType, Draft, DraftAttachment, DraftBody } from "./ports.ts";

/** Why a message can not become a referral; it must be new and empty, apart from a signature. */
export type DraftObstacle =
  | { readonly code: "reply" }
  | { readonly code: "forward" }
  | { readonly code: "has-recipients" }
  | { readonly code: "has-subject" }
  | { readonly code: "has-text" }
  | { readonly code: "has-attachments" }
  /** This draft was sealed before, in a pane that is gone with its password. */
  | { readonly code: "already-sealed"; readonly reference: Reference }
  /** A referral that did not get ready: the pane went while the message was being filled. */
  | { readonly code: "half-sealed"; readonly reference: Reference };

export type DraftCheck =
  | { readonly ok: true; readonly body: DraftBody }
  | { readonly ok: false; readonly obstacle: DraftObstacle };

/** Reads the draft, touches nothing. Rejects with an `OutlookError` when Outlook would not say. */
export async function checkDraft(draft: Draft): Promise<DraftCheck> {
  const header = await draft.sealHeader();
  const composeType = await draft.composeType();
  const recipients: string[] = [];
  for (const field of RECIPIENT_FIELDS) recipients.push(...(await draft.recipients(field)));
  const subject = await draft.subject();
  const attachments = await draft.attachments();
  const body = await draft.body();
  const seal = header === null ? null : parseSealHeader(header);
  const obstacle = obstacleOf({ seal, composeType, recipients, subject, attachments, body });
  return obstacle === null ? { ok: true, body } : { ok: false, obstacle };
}

interface DraftState {
  readonly seal: SealHeader | null;
  readonly composeType: ComposeType;
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly attachments: readonly DraftAttachment[];
  readonly body: DraftBody;
}

function obstacleOf({ seal, composeType, recipients, subject, attachments, body }: DraftState): DraftObstacle | null {
  const files = attachments.filter(({ inline }) => !inline);
  if (seal !== null)
    return { code: isComplete(seal, files) ? "already-sealed" : "half-sealed", reference: seal.reference };
  if (composeType === "reply" || composeType === "forward") return { code: composeType };
  // The header is put last: what has our other marks and no header was left half-way.
  const reference = referenceOfSubject(subject) ?? files.map(({ name }) => referenceOfArchive(name)).find(isFound);
  if (reference !== undefined) return { code: "half-sealed", reference };
  if (recipients.length > 0) return { code: "has-recipients" };
  if (subject.trim() !== "") return { code: "has-subject" };
  if (files.length > 0) return { code: "has-attachments" };
  return body.ownText.trim() === "" ? null : { code: "has-text" };
}

function referenceOfSubject(subject: string): Reference | undefined {
  const last = subject.trim().split(" ").at(-1) ?? "";
  return isReference(last) && subject.trim() === subjectText(last) ? last : undefined;
}

function isFound(reference: Reference | null): reference is Reference {
  return reference !== null;
}

function isComplete({ reference, archive: { bytes } }: SealHeader, files: readonly DraftAttachment[]): boolean {
  return files.some(({ name, size }) => name === archiveName(reference) && couldBeSizeOf(size, bytes));
}
