import { inspect } from "node:util";
import * as fakes from "fake-indexeddb";
import { IDBFactory, IDBObjectStore } from "fake-indexeddb";
import type { KeptPassword, PasswordVault, VaultEntry } from "../../src/application/ports.ts";
import { isReference, type Reference } from "../../src/domain/reference.ts";
import { passwordVault } from "../../src/storage/password-vault.ts";
import { day } from "../domain/sample-rules.ts";

export const DAY = 86_400_000;
export const WEEK = 7 * DAY;
export const NOW = Date.parse("2026-11-24T09:30:00Z");
export const WORDS = ["gletsjer", "bakfiets", "eekhoorn", "ijsvogel", "framboos", "boterham", "hovenier"];
export const KEPT: KeptPassword = {
  reference: reference("DV-2026-7K3M9X"),
  mailbox: "an.peeters@opgroeien.example",
  password: WORDS.join("-"),
  controlCode: "3f9a2 b71c0",
  sealedOn: day("2026-11-24"),
  protocolId: "opgroeien-ocmw-dorp",
  recipient: "OCMW Dorp aan de Beek",
};
export const OTHER: KeptPassword = {
  reference: reference("DV-2026-8A8A8A"),
  mailbox: "bo.claes@opgroeien.example",
  password: "aalbes-aanbod-achter-adagio-adapter-adres-advies",
  controlCode: "00000 fffff",
  sealedOn: day("2026-11-23"),
  protocolId: "opgroeien-caw-stad",
  recipient: "CAW Stad",
};
export const THIRD = reference("DV-2026-9Z9Z9Z");

/** The device's clock, in milliseconds since 1970. */
export const clock = { now: NOW };

/** A new device before each test, with the names under which idb looks for IndexedDB in a browser; call it once in a file. */
export function onANewDevice(): void {
  Object.assign(globalThis, fakes);
  beforeEach(() => {
    clock.now = NOW;
    provide(new IDBFactory());
  });
  afterEach(() => {
    jest.restoreAllMocks();
    jest.useRealTimers();
  });
}

export function vault(): PasswordVault {
  return passwordVault(() => new Date(clock.now));
}

/** As a list has it: without the password. */
export function entry({ password: _onlyWhenRead, ...kept }: KeptPassword, until = NOW + WEEK): VaultEntry {
  return { reference: kept.reference, until, kept };
}

export function reference(text: string): Reference {
  if (!isReference(text)) throw new RangeError(text);
  return text;
}

/** All of these come before `KEPT`, in their order. */
export function numbered(number: number): Reference {
  return reference(`DV-2026-0000${String(number).padStart(2, "0")}`);
}

/** What may be found in no value on the device and in no error. */
export const SECRETS = [
  ...WORDS,
  ...WORDS.slice(1).map((word, i) => `${WORDS[i]}-${word}`),
  KEPT.password,
  KEPT.mailbox,
  "peeters",
  KEPT.recipient,
  "OCMW",
  KEPT.protocolId,
  KEPT.controlCode,
  KEPT.sealedOn,
];

/** Those of `SECRETS` that stand somewhere in `value`: in its texts and names, and in the memory of its bytes. */
export function found(value: unknown): readonly string[] {
  const texts = [inspect(value, { depth: null, showHidden: true, maxArrayLength: null, maxStringLength: null })];
  const places = [
    ...[...texts, JSON.stringify(value) ?? ""].map((text) => Buffer.from(text, "utf8")),
    ...bytesWithin(value).map((bytes) => Buffer.from(bytes.buffer)),
  ];
  return SECRETS.filter((secret) => {
    const forms = [
      Buffer.from(secret, "utf8"),
      Buffer.from(secret, "utf16le"),
      Buffer.from(secret, "utf16le").swap16(),
    ];
    return places.some((place) => forms.some((form) => place.includes(form)));
  });
}

export function bytesWithin(value: unknown): readonly Uint8Array[] {
  if (value instanceof Uint8Array) return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(bytesWithin) : [];
}

/** The error of a refusal; no error of the vault may say anything of what was to be kept. */
export async function refusal(answer: Promise<unknown>): Promise<unknown> {
  return answer.then((value) => {
    throw new RangeError(`expected a refusal, received ${inspect(value)}`);
  }, refused);
}

export function refused(error: unknown): unknown {
  expect(error instanceof Error || error instanceof DOMException).toBe(true);
  expect(found(error)).toEqual([]);
  return error;
}

/** The shape that stands on the device. */
export interface Stored {
  readonly until: number;
  readonly key: CryptoKey;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

export function isStored(value: unknown): value is Stored {
  const { until, key, iv, sealed } = Object(value);
  return (
    typeof until === "number" && key instanceof CryptoKey && iv instanceof Uint8Array && sealed instanceof Uint8Array
  );
}

export function stored(value: unknown): Stored {
  if (!isStored(value)) throw new TypeError(`expected a sealed password, received ${inspect(value)}`);
  return value;
}

export async function record(key: Reference): Promise<Stored> {
  return stored(await onDevice((store) => store.get(key)));
}

export async function rawKeys(): Promise<readonly IDBValidKey[]> {
  return onDevice((store) => store.getAllKeys());
}

export async function rawAll(): Promise<readonly (readonly [IDBValidKey, unknown])[]> {
  const values: readonly unknown[] = await onDevice((store) => store.getAll());
  return (await rawKeys()).map((key, i) => [key, values[i]] as const);
}

export async function putRaw(key: IDBValidKey, value: unknown): Promise<void> {
  await onDevice((store) => store.put(value, key));
}

/** Past the vault, through IndexedDB itself. */
export async function onDevice<T>(ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await opened(indexedDB.open("passwords.v1"));
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction("passwords", "readwrite");
      const request = ask(transaction.objectStore("passwords"));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

export function opened(request: IDBOpenDBRequest): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    request.onupgradeneeded = () => request.result.createObjectStore("passwords");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export function provide(factory: unknown): void {
  Object.defineProperty(globalThis, "indexedDB", { value: factory, configurable: true, writable: true });
}

export type Method = "put" | "get" | "getAllKeys" | "delete" | "clear";

/** From now on the device fails at this, and takes the transaction back as IndexedDB does; at once, or when it had succeeded. */
export function breakOff(method: Method, name: string, { afterwards = false } = {}): void {
  const original = IDBObjectStore.prototype[method];
  jest.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: IDBObjectStore, ...args: unknown[]) {
    const request: IDBRequest = Reflect.apply(original, this, args);
    const abort = (): void => {
      Object.assign(this.transaction, { error: new DOMException("broken off", name) });
      this.transaction.abort();
    };
    if (afterwards) request.addEventListener("success", abort);
    else abort();
    return request;
  });
}

export function throwAt(method: Method, name: string): void {
  jest.spyOn(IDBObjectStore.prototype, method).mockImplementation(() => {
    throw new DOMException("refused", name);
  });
}

/** From now on something else is stored, and nothing said of it. */
export function storeInstead(change: (whole: Stored) => unknown): void {
  const original = IDBObjectStore.prototype.put;
  jest.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, value, key) {
    return original.call(this, change(stored(value)), key);
  });
}

export function storeNothing(): void {
  const original = IDBObjectStore.prototype.put;
  jest.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, value, key = "") {
    const request = original.call(this, value, key);
    this.delete(key);
    return request;
  });
}

export function breakCrypto(method: "generateKey" | "encrypt" | "decrypt"): void {
  jest.spyOn(crypto.subtle, method).mockRejectedValue(new DOMException("broken", "OperationError"));
}

export async function newKey(name: string, usages: readonly KeyUsage[]): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name, length: 256 }, false, [...usages]);
}

/** As the vault seals now: another form needs another name of the database. */
export async function sealedAsOurs(key: Reference, text: string): Promise<Stored> {
  const until = NOW + WEEK;
  const secret = await newKey("AES-GCM", ["encrypt", "decrypt"]);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const parameters = { name: "AES-GCM", iv, additionalData: bytesOf(`${key} ${until}`) };
  const sealed = await crypto.subtle.encrypt(parameters, secret, bytesOf(text));
  return { until, key: secret, iv, sealed: new Uint8Array(sealed) };
}

export function flipped(bytes: Uint8Array<ArrayBuffer>, at: number, bit = 0): Uint8Array<ArrayBuffer> {
  return bytes.map((byte, i) => (i === at ? byte ^ (1 << bit) : byte));
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(text, "utf8"));
}
