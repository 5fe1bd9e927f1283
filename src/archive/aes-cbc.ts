import { ArchiveError } from "./archive-error.ts";
import { type Bytes, concat } from "./bytes.ts";

export const AES_BLOCK = 16;
/** Bytes that are decrypted at once: WebCrypto takes and gives copies, and a large archive is in memory already. */
const PIECE = 2 ** 20;

/** The key for WebCrypto, which keeps it out of reach of scripts. */
export function importAesKey(key: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", key, "AES-CBC", false, ["encrypt", "decrypt"]);
}

/** `size` rounded up to whole blocks. */
export function paddedSize(size: number): number {
  return Math.ceil(size / AES_BLOCK) * AES_BLOCK;
}

/** AES-256-CBC over `plain`, padded with zeros to whole blocks (FilterCoder.cpp). */
export async function encryptBlocks(plain: Uint8Array, key: CryptoKey, iv: Bytes): Promise<Bytes> {
  const padded = new Uint8Array(paddedSize(plain.byteLength));
  padded.set(plain);
  // WebCrypto always adds a block of PKCS#7 padding, which 7z has not.
  const encrypted = await crypto.subtle.encrypt({ name: "AES-CBC", iv }, key, padded);
  padded.fill(0);
  return new Uint8Array(encrypted, 0, padded.byteLength);
}

/** The first `size` bytes of what `encryptBlocks` encrypted. The padding is not looked at, as 7-Zip does not. */
export async function decryptBlocks(cipher: Uint8Array, size: number, key: CryptoKey, iv: Bytes): Promise<Bytes> {
  const length = cipher.byteLength;
  if (length === 0 || length !== paddedSize(size)) {
    throw new ArchiveError(
      "damaged",
      `AES: ${paddedSize(size)} encrypted bytes expected for ${size}, ${length} received`,
    );
  }
  const plain = new Uint8Array(length);
  let before = iv;
  for (let at = 0; at < length; at += PIECE) {
    const piece = cipher.subarray(at, at + PIECE);
    const last = piece.slice(-AES_BLOCK);
    // An encrypted empty text is one block of padding; put behind, it is the padding that WebCrypto demands.
    const padding = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-CBC", iv: last }, key, new Uint8Array(0)));
    const part = await crypto.subtle.decrypt({ name: "AES-CBC", iv: before }, key, concat(piece, padding));
    plain.set(new Uint8Array(part), at);
    new Uint8Array(part).fill(0);
    before = last;
  }
  return plain.subarray(0, size);
}
