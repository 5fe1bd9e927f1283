import type { LoadedDirectory } from "../../src/application/load-directory.ts";
import { parseDirectory } from "../../src/directory/parse-directory.ts";
import type { Json } from "./sample-directory.ts";

/** A directory as the host gave it; throws where the sample is refused. */
export function loaded(json: Json): LoadedDirectory & { readonly ok: true } {
  const read = parseDirectory(json);
  if (!read.ok) throw new TypeError(`loaded: ${JSON.stringify(read.issues)}`);
  return { ok: true, directory: read.directory, kept: false };
}

export const UNAVAILABLE: LoadedDirectory = { ok: false, problem: { code: "unavailable" } };
