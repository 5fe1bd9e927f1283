import { parseTo, type ToIssue } from "../domain/hand-over.ts";
import { idleness } from "../domain/idle.ts";
import { localMoment } from "../domain/iso-date.ts";
import type { Recipient } from "../domain/protocol.ts";
import type { Reference } from "../domain/reference.ts";
import type { Channel, HandOver, RegisterEntry } from "../domain/register.ts";
import { isPassphrase, type Passphrase } from "../password/passphrase.ts";
import type { HandOverRegister } from "./hand-over-register.ts";
import type { PasswordVault } from "./ports.ts";
import { Store } from "./store.ts";

/** How the directory says that the recipient is reached. */
export interface Reachable extends Pick<Recipient, "name" | "phone" | "mobile" | "teams"> {
  /** Whether the directory said so: without it, or when the protocol is no longer there, only the name is known. */
  readonly isListed: boolean;
}

/** Of which referral the password is handed over, and to whom. */
export interface HandOverSubject {
  readonly entry: RegisterEntry;
  readonly recipient: Reachable;
  /** See `controlCode`; `null` when this device does not know it. */
  readonly controlCode: string | null;
}

/** Why the page does not have the password. */
export type Missing = "not-kept" | "unreadable" | "storage-closed";

export type Words =
  | { readonly kind: "here"; readonly password: Passphrase }
  /** Nobody touched the page for so long that it was taken away. */
  | { readonly kind: "wiped" }
  | { readonly kind: "missing"; readonly why: Missing };

/** "Doorgegeven": to whom and how, as filled in, and what was noted of it. */
export interface HandOverForm {
  readonly to: string;
  readonly channel: Channel | null;
  /** What the last press found. */
  readonly issues: { readonly to: ToIssue | null; readonly channel: boolean };
  /** Rises with each press that found something. */
  readonly refusals: number;
  readonly done: HandOver | null;
}

/** Keeping the password on this device; `until` in milliseconds since 1970. */
export type Keeping =
  | { readonly kind: "looking" | "possible" | "impossible" | "keeping" | "failed" | "not-erased" }
  | { readonly kind: "kept"; readonly until: number };

export interface HandOverState {
  readonly words: Words;
  readonly form: HandOverForm;
  readonly keeping: Keeping;
  /** It is about to be wiped, because nobody touches the page. */
  readonly wipesSoon: boolean;
}

export interface HandOverPorts {
  readonly register: HandOverRegister;
  readonly vault: PasswordVault;
  /** The sender's address. */
  readonly mailbox: string;
  readonly now: () => Date;
}

export interface HandOverStart {
  readonly subject: HandOverSubject;
  readonly words: Words;
  /** The client's, so that it is not noted by mistake; `null` where it was forgotten. */
  readonly lastName: string | null;
  /** Until when this device keeps it, `null` when it does not (yet). */
  readonly keptUntil: number | null;
  /** The page no longer has the password: who else holds it, forgets it too. */
  readonly onWiped?: () => void;
}

/** When the device has the password, or may have it. */
const MAY_BE_KEPT: readonly Keeping["kind"][] = ["keeping", "kept", "failed", "not-erased"];

/** How often the screen is drawn again after the wipe: React 19 keeps what it drew the last two times. */
const REDRAWS = 3;

const EMPTY_FORM: HandOverForm = {
  to: "",
  channel: null,
  issues: { to: null, channel: false },
  refusals: 0,
  done: null,
};

/**
 * The hand-over of one password (R18), now or days after its message: the words, keeping them on this device, and what is
 * noted of it. The words go from here when nobody touches the page, and when the step is closed.
 */
export class HandOverStep extends Store<HandOverState> {
  readonly subject: HandOverSubject;
  readonly #ports: HandOverPorts;
  readonly #onWiped: () => void;
  #lastName: string | null;
  /** What is asked of the vault, one after the other: what is erased last, stays erased. */
  #vaultWork: Promise<unknown> = Promise.resolve();
  #lastInput: number;
  #redraws = 0;

  constructor(ports: HandOverPorts, { subject, words, lastName, keptUntil, onWiped = () => undefined }: HandOverStart) {
    const keeping: Keeping = keptUntil === null ? { kind: "looking" } : { kind: "kept", until: keptUntil };
    super({ words, form: EMPTY_FORM, keeping, wipesSoon: false });
    this.#ports = ports;
    this.subject = subject;
    this.#lastName = lastName;
    this.#onWiped = onWiped;
    this.#lastInput = ports.now().getTime();
  }

  /** Finds out whether this device can keep the password, so that the person knows before it matters. */
  async start(): Promise<void> {
    const { keeping, words } = this.state;
    if (keeping.kind !== "looking" || words.kind !== "here") return;
    const kind = await this.#ports.vault.tryOut().then(
      () => "possible" as const,
      () => "impossible" as const,
    );
    if (this.state.keeping.kind === "looking") this.set({ keeping: { kind } });
  }

  /** "Bewaar het op dit toestel". */
  async keep(): Promise<void> {
    const { words, keeping, form } = this.state;
    if (words.kind !== "here" || form.done !== null) return;
    if (keeping.kind === "keeping" || keeping.kind === "kept") return;
    const { entry, controlCode } = this.subject;
    const { reference, sealedOn, protocolId, recipient } = entry;
    const kept = { reference, sealedOn, protocolId, recipient, mailbox: this.#ports.mailbox };
    this.set({ keeping: { kind: "keeping" } });
    const next = await this.#queued(() =>
      this.#ports.vault.keep({ ...kept, password: words.password, controlCode: controlCode ?? "" }),
    ).then(
      (until): Keeping => ({ kind: "kept", until }),
      (): Keeping => ({ kind: "failed" }),
    );
    if (this.state.keeping.kind === "keeping") this.set({ keeping: next });
  }

  /** Takes it off this device; the page still has it. Again when that failed. */
  async erase(): Promise<void> {
    // Also where it is not known to be kept: a device that answered late may have it after all.
    const mayBeThere = MAY_BE_KEPT.includes(this.state.keeping.kind);
    const isErased = await this.#queued(() => this.#ports.vault.erase(this.subject.entry.reference)).then(
      () => true,
      () => false,
    );
    if (mayBeThere) this.set({ keeping: { kind: isErased ? "possible" : "not-erased" } });
  }

  changeForm(change: Partial<Pick<HandOverForm, "to" | "channel">>): void {
    this.set({ form: { ...this.state.form, ...change } });
  }

  /** "Doorgegeven": notes to whom and how, without the password and without anything of the client (R12, R18). */
  submit(): void {
    const { form } = this.state;
    if (form.done !== null) return;
    const parsed = parseTo(form.to, { lastName: this.#lastName ?? "" });
    if (!parsed.ok || form.channel === null) {
      const issues = { to: parsed.ok ? null : parsed.issue, channel: form.channel === null };
      this.set({ form: { ...form, issues, refusals: form.refusals + 1 } });
      return;
    }
    const done = { to: parsed.to, channel: form.channel, at: localMoment(this.#ports.now()) };
    this.set({ form: { ...form, issues: EMPTY_FORM.issues, done } });
    // Neither is waited for: register and vault say for themselves what they could not do.
    void this.#ports.register.put({ ...this.subject.entry, handOver: done });
    void this.erase();
  }

  /** Somebody is there. */
  touch(): void {
    this.tick();
    this.#lastInput = this.#ports.now().getTime();
    if (this.state.wipesSoon) this.set({ wipesSoon: false });
  }

  /** Looks at the clock; to be called every few seconds, and when the page is seen again. */
  tick(): void {
    if (this.state.words.kind !== "here") {
      if (this.#redraws > 0) this.set({});
      this.#redraws = Math.max(0, this.#redraws - 1);
      return;
    }
    const now = this.#ports.now().getTime();
    // A clock that was set back would put the end off.
    this.#lastInput = Math.min(this.#lastInput, now);
    const idle = idleness(this.#lastInput, now);
    if (idle === "over") this.#wipe();
    else if (this.state.wipesSoon !== (idle === "soon")) this.set({ wipesSoon: idle === "soon" });
  }

  /** Brings the words back that this device keeps, after they were wiped from the page. */
  async recall(): Promise<void> {
    if (this.state.words.kind !== "wiped") return;
    const words = await readWords(this.#ports.vault, this.subject.entry.reference);
    if (this.state.words.kind !== "wiped") return;
    this.#lastInput = this.#ports.now().getTime();
    this.set(words.kind === "here" ? { words } : { words, keeping: { kind: "impossible" } });
  }

  /** The step is left: the words go from the page. What the device keeps, stays. */
  close(): void {
    this.#lastName = null;
    this.end({ words: { kind: "wiped" }, form: EMPTY_FORM, keeping: { kind: "looking" }, wipesSoon: false });
  }

  /** The message was taken back: the words go from the page and from the device. Rejects when the device kept them. */
  async abandon(): Promise<void> {
    this.close();
    await this.#queued(() => this.#ports.vault.erase(this.subject.entry.reference));
  }

  #wipe(): void {
    this.set({ words: { kind: "wiped" }, wipesSoon: false });
    this.#redraws = REDRAWS;
    this.#onWiped();
  }

  #queued<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#vaultWork.then(work);
    this.#vaultWork = done.catch(() => undefined);
    return done;
  }
}

/** The words that the device has, or why there are none. */
export async function readWords(vault: PasswordVault, reference: Reference): Promise<Words> {
  try {
    const kept = await vault.read(reference);
    if (kept === "absent") return { kind: "missing", why: "not-kept" };
    return kept !== "unreadable" && isPassphrase(kept.password)
      ? { kind: "here", password: kept.password }
      : { kind: "missing", why: "unreadable" };
  } catch {
    // No storage, and so no words: the screen says what to do.
    return { kind: "missing", why: "storage-closed" };
  }
}
