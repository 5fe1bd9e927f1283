import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { DirectoryShelf, KeptDirectory } from "../application/ports.ts";

interface Shelf extends DBSchema {
  directory: { key: string; value: KeptDirectory };
}

/** Another shape gets another name, so that an older release never reads what it does not know. */
const DATABASE = "directory.v1";
const STORE = "directory";
/** Milliseconds. WebKit has left an opening without answer (its bug 226547), and so does a deletion that waits for another page. */
const OPENED_WITHIN = 3_000;

/**
 * Keeps the last good directory of each key in IndexedDB: it is too large for other storage. What is read is verified anew. Rejects
 * where there is no IndexedDB, where it is closed to us (private windows, blocked storage), or where it does not answer.
 */
export function directoryShelf(): DirectoryShelf {
  return {
    read: () =>
      withDatabase(async (database) => {
        const kept: readonly unknown[] = await database.getAll(STORE);
        return kept.filter(isKept);
      }),
    keep: (kept) =>
      withDatabase(async (database) => {
        const transaction = database.transaction(STORE, "readwrite");
        const put = async (): Promise<void> => {
          const before: unknown = await transaction.store.get(kept.publicKey);
          // Another pane may have kept a newer one meanwhile.
          if (!isKept(before) || before.serial <= kept.serial) await transaction.store.put(kept, kept.publicKey);
        };
        // Both, as both reject when the device is full.
        await Promise.all([put(), transaction.done]);
      }),
  };
}

async function withDatabase<T>(use: (database: IDBPDatabase<Shelf>) => Promise<T>): Promise<T> {
  const database = await open();
  try {
    return await use(database);
  } finally {
    database.close();
  }
}

async function open(): Promise<IDBPDatabase<Shelf>> {
  const opening = openDB<Shelf>(DATABASE, 1, {
    upgrade: (database) => {
      database.createObjectStore(STORE);
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

function isKept(value: unknown): value is KeptDirectory {
  if (typeof value !== "object" || value === null || !("files" in value) || !("serial" in value)) return false;
  if (!("publicKey" in value) || typeof value.publicKey !== "string") return false;
  const { files, serial } = value;
  if (typeof files !== "object" || files === null || !("directory" in files) || !("signature" in files)) return false;
  return (
    files.directory instanceof Uint8Array &&
    files.signature instanceof Uint8Array &&
    typeof serial === "number" &&
    Number.isSafeInteger(serial)
  );
}
