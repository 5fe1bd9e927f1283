import { checkDirectory, type Earlier, type SourceFile } from "./check-directory.ts";
import { decodeText, readBytes } from "./files.ts";
import { scanJson } from "./json-source.ts";
import { pathOf, type Surroundings } from "./surroundings.ts";
import { placeFinder } from "./text-lines.ts";
import { jsonExpectations } from "./texts.ts";
import { ToolError } from "./tool-error.ts";

/** A directory as it was read: nothing of it has been checked but that it is JSON. */
export interface DirectoryText extends SourceFile {
  /** As the person named it. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly text: string;
  /** Where each value stands in the text, by path. */
  readonly offsets: ReadonlyMap<string, number>;
}

/** Reads a file. Throws a ToolError that names line and column of what is no JSON. */
export function readDirectoryText(name: string, around: Surroundings): DirectoryText {
  const bytes = readBytes(pathOf(around, name), name);
  return directoryText(name, bytes);
}

export function directoryText(name: string, bytes: Uint8Array<ArrayBuffer>): DirectoryText {
  const text = decodeText(bytes, name);
  if (text.trim() === "") throw new ToolError(emptyText(name, text));
  const source = scanJson(text);
  if (!source.ok) {
    const { line, column } = placeFinder(text)(source.offset);
    const where = `${name}, regel ${line}, teken ${column}`;
    throw new ToolError(
      `${where}: hier klopt de vorm van het bestand niet. Verwacht: ${jsonExpectations[source.expected]}`,
    );
  }
  return { name, bytes, text, json: JSON.parse(text), twice: source.twice, offsets: source.offsets };
}

function emptyText(name: string, text: string): string {
  const what = text === "" ? "is leeg" : "bevat alleen spaties en lege regels";
  return `${name} ${what}: er staat geen lijst in. Zet de vorige lijst terug, of noem een ander bestand.`;
}

/** Reads and checks a file that a command needs to be right. Throws a ToolError that tells how to see what is wrong. */
export function readGoodDirectory(name: string, around: Surroundings): DirectoryText & Earlier {
  return readWith(name, around, `In ${name} staan fouten. Zie ze met: ${checkOf(name)}`);
}

/**
 * As `readGoodDirectory`, for the list that is compared with: it may have been in order under older rules, and nobody can
 * mend it any more.
 */
export function readEarlierDirectory(name: string, around: Surroundings): DirectoryText & Earlier {
  const byHand = "leg dan beide lijsten naast elkaar, kijk zelf na of serial verhoogd is, en teken zonder --after";
  return readWith(
    name,
    around,
    `${name}, de lijst van vroeger, volgt de regels van nu niet: vergelijken gaat niet (waarom: ${checkOf(name)}). Is het de juiste lijst, ${byHand}.`,
  );
}

function readWith(name: string, around: Surroundings, refused: string): DirectoryText & Earlier {
  const file = readDirectoryText(name, around);
  const { directory, findings } = checkDirectory(file, around.today, null);
  if (directory === null || findings.some(({ reason }) => reason === "key-twice")) throw new ToolError(refused);
  return { ...file, directory };
}

function checkOf(name: string): string {
  return `npm run directory -- check ${name}`;
}

/** Throws a ToolError when the file no longer holds the bytes that were read. */
export function assertUnchanged({ name, bytes }: DirectoryText, around: Surroundings): void {
  if (Buffer.compare(readBytes(pathOf(around, name), name), bytes) === 0) return;
  throw new ToolError(`${name} is intussen gewijzigd. Er is niets geschreven: geef de opdracht opnieuw.`);
}
