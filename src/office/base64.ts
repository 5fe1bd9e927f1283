/** Bytes per call of `fromCharCode`, whose number of arguments is limited. */
const STRETCH = 0x8000;

/** `bytes` in base64 (RFC 4648, 4), as Outlook takes attachments. */
export function base64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += STRETCH) {
    binary += String.fromCharCode(...bytes.subarray(at, at + STRETCH));
  }
  return btoa(binary);
}
