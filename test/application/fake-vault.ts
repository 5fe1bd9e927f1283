import type { KeptPassword, PasswordVault, VaultEntry } from "../../src/application/ports.ts";
import { isExpired, keptUntil } from "../../src/domain/keeping.ts";
import type { Reference } from "../../src/domain/reference.ts";

type Call = "tryOut" | "keep" | "list" | "read" | "erase" | "eraseAll";

/** A device in memory. What stands in `failing` rejects; what stands in `unreadable` has lost its key. */
export class FakeVault implements PasswordVault {
  readonly kept = new Map<Reference, { readonly until: number; readonly kept: KeptPassword }>();
  readonly failing = new Set<Call>();
  readonly unreadable = new Set<Reference>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** The device keeps nothing at all: every call rejects. */
  closeStorage(): void {
    for (const call of ["tryOut", "keep", "list", "read", "erase", "eraseAll"] as const) this.failing.add(call);
  }

  async tryOut(): Promise<void> {
    this.#refuse("tryOut");
  }

  async keep(kept: KeptPassword): Promise<number> {
    this.#refuse("keep");
    const until = keptUntil(this.#now().getTime());
    this.kept.set(kept.reference, { until, kept });
    return until;
  }

  async list(): Promise<readonly VaultEntry[]> {
    this.#refuse("list");
    for (const [reference, { until }] of this.kept) {
      if (isExpired(until, this.#now().getTime())) this.kept.delete(reference);
    }
    return [...this.kept].map(
      ([
        reference,
        {
          until,
          kept: { password: _onlyWhenRead, ...facts },
        },
      ]) => ({
        reference,
        until,
        kept: this.unreadable.has(reference) ? null : facts,
      }),
    );
  }

  async read(reference: Reference): Promise<KeptPassword | "absent" | "unreadable"> {
    this.#refuse("read");
    const found = this.kept.get(reference);
    if (found === undefined || isExpired(found.until, this.#now().getTime())) return "absent";
    return this.unreadable.has(reference) ? "unreadable" : found.kept;
  }

  async erase(reference: Reference): Promise<void> {
    this.#refuse("erase");
    this.kept.delete(reference);
  }

  async eraseAll(): Promise<void> {
    this.#refuse("eraseAll");
    this.kept.clear();
  }

  #refuse(call: Call): void {
    if (this.failing.has(call)) throw new DOMException("closed", "InvalidStateError");
  }
}
