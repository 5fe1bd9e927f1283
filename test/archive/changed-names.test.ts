import { type Bytes, concat, hex } from "../../src/archive/bytes.ts";
import { KeyDeriver } from "../../src/archive/derive-key.ts";
import { withManifest } from "../../src/archive/manifest.ts";
import { readArchive } from "../../src/archive/read-archive.ts";
import { signatureHeader, splitArchive } from "../../src/archive/signature-header.ts";
import { writeArchive } from "../../src/archive/write-archive.ts";
import { fromHex } from "./read-vectors.ts";

/*
 * The CRC of an encrypted header can be left out by who has no key, and CBC lets them change 16 bytes of it as they like
 * at the cost of the 16 before: enough to give a file another ending.
 */

const PASSWORD = "appel-boom";
const SALT = new Uint8Array(16).fill(3);
const POWER = 4;
const DATA = 65_536;
const NAME = "doorverwijzing-DV-2026-000000";
/** Block of the header in which the last four letters of the last name are, and where in it. */
const ENDING = { block: 14, at: 0 };

async function sealed(vector: number): Promise<Bytes> {
  const key = await new KeyDeriver().derive(PASSWORD, SALT, POWER);
  const files = [
    { name: `${NAME}.pdf`, bytes: new TextEncoder().encode("%PDF") },
    { name: `${NAME}.json`, bytes: new TextEncoder().encode('{"a":1}') },
  ];
  const iv = { data: new Uint8Array(16).fill(vector), header: new Uint8Array(16).fill(vector + 100) };
  return writeArchive(await withManifest(files, key), { key, salt: SALT, power: POWER }, iv);
}

/** The same archive with `.exe` for `json`, made without its key. */
function renamed(archive: Bytes): Bytes {
  const { packed, nextHeader } = splitArchive(archive);
  const next = fromHex(hex(nextHeader).replace(/0a01[0-9a-f]{8}0000$/, "0000"));
  const changed = Uint8Array.from(packed);
  const from = DATA + (ENDING.block - 1) * 16 + ENDING.at;
  [..."json"].forEach((letter, index) => {
    const place = from + 2 * index;
    changed[place] = (changed[place] ?? 0) ^ letter.charCodeAt(0) ^ ".exe".charCodeAt(index);
  });
  return concat(signatureHeader(changed.byteLength, next), changed, next);
}

test("an archive whose names were changed without the key is not called authenticated", async () => {
  const outcomes: string[] = [];
  for (let vector = 0; vector < 40; vector++) {
    const archive = renamed(await sealed(vector));
    const outcome = await readArchive(archive, PASSWORD, { policy: "foreign" }).then(
      ({ files, missing }) => `${files.at(-1)?.name.slice(-4)} ${missing}`,
      (error: { readonly code?: string }) => `refused ${error.code}`,
    );
    outcomes.push(outcome);
    await expect(readArchive(archive, PASSWORD, { policy: "own" })).rejects.toMatchObject({ name: "ArchiveError" });
  }
  // What became of the 16 bytes before is no name, or a strange one.
  expect([...new Set(outcomes)].sort()).toEqual([".exe authentication", "refused name"]);
});
