import { ArchiveError } from "../../src/archive/archive-error.ts";
import { KeyDeriver } from "../../src/archive/derive-key.ts";
import type { KeyFor } from "../../src/archive/key-ring.ts";
import type { OnProgress } from "../../src/archive/streaming-sha256.ts";
import { type Policy, unpackArchive } from "../../src/archive/unpack-archive.ts";
import { KEY } from "./build-archive.ts";

/** What became of an archive: its names, or why it was refused. */
export interface Outcome {
  readonly code: string;
  readonly message: string;
}

/** More rounds than these are streamed, and tell how far they are. */
const MOST_AT_ONCE_LOG2 = 20;

/** `KEY` without deriving it; above 2^20 rounds a key is derived, which is another, since nobody encrypted with it. */
export function keyOrDerived(onProgress?: OnProgress): KeyFor {
  return async (salt, power) =>
    power > MOST_AT_ONCE_LOG2 ? new KeyDeriver().derive("x", salt, power, onProgress) : KEY.slice();
}

/** Anything else than an `ArchiveError` is thrown on. */
export async function outcomeOf(
  archive: Uint8Array,
  policy: Policy = "foreign",
  keyFor: KeyFor = keyOrDerived(),
): Promise<Outcome> {
  try {
    const { files, directories } = await unpackArchive(archive, keyFor, policy);
    return { code: "ok", message: [...files.map(({ name }) => name), ...directories].join() };
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return { code: error.code, message: error.message };
  }
}

/** `opened`, or the code of the refusal. */
export function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "opened",
    (error: unknown) => {
      if (error instanceof ArchiveError) return error.code;
      throw error;
    },
  );
}
