/** What a screen shows, and whom to tell when it changes; knows no React. */
export abstract class Store<State extends object> {
  readonly #listeners = new Set<() => void>();
  #state: State;
  #closed = false;

  constructor(first: State) {
    this.#state = first;
  }

  get state(): State {
    return this.#state;
  }

  /** Calls back after each change, until the function that it gives is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Nothing changes any more. */
  protected get isClosed(): boolean {
    return this.#closed;
  }

  protected set(change: Partial<State>): void {
    // What was under way when it was closed brings nothing back.
    if (this.#closed) return;
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  /** For good: nothing changes any more, and of what it held only `last` is left. Nobody is told. */
  protected end(last: State): void {
    this.#closed = true;
    this.#listeners.clear();
    this.#state = last;
  }
}
