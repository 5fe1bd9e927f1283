import type { Page } from "playwright-core";

/** How long something may take on a busy machine, in milliseconds. */
const WITHIN = 20_000;
/** Where the vault keeps passwords, as src/storage names it. */
export const VAULT = { database: "passwords.v1", store: "passwords" };

/** What the database of the vault holds under one key, looked at without the add-in. */
interface KeptRecord {
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly until: number;
  /** Name and kind of each member. */
  readonly members: readonly string[];
  /** How WebCrypto answers who asks for the key, in each format. */
  readonly keyGiven: readonly string[];
  /** Every buffer, and the JSON of everything else. */
  readonly bytes: Buffer;
}

/** What is kept in this browser, also when it is no longer valid. */
export async function keptRecords(page: Page): Promise<readonly KeptRecord[]> {
  const records = await page.evaluate(async ({ database, store }) => {
    // To open what is not there would make it, without its store.
    if (!(await indexedDB.databases()).some(({ name }) => name === database)) return [];
    function answer<T>(request: IDBRequest<T>): Promise<T> {
      return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    }
    const connection = await answer(indexedDB.open(database));
    const kept = connection.transaction(store).objectStore(store);
    const [keys, values] = await Promise.all([answer(kept.getAllKeys()), answer(kept.getAll())]);
    connection.close();
    return Promise.all(
      values.map(async (value, index) => {
        const members = Object.entries<object>(value);
        const cryptoKeys = members.flatMap(([, member]) => (member instanceof CryptoKey ? [member] : []));
        const buffers = members.flatMap(([, member]) => (ArrayBuffer.isView(member) ? [member.buffer] : []));
        const others = members.filter(([, member]) => !ArrayBuffer.isView(member));
        return {
          key: String(keys[index]),
          until: Number(Object(value).until),
          members: members.map(([name, member]) => `${name}: ${member.constructor.name}`),
          keyGiven: await Promise.all(
            cryptoKeys.flatMap((key) =>
              (["raw", "jwk"] as const).map((format) =>
                crypto.subtle.exportKey(format, key).then(
                  () => "given",
                  (error: unknown) => (error instanceof DOMException ? error.name : String(error)),
                ),
              ),
            ),
          ),
          buffers: buffers.map((buffer) => [...new Uint8Array(buffer)]),
          others: JSON.stringify([keys[index], others]),
        };
      }),
    );
  }, VAULT);
  return records.map(({ buffers, others, ...rest }) => ({
    ...rest,
    bytes: Buffer.concat([...buffers.map((buffer) => Buffer.from(buffer)), Buffer.from(others)]),
  }));
}

/** Waits until the vault's database holds nothing. */
export async function untilErased(page: Page): Promise<void> {
  const isEmpty = async ({ database, store }: typeof VAULT): Promise<boolean> => {
    const connection = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(database);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    return new Promise((resolve, reject) => {
      const request = connection.transaction(store).objectStore(store).count();
      connection.close();
      request.onsuccess = () => resolve(request.result === 0);
      request.onerror = () => reject(request.error);
    });
  };
  await page.waitForFunction(isEmpty, VAULT, { timeout: WITHIN });
}

/** In a page: opening this database throws, as where storage is blocked. */
export function throwOnOpening(database: string): void {
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (name, version) {
    if (name === database) throw new DOMException("closed by the test", "SecurityError");
    return open.call(this, name, version);
  };
}

/** In a page: opening this database fails, as where a newer release has been. */
export function failToOpen(database: string): void {
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (name, version) {
    if (name !== database) return open.call(this, name, version);
    open.call(this, `${name}.newer`, 2);
    return open.call(this, `${name}.newer`, 1);
  };
}
