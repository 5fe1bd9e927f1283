import { readFileSync } from "node:fs";
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

/** Every byte of `path`, called `name` in the message of the ToolError when it cannot be read. */
export function readBytes(path: string, name: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (cause) {
    throw new ToolError(`${name} kan niet gelezen worden: ${refusal(cause)}.`, { cause });
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

/** Why the file system refused, in Dutch. Rethrows what is no refusal of a file system. */
export function refusal(cause: unknown): string {
  // Not `instanceof`: an error of Node's own may be of another realm.
  if (!types.isNativeError(cause) || !("code" in cause) || typeof cause.code !== "string") throw cause;
  return REFUSALS[cause.code] ?? `het systeem weigert (${cause.code})`;
}
