import type { DBSchema } from "idb";
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
/** UTF-16 units to which the text is filled up, so that its length says nothing of the words. */
const FILLED_TO = 1024;
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
      const text = "".padEnd(FILLED_TO);
      const back = await putAndTakeOut(TRIAL, await seal(TRIAL, text, keptUntil(time())));
      if (!isSealed(back) || (await unseal(TRIAL, back)) !== text) {
        throw new TypeError("vault: the trial came back changed");
      }
    },
    keep: async (kept) => {
      const until = keptUntil(time());
      const text = JSON.stringify(kept).padEnd(FILLED_TO);
      try {
        await put(kept.reference, await seal(kept.reference, text, until));
        const back = await get(kept.reference);
        if (back === null || (await unseal(kept.reference, back)) !== text) {
          throw new TypeError("vault: what was kept came back changed");
        }
        return until;
      } catch (error) {
        // The person is told that nothing is kept, so nothing may stay; where that fails too, its week ends it.
        await erase(kept.reference).catch(() => undefined);
        throw error;
      }
    },
    list: async () => {
      const all = await takeOutExpired(time());
      return Promise.all(
        all.map(async ([reference, sealed]): Promise<VaultEntry> => {
          const text = await unseal(reference, sealed);
          return { reference, until: sealed.until, kept: text === null ? null : parse(text, reference) };
        }),
      );
    },
    erase,
    eraseAll: () => withDatabase(NAME, (database) => database.clear(NAME.store)),
  };
}

/** Everything that is whole and not past its time; the rest is erased. */
async function takeOutExpired(now: number): Promise<readonly (readonly [Reference, Sealed])[]> {
  return withDatabase(NAME, async (database) => {
    const transaction = database.transaction(NAME.store, "readwrite");
    const read = async (): Promise<readonly (readonly [Reference, Sealed])[]> => {
      const good: (readonly [Reference, Sealed])[] = [];
      for (const key of await transaction.store.getAllKeys()) {
        const value: unknown = await transaction.store.get(key);
        if (isReference(key) && isSealed(value) && !isExpired(value.until, now)) good.push([key, value]);
        else await transaction.store.delete(key);
      }
      return good;
    };
    const [good] = await Promise.all([read(), transaction.done]);
    return good;
  });
}

async function put(key: string, sealed: Sealed): Promise<void> {
  await withDatabase(NAME, async (database) => {
    // Strict: told only when it is on the disk, because the pane may be closed just after.
    const transaction = database.transaction(NAME.store, "readwrite", { durability: "strict" });
    // Both, as both reject when the device is full.
    await Promise.all([transaction.store.put(sealed, key), transaction.done]);
  });
}

/** What comes back of it; in one transaction, so that no other pane meets it. */
function putAndTakeOut(key: string, sealed: Sealed): Promise<unknown> {
  return withDatabase(NAME, async (database) => {
    const transaction = database.transaction(NAME.store, "readwrite");
    const there = async (): Promise<unknown> => {
      await transaction.store.put(sealed, key);
      const back: unknown = await transaction.store.get(key);
      await transaction.store.delete(key);
      return back;
    };
    const [back] = await Promise.all([there(), transaction.done]);
    return back;
  });
}

async function get(key: string): Promise<Sealed | null> {
  const value: unknown = await withDatabase(NAME, (database) => database.get(NAME.store, key));
  return isSealed(value) ? value : null;
}

async function erase(key: string): Promise<void> {
  await withDatabase(NAME, async (database) => {
    const transaction = database.transaction(NAME.store, "readwrite", { durability: "strict" });
    await Promise.all([transaction.store.delete(key), transaction.done]);
  });
}

async function seal(name: string, text: string, until: number): Promise<Sealed> {
  const key = await crypto.subtle.generateKey({ name: ALGORITHM, length: KEY_BITS }, false, ["encrypt", "decrypt"]);
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const sealed = await crypto.subtle.encrypt(parameters(name, iv, until), key, bytesOf(text));
  return { until, key, iv, sealed: new Uint8Array(sealed) };
}

/** `null` when the key is not the one, or anything was changed. */
async function unseal(name: string, { key, iv, sealed, until }: Sealed): Promise<string | null> {
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt(parameters(name, iv, until), key, sealed));
  } catch {
    // WebCrypto does not say why, and the person can do the same in every case.
    return null;
  }
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
  const {
    mailbox,
    password,
    controlCode,
    sealedOn,
    protocolId,
    recipient,
    reference: named,
  } = Object(JSON.parse(text));
  const texts = [mailbox, password, controlCode, protocolId, recipient];
  if (named !== reference || !texts.every((each) => typeof each === "string")) return null;
  if (typeof sealedOn !== "string" || !isIsoDate(sealedOn)) return null;
  return { reference, mailbox, password, controlCode, sealedOn, protocolId, recipient };
}
