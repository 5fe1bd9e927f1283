/** Outlook counts the file itself or the file as it travels: base64 in lines of 76 (RFC 2045, 6.8), and some head. */
export function couldBeSizeOf(counted: number, bytes: number): boolean {
  const headOfPart = 1024;
  return counted >= bytes && counted <= Math.ceil(bytes / 57) * 78 + headOfPart;
}
