import { DocumentError, type DocumentErrorCode } from "../document/document-error.ts";
import type { PdfInfo } from "../document/pdf.ts";
import type { FontUrls, PdfQuestion } from "../document/pdf-messages.ts";
import type { ToldText } from "../document/referral-data.ts";
import { referralJson } from "../document/referral-json.ts";
import type { Content } from "../domain/content.ts";
import type { Referral } from "../domain/referral.ts";
import { WorkerCalls } from "./worker-calls.ts";

/** What `PdfWorker` needs. */
export interface PdfWorkerOptions {
  /** Starts `pdf.worker.ts`. */
  readonly createWorker: () => Worker;
  /** Absolute addresses at the page's own origin. */
  readonly fonts: FontUrls;
}

/** Makes documents in a Worker. Rejects with `DocumentError` only. Is a `DocumentMaker` of the application's ports. */
export class PdfWorker {
  readonly #fonts: FontUrls;
  readonly #calls: WorkerCalls<PdfQuestion, { readonly bytes: Uint8Array<ArrayBuffer> }, DocumentErrorCode>;

  constructor({ createWorker, fonts }: PdfWorkerOptions) {
    this.#fonts = fonts;
    this.#calls = new WorkerCalls({
      createWorker,
      error: (code, message, options) => new DocumentError(code, message, options),
    });
  }

  /** Loads engine and fonts ahead, so that the first document need not wait for them. */
  async warm(): Promise<void> {
    await this.#calls.ask({ kind: "warm", fonts: this.#fonts });
  }

  async pdf(content: Content, info: PdfInfo): Promise<Uint8Array<ArrayBuffer>> {
    const { bytes } = await this.#calls.ask({ kind: "pdf", content, info, fonts: this.#fonts });
    return bytes;
  }

  /** The JSON needs no engine: see `referralJson`. */
  json(referral: Referral, told: readonly ToldText[]): Uint8Array<ArrayBuffer> {
    return referralJson(referral, told);
  }

  /** Ends the Worker for good; what it still owes rejects with `closed`, and so does every later call. */
  close(): void {
    this.#calls.close();
  }
}
