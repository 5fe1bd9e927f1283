import { type DBSchema, type IDBPDatabase, openDB, type StoreNames } from "idb";

/** Milliseconds. WebKit has left an opening without answer (its bug 226547), and so does a deletion that waits for another page. */
const OPENED_WITHIN = 3_000;
/** Milliseconds. A transaction waits for that of another page, which may have been stopped in the middle of it. */
const USED_WITHIN = 10_000;

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
  const opening = open(name);
  let database: IDBPDatabase<Schema>;
  try {
    database = await within(OPENED_WITHIN, opening);
  } catch (error) {
    // Nobody waits for it any more, and left open it would stand in the way of others.
    opening.then(
      (late) => late.close(),
      () => undefined,
    );
    throw error;
  }
  try {
    return await within(USED_WITHIN, use(database));
  } finally {
    database.close();
  }
}

function open<Schema extends DBSchema>({ database: name, store }: DatabaseName<Schema>): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(name, 1, {
    upgrade: (database) => {
      database.createObjectStore(store);
    },
  });
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let late: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    late = setTimeout(() => reject(new TypeError(`IndexedDB: no answer in ${milliseconds / 1000} s`)), milliseconds);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(late);
  }
}
