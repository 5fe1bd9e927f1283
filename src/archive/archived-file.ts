import { ArchiveError } from "./archive-error.ts";
import type { Bytes } from "./bytes.ts";

/** A file in an archive. */
export interface ArchivedFile {
  readonly name: string;
  readonly bytes: Bytes;
}

/** What an archive may hold. */
export const MOST_FILES = 16;
/** Files and folders of an archive that others made. */
export const MOST_ENTRIES = 256;
export const MOST_BYTES = 32 * 2 ** 20;
const LONGEST_NAME = 200;

/** Plain ASCII that is a good file name everywhere: no path, no space, no dot in front. */
const NAME = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

/** @throws {ArchiveError} `empty`, `too-large` or `name` when these are no files that we write or read. */
export function checkFiles(files: readonly ArchivedFile[]): void {
  if (files.length === 0) throw new ArchiveError("empty", "no files");
  if (files.length > MOST_FILES) throw new ArchiveError("too-large", `${files.length} files, at most ${MOST_FILES}`);
  const size = files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
  if (size > MOST_BYTES) throw new ArchiveError("too-large", `${size} bytes, at most ${MOST_BYTES}`);
  for (const { name } of files) checkName(name);
  const distinct = new Set(files.map(({ name }) => name.toLowerCase()));
  if (distinct.size < files.length) throw new ArchiveError("name", "two files have the same name");
}

/** @throws {ArchiveError} `name` when it is none that we write. */
export function checkName(name: string): void {
  if (name.length > LONGEST_NAME) throw new ArchiveError("name", `a name of ${name.length}, at most ${LONGEST_NAME}`);
  if (!NAME.test(name) || name.endsWith(".")) throw new ArchiveError("name", "a name that is not plain ASCII");
}
