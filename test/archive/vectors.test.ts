import { decryptBlocks, encryptBlocks, importAesKey } from "../../src/archive/aes-cbc.ts";
import { ByteReader } from "../../src/archive/byte-reader.ts";
import { ByteWriter } from "../../src/archive/byte-writer.ts";
import { hex } from "../../src/archive/bytes.ts";
import { HIGHEST_ROUNDS_LOG2, KeyDeriver } from "../../src/archive/derive-key.ts";
import { fromHex, readVectors } from "./read-vectors.ts";

const { kdf, aes, numbers } = readVectors();
const deriver = new KeyDeriver();

describe("the key of a password", () => {
  test.each(kdf.filter(({ power }) => power <= HIGHEST_ROUNDS_LOG2))("is that of 7-Zip: $id $why", async (vector) => {
    const key = await deriver.derive(vector.password, fromHex(vector.saltHex), vector.power);
    expect(hex(key)).toBe(vector.keyHex);
  });

  test.each([-1, 21, 63, 1.5])("is refused for power %p", async (power) => {
    await expect(deriver.derive("kat", new Uint8Array(0), power)).rejects.toMatchObject({ code: "kdf" });
  });
});

describe("AES-256-CBC with zero padding", () => {
  test.each(aes)("encrypts as openssl does: $id", async ({ keyHex, ivHex, plainHex, cipherHex }) => {
    const iv = new Uint8Array(16);
    iv.set(fromHex(ivHex));
    const cipher = await encryptBlocks(fromHex(plainHex), await importAesKey(fromHex(keyHex)), iv);
    expect(hex(cipher)).toBe(cipherHex);
  });

  test.each(aes)("decrypts to the true size: $id", async ({ keyHex, ivHex, plainHex, cipherHex, unpackSize }) => {
    const iv = new Uint8Array(16);
    iv.set(fromHex(ivHex));
    const plain = await decryptBlocks(fromHex(cipherHex), unpackSize, await importAesKey(fromHex(keyHex)), iv);
    expect(hex(plain)).toBe(plainHex);
  });
});

describe("NUMBER", () => {
  const safe = numbers.filter(({ value }) => Number.isSafeInteger(Number(value)));

  test.each(safe.filter(({ decodeOnly }) => decodeOnly !== true))("writes $value as $hex", ({ value, hex: bytes }) => {
    expect(hex(new ByteWriter().putNumber(Number(value)).toBytes())).toBe(bytes);
  });

  test.each(safe)("reads $hex as $value", ({ value, hex: bytes }) => {
    const reader = new ByteReader(fromHex(bytes));
    expect({ value: reader.number(), left: reader.left }).toEqual({ value: Number(value), left: 0 });
  });

  test.each(numbers.filter(({ value }) => !Number.isSafeInteger(Number(value))))("refuses $value", ({ hex: bytes }) => {
    expect(() => new ByteReader(fromHex(bytes)).number()).toThrow(expect.objectContaining({ code: "damaged" }));
  });
});
