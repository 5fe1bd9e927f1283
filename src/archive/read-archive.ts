import { ArchiveError } from "./archive-error.ts";
import type { ArchivedFile } from "./archived-file.ts";
import type { Bytes } from "./bytes.ts";
import { KeyDeriver, LONGEST_PASSWORD } from "./derive-key.ts";
import { checkManifest } from "./manifest.ts";
import type { Policy } from "./policy.ts";
import type { OnProgress } from "./streaming-sha256.ts";
import { type UnpackedArchive, unpackArchive } from "./unpack-archive.ts";

export interface ReadOptions {
  readonly policy: Policy;
  /** One that is kept has its memory already. */
  readonly deriver?: KeyDeriver;
  /** How far each key is (0 to 1); a password whose letters have two forms, or an archive with two salts, begins again. */
  readonly onProgress?: OnProgress | undefined;
}

/** What protects our archives and not this one: names that anybody reads, contents that anybody may have changed. */
export type MissingProtection = "encrypted-header" | "authentication";

export interface ReadArchive {
  readonly files: readonly ArchivedFile[];
  readonly directories: readonly string[];
  /** Empty under policy `own`. */
  readonly missing: readonly MissingProtection[];
}

/**
 * The content of an encrypted archive. Policy `own` opens what `sealArchive` makes and nothing else: encrypted header,
 * our layout, our manifest with the right mac. Policy `foreign` opens what 7-Zip writes with a password (Copy, LZMA,
 * LZMA2) and says what protects it less. Letters of a password may be typed in several forms: NFC is tried, then NFD,
 * then as it was typed.
 * @throws {ArchiveError} with a code of its own for each kind of fault; a wrong password and damage are one.
 */
export async function readArchive(
  archive: Uint8Array,
  password: string,
  { policy, deriver = new KeyDeriver(), onProgress }: ReadOptions,
): Promise<ReadArchive> {
  const opened = await tryEach(formsOf(password), (form) =>
    unpackArchive(archive, (salt, power) => deriver.derive(form, salt, power, onProgress), policy),
  );
  const { files, directories, headerEncrypted, ours, key } = opened;
  try {
    if (policy === "own") {
      await checkManifest(files, key);
      return { files, directories, missing: [] };
    }
    const missing: MissingProtection[] = [];
    if (!headerEncrypted) missing.push("encrypted-header");
    if (!ours || !(await hasManifest(files, key))) missing.push("authentication");
    return { files, directories, missing };
  } finally {
    key.fill(0);
  }
}

/** Whether whoever wrote the files knew the key. */
async function hasManifest(files: readonly ArchivedFile[], key: Bytes): Promise<boolean> {
  try {
    await checkManifest(files, key);
    return true;
  } catch (error) {
    if (error instanceof ArchiveError && error.code === "manifest") return false;
    throw error;
  }
}

/** Those that are not too long; one that is, when all are. */
function formsOf(password: string): readonly string[] {
  const forms = [...new Set([password.normalize("NFC"), password.normalize("NFD"), password])];
  const short = forms.filter(({ length }) => length <= LONGEST_PASSWORD);
  return short.length > 0 ? short : [password];
}

async function tryEach(
  [form = "", ...others]: readonly string[],
  open: (form: string) => Promise<UnpackedArchive>,
): Promise<UnpackedArchive> {
  try {
    return await open(form);
  } catch (error) {
    const wrong = error instanceof ArchiveError && error.code === "wrong-password-or-damaged";
    if (!wrong || others.length === 0) throw error;
    return tryEach(others, open);
  }
}
