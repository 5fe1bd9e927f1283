import { paddedSize } from "./aes-cbc.ts";
import type { AesProperties } from "./aes-properties.ts";
import { ArchiveError } from "./archive-error.ts";
import { type ArchivedFile, checkAmount, checkFiles, sizeOf } from "./archived-file.ts";
import type { Bytes } from "./bytes.ts";
import type { Header } from "./header.ts";
import { METHOD } from "./methods.ts";
import { headerBytes, nextHeaderBytes } from "./write-archive.ts";

/**
 * Before the files are unpacked: one folder that is encrypted as the header is, and no more than we write. What remains
 * is a matter of `checkOwnHeaders`.
 */
export function checkOwnLayout({ folders, entries }: Header, header: AesProperties): void {
  const [folder, ...others] = folders;
  checkAmount(entries.length, folder?.size ?? 0);
  if (entries.some(({ kind }) => kind === "directory")) throw new ArchiveError("feature", "a folder among the files");
  if (others.length > 0) throw new ArchiveError("feature", `${folders.length} folders, 1 expected`);
  if (folder === undefined) return;
  if (folder.aes === null) throw new ArchiveError("not-encrypted", "the files are not encrypted");
  if (folder.coders.some(({ method }) => method !== METHOD.copy)) {
    throw new ArchiveError("method", "files that are compressed");
  }
  if (folder.aes.power !== header.power || folder.aes.salt.join() !== header.salt.join()) {
    throw new ArchiveError(
      "feature",
      `header and data have different keys, of powers ${header.power} and ${folder.aes.power}`,
    );
  }
}

/** What an archive says around its encrypted data. */
export interface OwnHeaders {
  /** In clear, as decrypted. */
  readonly header: Bytes;
  readonly nextHeader: Uint8Array;
  /** Bytes before the next header. */
  readonly packed: number;
  /** How data and header are encrypted. */
  readonly aes: { readonly data: AesProperties; readonly header: AesProperties };
}

/**
 * Whether both headers are what we write for these files, to the byte: what no CRC or mac covers, such as the form of a
 * number in the next header, could otherwise be changed by who has no key.
 * @throws {ArchiveError} `damaged`; as `checkFiles` for files that we do not write.
 */
export function checkOwnHeaders(files: readonly ArchivedFile[], { header, nextHeader, packed, aes }: OwnHeaders): void {
  checkFiles(files);
  const ours = headerBytes(files, aes.data);
  checkSame("the header", header, ours);
  const data = paddedSize(sizeOf(files));
  checkSame("the next header", nextHeader, nextHeaderBytes(data, ours, aes.header));
  const expected = data + paddedSize(ours.byteLength);
  if (packed !== expected)
    throw new ArchiveError("damaged", `streams of ${expected} bytes expected, ${packed} received`);
}

function checkSame(what: string, received: Uint8Array, expected: Uint8Array): void {
  if (received.byteLength !== expected.byteLength) {
    throw new ArchiveError(
      "damaged",
      `${what}: ${expected.byteLength} bytes expected, ${received.byteLength} received`,
    );
  }
  const at = expected.findIndex((byte, index) => byte !== received[index]);
  if (at < 0) return;
  throw new ArchiveError("damaged", `${what}, byte ${at}: ${expected[at]} expected, ${received[at]} received`);
}
