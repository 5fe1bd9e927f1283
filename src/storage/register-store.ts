import { type IsoDate, isIsoDate } from "../domain/iso-date.ts";
import { isReference, type Reference } from "../domain/reference.ts";
import { CHANNELS, type Fitted, fitted, type HandOver, type Register, type RegisterEntry } from "../domain/register.ts";
import type { KeyValueStore } from "./key-value-store.ts";

/** Another shape gets another key, so that an older release never reads what it does not know. */
const REGISTER_KEY = "register.v1";
/**
 * Characters as office.js counts them: the JSON of the JSON, in which every quotation mark stands as two. Outlook keeps
 * 32,768 of them for everything; the sender's profile needs a few hundred.
 */
export const REGISTER_CHARACTERS = 31_500;
const LONGEST = 200;
/** Channel, to whom, when. */
const HANDED_VALUES = 3;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/;

/** The compact form: each protocol once, and each entry by its number among them. */
interface Packed {
  /** Id and recipient. */
  readonly p: readonly (readonly [string, string])[];
  /** Reference, day, protocol; when handed over also channel, to whom, when; at the end what it replaces, if anything. */
  readonly e: readonly (readonly (string | number)[])[];
}

/** The register as it was kept; entries that no release of ours wrote are left out. Empty when there is none. */
export function readRegister(store: KeyValueStore): Register {
  return unpackRegister(store.get(REGISTER_KEY));
}

/** The entries of a register that was packed, here or in another pane. */
export function unpackRegister(packed: unknown): Register {
  const { p: protocols, e: entries } = Object(packed);
  if (!Array.isArray(protocols) || !Array.isArray(entries)) return [];
  const all: readonly RegisterEntry[] = entries.flatMap((entry: unknown) => unpacked(entry, protocols) ?? []);
  // Each reference once; of two, the one that was handed over.
  const closed = new Set(all.flatMap(({ reference, handOver }) => (handOver === null ? [] : [reference])));
  const seen = new Set<Reference>();
  return all.filter(({ reference, handOver }) => {
    if (seen.has(reference) || (handOver === null && closed.has(reference))) return false;
    seen.add(reference);
    return true;
  });
}

/** As much of the register as there is room for, and what has to leave; never the entry of `stays`. */
export function fitRegister(register: Register, stays: Reference): Fitted {
  return fitted(
    register,
    stays,
    REGISTER_CHARACTERS,
    (each) => JSON.stringify(JSON.stringify(packRegister(each))).length,
  );
}

/** Keeps a register that fits; rejects as the store does. */
export async function saveRegister(store: KeyValueStore, register: Register): Promise<void> {
  await store.set(REGISTER_KEY, packRegister(register));
}

export function packRegister(register: Register): Packed {
  const numbers = new Map<string, number>();
  const p: (readonly [string, string])[] = [];
  const e = register.map(({ reference, sealedOn, protocolId, recipient, handOver, replaces }) => {
    const key = JSON.stringify([protocolId, recipient]);
    const number = numbers.get(key) ?? p.push([protocolId, recipient]) - 1;
    numbers.set(key, number);
    const handed = handOver === null ? [] : [CHANNELS.indexOf(handOver.channel), handOver.to, handOver.at];
    return [reference, sealedOn, number, ...handed, ...(replaces === undefined ? [] : [replaces])];
  });
  return { p, e };
}

function unpacked(entry: unknown, protocols: readonly unknown[]): RegisterEntry | null {
  if (!Array.isArray(entry)) return null;
  const [reference, sealedOn, number, ...more] = entry as readonly unknown[];
  const protocol = typeof number === "number" ? protocols[number] : undefined;
  const [protocolId, recipient] = Array.isArray(protocol) ? (protocol as readonly unknown[]) : [];
  if (typeof reference !== "string" || !isReference(reference) || !isDay(sealedOn)) return null;
  if (!isShort(protocolId) || !isShort(recipient)) return null;
  const isHanded = more.length >= HANDED_VALUES;
  const handOver = isHanded ? unpackedHandOver(more) : null;
  if (handOver === undefined) return null;
  const open = { reference, sealedOn, protocolId, recipient, handOver };
  const [replaces, ...others] = isHanded ? more.slice(HANDED_VALUES) : more;
  if (others.length > 0) return null;
  if (replaces === undefined) return open;
  return typeof replaces === "string" && isReference(replaces) ? { ...open, replaces } : null;
}

/** `undefined` for what is none. */
function unpackedHandOver([number, to, at]: readonly unknown[]): HandOver | undefined {
  const channel = typeof number === "number" ? CHANNELS[number] : undefined;
  if (channel === undefined || !isShort(to) || typeof at !== "string" || !MOMENT.test(at)) return undefined;
  return { channel, to, at };
}

function isDay(value: unknown): value is IsoDate {
  return typeof value === "string" && isIsoDate(value);
}

function isShort(value: unknown): value is string {
  return typeof value === "string" && value !== "" && value.length <= LONGEST && !/\p{C}/u.test(value);
}
