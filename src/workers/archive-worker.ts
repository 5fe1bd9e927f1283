import { ArchiveError, type ArchiveErrorCode } from "../archive/archive-error.ts";
import type { ArchiveQuestion } from "../archive/archive-messages.ts";
import type { ArchivedFile } from "../archive/archived-file.ts";
import type { Bytes } from "../archive/bytes.ts";
import { sha256 } from "../archive/manifest.ts";
import type { Policy } from "../archive/policy.ts";
import type { ReadArchive } from "../archive/read-archive.ts";
import { WorkerCalls } from "./worker-calls.ts";

/** Milliseconds without progress that reading may take: 64 MiB of LZMA on a slow machine. A person can stop it earlier. */
const READ_WITHIN = 120_000;

/** `archive` answers `seal`, `read` answers `read`. */
interface Answered {
  readonly archive?: Bytes;
  readonly read?: ReadArchive;
}

/** How an archive is read. */
export interface ReadingOptions {
  readonly policy: Policy;
  /** How far the key is, 0 to 1; see `ReadOptions`. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
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

  /** The files of an archive of ours (policy `own`). */
  async open(archive: Bytes, password: string): Promise<readonly ArchivedFile[]> {
    return (await this.read(archive, password, { policy: "own" })).files;
  }

  /**
   * The content of an archive; `readArchive` says what comes back and what is thrown. The signal stops it at once, by
   * ending the Worker: everything else that the Worker owes rejects with `cancelled` too, and the next call starts
   * another.
   */
  async read(archive: Bytes, password: string, { policy, onProgress, signal }: ReadingOptions): Promise<ReadArchive> {
    const stop = (): void => this.#calls.stop(cancelled());
    if (signal?.aborted === true) throw cancelled();
    signal?.addEventListener("abort", stop);
    try {
      const { read } = await this.#calls.ask(
        { kind: "read", archive, password, policy },
        { onProgress, within: READ_WITHIN },
      );
      if (read === undefined) throw new ArchiveError("internal", "the Worker answered without files");
      return read;
    } finally {
      signal?.removeEventListener("abort", stop);
    }
  }

  sha256(bytes: Bytes): Promise<string> {
    return sha256(bytes);
  }

  /** Ends the Worker, and with it every key; what it still owes rejects with `cancelled`. A later `prepare` starts another. */
  forget(): void {
    this.#password = null;
    this.#calls.stop(cancelled());
  }

  /** Ends the Worker for good, and with it every key; what it still owes rejects with `closed`. */
  close(): void {
    this.#closed = true;
    this.#password = null;
    this.#calls.close();
  }
}

function cancelled(): ArchiveError {
  return new ArchiveError("cancelled", "the Worker was stopped");
}
