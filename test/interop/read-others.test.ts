import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readArchive } from "../../src/archive/read-archive.ts";
import { KnownKeys } from "../archive/known-keys.ts";
import { describeWith, type PackJob } from "./archive-tool.ts";
import { P7ZIP, PY7ZR_MODULE, SEVEN_ZIP_WASM } from "./archive-tools.ts";
import { digests, digestsOf, foldersOf, PACKED_SETS, type Sizes, writeSet } from "./sample-files.ts";

// Milliseconds: each tool packs a dozen archives before its first test.
jest.setTimeout(120_000);

const PASSWORD = "appel-boom-cello-deur-egel-fiets-gras";
const SETS = ["sizes around a block", "sizes around 64 KiB, folders and diacritics"] as const;
const COMBINATIONS = SETS.flatMap((set) =>
  (["copy", "lzma", "lzma2"] as const).flatMap((method) =>
    [true, false].map((encryptHeader) => ({ set, method, encryptHeader })),
  ),
);

const folder = mkdtempSync(join(tmpdir(), "read-others-"));
const deriver = new KnownKeys();

beforeAll(() => {
  for (const [index, set] of SETS.entries()) writeSet(join(folder, `set-${index}`), PACKED_SETS[set]);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe.each([P7ZIP, SEVEN_ZIP_WASM, PY7ZR_MODULE].map((tool, index) => ({ tool, index })))(
  "what others write",
  ({ tool, index }) => {
    const archiveName = (at: number): string => `tool-${index}-${at}.7z`;

    describeWith(tool, () => {
      beforeAll(() => {
        const jobs = COMBINATIONS.map(
          ({ set, method, encryptHeader }, at): PackJob => ({
            task: "pack",
            archive: archiveName(at),
            password: PASSWORD,
            from: `set-${SETS.indexOf(set)}`,
            method,
            encryptHeader,
          }),
        );
        expect(tool.run(jobs, folder).filter(({ ok }) => !ok)).toEqual([]);
      });

      test.each(COMBINATIONS.map((each, at) => ({ ...each, at })))(
        "is read: $set, $method, header encryption $encryptHeader",
        async ({ set, encryptHeader, at }) => {
          const sizes: Sizes = PACKED_SETS[set];
          const archive = new Uint8Array(readFileSync(join(folder, archiveName(at))));
          const { files, directories, missing } = await readArchive(archive, PASSWORD, { policy: "foreign", deriver });
          expect({ files: digests(files), directories: [...directories].sort(), missing }).toEqual({
            files: digestsOf(sizes),
            directories: foldersOf(sizes),
            missing: [...(encryptHeader ? [] : ["encrypted-header"]), "authentication"],
          });
        },
      );
    });
  },
);
