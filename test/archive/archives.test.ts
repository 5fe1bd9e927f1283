import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ArchiveError } from "../../src/archive/archive-error.ts";
import { readArchive } from "../../src/archive/read-archive.ts";
import { KnownKeys } from "./known-keys.ts";
import { fromBase64 } from "./read-vectors.ts";

/** Archives of other tools, with what is in them. */
interface OtherArchive {
  readonly id: string;
  readonly tool: string;
  readonly why: string;
  readonly password: string | null;
  /** `null` where nothing is encrypted. */
  readonly encryptedHeader: boolean | null;
  readonly archiveBase64: string;
  readonly files: readonly { readonly name: string; readonly size: number; readonly sha256: string }[];
}

const { archives }: { readonly archives: readonly OtherArchive[] } = JSON.parse(
  readFileSync(join(__dirname, "archives.json"), "utf8"),
);
/** What those are refused with that we do not read. */
const REFUSED: Readonly<Record<string, { readonly code: string; readonly names: RegExp }>> = {
  z07: { code: "not-encrypted", names: /not encrypted/ },
  z10: { code: "method", names: /^PPMd: open the file with 7-Zip$/ },
  z11: { code: "method", names: /^BZip2: open the file with 7-Zip$/ },
};
const COMPRESSED = { code: "method", message: "files that are compressed" } as const;
const CLEAR_HEADER = { code: "header-not-encrypted", message: "the header is not encrypted" } as const;
/** What policy own says of each. */
const NOT_OURS: Readonly<Record<string, { readonly code: string; readonly message: string }>> = {
  z01: { code: "damaged", message: "the header: 96 bytes expected, 112 received" },
  z02: { code: "feature", message: "2 folders, 1 expected" },
  z03: COMPRESSED,
  z04: COMPRESSED,
  z06: CLEAR_HEADER,
  z07: CLEAR_HEADER,
  z08: COMPRESSED,
  z10: { code: "method", message: "PPMd: open the file with 7-Zip" },
  z11: { code: "method", message: "BZip2: open the file with 7-Zip" },
  z13: COMPRESSED,
  z14: { code: "feature", message: "2 folders, 1 expected" },
  z17: CLEAR_HEADER,
};
const deriver = new KnownKeys();
const read = ({ archiveBase64, password }: OtherArchive, policy: "own" | "foreign") =>
  readArchive(fromBase64(archiveBase64), password ?? "geen", { policy, deriver });

test.each(archives.filter(({ id }) => REFUSED[id] === undefined))(
  "$id, $tool: every file comes out, and what protects it less is said ($why)",
  async (archive) => {
    const { files, directories, missing } = await read(archive, "foreign");
    const described = files.map(({ name, bytes }) => ({
      name,
      size: bytes.byteLength,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    }));
    expect(described).toEqual(archive.files.map(({ name, size, sha256 }) => ({ name, size, sha256 })));
    expect(directories).toEqual([]);
    expect(missing).toEqual([...(archive.encryptedHeader ? [] : ["encrypted-header"]), "authentication"]);
  },
);

test.each(archives.filter(({ id }) => REFUSED[id] !== undefined))("$id, $tool: refused ($why)", async (archive) => {
  const { code, names } = REFUSED[archive.id] ?? { code: "", names: /^$/ };
  const error = await read(archive, "foreign").catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ArchiveError);
  expect(error).toMatchObject({ code, message: expect.stringMatching(names) });
});

// Buffer is a Uint8Array whose slice() is a view: what is wiped after use was once the archive itself.
test("an archive in a Buffer is left as it was, and can be read again", async () => {
  for (const { archiveBase64, password } of archives.filter(({ id }) => REFUSED[id] === undefined)) {
    const archive = Buffer.from(archiveBase64, "base64");
    const first = await readArchive(archive, password ?? "geen", { policy: "foreign", deriver });
    expect(archive.toString("base64")).toBe(archiveBase64);
    expect(await readArchive(archive, password ?? "geen", { policy: "foreign", deriver })).toEqual(first);
  }
});

test.each(archives)("$id: policy own takes nothing that we did not seal", async (archive) => {
  const error = await read(archive, "own").catch((thrown: unknown) => thrown);
  const { code, message } = error instanceof ArchiveError ? error : { code: "none", message: String(error) };
  expect({ code, message }).toEqual(NOT_OURS[archive.id]);
});

test("another password is refused with one code, whether or not the header is encrypted", async () => {
  for (const archive of archives.filter(({ id }) => REFUSED[id] === undefined)) {
    const wrong = read({ ...archive, password: "een-ander-wachtwoord" }, "foreign");
    await expect(wrong).rejects.toMatchObject({ code: "wrong-password-or-damaged" });
  }
});
