import { type DBSchema, openDB } from "idb";
import type { DirectoryShelf, KeptDirectory } from "../application/ports.ts";

interface Shelf extends DBSchema {
  directory: { key: string; value: KeptDirectory };
}

/** Another shape gets another name, so that an older release never reads what it does not know. */
const DATABASE = "directory.v1";
const STORE = "directory";
const LAST = "last";

/** Keeps the last good directory in IndexedDB: it is too large for other storage. What is read is verified anew. */
export function directoryShelf(): DirectoryShelf {
  return {
    async read() {
      const database = await open();
      try {
        const kept: unknown = await database.get(STORE, LAST);
        return isKept(kept) ? kept : null;
      } finally {
        database.close();
      }
    },
    async keep(kept) {
      const database = await open();
      try {
        const transaction = database.transaction(STORE, "readwrite");
        const before: unknown = await transaction.store.get(LAST);
        // Another pane may have kept a newer one meanwhile.
        if (!isKept(before) || before.serial <= kept.serial) await transaction.store.put(kept, LAST);
        await transaction.done;
      } finally {
        database.close();
      }
    },
  };
}

function open() {
  return openDB<Shelf>(DATABASE, 1, {
    upgrade: (database) => {
      database.createObjectStore(STORE);
    },
  });
}

function isKept(value: unknown): value is KeptDirectory {
  if (typeof value !== "object" || value === null || !("files" in value) || !("serial" in value)) return false;
  const { files, serial } = value;
  if (typeof files !== "object" || files === null || !("directory" in files) || !("signature" in files)) return false;
  return (
    files.directory instanceof Uint8Array &&
    files.signature instanceof Uint8Array &&
    typeof serial === "number" &&
    Number.isSafeInteger(serial)
  );
}
