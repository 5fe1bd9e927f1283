import fc from "fast-check";
import { type Bytes, concat } from "../../src/archive/bytes.ts";
import { writeArchive } from "../../src/archive/write-archive.ts";
import { KEY } from "./build-archive.ts";
import { outcomeOf } from "./outcome.ts";
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

// `outcomeOf` throws on what is no ArchiveError.
test("whatever is done to the header by who has the key, the answer is files or an ArchiveError", async () => {
  const archive = await writeArchive(files, { key: KEY, salt: new Uint8Array(16), power: 4 }, iv);
  const edit = fc.record({ at: fc.nat(400), remove: fc.nat(3), insert: fc.uint8Array({ maxLength: 9 }) });
  const edits = fc.array(edit, { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(edits, fc.constantFrom("own" as const, "foreign" as const), async (all, policy) => {
      const changed = await withHeader(archive, KEY, (header) => edited(header, all));
      const { code } = await outcomeOf(changed, policy);
      // Policy own opens what we wrote and nothing else.
      if (policy === "own" && Buffer.compare(changed, archive) !== 0) expect(code).not.toBe("ok");
    }),
    { numRuns: 1500 },
  );
});
