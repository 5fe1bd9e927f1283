import fc from "fast-check";
import { ArchiveError } from "../../src/archive/archive-error.ts";
import type { ArchivedFile } from "../../src/archive/archived-file.ts";
import { type Bytes, concat, hex } from "../../src/archive/bytes.ts";
import type { Policy } from "../../src/archive/policy.ts";
import { unpackArchive } from "../../src/archive/unpack-archive.ts";
import { writeArchive } from "../../src/archive/write-archive.ts";
import { KEY } from "./build-archive.ts";
import { withHeader } from "./with-header.ts";

const files = [
  { name: "a.pdf", bytes: new Uint8Array(40).fill(1) },
  { name: "b.json", bytes: new Uint8Array(24).fill(2) },
];
const iv = { data: new Uint8Array(16).fill(3), header: new Uint8Array(16).fill(4) };

/** A header in which runs of bytes were taken out and others put in. */
interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: Uint8Array;
}

function edited(header: Bytes, edits: readonly Edit[]): Bytes {
  return edits.reduce<Bytes>((bytes, { at, remove, insert }) => {
    const place = at % (bytes.length + 1);
    return concat(bytes.subarray(0, place), insert, bytes.subarray(place + remove));
  }, header);
}

/** The files that come out, or `null` where an `ArchiveError` says why not; anything else is thrown on. */
async function filesOf(archive: Bytes, policy: Policy): Promise<readonly ArchivedFile[] | null> {
  try {
    return (await unpackArchive(archive, async () => KEY.slice(), policy)).files;
  } catch (error) {
    if (error instanceof ArchiveError) return null;
    throw error;
  }
}

test("whatever is done to the header by who has the key, the answer is files or an ArchiveError", async () => {
  const write = (all: readonly ArchivedFile[]) =>
    writeArchive(all, { key: KEY, salt: new Uint8Array(16), power: 4 }, iv);
  const archive = await write(files);
  const edit = fc.record({ at: fc.nat(400), remove: fc.nat(3), insert: fc.uint8Array({ maxLength: 9 }) });
  const edits = fc.array(edit, { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(edits, fc.constantFrom<Policy[]>("own", "foreign"), async (all, policy) => {
      const changed = await withHeader(archive, KEY, (header) => edited(header, all));
      const opened = await filesOf(changed, policy);
      // Policy own opens what we write of such files, which may have other names now, and nothing else.
      if (policy === "own" && opened !== null) expect(hex(changed)).toBe(hex(await write(opened)));
    }),
    // This one makes another name of ours.
    { numRuns: 1500, examples: [[[{ at: 241, remove: 1, insert: Uint8Array.of(0x2d) }], "own"]] },
  );
});
