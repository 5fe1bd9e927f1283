import { type DBSchema, type IDBPDatabase, openDB, type StoreNames } from "idb";

/** Milliseconds. WebKit has left an opening without answer (its bug 226547), and so does a deletion that waits for another page. */
const OPENED_WITHIN = 3_000;

/**
 * A database with one store, whose keys are outside the values. Another shape gets another name, so that an older release
 * never reads what it does not know.
 */
export interface DatabaseName<Schema extends DBSchema> {
  readonly database: string;
  readonly store: StoreNames<Schema>;
}

/**
 * Opens the database, makes it where there is none, and closes it after use. Rejects where there is no IndexedDB, where it
 * is closed to us (private windows, blocked storage), or where it does not answer.
 */
export async function withDatabase<Schema extends DBSchema, T>(
  name: DatabaseName<Schema>,
  use: (database: IDBPDatabase<Schema>) => Promise<T>,
): Promise<T> {
  const database = await open(name);
  try {
    return await use(database);
  } finally {
    database.close();
  }
}

async function open<Schema extends DBSchema>({ database: name, store }: DatabaseName<Schema>) {
  const opening = openDB<Schema>(name, 1, {
    upgrade: (database) => {
      database.createObjectStore(store);
    },
  });
  let late: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    late = setTimeout(() => {
      reject(new TypeError(`IndexedDB: no answer in ${OPENED_WITHIN / 1000} s`));
      // Nobody waits for it any more, and left open it would stand in the way of others.
      opening.then(
        (database) => database.close(),
        () => undefined,
      );
    }, OPENED_WITHIN);
  });
  try {
    return await Promise.race([opening, limit]);
  } finally {
    clearTimeout(late);
  }
}
