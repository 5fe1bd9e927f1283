import { couldBeSizeOf } from "../domain/attachment-size.ts";
import type { Content } from "../domain/content.ts";
import type { Sha256 } from "../domain/digest.ts";
import { guardedWords } from "../domain/guarded-words.ts";
import { archiveName, jsonName, pdfName } from "../domain/reference.ts";
import type { Referral } from "../domain/referral.ts";
import { type GuardedSeal, type Seal, sealHeader } from "../domain/seal.ts";
import { checkDraft, type DraftObstacle } from "./draft-check.ts";
import { type DraftPart, draftParts, type Filling, RECIPIENT_FIELDS, sameAddresses, sealPart } from "./draft-parts.ts";
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
  /** Of the guard's hashes; see `GuardedWords`. */
  readonly salt: string;
}

export interface PreparationPorts {
  readonly draft: Draft;
  readonly archiver: Archiver;
  readonly documents: DocumentMaker;
  readonly sha256: Sha256;
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
  | { readonly code: "draft-differs"; readonly part: DifferingPart };

export type DifferingPart = "recipients" | "subject" | "attachment" | "body" | "header";

/**
 * `may-fill-late`: the draft was put back, but a call that timed out may still take effect in it. `not-restored`: it may
 * hold something of the referral now; it must not be sent.
 */
export type DraftAfterFailure = "untouched" | "restored" | "may-fill-late" | "not-restored";

/** What went wrong, and what became of the draft. */
export interface Failed {
  readonly failure: PreparationFailure;
  readonly draft: DraftAfterFailure;
}

export type PreparationResult = { readonly ok: true; readonly seal: Seal } | ({ readonly ok: false } & Failed);

/**
 * Puts referrals in one draft, step 3 of the main flow (R11, R19): document, archive, opened again and compared, draft
 * filled, saved, read back, sealed. One call to Outlook at a time. Whatever fails, the draft is put back as it was, and
 * the next try first clears away what came late of an earlier one.
 */
export class Preparation {
  readonly #ports: PreparationPorts;
  /** What is in the draft, or may be: taken out before the next try, and by `undo`. */
  #lastParts: readonly DraftPart[] = [];
  /** In the last try a call that was to put something in the draft timed out; it may still take effect. */
  #mayFillLate = false;

  constructor(ports: PreparationPorts) {
    this.#ports = ports;
  }

  async run(order: PreparationOrder, onStep: (step: PreparationStep) => void): Promise<PreparationResult> {
    const { draft } = this.#ports;
    onStep("check-draft");
    // A call that took effect after its time-out may have left something of an earlier try behind.
    const left = await takeOut(this.#lastParts);
    if (left !== "clean") return fail({ code: "outlook", reason: left }, "not-restored");
    let body: Awaited<ReturnType<typeof checkDraft>>;
    try {
      body = await checkDraft(draft);
    } catch (error) {
      return fail(outlookFailure(error), "untouched");
    }
    if (!body.ok) return fail({ code: "draft-not-empty", obstacle: body.obstacle }, "untouched");

    const sealed = await this.#seal(order, onStep);
    if (!sealed.ok) return fail(sealed.failure, "untouched");

    // All that the body says, as the guard will see it; read apart, so that a read that times out is taken for no more.
    let text = "";
    const filling = {
      seal: sealed.seal,
      archive: sealed.archive,
      subject: order.texts.subject,
      message: order.texts.message,
      header: () => sealHeader(sealed.seal, text, this.#ports.sha256),
    };
    const parts = draftParts(draft, filling, body.body);
    const keepSeal = sealPart(draft, () => this.#guarded(sealed.seal, order, text));
    this.#lastParts = [...parts, keepSeal];
    this.#mayFillLate = false;
    try {
      onStep("fill-draft");
      for (const part of parts) {
        if (part.step === "header") text = await draft.text();
        await this.#put(part);
      }
      onStep("save");
      await draft.save();
      onStep("read-back");
      const differs = await readBack(draft, filling, parts);
      if (differs !== null) return await this.#failAfterFilling({ code: "draft-differs", part: differs });
      text = await draft.text();
      await this.#put(keepSeal);
    } catch (error) {
      return await this.#failAfterFilling(outlookFailure(error));
    }
    return { ok: true, seal: sealed.seal };
  }

  /** Takes the referral out of the draft again; `null`, or what keeps the draft from being a new message again. */
  async undo(): Promise<Failed | null> {
    const left = await takeOut(this.#lastParts);
    if (left !== "clean") return { failure: { code: "outlook", reason: left }, draft: "not-restored" };
    if (!this.#mayFillLate) this.#lastParts = [];
    await this.#saveAfterTakingOut();
    try {
      const check = await checkDraft(this.#ports.draft);
      return check.ok ? null : { failure: { code: "draft-not-empty", obstacle: check.obstacle }, draft: "untouched" };
    } catch (error) {
      return { failure: outlookFailure(error), draft: "not-restored" };
    }
  }

  async #put(part: DraftPart): Promise<void> {
    try {
      await part.put();
    } catch (error) {
      if (isTimeOut(error)) this.#mayFillLate = true;
      throw error;
    }
  }

  async #failAfterFilling(failure: PreparationFailure): Promise<PreparationResult> {
    const clean = (await takeOut(this.#lastParts)) === "clean" && (await isEmpty(this.#ports.draft));
    if (!clean) return fail(failure, "not-restored");
    await this.#saveAfterTakingOut();
    if (this.#mayFillLate) return fail(failure, "may-fill-late");
    this.#lastParts = [];
    return fail(failure, "restored");
  }

  async #saveAfterTakingOut(): Promise<void> {
    try {
      await this.#ports.draft.save();
    } catch {
      // What the person sees is right again; the copy in Drafts follows at Outlook's next save.
    }
  }

  /** With the words that must not come into the message, in so far as it does not have them of its own. */
  #guarded(seal: Seal, { referral, texts, password, salt }: PreparationOrder, text: string): GuardedSeal {
    const { client, sender } = referral;
    const leaveOut = [text, texts.subject, sender.name, sender.email].join("\n");
    return { ...seal, guarded: guardedWords({ client, password, salt, leaveOut }, this.#ports.sha256) };
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

/** Takes out what is there of `parts`, last first; when something may have stayed, why. */
async function takeOut(parts: readonly DraftPart[]): Promise<"clean" | OutlookErrorCode> {
  let result: "clean" | OutlookErrorCode = "clean";
  for (const part of [...parts].reverse()) {
    try {
      if (!(await part.isThere())) continue;
      await part.takeOut();
      if (await part.isThere()) result = "failed";
    } catch (error) {
      // An Outlook that no longer answers would keep the person waiting for every call that is left.
      if (isTimeOut(error)) return "timed-out";
      result = "failed";
    }
  }
  return result;
}

function isTimeOut(error: unknown): boolean {
  return error instanceof OutlookError && error.code === "timed-out";
}

/** What of the draft is not as it was put there, `null` when all is well. */
async function readBack(
  draft: Draft,
  { seal, subject }: Filling,
  parts: readonly DraftPart[],
): Promise<DifferingPart | null> {
  for (const field of RECIPIENT_FIELDS) {
    if (!sameAddresses(await draft.recipients(field), field === "to" ? [seal.mailbox] : [])) return "recipients";
  }
  if ((await draft.subject()) !== subject) return "subject";
  const [attachment, ...others] = (await draft.attachments()).filter(({ inline }) => !inline);
  if (attachment === undefined || others.length > 0) return "attachment";
  if (attachment.name !== seal.archive.name || !couldBeSizeOf(attachment.size, seal.archive.bytes)) return "attachment";
  for (const { step, isThere } of parts) {
    if ((step === "body" || step === "header") && !(await isThere())) return step;
  }
  return null;
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
