import { loadSodium } from "../adapters/sodium.ts";
import { type LoadedDirectory, loadDirectory } from "../application/load-directory.ts";
import { localDay } from "../domain/iso-date.ts";
import { directoryShelf } from "../storage/directory-shelf.ts";
import { fetchDirectory } from "./fetch-directory.ts";
import { inTime } from "./in-time.ts";
import { TRUSTED_KEYS } from "./trusted-keys.ts";

/** The directory of the page's own host, verified with the keys of the build, or the copy that this device kept. */
export function loadHostedDirectory(now: () => Date): Promise<LoadedDirectory> {
  return loadDirectory({
    fetchFiles: fetchDirectory,
    shelf: directoryShelf(),
    loadVerify: async () => (await inTime(loadSodium())).verify,
    keys: TRUSTED_KEYS,
    today: () => localDay(now()),
  });
}
