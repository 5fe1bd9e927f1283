import type { Content } from "../domain/content.ts";
import type { Referral } from "../domain/referral.ts";
import { DocumentError } from "./document-error.ts";
import type { PdfInfo } from "./pdf.ts";
import type { FontUrls, PdfAnswer, PdfRequest } from "./pdf-messages.ts";
import type { ToldText } from "./referral-data.ts";
import { referralJson } from "./referral-json.ts";

/** What `PdfWorker` needs. */
export interface PdfWorkerOptions {
  /** Starts `pdf.worker.ts`: `() => new Worker(new URL("../document/pdf.worker.ts", import.meta.url))`. */
  readonly createWorker: () => Worker;
  /** Absolute addresses at the page's own origin. */
  readonly fonts: FontUrls;
}

interface Pending {
  readonly resolve: (bytes: Uint8Array<ArrayBuffer>) => void;
  readonly reject: (error: DocumentError) => void;
}

/** A request as its maker sees it: number and fonts are added here. */
type Question = { readonly kind: "warm" } | { readonly kind: "pdf"; readonly content: Content; readonly info: PdfInfo };

/**
 * Makes documents in a Worker, which starts with the first call. A Worker that dies takes the calls that it owed an
 * answer with it (`worker-died`), and the next call starts another. Rejects with `DocumentError` only. Is a
 * `DocumentMaker` of the application's ports.
 */
export class PdfWorker {
  readonly #options: PdfWorkerOptions;
  #worker: Worker | null = null;
  #pending = new Map<number, Pending>();
  #asked = 0;
  #closed = false;

  constructor(options: PdfWorkerOptions) {
    this.#options = options;
  }

  /** Loads engine and fonts ahead, so that the first document need not wait for them. */
  async warm(): Promise<void> {
    await this.#ask({ kind: "warm" });
  }

  pdf(content: Content, info: PdfInfo): Promise<Uint8Array<ArrayBuffer>> {
    return this.#ask({ kind: "pdf", content, info });
  }

  /** The JSON needs no engine: see `referralJson`. */
  json(referral: Referral, told: readonly ToldText[]): Uint8Array<ArrayBuffer> {
    return referralJson(referral, told);
  }

  /** Ends the Worker for good; what it still owes rejects with `closed`, and so does every later call. */
  close(): void {
    this.#closed = true;
    this.#end(new DocumentError("closed", "The document engine was closed"));
  }

  #ask(question: Question): Promise<Uint8Array<ArrayBuffer>> {
    return new Promise((resolve, reject) => {
      if (this.#closed) {
        reject(new DocumentError("closed", "The document engine was closed"));
        return;
      }
      this.#asked += 1;
      const id = this.#asked;
      this.#pending.set(id, { resolve, reject });
      try {
        this.#worker ??= this.#start();
        const request: PdfRequest = { ...question, id, fonts: this.#options.fonts };
        this.#worker.postMessage(request);
      } catch (error) {
        this.#end(new DocumentError("worker-died", "The document engine's Worker did not start", { cause: error }));
      }
    });
  }

  #start(): Worker {
    const worker = this.#options.createWorker();
    const died = (event: Event): void => {
      event.preventDefault();
      if (worker === this.#worker) this.#end(new DocumentError("worker-died", "The document engine's Worker stopped"));
    };
    worker.addEventListener("error", died);
    worker.addEventListener("messageerror", died);
    worker.addEventListener("message", (event: MessageEvent<PdfAnswer>) => {
      const pending = this.#pending.get(event.data.id);
      if (worker !== this.#worker || pending === undefined) return;
      this.#pending.delete(event.data.id);
      if (event.data.ok) pending.resolve(event.data.bytes);
      else pending.reject(new DocumentError(event.data.code, event.data.message));
    });
    return worker;
  }

  #end(error: DocumentError): void {
    this.#worker?.terminate();
    this.#worker = null;
    const owed = this.#pending;
    this.#pending = new Map();
    for (const { reject } of owed.values()) reject(error);
  }
}
