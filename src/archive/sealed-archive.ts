import type { ArchivedFile } from "./archived-file.ts";
import type { Bytes } from "./bytes.ts";
import { KEY_ROUNDS_LOG2, type KeyDeriver } from "./derive-key.ts";
import { withManifest } from "./manifest.ts";
import { type DerivedKey, writeArchive } from "./write-archive.ts";

const SALT_SIZE = 16;
const IV_SIZE = 16;

/** The key of `password` under a fresh salt; for one archive. */
export async function freshKey(password: string, deriver: KeyDeriver): Promise<DerivedKey> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_SIZE));
  return { key: await deriver.derive(password, salt), salt, power: KEY_ROUNDS_LOG2 };
}

/** An archive of ours: the files, the manifest in the last of them (JSON), everything encrypted. */
export async function sealArchive(files: readonly ArchivedFile[], key: DerivedKey): Promise<Bytes> {
  const random = (): Bytes => crypto.getRandomValues(new Uint8Array(IV_SIZE));
  const withOurs = await withManifest(files, key.key);
  try {
    return await writeArchive(withOurs, key, { data: random(), header: random() });
  } finally {
    // The others are the caller's.
    withOurs.at(-1)?.bytes.fill(0);
  }
}
