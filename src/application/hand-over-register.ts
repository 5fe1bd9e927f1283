import type { Reference } from "../domain/reference.ts";
import { type Fitted, type Register, type RegisterEntry, withEntry, withoutEntry } from "../domain/register.ts";

/** Where the register is kept: small, and shared with the sender's profile. */
export interface RegisterPort {
  load(): Register;
  /** What there is room for. */
  fit(register: Register): Fitted;
  /** Rejects when it was not kept. */
  save(register: Register): Promise<void>;
}

export interface RegisterState {
  readonly kept: "yes" | "saving" | "no";
  /** What had to leave since the pane was opened, the oldest first. */
  readonly left: Register;
}

/** The sender's register: changes are made here first, and what could not be kept waits for a retry. */
export class HandOverRegister {
  readonly #port: RegisterPort;
  readonly #onChange: () => void;
  #register: Register | null = null;
  #state: RegisterState = { kept: "yes", left: [] };
  #saves = 0;

  constructor(port: RegisterPort, onChange: () => void) {
    this.#port = port;
    this.#onChange = onChange;
  }

  get state(): RegisterState {
    return this.#state;
  }

  /** A new referral, or what became of one. */
  put(entry: RegisterEntry): Promise<void> {
    return this.#save(withEntry(this.#current(), entry));
  }

  /** Its message was taken back. */
  remove(reference: Reference): Promise<void> {
    return this.#save(withoutEntry(this.#current(), reference));
  }

  retry(): Promise<void> {
    return this.#save(this.#current());
  }

  #current(): Register {
    this.#register ??= this.#port.load();
    return this.#register;
  }

  async #save(register: Register): Promise<void> {
    const { kept, left } = this.#port.fit(register);
    this.#register = kept;
    this.#saves += 1;
    const save = this.#saves;
    this.#set({ kept: "saving", left: [...this.#state.left, ...left] });
    const outcome = await this.#port.save(kept).then(
      () => "yes" as const,
      () => "no" as const, // Said on the screen, with a button that tries again.
    );
    // A later save has all that this one had.
    if (save === this.#saves) this.#set({ ...this.#state, kept: outcome });
  }

  #set(state: RegisterState): void {
    this.#state = state;
    this.#onChange();
  }
}
