/** Ids of the header's properties, by their names in 7zFormat.txt ("Property IDs"). */
export const PropertyId = {
  End: 0x00,
  Header: 0x01,
  ArchiveProperties: 0x02,
  AdditionalStreamsInfo: 0x03,
  MainStreamsInfo: 0x04,
  FilesInfo: 0x05,
  PackInfo: 0x06,
  UnpackInfo: 0x07,
  SubStreamsInfo: 0x08,
  Size: 0x09,
  Crc: 0x0a,
  Folder: 0x0b,
  CodersUnpackSize: 0x0c,
  NumUnpackStream: 0x0d,
  Names: 0x11,
  WinAttributes: 0x15,
  EncodedHeader: 0x17,
  Dummy: 0x19,
} as const;

/** Codec ids (Methods.txt of 7-Zip), as hex. */
export const METHOD_COPY = "00";
export const METHOD_AES = "06f10701";
