import type { Reference } from "../domain/reference.ts";
import { type Fitted, type Register, type RegisterEntry, withEntry, withoutEntry } from "../domain/register.ts";
import type { RegisterChange } from "./ports.ts";
import { Store } from "./store.ts";

/** Where the register is kept: small, and shared with the sender's profile. */
export interface RegisterPort {
  load(): Register;
  /** What there is room for; the entry of `stays` never leaves. */
  fit(register: Register, stays: Reference): Fitted;
  /** Rejects when it was not kept. */
  save(register: Register): Promise<void>;
  /** Tells the other panes of this mailbox on this device. */
  tell(change: RegisterChange): void;
  /** Hears from them. */
  listen(heard: (change: RegisterChange) => void): void;
}

export interface RegisterState {
  readonly entries: Register;
  readonly kept: "yes" | "saving" | "no";
  /** What had to leave since the pane was opened, the oldest first. */
  readonly left: Register;
}

/**
 * The sender's register, one for the whole pane: changes are made here first, and what could not be kept waits for a
 * retry, also when another message is opened meanwhile. Each pane saves all of it, so each hears what the others do: else
 * one that was opened earlier would save what it knew then.
 */
export class HandOverRegister extends Store<RegisterState> {
  readonly #port: RegisterPort;
  #saves = 0;
  /** One save after the other: an earlier one that is slow must not come over a later one. */
  #saving: Promise<unknown> = Promise.resolve();

  constructor(port: RegisterPort) {
    super({ entries: port.load(), kept: "yes", left: [] });
    this.#port = port;
    port.listen((change) => this.set({ entries: changed(this.state.entries, change) }));
  }

  /** A new referral, or what became of one. */
  put(entry: RegisterEntry): Promise<void> {
    const { kept, left } = this.#port.fit(withEntry(this.state.entries, entry), entry.reference);
    this.set({ entries: kept, left: [...this.state.left, ...left] });
    this.#port.tell({ kind: "put", entry });
    return this.#save();
  }

  /** Its message was taken back, or never sent. */
  remove(reference: Reference): Promise<void> {
    this.set({ entries: withoutEntry(this.state.entries, reference) });
    this.#port.tell({ kind: "removed", reference });
    return this.#save();
  }

  retry(): Promise<void> {
    return this.#save();
  }

  async #save(): Promise<void> {
    this.#saves += 1;
    const save = this.#saves;
    this.set({ kept: "saving" });
    const work = this.#saving.then(() => this.#saveUnlessLater(save));
    this.#saving = work;
    const outcome = await work;
    if (save === this.#saves) this.set({ kept: outcome });
  }

  /** A later save has all that this one has. */
  #saveUnlessLater(save: number): Promise<"yes" | "no"> {
    if (save !== this.#saves) return Promise.resolve("yes");
    return this.#port.save(this.state.entries).then(
      () => "yes",
      () => "no", // Said on the screen, with a button that tries again.
    );
  }
}

function changed(register: Register, change: RegisterChange): Register {
  return change.kind === "put" ? withEntry(register, change.entry) : withoutEntry(register, change.reference);
}
