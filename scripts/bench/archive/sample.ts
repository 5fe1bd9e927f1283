import type { ArchivedFile } from "../../../src/archive/archived-file.ts";
import type { Bytes } from "../../../src/archive/bytes.ts";

/** As long as the password that the pane makes. */
export const PASSWORD = "appel-boom-cello-deur-egel-fiets-gras";
/** Names in the sample's folder, and in the archives. */
export const DOCUMENT_NAME = "content.pdf";
export const DATA_NAME = "content.json";
export const ARCHIVE_NAME = "sealed.7z";

/** What everybody writes, and the archive of ours that everybody reads. */
export interface Sample {
  /** A referral's two files; the document, as random as a PDF with its streams compressed, is the first and larger. */
  readonly files: readonly ArchivedFile[];
  readonly archive: Bytes;
}

/** @throws {Error} when the files are not those of the sample: a wrong answer may be as fast as it likes. */
export function checkOpened({ files }: Sample, opened: readonly ArchivedFile[]): void {
  const [expected, received] = [files[0]?.bytes, opened.find(({ name }) => name === DOCUMENT_NAME)?.bytes];
  const same = expected?.every((byte, i) => received?.[i] === byte) === true;
  if (!same || expected?.byteLength !== received?.byteLength) throw new Error("what was opened is not what was sealed");
}

/** @throws {Error} when the archive cannot hold the sample. */
export function checkSealed({ files }: Sample, archive: Bytes): void {
  const size = files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
  if (archive.byteLength <= size) throw new Error(`an archive of ${archive.byteLength} bytes for ${size}`);
}
