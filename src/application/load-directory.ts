import type { Directory } from "../directory/directory.ts";
import {
  type DirectoryProblem,
  openSignedDirectory,
  type SignedFiles,
  type SignedResult,
  signer,
  type TrustedKey,
  type VerifySignature,
} from "../directory/signed-directory.ts";
import type { IsoDate } from "../domain/iso-date.ts";
import type { DirectoryShelf } from "./ports.ts";

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
  const [hosted, kept, verify] = await Promise.all([
    fetchFiles().catch(() => null),
    // A device without storage has nothing kept, and forgets which serial it saw.
    shelf.read().catch(() => null),
    loadVerify().catch(() => null),
  ]);
  const files = hosted ?? kept?.files ?? null;
  if (files === null || verify === null) return UNAVAILABLE;
  const trust = { keys, verify, today: today() };
  let opened = openSignedDirectory(files, { ...trust, seen: kept?.serial ?? 0 });
  if (kept !== null && isRolledBack(opened) && signer(kept.files, keys, verify) === null) {
    // Whoever has a key that we no longer trust must not keep us from every later directory with a serial as high as can be.
    await shelf.forget(kept.serial).catch(() => undefined);
    opened = openSignedDirectory(files, { ...trust, seen: 0 });
  }
  if (hosted === null) {
    if (opened.ok) return { ...opened, kept: true };
    // What went wrong with a copy is nothing to tell the administrator; that it is too old is.
    return opened.problem.code === "expired" || opened.problem.code === "clock" ? opened : UNAVAILABLE;
  }
  const serial = serialOf(opened);
  // Not waited for: this referral has its directory, and what is not kept is fetched again.
  if (serial !== null) shelf.keep({ files, serial }).catch(() => undefined);
  return opened.ok ? { ...opened, kept: false } : opened;
}

function isRolledBack(opened: SignedResult): boolean {
  return !opened.ok && opened.problem.code === "rolled-back";
}

/** What is to be remembered as seen: of an expired directory too, or the one before it would be taken again. */
function serialOf(opened: SignedResult): number | null {
  if (opened.ok) return opened.directory.serial;
  return opened.problem.code === "expired" ? opened.problem.serial : null;
}
