import type { Directory } from "../directory/directory.ts";
import { type IsoDate, localDay } from "../domain/iso-date.ts";
import type { Reference } from "../domain/reference.ts";
import { openEntries, type Register, type RegisterEntry, withEntry } from "../domain/register.ts";
import type { Phones } from "./engines.ts";
import { type HandOverPorts, HandOverStep, type Reachable, readWords } from "./hand-over-step.ts";
import type { LoadedDirectory } from "./load-directory.ts";
import type { VaultEntry } from "./ports.ts";
import { Store } from "./store.ts";

/** A referral whose password was not handed over yet. */
export interface OutstandingEntry {
  readonly entry: RegisterEntry;
  /** Until when this device keeps the words, in milliseconds since 1970; `null` when it does not have them. */
  readonly until: number | null;
  /** This device has them, and cannot read them any more. */
  readonly isUnreadable: boolean;
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
  /** Rises with each thing that is shown, and with each look: an answer that comes late changes nothing. */
  #shows = 0;
  #looks = 0;

  constructor(ports: OutstandingPorts) {
    const entries = openEntries(ports.register.state.entries).map((entry) => ({
      entry,
      until: null,
      isUnreadable: false,
    }));
    super({ entries, storage: "looking", view: { name: "closed" }, erased: "not-asked" });
    this.#ports = ports;
    this.#unsubscribe = ports.register.subscribe(() => this.#setEntries());
  }

  /** Sees what the device keeps, and erases there what is past its time or handed over elsewhere. */
  async look(): Promise<void> {
    const { vault, mailbox, register } = this.#ports;
    this.#looks += 1;
    const look = this.#looks;
    let found: readonly VaultEntry[];
    try {
      found = await vault.list();
    } catch {
      if (look !== this.#looks) return;
      // No storage, so it keeps nothing; the list says so where it matters.
      this.#vault = [];
      this.#setEntries("closed");
      return;
    }
    if (look !== this.#looks) return;
    const known = new Set(register.state.entries.map(({ reference }) => reference));
    // What cannot be read names no mailbox; it is ours when our register has it.
    const ours = found.filter(({ kept, reference }) =>
      kept === null ? known.has(reference) : isSameMailbox(kept.mailbox, mailbox),
    );
    const done = ours.filter(({ reference }) => isDone(reference, register.state.entries));
    this.#vault = ours.filter((entry) => !done.includes(entry));
    this.#setEntries("open");
    // What does not go now goes next time, or when its week is over.
    await Promise.all(done.map(({ reference }) => vault.erase(reference).catch(() => undefined)));
  }

  /** The list; what another window did meanwhile is in it. */
  show(): Promise<void> {
    this.#show({ name: "list" });
    return this.look();
  }

  hide(): void {
    this.#show({ name: "closed" });
  }

  /** The step of this referral, with the words when the device has them. */
  async open(reference: Reference): Promise<void> {
    const show = this.#show({ name: "opening" });
    const { loadDirectory, loadPhones } = this.#ports;
    const [loaded, phones] = await Promise.all([loadDirectory(), loadPhones().catch(() => null), this.look()]);
    this.#phones = phones;
    if (show !== this.#shows) return;
    const found = this.state.entries.find(({ entry }) => entry.reference === reference);
    if (found === undefined) {
      this.set({ view: { name: "list" } });
      return;
    }
    const words = await readWords(this.#ports.vault, reference);
    if (show !== this.#shows) return;
    const kept = this.#vault.find((entry) => entry.reference === reference);
    const step = new HandOverStep(this.#ports, {
      subject: {
        entry: found.entry,
        recipient: reachable(found.entry, loaded.ok ? loaded.directory : null),
        controlCode: kept?.kept?.controlCode ?? null,
      },
      words,
      lastName: null,
      keptUntil: words.kind === "here" ? (kept?.until ?? null) : null,
    });
    this.set({ view: { name: "step", step } });
  }

  /** Its message was never sent: out of the register, and off this device. */
  async notSent(reference: Reference): Promise<void> {
    this.#show({ name: "list" });
    this.#vault = this.#vault.filter((entry) => entry.reference !== reference);
    void this.#ports.register.remove(reference);
    const isErased = await this.#ports.vault.erase(reference).then(
      () => true,
      () => this.state.storage === "closed",
    );
    if (!isErased) this.set({ erased: "failed" });
    await this.look();
  }

  /** "Wis alles": every password that this device keeps, of every mailbox. The register stays. */
  async eraseAll(): Promise<void> {
    try {
      await this.#ports.vault.eraseAll();
      this.#looks += 1;
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
    this.#vault = [];
    this.end({ entries: [], storage: "looking", view: { name: "closed" }, erased: "not-asked" });
  }

  today(): IsoDate {
    return localDay(this.#ports.now());
  }

  /** A phone number for people; as it stands while the library is not there. */
  displayPhone(e164: string): string {
    return this.#phones?.display(e164) ?? e164;
  }

  /** Leaves what was shown before, and with it its words. */
  #show(view: OutstandingView): number {
    this.#leaveStep();
    this.#shows += 1;
    this.set({ view, erased: "not-asked" });
    return this.#shows;
  }

  #leaveStep(): void {
    const { view } = this.state;
    if (view.name === "step") view.step.close();
  }

  #setEntries(storage: OutstandingState["storage"] = this.state.storage): void {
    const register = this.#ports.register.state.entries;
    const vault = new Map(this.#vault.map((entry) => [entry.reference, entry]));
    const entries = openEntries(withKept(register, this.#vault)).map((entry) => {
      const here = vault.get(entry.reference);
      const isUnreadable = here !== undefined && here.kept === null;
      return { entry, until: here === undefined || isUnreadable ? null : here.until, isUnreadable };
    });
    this.set({ entries, storage });
  }
}

/** Whether nobody needs what the device keeps any more: it was handed over, or what came in its place was. */
function isDone(reference: Reference, register: Register): boolean {
  return register.some(
    (entry) => entry.handOver !== null && (entry.reference === reference || entry.replaces === reference),
  );
}

/** The register with what the device keeps and the register lost: of two windows, the one that saved last made it. */
function withKept(register: Register, vault: readonly VaultEntry[]): Register {
  return vault.reduce((all, { reference, kept }) => {
    if (kept === null || all.some((entry) => entry.reference === reference)) return all;
    const { sealedOn, protocolId, recipient } = kept;
    return withEntry(all, { reference, sealedOn, protocolId, recipient, handOver: null });
  }, register);
}

function isSameMailbox(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** As the directory has it today; of a protocol that is not in it any more, or without a directory, the name alone. */
function reachable({ protocolId, recipient }: RegisterEntry, directory: Directory | null): Reachable {
  const found = directory?.protocols.find(({ id }) => id === protocolId)?.recipient;
  // Another recipient under the same protocol would be given the words of this one.
  return found === undefined || found.name !== recipient
    ? { name: recipient, phone: null, mobile: null, teams: null, isListed: false }
    : { ...found, isListed: true };
}
