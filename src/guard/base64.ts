const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The bytes of base64 (RFC 4648, 4), line ends in it left out; `null` when it is none. This engine has no `atob`. */
export function fromBase64(text: string): Uint8Array | null {
  const signs = text.replace(/[\r\n]+/g, "").replace(/={1,2}$/, "");
  if (signs.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((signs.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < signs.length; i++) {
    const value = ALPHABET.indexOf(signs.charAt(i));
    if (value < 0) return null;
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (held >> bits) & 0xff;
      at += 1;
    }
  }
  return bytes;
}
