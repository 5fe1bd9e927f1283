/** Bundled, to measure it: all that is needed to write and to read, with LZMA. */
export { KeyDeriver } from "../../../src/archive/derive-key.ts";
export { readArchive } from "../../../src/archive/read-archive.ts";
export { freshKey, sealArchive } from "../../../src/archive/sealed-archive.ts";
