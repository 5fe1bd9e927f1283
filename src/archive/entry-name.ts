import { ArchiveError } from "./archive-error.ts";

/** UTF-16 units of a whole name with its folders. */
const LONGEST_NAME = 200;
/**
 * What may not stand in a part of a name: control characters, ends of lines, marks that turn text around, what has no
 * meaning or another on each system, what is not seen (but within emoji and some scripts), and what Windows forbids.
 */
const FORBIDDEN =
  /[\p{Cc}\p{Cn}\p{Co}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2800\\:*?"<>|]|(?!\u200c|\u200d|\ufe0e|\ufe0f)\p{Default_Ignorable_Code_Point}/u;
/** Devices of Windows, with or without an extension, and spaces before it. */
const RESERVED = /^(?:con(?:in\$|out\$)?|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\..*)?$/isu;

/**
 * Whether a name from outside can become a file below a folder that somebody chose, on any system, and shows as what it
 * is: no way out of the folder, no device, nothing that two systems read differently.
 * @throws {ArchiveError} `name`; the message does not quote it.
 */
export function checkEntryName(name: string): void {
  const wrong = (what: string): ArchiveError => new ArchiveError("name", `a file name ${what}`);
  if (name.length > LONGEST_NAME) throw wrong(`of ${name.length}, at most ${LONGEST_NAME} expected`);
  if (/\p{Cs}/u.test(name)) throw wrong("with half a character");
  for (const part of name.split("/")) {
    if (part === "" || part === "." || part === "..") throw wrong("with an empty part, . or ..");
    if (FORBIDDEN.test(part)) throw wrong("with a character that is not allowed");
    if (/[.\s]$/u.test(part)) throw wrong("with a part that ends in a dot or a space");
    if (RESERVED.test(part)) throw wrong("that Windows keeps for a device");
  }
}

/** @throws {ArchiveError} `name` when two names are one file on some system, or a file has the name of another's folder. */
export function checkDistinct(names: readonly string[], folders: readonly string[] = []): void {
  const keys = new Set(names.map(foldedName));
  if (keys.size < names.length) throw new ArchiveError("name", "two files have the same name");
  const folderKeys = new Set(folders.map(foldedName));
  const files = new Set([...keys].filter((key) => !folderKeys.has(key)));
  const above = [...keys].flatMap((key) => key.split("/").map((_, depth, parts) => parts.slice(0, depth).join("/")));
  if (above.some((folder) => files.has(folder))) throw new ArchiveError("name", "a file has the name of a folder");
}

/** The same for names that some file system takes for one: without case, forms of letters, and what is not seen. */
function foldedName(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .toLowerCase()
    .toUpperCase()
    .normalize("NFC");
}
