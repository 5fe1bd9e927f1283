import { ArchiveError } from "./archive-error.ts";
import type { Bytes } from "./bytes.ts";

/** A file in an archive. */
export interface ArchivedFile {
  readonly name: string;
  readonly bytes: Bytes;
}

/** Files in an archive that we write, and their bytes together. */
const MOST_FILES = 16;
const MOST_BYTES = 32 * 2 ** 20;
/** Files and folders in an archive that others made. */
export const MOST_ENTRIES = 256;

/** Plain ASCII that is a file on every system: no path, no space, no dot at an end, no device of Windows. */
const NAME = /^(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))(?![.])[a-z0-9._-]{0,199}[a-z0-9_-]$/i;

/** @throws {ArchiveError} `empty`, `too-large` or `name` when these are no files that we write or read. */
export function checkFiles(files: readonly ArchivedFile[]): void {
  if (files.length === 0) throw new ArchiveError("empty", "0 files, 1 or more expected");
  checkAmount(files.length, sizeOf(files));
  if (!files.every(({ name }) => NAME.test(name))) {
    throw new ArchiveError("name", "a file name that is not 1 to 200 plain characters");
  }
  const distinct = new Set(files.map(({ name }) => name.toLowerCase()));
  if (distinct.size < files.length) throw new ArchiveError("name", "two files have the same name");
}

/** @throws {ArchiveError} `too-large` when it is more than an archive of ours holds. */
export function checkAmount(files: number, bytes: number): void {
  if (files > MOST_FILES) throw new ArchiveError("too-large", `${files} files, at most ${MOST_FILES} expected`);
  if (bytes > MOST_BYTES) throw new ArchiveError("too-large", `${bytes} bytes, at most ${MOST_BYTES} expected`);
}

/** Bytes of the files together. */
export function sizeOf(files: readonly ArchivedFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
}
