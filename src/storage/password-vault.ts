import type { DBSchema, IDBPObjectStore } from "idb";
import type { KeptPassword, PasswordVault, VaultEntry } from "../application/ports.ts";
import { isIsoDate } from "../domain/iso-date.ts";
import { isExpired, keptUntil } from "../domain/keeping.ts";
import { isReference, type Reference } from "../domain/reference.ts";
import { type DatabaseName, withDatabase } from "./open-database.ts";

/** What the database holds of one password: everything that says something is in `sealed`. */
interface Sealed {
  /** Milliseconds since 1970. */
  readonly until: number;
  /** AES-GCM with 256 bits, not extractable, for this one text. */
  readonly key: CryptoKey;
  /** 96 bits (NIST SP 800-38D, 5.2.1.1). */
  readonly iv: Uint8Array<ArrayBuffer>;
  /** The text and its tag of 128 bits; reference and time are authenticated with it. */
  readonly sealed: Uint8Array<ArrayBuffer>;
}

interface Vault extends DBSchema {
  passwords: { key: string; value: Sealed };
}

const NAME: DatabaseName<Vault> = { database: "passwords.v1", store: "passwords" };
const ALGORITHM = "AES-GCM";
const KEY_BITS = 256;
const IV_BYTES = 12;
/** Bytes to a multiple of which the text is filled up. */
const FILLED_TO = 1024;
const SPACE = 0x20;
/** Under this it is tried whether anything can be kept; no reference looks like it. */
const TRIAL = "trial";

/**
 * Passwords on this device in IndexedDB, each encrypted with a key of its own that WebCrypto gives nobody. That keeps the
 * words from whoever reads or copies what stands there, not from who can use this person's session on this device.
 */
export function passwordVault(now: () => Date): PasswordVault {
  const time = (): number => now().getTime();
  return {
    tryOut: async () => {
      const text = JSON.stringify(TRIAL);
      const back = await putAndRead(TRIAL, await seal(TRIAL, text, keptUntil(time())), "taken out again");
      if ((await unseal(TRIAL, back)) !== text) throw new TypeError("vault: the trial came back changed");
    },
    keep: async (kept) => {
      const { reference } = kept;
      const until = keptUntil(time());
      const text = JSON.stringify(kept);
      const sealed = await seal(reference, text, until);
      const back = await putAndRead(reference, sealed, "kept");
      if (isSame(back, sealed) && (await unseal(reference, back)) === text) return until;
      // With another key, so it cannot be read: nothing of it may stay. Where that fails too, its week ends it.
      await eraseIf(reference, (value) => isSame(value, sealed)).catch(() => undefined);
      throw new TypeError("vault: what was kept came back changed");
    },
    list: async () => {
      const found: VaultEntry[] = [];
      for (const key of await withStore("readonly", (store) => store.getAllKeys())) {
        const entry = await listed(key, time());
        if (entry !== null) found.push(withoutPassword(entry));
      }
      return found;
    },
    read: async (reference) => {
      const entry = await entryAt(reference, time());
      return entry === null ? "absent" : (entry.kept ?? "unreadable");
    },
    erase: (reference) => withStore("readwrite", (store) => store.delete(reference)),
    eraseAll: () => withStore("readwrite", (store) => store.clear()),
  };
}

interface WholeEntry extends VaultEntry {
  readonly kept: KeptPassword | null;
}

function withoutPassword({ reference, until, kept }: WholeEntry): VaultEntry {
  if (kept === null) return { reference, until, kept };
  const { password: _onlyWhenRead, ...facts } = kept;
  return { reference, until, kept: facts };
}

/** One of all: what cannot be read, or does not go, must not hide the others. */
async function listed(key: unknown, now: number): Promise<WholeEntry | null> {
  if (typeof key !== "string" || !isReference(key)) {
    await withStore("readwrite", (store) => store.delete(key as string)).catch(() => undefined);
    return null;
  }
  return entryAt(key, now).catch(() => ({ reference: key, until: 0, kept: null }));
}

/** What the device has under a reference; what is past its time or none of ours is erased, and `null`. */
async function entryAt(key: Reference, now: number): Promise<WholeEntry | null> {
  const value: unknown = await withStore("readonly", (store) => store.get(key));
  if (!isSealed(value) || isExpired(value.until, now)) {
    await eraseIf(key, (still) => !isSealed(still) || isExpired(still.until, now)).catch(() => undefined);
    return null;
  }
  const text = await unseal(key, value);
  return { reference: key, until: value.until, kept: text === null ? null : parse(text, key) };
}

type Store<Mode extends IDBTransactionMode> = IDBPObjectStore<Vault, ["passwords"], "passwords", Mode>;

/**
 * One transaction: all of it, or nothing. Strict: told only when it is on the disk, because the pane may be closed just
 * after. Rejects with what stopped the transaction (a device that is full), else with what stopped `use`.
 */
async function withStore<Mode extends "readonly" | "readwrite", T>(
  mode: Mode,
  use: (store: Store<Mode>) => Promise<T>,
): Promise<T> {
  return withDatabase(NAME, async (database) => {
    const transaction = database.transaction(NAME.store, mode, { durability: "strict" });
    const work = use(transaction.store);
    work.catch(() => {
      try {
        transaction.abort();
      } catch {
        // It was over already.
      }
    });
    const [used, done] = await Promise.allSettled([work, transaction.done]);
    if (done.status === "rejected" && !isAbort(done.reason)) throw done.reason;
    if (used.status === "rejected") throw used.reason;
    if (done.status === "rejected") throw done.reason;
    return used.value;
  });
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}

/** Puts it there, and gives what then stands there; one that is not the same to the byte does not stay. */
function putAndRead(key: string, sealed: Sealed, then: "kept" | "taken out again"): Promise<unknown> {
  return withStore("readwrite", async (store) => {
    await store.put(sealed, key);
    const back: unknown = await store.get(key);
    if (then === "taken out again" || !isSame(back, sealed)) await store.delete(key);
    return back;
  });
}

function isSame(back: unknown, { until, iv, sealed }: Sealed): boolean {
  return isSealed(back) && back.until === until && sameBytes(back.iv, iv) && sameBytes(back.sealed, sealed);
}

/** Another pane may have put another there since it was read. */
function eraseIf(key: string, isIt: (value: unknown) => boolean): Promise<void> {
  return withStore("readwrite", async (store) => {
    if (isIt(await store.get(key))) await store.delete(key);
  });
}

async function seal(name: string, text: string, until: number): Promise<Sealed> {
  const key = await crypto.subtle.generateKey({ name: ALGORITHM, length: KEY_BITS }, false, ["encrypt", "decrypt"]);
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const sealed = await crypto.subtle.encrypt(parameters(name, iv, until), key, filled(bytesOf(text)));
  return { until, key, iv, sealed: new Uint8Array(sealed) };
}

/** `null` when it is none, the key is not the one, or anything was changed. */
async function unseal(name: string, value: unknown): Promise<string | null> {
  if (!isSealed(value)) return null;
  const { key, iv, sealed, until } = value;
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt(parameters(name, iv, until), key, sealed)).trimEnd();
  } catch {
    // WebCrypto does not say why, and the person can do the same in every case.
    return null;
  }
}

/** The text with spaces after it, to a length that says nothing of the words. */
function filled(text: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(Math.ceil(text.length / FILLED_TO) * FILLED_TO).fill(SPACE);
  all.set(text);
  return all;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

function parameters(name: string, iv: Uint8Array<ArrayBuffer>, until: number): AesGcmParams {
  return { name: ALGORITHM, iv, additionalData: bytesOf(`${name} ${until}`) };
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function isSealed(value: unknown): value is Sealed {
  if (typeof value !== "object" || value === null || !("key" in value) || !("until" in value)) return false;
  if (!("iv" in value) || !("sealed" in value)) return false;
  return (
    value.key instanceof CryptoKey &&
    value.iv instanceof Uint8Array &&
    value.sealed instanceof Uint8Array &&
    typeof value.until === "number" &&
    Number.isSafeInteger(value.until)
  );
}

function parse(text: string, reference: Reference): KeptPassword | null {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    // Of another release, maybe: as good as unreadable.
    return null;
  }
  const { mailbox, password, controlCode, sealedOn, protocolId, recipient, reference: named } = Object(read);
  const texts = [mailbox, password, controlCode, protocolId, recipient];
  if (named !== reference || !texts.every((each) => typeof each === "string")) return null;
  if (typeof sealedOn !== "string" || !isIsoDate(sealedOn)) return null;
  return { reference, mailbox, password, controlCode, sealedOn, protocolId, recipient };
}
