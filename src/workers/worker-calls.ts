/** How long a Worker may take over one question, in milliseconds: a slow machine needs a few seconds, its files a few more. */
export const ANSWER_WITHIN = 30_000;

/** What a Worker answers, under the number of the question; before that, maybe, how far it is (0 to 1). */
export type Answer<A, C extends string> = { readonly id: number } & (
  | { readonly done: number }
  | ({ readonly ok: true } & A)
  | { readonly ok: false; readonly code: C; readonly message: string }
);

/** How one question is waited for. */
export interface AskOptions {
  /** Told how far the Worker is, 0 to 1; must not throw. */
  readonly onProgress?: ((done: number) => void) | undefined;
  /** Milliseconds without an answer or progress after which the Worker is taken for dead. */
  readonly within?: number;
}

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
  readonly onProgress: ((done: number) => void) | undefined;
  readonly within: number;
}

/**
 * Questions to a Worker and its answers, each under a number. The Worker starts with the first question. One that dies,
 * or gives no sign of life in the time it has, takes every call that it owed with it (`worker-died`); the next question starts
 * another.
 */
export class WorkerCalls<Q extends object, A, C extends string> {
  readonly #options: WorkerCallsOptions<C>;
  #worker: Worker | null = null;
  #pending = new Map<number, Pending<A>>();
  #late: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;
  #closed = false;

  constructor(options: WorkerCallsOptions<C>) {
    this.#options = options;
  }

  ask(question: Q, { onProgress, within = ANSWER_WITHIN }: AskOptions = {}): Promise<A> {
    return new Promise((resolve, reject) => {
      if (this.#closed) {
        reject(this.#options.error("closed", "the engine was closed"));
        return;
      }
      this.#asked += 1;
      const id = this.#asked;
      this.#pending.set(id, { resolve, reject, onProgress, within });
      this.#watch();
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
    this.stop(this.#options.error("closed", "the engine was closed"));
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
      if (!("done" in data)) this.#pending.delete(data.id);
      this.#watch();
      if ("done" in data) pending.onProgress?.(data.done);
      else if (data.ok) pending.resolve(data);
      else pending.reject(this.#options.error(data.code, data.message));
    });
    return worker;
  }

  /** It answers one question after the other: whatever it says is a sign of life to all that wait. */
  #watch(): void {
    clearTimeout(this.#late);
    if (this.#pending.size === 0) return;
    const within = Math.max(...[...this.#pending.values()].map((each) => each.within));
    this.#late = setTimeout(() => this.#died(`gave no answer in ${within / 1000} s`), within);
  }

  #died(how: string, options?: ErrorOptions): void {
    this.stop(this.#options.error("worker-died", `the Worker ${how}`, options));
  }

  /** Ends the Worker in the middle of whatever it does; what it owes rejects with `error`. The next question starts another. */
  stop(error: Error): void {
    this.#worker?.terminate();
    this.#worker = null;
    const owed = this.#pending;
    this.#pending = new Map();
    this.#options.onEnd?.();
    clearTimeout(this.#late);
    for (const { reject } of owed.values()) reject(error);
  }
}
