import type { Directory } from "../directory/directory.ts";
import { type IsoDate, localDay } from "../domain/iso-date.ts";
import type { Reference } from "../domain/reference.ts";
import { openEntries, type Register, type RegisterEntry, withEntry } from "../domain/register.ts";
import type { Phones } from "./engines.ts";
import { type HandOverPorts, HandOverStep, type Reachable, type Words, wordsOf } from "./hand-over-step.ts";
import type { LoadedDirectory } from "./load-directory.ts";
import type { VaultEntry } from "./ports.ts";
import { Store } from "./store.ts";

/** A referral whose password was not handed over yet. */
export interface OutstandingEntry {
  readonly entry: RegisterEntry;
  /** Until when this device keeps the words, in milliseconds since 1970; `null` when it does not have them. */
  readonly until: number | null;
}

export type OutstandingView =
  | { readonly name: "closed" | "list" | "opening" }
  | { readonly name: "step"; readonly step: HandOverStep };

export interface OutstandingState {
  /** The oldest first. */
  readonly entries: readonly OutstandingEntry[];
  /** Whether this device lets us see what it keeps. */
  readonly storage: "looking" | "open" | "closed";
  readonly view: OutstandingView;
  /** What came of "Wis alles". */
  readonly erased: "not-asked" | "yes" | "failed";
}

export interface OutstandingPorts extends HandOverPorts {
  readonly loadDirectory: () => Promise<LoadedDirectory>;
  readonly loadPhones: () => Promise<Phones>;
}

/** What is still to be handed over, from any message: the register's open entries, and what only this device knows of. */
export class Outstanding extends Store<OutstandingState> {
  readonly #ports: OutstandingPorts;
  readonly #unsubscribe: () => void;
  /** What the device keeps of this mailbox, as it was last seen. */
  #vault: readonly VaultEntry[] = [];
  #phones: Phones | null = null;

  constructor(ports: OutstandingPorts) {
    const entries = openEntries(ports.register.state.entries).map((entry) => ({ entry, until: null }));
    super({ entries, storage: "looking", view: { name: "closed" }, erased: "not-asked" });
    this.#ports = ports;
    this.#unsubscribe = ports.register.subscribe(() => this.#setEntries());
  }

  /** Sees what the device keeps, and erases there what is past its time or handed over elsewhere. */
  async look(): Promise<void> {
    const { vault, mailbox, register } = this.#ports;
    let found: readonly VaultEntry[];
    try {
      found = await vault.list();
    } catch {
      // No storage, so it keeps nothing; the list says so where it matters.
      this.#vault = [];
      this.#setEntries("closed");
      return;
    }
    const known = new Map(register.state.entries.map((entry) => [entry.reference, entry]));
    const open = new Set(openEntries(register.state.entries).map(({ reference }) => reference));
    // What cannot be read names no mailbox; it is ours when our register has it.
    const ours = found.filter(({ kept, reference }) =>
      kept === null ? known.has(reference) : kept.mailbox === mailbox,
    );
    this.#vault = ours.filter(({ reference }) => open.has(reference) || !known.has(reference));
    this.#setEntries("open");
    const done = ours.filter((entry) => !this.#vault.includes(entry));
    // What does not go now goes next time, or when its week is over.
    await Promise.all(done.map(({ reference }) => vault.erase(reference).catch(() => undefined)));
  }

  /** The list; what another window did meanwhile is in it. */
  show(): Promise<void> {
    this.#leaveStep();
    this.set({ view: { name: "list" }, erased: "not-asked" });
    return this.look();
  }

  hide(): void {
    this.#leaveStep();
    this.set({ view: { name: "closed" } });
  }

  /** The step of this referral, with the words when the device has them. */
  async open(reference: Reference): Promise<void> {
    this.#leaveStep();
    this.set({ view: { name: "opening" }, erased: "not-asked" });
    const { loadDirectory, loadPhones } = this.#ports;
    const [loaded, phones] = await Promise.all([loadDirectory(), loadPhones().catch(() => null), this.look()]);
    this.#phones = phones;
    if (this.state.view.name !== "opening") return;
    const found = this.state.entries.find(({ entry }) => entry.reference === reference);
    if (found === undefined) {
      this.set({ view: { name: "list" } });
      return;
    }
    const kept = this.#vault.find((entry) => entry.reference === reference);
    const words: Words = this.state.storage === "closed" ? { kind: "missing", why: "storage-closed" } : wordsOf(kept);
    const step = new HandOverStep(this.#ports, {
      subject: {
        entry: found.entry,
        recipient: reachable(found.entry, loaded.ok ? loaded.directory : null),
        controlCode: kept?.kept?.controlCode ?? null,
        lastName: null,
      },
      words,
      keptUntil: kept?.until ?? null,
    });
    this.set({ view: { name: "step", step } });
  }

  /** Its message was never sent: out of the register, and off this device. */
  async notSent(reference: Reference): Promise<void> {
    this.#vault = this.#vault.filter((entry) => entry.reference !== reference);
    void this.#ports.register.remove(reference);
    await this.#ports.vault.erase(reference).catch(() => undefined);
    await this.show();
  }

  /** "Wis alles": every password that this device keeps, of every mailbox. The register stays. */
  async eraseAll(): Promise<void> {
    try {
      await this.#ports.vault.eraseAll();
      this.#vault = [];
      this.#setEntries("open");
      this.set({ erased: "yes" });
    } catch {
      this.set({ erased: "failed" });
    }
  }

  /** Another message took this one's place: the words go from the page. */
  close(): void {
    this.#leaveStep();
    this.#unsubscribe();
    this.end({ entries: [], storage: "looking", view: { name: "closed" }, erased: "not-asked" });
  }

  today(): IsoDate {
    return localDay(this.#ports.now());
  }

  /** A phone number for people; as it stands while the library is not there. */
  displayPhone(e164: string): string {
    return this.#phones?.display(e164) ?? e164;
  }

  #leaveStep(): void {
    const { view } = this.state;
    if (view.name === "step") view.step.close();
  }

  #setEntries(storage: OutstandingState["storage"] = this.state.storage): void {
    const register = this.#ports.register.state.entries;
    const until = new Map(this.#vault.map((entry) => [entry.reference, entry.kept === null ? null : entry.until]));
    const entries = openEntries(withKept(register, this.#vault)).map((entry) => ({
      entry,
      until: until.get(entry.reference) ?? null,
    }));
    this.set({ entries, storage });
  }
}

/** The register with what the device keeps and the register lost: of two windows, the one that saved last made it. */
function withKept(register: Register, vault: readonly VaultEntry[]): Register {
  return vault.reduce((all, { reference, kept }) => {
    if (kept === null || all.some((entry) => entry.reference === reference)) return all;
    const { sealedOn, protocolId, recipient } = kept;
    return withEntry(all, { reference, sealedOn, protocolId, recipient, handOver: null });
  }, register);
}

/** As the directory has it today; of a protocol that is not in it any more, or without a directory, the name alone. */
function reachable({ protocolId, recipient }: RegisterEntry, directory: Directory | null): Reachable {
  const found = directory?.protocols.find(({ id }) => id === protocolId)?.recipient;
  return found ?? { name: recipient, phone: null, mobile: null, teams: null };
}
