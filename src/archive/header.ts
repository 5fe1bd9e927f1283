import { ArchiveError } from "./archive-error.ts";
import { ByteReader } from "./byte-reader.ts";
import { type Entry, readFilesInfo } from "./files-info.ts";
import { PropertyId } from "./property-id.ts";
import { type PackedFolder, readFolders } from "./streams-info.ts";
import { readSubStreamsInfo, type SubStream } from "./sub-streams-info.ts";

/** What a header says, in clear. */
export interface Header {
  readonly folders: readonly PackedFolder[];
  /** The files of each folder. */
  readonly streams: readonly (readonly SubStream[])[];
  readonly entries: readonly Entry[];
}

/** `01 [04 streams] [05 files] 00` (7zFormat.txt, "Header"). */
export function readHeader(bytes: Uint8Array): Header {
  const reader = new ByteReader(bytes);
  reader.expect(PropertyId.Header, "header");
  let id = reader.byte();
  if (id === PropertyId.ArchiveProperties || id === PropertyId.AdditionalStreamsInfo) {
    throw new ArchiveError("feature", `header with property ${id}`);
  }
  let folders: readonly PackedFolder[] = [];
  let streams: Header["streams"] = [];
  if (id === PropertyId.MainStreamsInfo) {
    folders = readFolders(reader);
    streams = readSubStreamsInfo(reader, folders);
    id = reader.byte();
  }
  if (id === PropertyId.End) throw new ArchiveError("empty", "the archive holds no files");
  if (id !== PropertyId.FilesInfo) throw new ArchiveError("damaged", `header: id 5 expected, ${id} received`);
  const entries = readFilesInfo(reader, streams.flat().length);
  reader.expect(PropertyId.End, "header");
  if (reader.left > 0) throw new ArchiveError("damaged", `${reader.left} bytes behind the header`);
  return { folders, streams, entries };
}

/** `17 streams 00`: the one folder that the header is in. */
export function readEncodedHeader(reader: ByteReader): PackedFolder {
  const [folder, ...others] = readFolders(reader);
  if (folder === undefined || others.length > 0) {
    throw new ArchiveError("damaged", `a header in ${others.length + 1} folders, 1 expected`);
  }
  reader.expect(PropertyId.End, "encoded header");
  if (reader.left > 0) throw new ArchiveError("damaged", `${reader.left} bytes behind the encoded header`);
  return folder;
}
