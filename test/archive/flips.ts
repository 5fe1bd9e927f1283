import { type Bytes, equalBytes } from "../../src/archive/bytes.ts";
import { KeyDeriver } from "../../src/archive/derive-key.ts";
import { withManifest } from "../../src/archive/manifest.ts";
import { readArchive } from "../../src/archive/read-archive.ts";
import { writeArchive } from "../../src/archive/write-archive.ts";
import { KEY } from "./build-archive.ts";
import { json, pdf } from "./our-files.ts";
import { codeOf } from "./outcome.ts";

const SALT: Bytes = new Uint8Array(16).fill(6);
const NO_KEY: Bytes = new Uint8Array(32);
const SIGNATURE_HEADER = 32;

/** A key for our salt, another for every other, and no time spent on either. */
class GivenKey extends KeyDeriver {
  override async derive(_password: string, salt: Uint8Array): Promise<Bytes> {
    return (equalBytes(salt, SALT) ? KEY : NO_KEY).slice();
  }
}

const deriver = new GivenKey();

/** A run of bytes in an archive, and what a flipped bit in it is refused with. */
export interface Region {
  readonly name: string;
  /** First byte, and the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly code: string;
}

/** An archive of ours of the smallest size, always the same bytes, in the regions that it consists of. */
export async function archiveToFlip(): Promise<{ readonly archive: Bytes; readonly regions: readonly Region[] }> {
  const sealed = await withManifest([pdf, json], KEY);
  const iv = { data: new Uint8Array(16).fill(1), header: new Uint8Array(16).fill(2) };
  const archive = await writeArchive(sealed, { key: KEY, salt: SALT, power: 19 }, iv);
  const data = SIGNATURE_HEADER + sealed.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
  const start = new DataView(archive.buffer);
  const next = SIGNATURE_HEADER + Number(start.getBigUint64(12, true));
  const regions = [
    { name: "signature", from: 0, to: 6, code: "not-7z" },
    { name: "major version", from: 6, to: 7, code: "version" },
    { name: "minor version", from: 7, to: 8, code: "damaged" },
    { name: "start header and its CRC", from: 8, to: SIGNATURE_HEADER, code: "damaged" },
    { name: "data", from: SIGNATURE_HEADER, to: data, code: "data-crc" },
    { name: "encrypted header", from: data, to: next, code: "wrong-password-or-damaged" },
    { name: "next header", from: next, to: archive.byteLength, code: "damaged" },
  ];
  return { archive, regions };
}

/** What policy `own` says of the archive with one bit flipped; bit 0 is the lowest of byte 0. The bytes stay as they were. */
export async function flipped(archive: Bytes, bit: number): Promise<string> {
  const at = bit >> 3;
  const mask = 1 << (bit & 7);
  archive[at] = (archive[at] ?? 0) ^ mask;
  try {
    return await outcomeOfOwn(archive);
  } finally {
    archive[at] = (archive[at] ?? 0) ^ mask;
  }
}

/** `opened`, or the code of the refusal. */
export function outcomeOfOwn(archive: Bytes): Promise<string> {
  return codeOf(readArchive(archive, "x", { policy: "own", deriver }));
}
