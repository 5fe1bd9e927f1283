import { existsSync } from "node:fs";
import type { DirectoryText } from "./directory-text.ts";
import { readBytes } from "./files.ts";
import { signedBy } from "./signatures.ts";
import { pathOf, type Surroundings } from "./surroundings.ts";
import type { TrustedEntry } from "./trusted-keys-file.ts";

const ADVICE = "Noem met --after OUD de lijst die nu geldt: dan wordt het nagekeken.";

/**
 * What `sign` says of the serial when nobody named the earlier list. A signature tells whether these bytes were signed
 * before, not what serial others had: nothing is kept of them (docs/directory.md).
 */
export async function notCompared(
  file: DirectoryText,
  serial: number,
  trusted: readonly TrustedEntry[],
  around: Surroundings,
): Promise<string> {
  const name = `${file.name}.sig`;
  const path = pathOf(around, name);
  const unknown = `Het volgnummer, ${serial}, is met geen vorige lijst vergeleken. ${ADVICE}`;
  if (!existsSync(path)) return unknown;
  const by = await signedBy({ directory: file.bytes, signature: readBytes(path, name) }, trusted);
  if (by !== null) return `Dit bestand was al zo getekend, met de sleutel “${by.name}”. ${unknown}`;
  return `LET OP: ${name} is geen handtekening van dit bestand. Is het gewijzigd sinds het getekend werd, dan moet het volgnummer verhoogd zijn. ${unknown}`;
}
