import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { leadsNowhere, refusal } from "./files.ts";
import { ToolError } from "./tool-error.ts";

/** The steps of a write, so that a test can break off each of them. */
export interface Disk {
  /** Makes a file that was not there; the mode is that of a new file (octal, less the umask). */
  readonly create: (path: string, mode: number) => number;
  readonly write: (file: number, bytes: Uint8Array) => void;
  /** Comes back when the bytes are on the disk. */
  readonly sync: (file: number) => void;
  readonly close: (file: number) => void;
  readonly rename: (from: string, to: string) => void;
}

const DISK: Disk = {
  create: (path, mode) => openSync(path, "wx", mode),
  write: (file, bytes) => writeFileSync(file, bytes),
  sync: fsyncSync,
  close: closeSync,
  rename: renameSync,
};

/** For everybody to read, for the owner to write. */
const ORDINARY = 0o644;
const OWNER_ONLY = 0o600;

export interface WriteOptions {
  readonly disk?: Disk;
  /** Throws a ToolError when something changed meanwhile; asked when all is on the disk but the new name. */
  readonly confirm?: () => void;
}

/**
 * Puts `bytes` in the place of what `path` held, whole or not at all: a temporary file beside it takes over the name
 * when it is on the disk. It gives nobody a right that the old file did not. A ToolError, and the old file, when that does
 * not work.
 */
export function writeWhole(
  path: string,
  name: string,
  bytes: Uint8Array,
  { disk = DISK, confirm = () => undefined }: WriteOptions = {},
): void {
  guarded(path, name, () => {
    const target = linkTarget(path);
    replace(target, bytes, stricterMode(target), disk, confirm);
  });
}

/** What takes the place of a file, or is new. */
export interface NewFile {
  readonly path: string;
  /** As the person named it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * As `writeWhole`, for files that belong together: none takes its name before all are on the disk. The ToolError tells
 * which did when another could not after that.
 */
export function writeAllWhole(files: readonly NewFile[], disk: Disk = DISK): void {
  const ready: { readonly file: NewFile; readonly target: string; readonly temporary: string }[] = [];
  const written: string[] = [];
  try {
    for (const file of files) {
      guarded(file.path, file.name, () => {
        const target = linkTarget(file.path);
        ready.push({ file, target, temporary: temporaryFile(target, file.bytes, stricterMode(target), disk) });
      });
    }
    for (const { file, target, temporary } of ready) {
      guarded(file.path, file.name, () => disk.rename(temporary, target), written);
      written.push(file.name);
    }
  } finally {
    for (const { temporary } of ready) rmSync(temporary, { force: true }); // Those that took their name are gone.
  }
}

/** As `writeWhole`, for a file that must not be there yet and that only its owner may read. */
export function writeNewSecret(path: string, name: string, bytes: Uint8Array, disk: Disk = DISK): void {
  guarded(path, name, () => {
    disk.close(disk.create(path, OWNER_ONLY)); // Takes the name, so that no file of somebody else is replaced.
    try {
      replace(path, bytes, OWNER_ONLY, disk, () => undefined);
    } catch (cause) {
      rmSync(path, { force: true });
      throw cause;
    }
  });
}

function replace(path: string, bytes: Uint8Array, mode: number, disk: Disk, confirm: () => void): void {
  const temporary = temporaryFile(path, bytes, mode, disk);
  try {
    confirm();
    disk.rename(temporary, path);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw cause;
  }
}

/** The path of a file beside `path` that holds `bytes`, all of them on the disk. */
function temporaryFile(path: string, bytes: Uint8Array, mode: number, disk: Disk): string {
  const temporary = `${path}.${randomBytes(4).toString("hex")}.tmp`;
  try {
    const file = disk.create(temporary, mode);
    try {
      disk.write(file, bytes);
      disk.sync(file);
    } finally {
      disk.close(file);
    }
    return temporary;
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw cause;
  }
}

/** No right that the old file did not give, and none that an ordinary one does not. */
function stricterMode(path: string): number {
  return (statSync(path, { throwIfNoEntry: false })?.mode ?? ORDINARY) & ORDINARY;
}

/** Where a symbolic link leads, so that the link stays one. */
function linkTarget(path: string): string {
  try {
    return realpathSync(path);
  } catch (cause) {
    if (leadsNowhere(path)) throw cause;
    return path; // Not there yet; what else is wrong with it, the write will say.
  }
}

function guarded(path: string, name: string, write: () => void, written: readonly string[] = []): void {
  try {
    write();
  } catch (cause) {
    if (cause instanceof ToolError) throw cause;
    const others = written.length === 0 ? "Er is niets gewijzigd." : `Wel geschreven: ${written.join(", ")}.`;
    throw new ToolError(`${name} kan niet geschreven worden: ${refusal(cause, path)}. ${others}`, { cause });
  }
}
