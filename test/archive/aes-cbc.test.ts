import { createCipheriv } from "node:crypto";
import { decryptBlocks, importAesKey, paddedSize } from "../../src/archive/aes-cbc.ts";
import type { Bytes } from "../../src/archive/bytes.ts";

const KEY: Bytes = new Uint8Array(32).fill(3);
const IV: Bytes = new Uint8Array(16).fill(4);
/** What is decrypted at once, in bytes. */
const PIECE = 2 ** 20;

function encrypted(plain: Uint8Array): Uint8Array {
  const padded = new Uint8Array(paddedSize(plain.byteLength));
  padded.set(plain);
  return createCipheriv("aes-256-cbc", KEY, IV).setAutoPadding(false).update(padded);
}

test.each([1, 15, 16, 17, PIECE - 16, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 2 * PIECE + 17])(
  "%p bytes come out as they went in, whatever the pieces",
  async (size) => {
    const plain = Uint8Array.from({ length: size }, (_, at) => (at * 31 + (at >> 8)) & 0xff);
    const decrypted = await decryptBlocks(encrypted(plain), size, await importAesKey(KEY), IV);
    expect(Buffer.compare(decrypted, plain)).toBe(0);
  },
);

test.each([
  [0, 0, "AES: 0 encrypted bytes expected for 0, 0 received"],
  [16, 17, "AES: 32 encrypted bytes expected for 17, 16 received"],
  [32, 16, "AES: 16 encrypted bytes expected for 16, 32 received"],
  [15, 15, "AES: 16 encrypted bytes expected for 15, 15 received"],
])("%p encrypted bytes for %p are refused", async (length, size, message) => {
  const key = await importAesKey(KEY);
  await expect(decryptBlocks(new Uint8Array(length), size, key, IV)).rejects.toMatchObject({
    code: "damaged",
    message,
  });
});
