import { ArchiveError } from "./archive-error.ts";
import type { ArchiveAnswer, ArchiveQuestion, ArchiveRequest } from "./archive-messages.ts";
import type { ArchivedFile } from "./archived-file.ts";
import type { Bytes } from "./bytes.ts";
import { sha256 } from "./manifest.ts";

type Answered = ArchiveAnswer & { readonly ok: true };

interface Pending {
  readonly resolve: (answer: Answered) => void;
  readonly reject: (error: ArchiveError) => void;
}

/**
 * The archive engine in a Worker (Chromium hashes on the thread that asks). A Worker that dies takes the calls that it
 * owed an answer with it (`worker-died`), and the next call starts another. Rejects with `ArchiveError` only. Is an
 * `Archiver` of the application's ports.
 */
export class ArchiveWorker {
  readonly #createWorker: () => Worker;
  #worker: Worker | null = null;
  #pending = new Map<number, Pending>();
  #asked = 0;
  #closed = false;
  /** Of the last `prepare`; kept until `close`, because every archive needs another key. */
  #password: string | null = null;
  /** Whether the Worker has, or is making, a key for the next archive. */
  #prepared = false;

  /** `createWorker` starts `archive.worker.ts`. */
  constructor(createWorker: () => Worker) {
    this.#createWorker = createWorker;
  }

  prepare(password: string): void {
    if (this.#closed) return;
    this.#password = password;
    this.#prepared = true;
    // A failure is told by the `seal` that finds no key.
    this.#ask({ kind: "prepare", password }).catch(() => undefined);
  }

  async seal(files: readonly ArchivedFile[]): Promise<Bytes> {
    // The key went into an earlier archive, or with a Worker that died.
    if (!this.#prepared && this.#password !== null) this.prepare(this.#password);
    this.#prepared = false;
    const { archive } = await this.#ask({ kind: "seal", files });
    if (archive === undefined) throw new ArchiveError("internal", "the Worker answered without an archive");
    return archive;
  }

  async open(archive: Bytes, password: string): Promise<readonly ArchivedFile[]> {
    const { files } = await this.#ask({ kind: "open", archive, password });
    if (files === undefined) throw new ArchiveError("internal", "the Worker answered without files");
    return files;
  }

  sha256(bytes: Bytes): Promise<string> {
    return sha256(bytes);
  }

  /** Ends the Worker for good, and with it every key; what it still owes rejects with `closed`. */
  close(): void {
    this.#closed = true;
    this.#password = null;
    this.#end(new ArchiveError("closed", "the archive engine was closed"));
  }

  #ask(question: ArchiveQuestion): Promise<Answered> {
    return new Promise((resolve, reject) => {
      if (this.#closed) {
        reject(new ArchiveError("closed", "the archive engine was closed"));
        return;
      }
      this.#asked += 1;
      const id = this.#asked;
      this.#pending.set(id, { resolve, reject });
      try {
        this.#worker ??= this.#start();
        const request: ArchiveRequest = { ...question, id };
        this.#worker.postMessage(request);
      } catch (cause) {
        this.#end(new ArchiveError("worker-died", "the archive engine's Worker did not start", { cause }));
      }
    });
  }

  #start(): Worker {
    const worker = this.#createWorker();
    const died = (event: Event): void => {
      event.preventDefault();
      if (worker === this.#worker) this.#end(new ArchiveError("worker-died", "the archive engine's Worker stopped"));
    };
    worker.addEventListener("error", died);
    worker.addEventListener("messageerror", died);
    worker.addEventListener("message", ({ data }: MessageEvent<ArchiveAnswer>) => {
      const pending = this.#pending.get(data.id);
      if (worker !== this.#worker || pending === undefined) return;
      this.#pending.delete(data.id);
      if (data.ok) pending.resolve(data);
      else pending.reject(new ArchiveError(data.code, data.message));
    });
    return worker;
  }

  #end(error: ArchiveError): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#prepared = false;
    const owed = this.#pending;
    this.#pending = new Map();
    for (const { reject } of owed.values()) reject(error);
  }
}
