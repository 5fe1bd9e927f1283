import type { Directory } from "../directory/directory.ts";
import {
  type DirectoryProblem,
  openSignedDirectory,
  type SignedFiles,
  type SignedResult,
  type TrustedKey,
  type VerifySignature,
} from "../directory/signed-directory.ts";
import type { IsoDate } from "../domain/iso-date.ts";
import type { DirectoryShelf, KeptDirectory } from "./ports.ts";

export interface DirectoryPorts {
  /** The files of the host; rejects when they do not come, whole. */
  readonly fetchFiles: () => Promise<SignedFiles>;
  readonly shelf: DirectoryShelf;
  /** Rejects when the library does not come. */
  readonly loadVerify: () => Promise<VerifySignature>;
  readonly keys: readonly TrustedKey[];
  readonly today: () => IsoDate;
}

/** Why there is no directory to work with. */
export type DirectoryTrouble = DirectoryProblem | { readonly code: "unavailable" };

export type LoadedDirectory =
  | {
      readonly ok: true;
      readonly directory: Directory;
      /** The host did not answer, and the device had kept this one. */
      readonly kept: boolean;
    }
  | { readonly ok: false; readonly problem: DirectoryTrouble };

const UNAVAILABLE = { ok: false, problem: { code: "unavailable" } } as const;

/**
 * The directory of the host, or the last good one that this device kept when the host does not answer. One that comes and
 * is not right is refused, and no older one takes its place: that may be just what somebody wants. An answer of 403, 404
 * or 500 counts as none.
 */
export async function loadDirectory({
  fetchFiles,
  shelf,
  loadVerify,
  keys,
  today,
}: DirectoryPorts): Promise<LoadedDirectory> {
  const [hosted, shelved, verify] = await Promise.all([
    fetchFiles().catch(() => null),
    // A device without storage has nothing kept, and forgets which serial it saw.
    shelf.read().catch(() => []),
    loadVerify().catch(() => null),
  ]);
  const kept = highest(shelved, keys);
  const files = hosted ?? kept?.files ?? null;
  if (files === null || verify === null) return UNAVAILABLE;
  const opened = openSignedDirectory(files, { keys, verify, today: today(), seen: kept?.serial ?? 0 });
  if (hosted === null) {
    if (opened.ok) return { ok: true, directory: opened.directory, kept: true };
    const { problem } = opened;
    // What went wrong with a copy is nothing to tell the administrator; that it is too old is.
    return problem.code === "expired" || problem.code === "clock" ? { ok: false, problem } : UNAVAILABLE;
  }
  const serial = serialOf(opened);
  if (serial !== null && opened.key !== null) {
    // Not waited for: this referral has its directory, and what is not kept is fetched again.
    shelf.keep({ publicKey: opened.key.publicKey, files, serial }).catch(() => undefined);
  }
  return opened.ok ? { ok: true, directory: opened.directory, kept: false } : { ok: false, problem: opened.problem };
}

/**
 * The newest of those that a trusted key signed. What another key signed counts for nothing: whoever stole one must not
 * keep us from every later directory with a serial as high as can be.
 */
function highest(shelved: readonly KeptDirectory[], keys: readonly TrustedKey[]): KeptDirectory | null {
  const trusted = shelved.filter((each) => keys.some(({ publicKey }) => publicKey === each.publicKey));
  return trusted.reduce<KeptDirectory | null>((best, each) => (each.serial > (best?.serial ?? 0) ? each : best), null);
}

/** What is to be remembered as seen: of an expired directory too, or the one before it would be taken again. */
function serialOf(opened: SignedResult): number | null {
  if (opened.ok) return opened.directory.serial;
  return opened.problem.code === "expired" ? opened.problem.serial : null;
}
