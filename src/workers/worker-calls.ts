/** How long a Worker may take over one question, in milliseconds: a slow machine needs a few seconds, its files a few more. */
export const ANSWER_WITHIN = 30_000;

/** What a Worker answers, under the number of the question. */
export type Answer<A, C extends string> = { readonly id: number } & (
  | ({ readonly ok: true } & A)
  | { readonly ok: false; readonly code: C; readonly message: string }
);

/** How calls fail that no answer came to. */
export type CallFailure = "worker-died" | "closed";

export interface WorkerCallsOptions<C extends string> {
  readonly createWorker: () => Worker;
  /** The error with which a call rejects. */
  readonly error: (code: C | CallFailure, message: string, options?: ErrorOptions) => Error;
  /** The Worker ended, and with it all that it held. */
  readonly onEnd?: () => void;
}

interface Pending<A> {
  readonly resolve: (answer: A) => void;
  readonly reject: (error: Error) => void;
  readonly late: ReturnType<typeof setTimeout>;
}

/**
 * Questions to a Worker and its answers, each under a number. The Worker starts with the first question. One that dies,
 * or does not answer in `ANSWER_WITHIN`, takes every call that it owed with it (`worker-died`); the next question starts
 * another.
 */
export class WorkerCalls<Q extends object, A, C extends string> {
  readonly #options: WorkerCallsOptions<C>;
  #worker: Worker | null = null;
  #pending = new Map<number, Pending<A>>();
  #asked = 0;
  #closed = false;

  constructor(options: WorkerCallsOptions<C>) {
    this.#options = options;
  }

  ask(question: Q): Promise<A> {
    return new Promise((resolve, reject) => {
      if (this.#closed) {
        reject(this.#options.error("closed", "the engine was closed"));
        return;
      }
      this.#asked += 1;
      const id = this.#asked;
      const late = setTimeout(() => this.#died(`gave no answer in ${ANSWER_WITHIN / 1000} s`), ANSWER_WITHIN);
      this.#pending.set(id, { resolve, reject, late });
      try {
        this.#worker ??= this.#start();
        this.#worker.postMessage({ ...question, id });
      } catch (cause) {
        this.#died("did not start", { cause });
      }
    });
  }

  /** Ends the Worker for good; what it still owes rejects with `closed`, and so does every later call. */
  close(): void {
    this.#closed = true;
    this.#end(this.#options.error("closed", "the engine was closed"));
  }

  #start(): Worker {
    const worker = this.#options.createWorker();
    const died = (event: Event): void => {
      event.preventDefault();
      if (worker === this.#worker) this.#died("stopped");
    };
    worker.addEventListener("error", died);
    worker.addEventListener("messageerror", died);
    worker.addEventListener("message", ({ data }: MessageEvent<Answer<A, C>>) => {
      const pending = this.#pending.get(data.id);
      if (worker !== this.#worker || pending === undefined) return;
      this.#pending.delete(data.id);
      clearTimeout(pending.late);
      if (data.ok) pending.resolve(data);
      else pending.reject(this.#options.error(data.code, data.message));
    });
    return worker;
  }

  #died(how: string, options?: ErrorOptions): void {
    this.#end(this.#options.error("worker-died", `the Worker ${how}`, options));
  }

  #end(error: Error): void {
    this.#worker?.terminate();
    this.#worker = null;
    const owed = this.#pending;
    this.#pending = new Map();
    this.#options.onEnd?.();
    for (const { reject, late } of owed.values()) {
      clearTimeout(late);
      reject(error);
    }
  }
}
