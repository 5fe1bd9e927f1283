import { ArchiveError } from "./archive-error.ts";
import type { ArchiveAnswer, ArchiveQuestion, ArchiveRequest } from "./archive-messages.ts";
import { KeyDeriver } from "./derive-key.ts";
import { readArchive } from "./read-archive.ts";
import { freshKey, sealArchive } from "./sealed-archive.ts";
import type { OnProgress } from "./streaming-sha256.ts";
import type { DerivedKey } from "./write-archive.ts";

/** Answers the page's requests, one after the other; knows nothing of Workers, so that tests can call it. */
export class ArchiveService {
  readonly #deriver = new KeyDeriver();
  #prepared: Promise<DerivedKey> | null = null;
  #last: Promise<unknown> = Promise.resolve();

  /** Never rejects: what goes wrong is an answer too. `onProgress` is told how far the key of a `read` is. */
  answer({ id, ...question }: ArchiveRequest, onProgress?: OnProgress): Promise<ArchiveAnswer> {
    const answered = this.#last
      .then(() => this.#do(question, onProgress))
      .then(
        (result): ArchiveAnswer => ({ id, ok: true, ...result }),
        (error: unknown): ArchiveAnswer =>
          error instanceof ArchiveError
            ? { id, ok: false, code: error.code, message: error.message }
            : // Only the kind: the message of another's error may quote what it was given.
              { id, ok: false, code: "internal", message: error instanceof Error ? error.name : "unknown" },
      );
    this.#last = answered;
    return answered;
  }

  async #do(
    question: ArchiveQuestion,
    onProgress?: OnProgress,
  ): Promise<Partial<ArchiveAnswer & { readonly ok: true }>> {
    switch (question.kind) {
      case "prepare": {
        const earlier = this.#prepared;
        this.#prepared = freshKey(question.password, this.#deriver);
        // An earlier one that failed has said so already.
        await earlier?.then(({ key }) => key.fill(0)).catch(() => undefined);
        await this.#prepared;
        return {};
      }
      case "seal": {
        const prepared = this.#prepared;
        // One key, one archive: the next gets a fresh salt.
        this.#prepared = null;
        if (prepared === null) throw new ArchiveError("no-key", "no password was prepared for this archive");
        const key = await prepared;
        try {
          return { archive: await sealArchive(question.files, key) };
        } finally {
          key.key.fill(0);
        }
      }
      case "read": {
        const { archive, password, policy } = question;
        return { read: await readArchive(archive, password, { policy, deriver: this.#deriver, onProgress }) };
      }
    }
  }
}
