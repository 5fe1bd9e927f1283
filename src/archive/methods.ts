/** Codec ids (Methods.txt of 7-Zip), as hex. */
export const METHOD = { copy: "00", lzma2: "21", lzma: "030101", aes: "06f10701" } as const;

/** Names for people, of codecs that 7-Zip writes; those above and those that we do not read. */
const NAMES: Readonly<Record<string, string>> = {
  "00": "Copy",
  "03": "Delta",
  "0a": "ARM64",
  "21": "LZMA2",
  "030101": "LZMA",
  "030401": "PPMd",
  "040108": "Deflate",
  "040109": "Deflate64",
  "040202": "BZip2",
  "03030103": "BCJ",
  "0303011b": "BCJ2",
  "04f71101": "Zstandard",
  "06f10701": "AES-256",
};

export function methodName(id: string): string {
  return NAMES[id] ?? `method ${id}`;
}
