/** Codec ids (Methods.txt of 7-Zip), as hex. */
export const METHOD = { copy: "00", lzma2: "21", lzma: "030101", aes: "06f10701" } as const;

/** Names for people, of the codecs above and of those that 7-Zip and its kin write and we do not read. */
const NAMES: Readonly<Record<string, string>> = {
  "00": "Copy",
  "03": "Delta",
  "0a": "ARM64",
  "0b": "RISCV",
  "21": "LZMA2",
  "020302": "Swap2",
  "020304": "Swap4",
  "030101": "LZMA",
  "030401": "PPMd",
  "040108": "Deflate",
  "040109": "Deflate64",
  "040202": "BZip2",
  "03030103": "BCJ",
  "0303011b": "BCJ2",
  "03030205": "PPC",
  "03030401": "IA64",
  "03030501": "ARM",
  "03030701": "ARMT",
  "03030805": "SPARC",
  "04f71101": "Zstandard",
  "06f10701": "AES-256",
};

/** The name of a codec, or its id where it has none here. */
export function methodName(id: string): string {
  return NAMES[id] ?? `method ${id}`;
}
