import type { Content } from "../domain/content.ts";
import { archiveName, jsonName, pdfName } from "../domain/reference.ts";
import type { Referral } from "../domain/referral.ts";
import type { Seal } from "../domain/seal.ts";
import { checkDraft, type DraftObstacle } from "./draft-check.ts";
import { type DraftPart, draftParts, RECIPIENT_FIELDS, sameAddresses, sealPart } from "./draft-parts.ts";
import { OutlookError, type OutlookErrorCode } from "./outlook-error.ts";
import type { Archiver, DocumentMaker, Draft, SealedFile, ToldText } from "./ports.ts";

/** The referral in every form that a person reads, made by the texts. */
export interface ReferralTexts {
  readonly subject: string;
  readonly message: Content;
  readonly sheet: Content;
  readonly told: readonly ToldText[];
}

export interface PreparationOrder {
  readonly referral: Referral;
  readonly texts: ReferralTexts;
  /** The password whose key the archiver was told to prepare. */
  readonly password: string;
}

export interface PreparationPorts {
  readonly draft: Draft;
  readonly archiver: Archiver;
  readonly documents: DocumentMaker;
}

export type PreparationStep =
  | "check-draft"
  | "document"
  | "archive"
  | "open-again"
  | "fill-draft"
  | "save"
  | "read-back";

export type PreparationFailure =
  | { readonly code: "draft-not-empty"; readonly obstacle: DraftObstacle }
  | { readonly code: "document" }
  | { readonly code: "archive" }
  /** What came out of the archive was not what went in. */
  | { readonly code: "archive-differs" }
  | { readonly code: "outlook"; readonly reason: OutlookErrorCode }
  /** Outlook said that all went well, but the draft holds something else. */
  | { readonly code: "draft-differs"; readonly part: "recipients" | "subject" | "attachment" };

/** `not-restored`: the draft may still hold something of the referral; it must not be sent. */
export type DraftAfterFailure = "untouched" | "restored" | "not-restored";

export type PreparationResult =
  | { readonly ok: true; readonly seal: Seal }
  | { readonly ok: false; readonly failure: PreparationFailure; readonly draft: DraftAfterFailure };

/**
 * Puts referrals in one draft, step 3 of the main flow (R11, R19): document, archive, opened again and compared, draft
 * filled, saved, read back, sealed. One call to Outlook at a time. Whatever fails, the draft is put back as it was, and
 * the next try first clears away what came late of an earlier one.
 */
export class Preparation {
  readonly #ports: PreparationPorts;
  #lastParts: readonly DraftPart[] = [];

  constructor(ports: PreparationPorts) {
    this.#ports = ports;
  }

  async run(order: PreparationOrder, onStep: (step: PreparationStep) => void): Promise<PreparationResult> {
    const { draft } = this.#ports;
    onStep("check-draft");
    // An answer that came after its time-out may have left something of an earlier try behind.
    if (!(await takeOut(this.#lastParts))) return fail({ code: "outlook", reason: "failed" }, "not-restored");
    let body: Awaited<ReturnType<typeof checkDraft>>;
    try {
      body = await checkDraft(draft);
    } catch (error) {
      return fail(outlookFailure(error), "untouched");
    }
    if (!body.ok) return fail({ code: "draft-not-empty", obstacle: body.obstacle }, "untouched");

    const sealed = await this.#seal(order, onStep);
    if (!sealed.ok) return fail(sealed.failure, "untouched");

    const filling = {
      seal: sealed.seal,
      archive: sealed.archive,
      subject: order.texts.subject,
      message: order.texts.message,
    };
    const parts = draftParts(draft, filling, body.body);
    const keepSeal = sealPart(draft, sealed.seal);
    this.#lastParts = [...parts, keepSeal];
    try {
      onStep("fill-draft");
      for (const part of parts) await part.put();
      onStep("save");
      await draft.save();
      onStep("read-back");
      const differs = await readBack(draft, sealed.seal, order.texts.subject);
      if (differs !== null) return await this.#failAfterFilling({ code: "draft-differs", part: differs });
      await keepSeal.put();
    } catch (error) {
      return await this.#failAfterFilling(outlookFailure(error));
    }
    return { ok: true, seal: sealed.seal };
  }

  /** Takes the referral out of the draft again; `false` when something of it may have stayed. */
  async undo(): Promise<boolean> {
    const clean = await takeOut(this.#lastParts);
    if (!clean) return false;
    // Every call was answered, so nothing of it can come late.
    this.#lastParts = [];
    await this.#saveAfterTakingOut();
    return true;
  }

  async #failAfterFilling(failure: PreparationFailure): Promise<PreparationResult> {
    const restored = (await takeOut(this.#lastParts)) && (await isEmpty(this.#ports.draft));
    if (!restored) return fail(failure, "not-restored");
    await this.#saveAfterTakingOut();
    return fail(failure, "restored");
  }

  async #saveAfterTakingOut(): Promise<void> {
    try {
      await this.#ports.draft.save();
    } catch {
      // What the person sees is right again; the copy in Drafts follows at Outlook's next save.
    }
  }

  async #seal(
    { referral, texts, password }: PreparationOrder,
    onStep: (step: PreparationStep) => void,
  ): Promise<Sealed> {
    const { archiver, documents } = this.#ports;
    const { reference, sender, protocol } = referral;
    let files: readonly [SealedFile, SealedFile];
    try {
      onStep("document");
      const about = { author: `${sender.name}, ${protocol.agency.name}`, subject: reference, madeAt: referral.madeAt };
      const pdf = await documents.pdf(texts.sheet, about);
      files = [
        { name: pdfName(reference), bytes: pdf },
        { name: jsonName(reference), bytes: documents.json(referral, texts.told) },
      ];
    } catch {
      // The cause may quote what was in the document; the code says enough.
      return { ok: false, failure: { code: "document" } };
    }
    try {
      onStep("archive");
      const archive = await archiver.seal(files);
      onStep("open-again");
      if (!holds(await archiver.open(archive, password), files))
        return { ok: false, failure: { code: "archive-differs" } };
      const seal: Seal = {
        reference,
        protocolId: protocol.id,
        mailbox: protocol.recipient.mailbox,
        archive: { name: archiveName(reference), bytes: archive.byteLength, sha256: await archiver.sha256(archive) },
      };
      return { ok: true, seal, archive };
    } catch {
      // The same reason: no detail of the archive's content or password travels further.
      return { ok: false, failure: { code: "archive" } };
    }
  }
}

type Sealed =
  | { readonly ok: true; readonly seal: Seal; readonly archive: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly failure: PreparationFailure };

function fail(failure: PreparationFailure, draft: DraftAfterFailure): PreparationResult {
  return { ok: false, failure, draft };
}

/** Whatever an answer of Outlook's led to, the draft has to be put back; so an error of another kind counts as failed. */
function outlookFailure(error: unknown): PreparationFailure {
  return { code: "outlook", reason: error instanceof OutlookError ? error.code : "failed" };
}

/** Whether the draft is as the check wanted it, also where Outlook or the person changed what was put there. */
async function isEmpty(draft: Draft): Promise<boolean> {
  try {
    return (await checkDraft(draft)).ok;
  } catch {
    // It would not say, so it may hold anything.
    return false;
  }
}

/** Takes out what is there of `parts`, last first; `false` when something may have stayed. */
async function takeOut(parts: readonly DraftPart[]): Promise<boolean> {
  let clean = true;
  for (const part of [...parts].reverse()) {
    try {
      if (!(await part.isThere())) continue;
      await part.takeOut();
      if (await part.isThere()) clean = false;
    } catch (error) {
      clean = false;
      // An Outlook that no longer answers would keep the person waiting for every call that is left.
      if (error instanceof OutlookError && error.code === "timed-out") return false;
    }
  }
  return clean;
}

/** What of the draft is not as it was put there, `null` when all is well. */
async function readBack(
  draft: Draft,
  seal: Seal,
  subject: string,
): Promise<"recipients" | "subject" | "attachment" | null> {
  for (const field of RECIPIENT_FIELDS) {
    if (!sameAddresses(await draft.recipients(field), field === "to" ? [seal.mailbox] : [])) return "recipients";
  }
  if ((await draft.subject()) !== subject) return "subject";
  const [attachment, ...others] = (await draft.attachments()).filter(({ inline }) => !inline);
  if (attachment === undefined || others.length > 0) return "attachment";
  return attachment.name === seal.archive.name && couldBeSizeOf(attachment.size, seal.archive.bytes)
    ? null
    : "attachment";
}

/** Outlook counts the file itself or the file as it travels: base64 in lines of 76 (RFC 2045, 6.8), and some head. */
function couldBeSizeOf(counted: number, bytes: number): boolean {
  const headOfPart = 1024;
  return counted >= bytes && counted <= Math.ceil(bytes / 57) * 78 + headOfPart;
}

/** Whether the archive gave back every file; ours adds a manifest and padding to the JSON, which comes last. */
function holds(opened: readonly SealedFile[], files: readonly [SealedFile, SealedFile]): boolean {
  const [pdf, json] = files;
  const [openedPdf, openedJson, ...others] = opened;
  if (openedPdf === undefined || openedJson === undefined || others.length > 0) return false;
  return (
    openedPdf.name === pdf.name &&
    openedJson.name === json.name &&
    openedPdf.bytes.byteLength === pdf.bytes.byteLength &&
    startsWith(openedPdf.bytes, pdf.bytes) &&
    startsWith(openedJson.bytes, withoutEnd(json.bytes))
  );
}

/** A JSON object up to its last member: without the closing brace and the white space before it. */
function withoutEnd(json: Uint8Array): Uint8Array {
  const highestWhiteSpace = 0x20;
  let end = json.byteLength - 1;
  while (end > 0 && (json[end - 1] ?? 0) <= highestWhiteSpace) end -= 1;
  return json.subarray(0, end);
}

function startsWith(whole: Uint8Array, start: Uint8Array): boolean {
  return whole.byteLength >= start.byteLength && start.every((byte, index) => whole[index] === byte);
}
