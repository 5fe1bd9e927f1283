import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ArchivedFile } from "../../src/archive/archived-file.ts";
import { KeyDeriver } from "../../src/archive/derive-key.ts";
import { withManifest } from "../../src/archive/manifest.ts";
import { freshKey, sealArchive } from "../../src/archive/sealed-archive.ts";
import { writeArchive } from "../../src/archive/write-archive.ts";
import { describeWith, type Outcome, type ReadJob } from "./archive-tool.ts";
import { OPENERS } from "./archive-tools.ts";
import { content, type Digests, digests, digestsBelow, KIB, type Sizes } from "./sample-files.ts";

// Milliseconds: each tool starts some two dozen times, on a machine that may be busy.
jest.setTimeout(180_000);

const PASSWORD = "appel-boom-cello-deur-egel-fiets-gras";
/**
 * Base-2 logarithm of the rounds behind the archives that differ in shape alone, so that five tools are soon through them;
 * the sealed one has the real 2^19.
 */
const FEW_ROUNDS_LOG2 = 12;
/** Close to the right one. */
const ANOTHER = "appel-boom-cello-deur-egel-fiets-graf";

const SETS: Readonly<Record<string, Sizes>> = {
  "one file": [["brief.pdf", 50_000]],
  "one byte": [["letter.bin", 1]],
  "empty files beside full ones": [
    ["leeg-vooraan.txt", 0],
    ["vol.pdf", 300],
    ["leeg-midden.txt", 0],
    ["ook-vol.bin", 17],
    ["leeg-achteraan.txt", 0],
  ],
  "only empty files": [
    ["leeg.txt", 0],
    ["ook-leeg.txt", 0],
  ],
  "sizes around a block": [
    ["leeg.bin", 0],
    ["een.bin", 1],
    ["vijftien.bin", 15],
    ["zestien.bin", 16],
    ["zeventien.bin", 17],
  ],
  "sizes around 64 KiB": [
    ["minder.bin", 64 * KIB - 1],
    ["gelijk.bin", 64 * KIB],
    ["meer.bin", 64 * KIB + 1],
  ],
  "5 MB": [["groot.bin", 5_000_000]],
  "16 files": Array.from({ length: 16 }, (_, index) => [`bestand-${index}.bin`, index * 333] as const),
  "names at the limits": [
    ["-streepje.pdf", 5],
    ["_.x.Y", 3],
    ["lang".repeat(50), 4],
  ],
};
const SEALED = "a sealed PDF and JSON";
const NAMES = [SEALED, ...Object.keys(SETS)];
/** Listing reads the header alone, so that these two say it for all. */
const LISTED = [SEALED, "only empty files"];

const folder = mkdtempSync(join(tmpdir(), "open-ours-"));
/** What is in each archive, by its name above. */
const expected = new Map<string, Digests>();

beforeAll(async () => {
  const deriver = new KeyDeriver();
  const sealKey = await freshKey(PASSWORD, deriver);
  const salt = new Uint8Array(16).fill(3);
  const key = { key: await deriver.derive(PASSWORD, salt, FEW_ROUNDS_LOG2), salt, power: FEW_ROUNDS_LOG2 };
  const put = (name: string, archive: Uint8Array, files: readonly ArchivedFile[]): void => {
    writeFileSync(join(folder, archiveName(name)), archive);
    expected.set(name, digests(files));
  };
  const referral = [
    { name: "doorverwijzing-DV-2026-000000.pdf", bytes: content(50_000) },
    { name: "doorverwijzing-DV-2026-000000.json", bytes: new TextEncoder().encode('{"version":1}') },
  ];
  put(SEALED, await sealArchive(referral, sealKey), await withManifest(referral, sealKey.key));
  for (const [name, sizes] of Object.entries(SETS)) {
    const files = sizes.map(([file, size]) => ({ name: file, bytes: content(size) }));
    const iv = { data: new Uint8Array(16).fill(1), header: new Uint8Array(16).fill(2) };
    put(name, await writeArchive(files, key, iv), files);
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

describe.each(OPENERS.map((tool, index) => ({ tool, place: `tool-${index}` })))("what we write", ({ tool, place }) => {
  describeWith(tool, () => {
    const outcomes = new Map<string, Outcome>();
    const outcome = (name: string, task: ReadJob["task"], password: string): Outcome => {
      const found = outcomes.get(`${name} ${task} ${password}`);
      if (found === undefined) throw new Error(`no outcome of ${task} for ${name}`);
      return found;
    };
    const into = (name: string, password: string): string => `${place}-${NAMES.indexOf(name)}-${password}`;

    beforeAll(() => {
      const cases = NAMES.flatMap((name) =>
        [PASSWORD, ANOTHER].flatMap((password) => {
          const archive = archiveName(name);
          const extract: ReadJob = { task: "extract", archive, password, into: into(name, password) };
          const list: ReadJob = { task: "list", archive, password };
          return (LISTED.includes(name) ? [extract, list] : [extract]).map((job) => ({ name, job }));
        }),
      );
      const ended = tool.run(
        cases.map(({ job }) => job),
        folder,
      );
      for (const [index, { name, job }] of cases.entries()) {
        const found = ended[index];
        if (found !== undefined) outcomes.set(`${name} ${job.task} ${job.password}`, found);
      }
    });

    test.each(NAMES)("is opened, byte for byte: %s", (name) => {
      const { ok, said } = outcome(name, "extract", PASSWORD);
      const files = digestsBelow(join(folder, into(name, PASSWORD)));
      expect({ complaint: ok ? null : said, files }).toEqual({ complaint: null, files: expected.get(name) });
    });

    test.each(NAMES)("gives nothing with another password: %s", (name) => {
      const { ok, said } = outcome(name, "extract", ANOTHER);
      const files = digestsBelow(join(folder, into(name, ANOTHER)));
      const named = Object.keys(expected.get(name) ?? {}).filter((each) => said.includes(each));
      expect({ ok, named, files }).toEqual({ ok: false, named: [], files: {} });
    });

    test.each(LISTED)("is listed by name with the password, and not at all with another: %s", (name) => {
      const names = Object.keys(expected.get(name) ?? {});
      const listed = (password: string) => {
        const { ok, said } = outcome(name, "list", password);
        return { ok, names: names.filter((each) => said.includes(each)) };
      };
      expect(listed(PASSWORD)).toEqual({ ok: true, names });
      expect(listed(ANOTHER)).toEqual({ ok: false, names: [] });
    });
  });
});

function archiveName(name: string): string {
  return `${NAMES.indexOf(name)}.7z`;
}
