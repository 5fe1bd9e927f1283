/** SHA-256 (FIPS 180-4) of bytes: 32 bytes. It comes in as an argument, as the guard's engine has no WebCrypto. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** The first `digits` hex digits of the SHA-256 of a text in UTF-16, high byte first. */
export function digestText(sha256: Sha256, text: string, digits: number): string {
  const bytes = new Uint8Array(2 * text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes[2 * i] = unit >> 8;
    bytes[2 * i + 1] = unit & 0xff;
  }
  return hex(sha256(bytes).subarray(0, Math.ceil(digits / 2))).slice(0, digits);
}

/** Lower-case hex digits. */
export function hex(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i++) text += `0${(bytes[i] ?? 0).toString(16)}`.slice(-2);
  return text;
}
