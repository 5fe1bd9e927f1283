import { ArchiveError } from "./archive-error.ts";

/** UTF-16 units of a whole name with its folders. */
const LONGEST_NAME = 200;
/** What may not stand in a part of a name: control characters, marks that turn text around, what Windows forbids. */
const FORBIDDEN = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\\:*?"<>|]/u;
/** Devices of Windows, with or without an extension, and spaces before it. */
const RESERVED = /^(?:con(?:in\$|out\$)?|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\..*)?$/iu;

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
    if (/[. ]$/.test(part)) throw wrong("with a part that ends in a dot or a space");
    if (RESERVED.test(part)) throw wrong("that Windows keeps for a device");
  }
}

/** @throws {ArchiveError} `name` when two names are one file on some system. */
export function checkDistinct(names: readonly string[]): void {
  const keys = new Set(names.map((name) => name.normalize("NFC").toLowerCase()));
  if (keys.size < names.length) throw new ArchiveError("name", "two files have the same name");
}
