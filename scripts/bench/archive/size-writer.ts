/** Bundled, to measure it: all that is needed to write. */
export { KeyDeriver } from "../../../src/archive/derive-key.ts";
export { freshKey, sealArchive } from "../../../src/archive/sealed-archive.ts";
