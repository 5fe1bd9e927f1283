import { closeSync, existsSync, lstatSync, openSync, readSync, realpathSync } from "node:fs";
import { types } from "node:util";
import { ToolError } from "./tool-error.ts";

/** The words for what a file system refuses; the code stays for whoever helps. */
const REFUSALS: Readonly<Record<string, string>> = {
  ENOENT: "dat bestand of die map bestaat niet",
  ENOTDIR: "die map bestaat niet",
  EISDIR: "dat is een map, geen bestand",
  EACCES: "je hebt er geen rechten voor",
  EPERM: "je hebt er geen rechten voor",
  EROFS: "die map is alleen-lezen",
  ENOSPC: "de schijf is vol",
  EEXIST: "dat bestaat al",
};

/**
 * Bytes. A protocol takes some 3,200 of them: this is ten times a directory of the 285 municipalities of Flanders. What is
 * larger was named by mistake, and would only take memory and time.
 */
export const LARGEST_FILE = 10_000_000;

/** Every byte of `path`, called `name` in the message of the ToolError when it cannot be read. */
export function readBytes(path: string, name: string): Uint8Array<ArrayBuffer> {
  let bytes: Uint8Array<ArrayBuffer> | null;
  try {
    bytes = readUpTo(path, LARGEST_FILE);
  } catch (cause) {
    throw new ToolError(`${name} kan niet gelezen worden: ${refusal(cause, path)}.`, { cause });
  }
  if (bytes !== null) return bytes;
  throw new ToolError(`${name} is groter dan ${LARGEST_FILE / 1_000_000} MB. Noemde je het juiste bestand?`);
}

/** `null` for more bytes; what a pipe or a device holds is not known before it is read. */
function readUpTo(path: string, most: number): Uint8Array<ArrayBuffer> | null {
  const file = openSync(path, "r");
  try {
    const bytes = new Uint8Array(most + 1);
    let size = 0;
    for (;;) {
      const read = readSync(file, bytes, size, bytes.length - size, null);
      size += read;
      if (size > most) return null;
      if (read === 0) return bytes.slice(0, size);
    }
  } finally {
    closeSync(file);
  }
}

/** The text in UTF-8, without a byte order mark; a ToolError for other bytes. */
export function decodeText(bytes: Uint8Array, name: string, advice = "Bewaar het als UTF-8."): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new ToolError(`${name} is geen tekst in UTF-8. ${advice}`, { cause });
  }
}

/** Why the file system refused `path`, in Dutch. Rethrows what is no refusal of a file system. */
export function refusal(cause: unknown, path: string): string {
  // Not `instanceof`: an error of Node's own may be of another realm.
  if (!types.isNativeError(cause) || !("code" in cause) || typeof cause.code !== "string") throw cause;
  if (leadsNowhere(path)) return "dat is een snelkoppeling naar iets dat er niet is";
  return REFUSALS[cause.code] ?? `het systeem weigert (${cause.code})`;
}

/** Whether `path` is a symbolic link to nothing, or to itself. */
export function leadsNowhere(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink() && !existsSync(path);
  } catch {
    return false; // Not there, or not to be seen: no link that we know of.
  }
}

/** Whether two paths lead to one file, also by a symbolic link. */
export function isSameFile(one: string, other: string): boolean {
  return realPath(one) === realPath(other);
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path; // Not there; who reads or writes it will hear so.
  }
}
