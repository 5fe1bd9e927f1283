import { ArchiveError, type ArchiveErrorCode } from "../archive/archive-error.ts";
import type { ArchiveQuestion } from "../archive/archive-messages.ts";
import type { ArchivedFile } from "../archive/archived-file.ts";
import type { Bytes } from "../archive/bytes.ts";
import { sha256 } from "../archive/manifest.ts";
import { WorkerCalls } from "./worker-calls.ts";

/** `archive` answers `seal`, `files` answers `open`. */
interface Answered {
  readonly archive?: Bytes;
  readonly files?: readonly ArchivedFile[];
}

/**
 * The archive engine in a Worker (Chromium hashes on the thread that asks). Rejects with `ArchiveError` only. Is an
 * `Archiver` of the application's ports.
 */
export class ArchiveWorker {
  readonly #calls: WorkerCalls<ArchiveQuestion, Answered, ArchiveErrorCode>;
  #closed = false;
  /** Of the last `prepare`; kept until `close`, because every archive needs another key. */
  #password: string | null = null;
  /** Whether the Worker has, or is making, a key for the next archive. */
  #prepared = false;

  /** `createWorker` starts `archive.worker.ts`. */
  constructor(createWorker: () => Worker) {
    this.#calls = new WorkerCalls({
      createWorker,
      error: (code, message, options) => new ArchiveError(code, message, options),
      onEnd: () => {
        this.#prepared = false;
      },
    });
  }

  prepare(password: string): void {
    if (this.#closed) return;
    this.#password = password;
    this.#prepared = true;
    // A failure is told by the `seal` that finds no key.
    this.#calls.ask({ kind: "prepare", password }).catch(() => undefined);
  }

  async seal(files: readonly ArchivedFile[]): Promise<Bytes> {
    // The key went into an earlier archive, or with a Worker that died.
    if (!this.#prepared && this.#password !== null) this.prepare(this.#password);
    this.#prepared = false;
    const { archive } = await this.#calls.ask({ kind: "seal", files });
    if (archive === undefined) throw new ArchiveError("internal", "the Worker answered without an archive");
    return archive;
  }

  async open(archive: Bytes, password: string): Promise<readonly ArchivedFile[]> {
    const { files } = await this.#calls.ask({ kind: "open", archive, password });
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
    this.#calls.close();
  }
}
