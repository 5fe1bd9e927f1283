import { IDBDatabase, IDBFactory, IDBObjectStore } from "fake-indexeddb";
import type { PasswordVault } from "../../src/application/ports.ts";
import {
  breakCrypto,
  breakOff,
  clock,
  entry,
  flipped,
  KEPT,
  type Method,
  OTHER,
  onANewDevice,
  opened,
  provide,
  rawKeys,
  record,
  refusal,
  storeInstead,
  storeNothing,
  throwAt,
  vault,
  WEEK,
} from "./device.ts";

onANewDevice();

type Deed = (pane: PasswordVault) => Promise<unknown>;
const KEEPING: Deed = (pane) => pane.keep(KEPT);
const TRYING: Deed = (pane) => pane.tryOut();
const DEEDS: readonly (readonly [string, Deed])[] = [
  ["trying out", TRYING],
  ["keeping", KEEPING],
  ["listing", (pane) => pane.list()],
  ["reading", (pane) => pane.read(OTHER.reference)],
  ["erasing", (pane) => pane.erase(OTHER.reference)],
  ["erasing all", (pane) => pane.eraseAll()],
];

describe("a device that keeps nothing", () => {
  test.each(DEEDS)("without IndexedDB refuses %s", async (_name, deed) => {
    provide(undefined);
    await refusal(deed(vault()));
  });

  test.each(DEEDS)("that opens nothing, as in a private window, refuses %s", async (_name, deed) => {
    provide({
      open: () => {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    });
    expect(await refusal(deed(vault()))).toMatchObject({ name: "SecurityError" });
  });

  test.each(DEEDS)("with a database of a later release refuses %s, and that one is left alone", async (_name, deed) => {
    (await opened(indexedDB.open("passwords.v1", 2))).close();
    expect(await refusal(deed(vault()))).toMatchObject({ name: "VersionError" });
    expect(await indexedDB.databases()).toEqual([{ name: "passwords.v1", version: 2 }]);
  });

  test.each<[string, () => void]>([
    ["is full", () => breakOff("put", "QuotaExceededError")],
    ["is found full only at the end", () => breakOff("put", "QuotaExceededError", { afterwards: true })],
    ["stores no keys", () => throwAt("put", "DataCloneError")],
    ["makes no keys", () => breakCrypto("generateKey")],
    ["encrypts nothing", () => breakCrypto("encrypt")],
    ["decrypts nothing", () => breakCrypto("decrypt")],
    ["stores nothing and says it did", storeNothing],
    ["stores a text instead", () => storeInstead(() => "x")],
    ["loses the key", () => storeInstead((whole) => ({ ...whole, key: null }))],
    ["loses a byte", () => storeInstead(({ sealed, ...whole }) => ({ ...whole, sealed: sealed.slice(1) }))],
    ["changes a byte", () => storeInstead(({ sealed, ...whole }) => ({ ...whole, sealed: flipped(sealed, 500) }))],
    ["changes the nonce", () => storeInstead(({ iv, ...whole }) => ({ ...whole, iv: flipped(iv, 5) }))],
    ["rounds the end", () => storeInstead(({ until, ...whole }) => ({ ...whole, until: until - 1 }))],
  ])("because it %s refuses trying out and keeping; nothing of it stays, and the rest does", async (_name, fail) => {
    await vault().keep(OTHER);
    fail();
    await refusal(vault().tryOut());
    await refusal(vault().keep(KEPT));
    jest.restoreAllMocks();
    expect(await rawKeys()).toEqual([OTHER.reference]);
    expect(await vault().list()).toEqual([entry(OTHER)]);
  });

  test("says which of the two came back changed", async () => {
    storeInstead(() => "x");
    expect([await refusal(vault().tryOut()), await refusal(vault().keep(KEPT))]).toEqual([
      new TypeError("vault: the trial came back changed"),
      new TypeError("vault: what was kept came back changed"),
    ]);
  });

  test("that gives the words of another back has not kept these", async () => {
    await vault().keep(KEPT);
    const earlier = await record(KEPT.reference);
    storeInstead(() => earlier);
    expect(await refusal(vault().keep({ ...KEPT, password: OTHER.password }))).toEqual(
      new TypeError("vault: what was kept came back changed"),
    );
    jest.restoreAllMocks();
    expect(await rawKeys()).toEqual([]);
  });

  test("leaves what another pane kept under the reference before", async () => {
    await vault().keep(KEPT);
    breakOff("put", "QuotaExceededError", { afterwards: true });
    expect(await refusal(vault().keep({ ...KEPT, password: OTHER.password }))).toMatchObject({
      name: "QuotaExceededError",
    });
    jest.restoreAllMocks();
    expect(await vault().list()).toEqual([entry(KEPT)]);
  });

  test("that stores something else and cannot erase it takes it all back", async () => {
    storeInstead(({ sealed, ...whole }) => ({ ...whole, sealed: flipped(sealed, 0) }));
    breakOff("delete", "UnknownError");
    expect(await refusal(vault().keep(KEPT))).toMatchObject({ name: "UnknownError" });
    jest.restoreAllMocks();
    expect(await rawKeys()).toEqual([]);
  });

  test.each<[string, Method]>([
    ["reading it back", "get"],
    ["erasing it", "delete"],
  ])("fails the trial at %s, and nothing of it stays", async (_name, method) => {
    breakOff(method, "UnknownError");
    await refusal(vault().tryOut());
    jest.restoreAllMocks();
    expect(await rawKeys()).toEqual([]);
  });

  test("cannot read back what was to be kept, so nothing of it stays", async () => {
    throwAt("get", "UnknownError");
    expect(await refusal(vault().keep(KEPT))).toMatchObject({ name: "UnknownError" });
    jest.restoreAllMocks();
    expect(await rawKeys()).toEqual([]);
  });

  test.each<[string, Method, Deed]>([
    ["listing", "getAllKeys", (pane) => pane.list()],
    ["erasing", "delete", (pane) => pane.erase(KEPT.reference)],
    ["erasing all", "clear", (pane) => pane.eraseAll()],
  ])("fails at %s, and what is there stays", async (_name, method, deed) => {
    await vault().keep(KEPT);
    breakOff(method, "UnknownError");
    await refusal(deed(vault()));
    jest.restoreAllMocks();
    expect(await vault().list()).toEqual([entry(KEPT)]);
  });

  test("fails at erasing what is past its time: it is not listed, hides no other, and goes the next time", async () => {
    await vault().keep(KEPT);
    clock.now += WEEK - 1;
    await vault().keep(OTHER);
    clock.now += 1;
    breakOff("delete", "UnknownError");
    expect(await vault().list()).toEqual([entry(OTHER, clock.now - 1 + WEEK)]);
    jest.restoreAllMocks();
    expect([await vault().list(), await rawKeys()]).toEqual([[entry(OTHER, clock.now - 1 + WEEK)], [OTHER.reference]]);
  });

  test("leaves no database open, however it ends", async () => {
    const opening = jest.spyOn(IDBFactory.prototype, "open");
    const close = jest.spyOn(IDBDatabase.prototype, "close");
    for (const [, deed] of DEEDS) await deed(vault());
    breakOff("put", "QuotaExceededError");
    breakOff("getAllKeys", "UnknownError");
    breakOff("get", "UnknownError");
    breakOff("delete", "UnknownError");
    breakOff("clear", "UnknownError");
    for (const [, deed] of DEEDS) await refusal(deed(vault()));
    expect([opening.mock.calls.length > 0, close.mock.calls.length]).toEqual([true, opening.mock.calls.length]);
  });
});

describe("a device that does not answer", () => {
  test("is not waited for once it has answered", async () => {
    jest.useFakeTimers({ doNotFake: ["setImmediate", "queueMicrotask", "nextTick"] });
    for (const [, deed] of DEEDS) await deed(vault());
    expect(jest.getTimerCount()).toBe(0);
  });

  test.each(DEEDS)(
    "is given up after three seconds of %s; when it answers after all nothing is there and all is closed",
    async (_name, deed) => {
      // A page that holds the database open, and a deletion that waits for it: every later opening waits behind.
      const holder = await opened(indexedDB.open("passwords.v1", 1));
      const deletion = new Promise((resolve) => {
        indexedDB.deleteDatabase("passwords.v1").onsuccess = resolve;
      });
      const opening = jest.spyOn(IDBFactory.prototype, "open");
      const close = jest.spyOn(IDBDatabase.prototype, "close");
      jest.useFakeTimers({ doNotFake: ["setImmediate", "queueMicrotask", "nextTick"] });
      const given = { up: false };
      const answer = refusal(deed(vault())).then((error) => {
        given.up = true;
        return error;
      });
      // WebCrypto works on a thread of its own, so it is not asked at once.
      while (opening.mock.calls.length === 0) await new Promise(setImmediate);
      await jest.advanceTimersByTimeAsync(2_999);
      expect(given.up).toBe(false);
      await jest.advanceTimersByTimeAsync(1);
      expect(await answer).toEqual(new TypeError("IndexedDB: no answer in 3 s"));
      jest.useRealTimers();
      holder.close();
      await deletion;
      // Openings have their turn in order, so by now those that were given up have had their own.
      expect(await rawKeys()).toEqual([]);
      expect([opening.mock.calls.length, close.mock.calls.length]).toEqual([2, 3]);
    },
  );
});

test.each(["tryOut", "list", "keep", "erase", "eraseAll"] as const)(
  "%s is given up when a transaction does not answer",
  async (which) => {
    const holder = await opened(indexedDB.open("passwords.v1", 1));
    const store = holder.transaction("passwords", "readwrite").objectStore("passwords");
    const state = { held: true, up: false };
    const again = (): void => {
      if (state.held) store.count().onsuccess = again;
    };
    again();
    const opening = jest.spyOn(IDBFactory.prototype, "open");
    jest.useFakeTimers({ doNotFake: ["setImmediate", "queueMicrotask", "nextTick"] });
    const deed =
      which === "keep" ? vault().keep(KEPT) : which === "erase" ? vault().erase(KEPT.reference) : vault()[which]();
    void Promise.resolve(deed)
      .then(
        () => undefined,
        () => undefined,
      )
      .then(() => {
        state.up = true;
      });
    while (opening.mock.calls.length < 1) await new Promise(setImmediate);
    for (let i = 0; i < 50; i++) await new Promise(setImmediate);
    await jest.advanceTimersByTimeAsync(60_000);
    for (let i = 0; i < 50; i++) await new Promise(setImmediate);
    const up = state.up;
    state.held = false;
    jest.useRealTimers();
    await deed.catch(() => undefined);
    holder.close();
    expect(up).toBe(true);
  },
);

test("one record that the device fails to read does not hide the others", async () => {
  await vault().keep(KEPT);
  await vault().keep(OTHER);
  const original = IDBObjectStore.prototype.get;
  jest.spyOn(IDBObjectStore.prototype, "get").mockImplementation(function (this: IDBObjectStore, key) {
    const request = original.call(this, key);
    if (key === KEPT.reference) this.transaction.abort();
    return request;
  });
  expect((await vault().list()).map(({ kept }) => kept)).toContainEqual(entry(OTHER).kept);
});
