import type { DBSchema } from "idb";
import type { DirectoryShelf, KeptDirectory } from "../application/ports.ts";
import { type DatabaseName, withDatabase } from "./open-database.ts";

interface Shelf extends DBSchema {
  directory: { key: string; value: KeptDirectory };
}

const NAME: DatabaseName<Shelf> = { database: "directory.v1", store: "directory" };

/**
 * Keeps the last good directory of each key in IndexedDB: it is too large for other storage. What is read is verified anew. Rejects
 * where there is no IndexedDB, where it is closed to us (private windows, blocked storage), or where it does not answer.
 */
export function directoryShelf(): DirectoryShelf {
  return {
    read: () =>
      withDatabase(NAME, async (database) => {
        const kept: readonly unknown[] = await database.getAll(NAME.store);
        return kept.filter(isKept);
      }),
    keep: (kept) =>
      withDatabase(NAME, async (database) => {
        const transaction = database.transaction(NAME.store, "readwrite");
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
