import { encryptBlocks, paddedSize } from "./aes-cbc.ts";
import type { AesProperties } from "./aes-properties.ts";
import { ArchiveError } from "./archive-error.ts";
import { type ArchivedFile, checkAmount, checkFiles, sizeOf } from "./archived-file.ts";
import type { Header } from "./header.ts";
import { METHOD } from "./methods.ts";
import { signatureHeader } from "./signature-header.ts";
import { headerBytes, nextHeaderBytes } from "./write-archive.ts";

/**
 * Before the files are unpacked: one folder that is encrypted as the header is, and no more than we write. What remains
 * is a matter of `checkOwnBytes`.
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
      `the data have another salt or power (${folder.aes.power}) than the header (${header.power})`,
    );
  }
}

/** An archive as it came, with how its parts are encrypted. */
export interface Sealed {
  readonly archive: Uint8Array;
  /** Data and header, both encrypted. */
  readonly packed: Uint8Array;
  readonly aes: { readonly data: AesProperties; readonly header: AesProperties };
  readonly key: CryptoKey;
}

/**
 * Whether everything but the data is what we write for these files, to the byte: what no CRC or mac covers, such as the
 * form of a number or the bytes that fill a block, could otherwise be changed by who has no key.
 * @throws {ArchiveError} `damaged`; as `checkFiles` for files that we do not write.
 */
export async function checkOwnBytes(
  files: readonly ArchivedFile[],
  { archive, packed, aes, key }: Sealed,
): Promise<void> {
  checkFiles(files);
  const header = headerBytes(files, aes.data);
  const data = paddedSize(sizeOf(files));
  const next = nextHeaderBytes(data, header, aes.header);
  const encrypted = await encryptBlocks(header, key, aes.header.iv);
  checkSame("the header", packed.subarray(data), encrypted);
  const start = signatureHeader(data + encrypted.byteLength, next);
  checkSame("the start", archive.subarray(0, start.byteLength), start);
  checkSame("the next header", archive.subarray(start.byteLength + packed.byteLength), next);
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
