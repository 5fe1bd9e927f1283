import type { Reference } from "../domain/reference.ts";
import { type Fitted, type Register, type RegisterEntry, withEntry, withoutEntry } from "../domain/register.ts";
import { Store } from "./store.ts";

/** Where the register is kept: small, and shared with the sender's profile. */
export interface RegisterPort {
  load(): Register;
  /** What there is room for. */
  fit(register: Register): Fitted;
  /** Rejects when it was not kept. */
  save(register: Register): Promise<void>;
}

export interface RegisterState {
  readonly entries: Register;
  readonly kept: "yes" | "saving" | "no";
  /** What had to leave since the pane was opened, the oldest first. */
  readonly left: Register;
}

/**
 * The sender's register, one for the whole pane: changes are made here first, and what could not be kept waits for a
 * retry, also when another message is opened meanwhile.
 */
export class HandOverRegister extends Store<RegisterState> {
  readonly #port: RegisterPort;
  #saves = 0;

  constructor(port: RegisterPort) {
    super({ entries: port.load(), kept: "yes", left: [] });
    this.#port = port;
  }

  /** A new referral, or what became of one. */
  put(entry: RegisterEntry): Promise<void> {
    return this.#save(withEntry(this.state.entries, entry));
  }

  /** Its message was taken back, or never sent. */
  remove(reference: Reference): Promise<void> {
    return this.#save(withoutEntry(this.state.entries, reference));
  }

  retry(): Promise<void> {
    return this.#save(this.state.entries);
  }

  async #save(register: Register): Promise<void> {
    const { kept: entries, left } = this.#port.fit(register);
    this.#saves += 1;
    const save = this.#saves;
    this.set({ entries, kept: "saving", left: [...this.state.left, ...left] });
    const outcome = await this.#port.save(entries).then(
      () => "yes" as const,
      () => "no" as const, // Said on the screen, with a button that tries again.
    );
    // A later save has all that this one had.
    if (save === this.#saves) this.set({ kept: outcome });
  }
}
