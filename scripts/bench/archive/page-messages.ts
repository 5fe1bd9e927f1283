import type { ArchivedFile } from "../../../src/archive/archived-file.ts";
import type { Bytes } from "../../../src/archive/bytes.ts";
import type { LzmaStream } from "./lzma-stream.ts";

/** What the page asks of the Worker in which everything runs that our own Worker has no question for. */
export type BenchQuestion =
  | { readonly kind: "wasm-write"; readonly files: readonly ArchivedFile[]; readonly password: string }
  | { readonly kind: "wasm-read"; readonly archive: Bytes; readonly password: string }
  | { readonly kind: "open-key-ahead"; readonly archive: Bytes; readonly password: string }
  | { readonly kind: "lzma"; readonly stream: LzmaStream };

/** The files that came of it (an archive is one); or why there are none. */
export type BenchAnswer =
  | { readonly ok: true; readonly files: readonly ArchivedFile[] }
  | { readonly ok: false; readonly message: string };
