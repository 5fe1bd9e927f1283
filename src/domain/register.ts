import type { IsoDate } from "./iso-date.ts";
import type { Reference } from "./reference.ts";

/** How the password went to the recipient: never by the way of the message (R18). */
export const CHANNELS = ["phone", "sms", "teams", "in-person"] as const;
export type Channel = (typeof CHANNELS)[number];

/** That the password was handed over; not the password, and nothing of the client. */
export interface HandOver {
  /** A name or a function: "maatschappelijk werker onthaal". */
  readonly to: string;
  readonly channel: Channel;
  /** ISO 8601 with offset, to the second. */
  readonly at: string;
}

/** What the sender's register holds of one referral (R12): nothing of the client, and not the password. */
export interface RegisterEntry {
  readonly reference: Reference;
  /** The day on which the message was made. */
  readonly sealedOn: IsoDate;
  readonly protocolId: string;
  /** The recipient's name. */
  readonly recipient: string;
  /** `null` while the password is still to be handed over. */
  readonly handOver: HandOver | null;
  /** The referral that this one was made in the place of, because its password was lost. */
  readonly replaces?: Reference;
}

/** Oldest first; each reference once. */
export type Register = readonly RegisterEntry[];

/** `register` with `entry`, in the place of an earlier one of its reference. */
export function withEntry(register: Register, entry: RegisterEntry): Register {
  const others = register.filter(({ reference }) => reference !== entry.reference);
  return [...others, entry].sort((a, b) => (a.sealedOn < b.sealedOn ? -1 : Number(a.sealedOn > b.sealedOn)));
}

/** `register` without the referral: its message was taken back before it was sent. */
export function withoutEntry(register: Register, gone: Reference): Register {
  return register.filter(({ reference }) => reference !== gone);
}

/** The referrals whose password is still to be handed over, the oldest first; not those that another came in the place of. */
export function openEntries(register: Register): Register {
  const replaced = replacedIn(register);
  return register.filter((entry) => isOpen(entry, replaced));
}

function replacedIn(register: Register): ReadonlySet<Reference> {
  return new Set(register.flatMap(({ reference, replaces }) => (replaces === reference ? [] : (replaces ?? []))));
}

function isOpen({ reference, handOver }: RegisterEntry, replaced: ReadonlySet<Reference>): boolean {
  return handOver === null && !replaced.has(reference);
}

/** A register that fits, and what had to leave it. */
export interface Fitted {
  readonly kept: Register;
  /** The oldest first. */
  readonly left: Register;
}

/**
 * As much of the register as `size` finds no larger than `most`. The oldest that are closed leave first, as nobody waits for
 * them; then the oldest that are open; never that of `stays`, which was just noted. `size` grows with each entry.
 */
export function fitted(
  register: Register,
  stays: Reference,
  most: number,
  size: (register: Register) => number,
): Fitted {
  const replaced = replacedIn(register);
  let kept = register;
  const left: RegisterEntry[] = [];
  while (kept.length > 1 && size(kept) > most) {
    const older = kept.filter(({ reference }) => reference !== stays);
    const leaving = older.find((entry) => !isOpen(entry, replaced)) ?? older[0];
    if (leaving === undefined) break;
    left.push(leaving);
    kept = kept.filter((entry) => entry !== leaving);
  }
  return { kept, left };
}
