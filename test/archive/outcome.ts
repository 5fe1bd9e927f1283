import { ArchiveError } from "../../src/archive/archive-error.ts";
import type { KeyFor } from "../../src/archive/key-ring.ts";
import type { Policy } from "../../src/archive/policy.ts";
import { unpackArchive } from "../../src/archive/unpack-archive.ts";
import { KEY } from "./build-archive.ts";

/** What became of an archive: its names, or why it was refused. */
export interface Outcome {
  readonly code: string;
  readonly message: string;
}

/** What nobody encrypted with. */
const ANOTHER_KEY = new Uint8Array(32).fill(1);
/** More rounds than these take seconds. */
const MOST_ROUNDS_LOG2 = 20;

/** `KEY` without deriving it; for so many rounds that it would take seconds, another. */
const givenKey: KeyFor = async (_salt, power) => (power > MOST_ROUNDS_LOG2 ? ANOTHER_KEY : KEY).slice();

/** Anything else than an `ArchiveError` is thrown on. */
export async function outcomeOf(
  archive: Uint8Array,
  policy: Policy = "foreign",
  keyFor: KeyFor = givenKey,
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
