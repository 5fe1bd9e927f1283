import * as fakes from "fake-indexeddb";
import { IDBDatabase, IDBFactory, IDBObjectStore, IDBTransaction } from "fake-indexeddb";
import type { DirectoryShelf, KeptDirectory } from "../../src/application/ports.ts";
import { directoryShelf } from "../../src/storage/directory-shelf.ts";

/** The names under which idb looks for IndexedDB in a browser. */
Object.assign(globalThis, fakes);

const KEY = "AAAA";
const FILES = { directory: bytesOf('{"version":1}\n\u0000'), signature: Uint8Array.of(0, 127, 128, 255) };

beforeEach(() => provide(new IDBFactory()));
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

test("what was kept is read back byte for byte, and by another pane too", async () => {
  const shelf = directoryShelf();
  expect(await only(shelf)).toBeNull();
  await shelf.keep({ publicKey: KEY, files: FILES, serial: 4 });
  expect([await only(shelf), await only(directoryShelf())]).toEqual([
    { publicKey: KEY, files: FILES, serial: 4 },
    { publicKey: KEY, files: FILES, serial: 4 },
  ]);
});

test("a part of a larger piece of memory comes back as that part", async () => {
  const directory = new Uint8Array(bytesOf("before, within, after").buffer, 8, 6);
  await directoryShelf().keep({ publicKey: KEY, files: { ...FILES, directory }, serial: 4 });
  const read = await only(directoryShelf());
  expect(read?.files.directory).toEqual(bytesOf("within"));
});

test("what is done to the bytes after they were kept does not change them", async () => {
  const directory = bytesOf("right");
  await directoryShelf().keep({ publicKey: KEY, files: { ...FILES, directory }, serial: 4 });
  directory.fill(0);
  expect((await only(directoryShelf()))?.files.directory).toEqual(bytesOf("right"));
});

test.each([
  [3, 4, 4, "second"],
  [4, 4, 4, "second"],
  [5, 4, 5, "first"],
])("of serial %d and then %d, %d stays", async (first, second, stays, which) => {
  const shelf = directoryShelf();
  await shelf.keep({ publicKey: KEY, files: { ...FILES, directory: bytesOf("first") }, serial: first });
  await shelf.keep({ publicKey: KEY, files: { ...FILES, directory: bytesOf("second") }, serial: second });
  expect(await only(shelf)).toEqual({ publicKey: KEY, files: { ...FILES, directory: bytesOf(which) }, serial: stays });
});

test("of many panes that keep at once, the highest serial stays", async () => {
  const serials = [3, 9, 1, 7, 8, 2, 9, 4];
  await Promise.all(serials.map((serial) => directoryShelf().keep({ publicKey: KEY, files: FILES, serial })));
  expect(await only(directoryShelf())).toEqual({ publicKey: KEY, files: FILES, serial: 9 });
});

test("each key has its own, the lower serial too", async () => {
  const shelf = directoryShelf();
  const first = { publicKey: KEY, files: FILES, serial: 9 };
  const second = { publicKey: "other", files: { ...FILES, directory: bytesOf("other") }, serial: 4 };
  await shelf.keep(first);
  await shelf.keep(second);
  await shelf.keep({ ...second, serial: 3 });
  expect(await shelf.read()).toEqual([first, second]);
});

test.each<[string, unknown]>([
  ["null", null],
  ["a text", "x"],
  ["a list", []],
  ["an empty object", {}],
  ["no serial", { publicKey: KEY, files: FILES }],
  ["a serial that is a text", { publicKey: KEY, files: FILES, serial: "4" }],
  ["half a serial", { publicKey: KEY, files: FILES, serial: 4.5 }],
  ["a serial that is no number", { publicKey: KEY, files: FILES, serial: Number.NaN }],
  ["no files", { publicKey: KEY, serial: 4 }],
  ["files that are null", { publicKey: KEY, files: null, serial: 4 }],
  ["no signature", { publicKey: KEY, files: { directory: FILES.directory }, serial: 4 }],
  ["a directory that is a text", { publicKey: KEY, files: { ...FILES, directory: "{}" }, serial: 4 }],
  ["memory instead of bytes", { publicKey: KEY, files: { ...FILES, directory: FILES.directory.buffer }, serial: 4 }],
  ["numbers of another size", { publicKey: KEY, files: { ...FILES, signature: new Uint16Array(4) }, serial: 4 }],
])("%s, of another release, counts as nothing and is replaced", async (_name, garbage) => {
  // A first opening makes the store.
  expect(await only(directoryShelf())).toBeNull();
  await putRaw(garbage);
  expect(await only(directoryShelf())).toBeNull();
  await directoryShelf().keep({ publicKey: KEY, files: FILES, serial: 1 });
  expect(await only(directoryShelf())).toEqual({ publicKey: KEY, files: FILES, serial: 1 });
});

test.each<[string, unknown]>([
  [
    "that refuses to open, as in a private window",
    {
      open: () => {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    },
  ],
  ["that is not there", undefined],
])("a device with an IndexedDB %s rejects, for reading and for keeping", async (_name, factory) => {
  provide(factory);
  await expect(directoryShelf().read()).rejects.toThrow();
  await expect(directoryShelf().keep({ publicKey: KEY, files: FILES, serial: 4 })).rejects.toThrow();
});

test("a database of a later version rejects, and is left alone", async () => {
  const later = await opened(indexedDB.open("directory.v1", 2));
  later.close();
  await expect(directoryShelf().read()).rejects.toMatchObject({ name: "VersionError" });
  await expect(directoryShelf().keep({ publicKey: KEY, files: FILES, serial: 4 })).rejects.toMatchObject({
    name: "VersionError",
  });
});

test("nothing stays open behind a reading or a keeping, however it ends", async () => {
  const opening = jest.spyOn(IDBFactory.prototype, "open");
  const close = jest.spyOn(IDBDatabase.prototype, "close");
  await directoryShelf().keep({ publicKey: KEY, files: FILES, serial: 4 });
  await only(directoryShelf());
  jest.spyOn(IDBObjectStore.prototype, "getAll").mockImplementation(() => {
    throw new DOMException("lost", "UnknownError");
  });
  await expect(directoryShelf().read()).rejects.toMatchObject({ name: "UnknownError" });
  expect([opening.mock.calls.length, close.mock.calls.length]).toEqual([3, 3]);
});

test("a device that is full rejects, and what was kept before is still there", async () => {
  const shelf = directoryShelf();
  await shelf.keep({ publicKey: KEY, files: FILES, serial: 4 });
  const put = IDBObjectStore.prototype.put;
  jest.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...args) {
    const request = put.apply(this, args);
    this.transaction.abort();
    return request;
  });
  const done = jest.spyOn(IDBTransaction.prototype, "abort");
  await expect(
    shelf.keep({ publicKey: KEY, files: { ...FILES, directory: bytesOf("newer") }, serial: 5 }),
  ).rejects.toMatchObject({
    name: "AbortError",
  });
  expect(done).toHaveBeenCalledTimes(1);
  jest.restoreAllMocks();
  expect(await only(shelf)).toEqual({ publicKey: KEY, files: FILES, serial: 4 });
});

test("one that does not answer is given up after three seconds, and closed when it answers after all", async () => {
  await directoryShelf().keep({ publicKey: KEY, files: FILES, serial: 4 });
  // A page that holds the database open, and a deletion that waits for it: every later opening waits behind.
  const holder = await opened(indexedDB.open("directory.v1", 1));
  const deletion = new Promise((resolve) => {
    indexedDB.deleteDatabase("directory.v1").onsuccess = resolve;
  });
  const close = jest.spyOn(IDBDatabase.prototype, "close");
  jest.useFakeTimers({ doNotFake: ["setImmediate", "queueMicrotask", "nextTick"] });
  const given = { up: false };
  const reading = directoryShelf()
    .read()
    .catch((error: unknown) => {
      given.up = true;
      return error;
    });
  await jest.advanceTimersByTimeAsync(2_999);
  expect(given.up).toBe(false);
  await jest.advanceTimersByTimeAsync(1);
  expect(await reading).toEqual(new TypeError("IndexedDB: no answer in 3 s"));
  jest.useRealTimers();
  holder.close();
  await deletion;
  // Openings have their turn in order, so by now the one that was given up has had its own.
  const next = await opened(indexedDB.open("directory.v1", 1));
  expect(close.mock.instances).toHaveLength(2);
  next.close();
});

/** What is kept under the one key of these tests. */
async function only(shelf: DirectoryShelf): Promise<KeptDirectory | null> {
  const kept = await shelf.read();
  expect(kept.length).toBeLessThan(2);
  return kept[0] ?? null;
}

function provide(factory: unknown): void {
  Object.defineProperty(globalThis, "indexedDB", { value: factory, configurable: true, writable: true });
}

function opened(request: IDBOpenDBRequest): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function putRaw(value: unknown): Promise<void> {
  const database = await opened(indexedDB.open("directory.v1", 1));
  await new Promise((resolve, reject) => {
    const transaction = database.transaction("directory", "readwrite");
    transaction.objectStore("directory").put(value, KEY);
    transaction.oncomplete = resolve;
    transaction.onerror = reject;
  });
  database.close();
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(text, "utf8"));
}
