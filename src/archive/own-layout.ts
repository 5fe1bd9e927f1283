import type { AesProperties } from "./aes-properties.ts";
import { ArchiveError } from "./archive-error.ts";
import type { ArchivedFile } from "./archived-file.ts";
import type { Bytes } from "./bytes.ts";
import type { Header } from "./header.ts";
import { METHOD } from "./methods.ts";
import type { PackedFolder } from "./streams-info.ts";
import { writeArchive } from "./write-archive.ts";

/** One folder that fills the place before the header, everything under one key, the header encrypted and no more. */
export function checkOwnLayout(
  { folders, entries }: Header,
  end: number,
  header: PackedFolder | null,
  packedBytes: number,
): void {
  if (header?.aes === null || header === null || header.coders.length > 0 || header.crc === null) {
    throw new ArchiveError("feature", "a header that is not simply encrypted");
  }
  const gap = packedBytes - end - header.stream.size;
  if (gap > 0) throw new ArchiveError("damaged", `${gap} bytes between the two headers, 0 expected`);
  if (entries.some(({ kind }) => kind === "directory")) throw new ArchiveError("feature", "a folder among the files");
  if (folders.length > 1) throw new ArchiveError("feature", `${folders.length} folders, 1 expected`);
  const [folder] = folders;
  if (folder === undefined) {
    if (end !== 0) throw new ArchiveError("damaged", `${end} bytes that belong to no file`);
    return;
  }
  if (folder.aes === null) throw new ArchiveError("not-encrypted", "the files are not encrypted");
  if (folder.coders.some(({ method }) => method !== METHOD.copy))
    throw new ArchiveError("method", "files that are compressed");
  const { salt, power } = header.aes;
  if (folder.aes.power !== power || folder.aes.salt.join() !== salt.join()) {
    throw new ArchiveError("feature", "header and data have different keys");
  }
  const { offset, size } = folder.stream;
  if (offset !== 0 || size !== end) {
    throw new ArchiveError("damaged", `data at ${offset} of ${size} bytes, ${end} at 0 expected`);
  }
}

/**
 * Whether the archive is what we would have written, to the byte: what no CRC or mac covers, such as the form of a
 * number in the next header, could otherwise be changed by who has no key.
 */
export async function checkOwnBytes(
  archive: Uint8Array,
  files: readonly ArchivedFile[],
  key: Bytes,
  { header, data }: { readonly header: AesProperties; readonly data: AesProperties },
): Promise<void> {
  const ours = await writeArchive(files, { key, ...header }, { header: header.iv, data: data.iv });
  const at = ours.findIndex((byte, index) => byte !== archive[index]);
  if (at >= 0) throw new ArchiveError("damaged", `byte ${at} is not as we write it`);
}
