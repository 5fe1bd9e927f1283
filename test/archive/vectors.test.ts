import { decryptBlocks, encryptBlocks, importAesKey } from "../../src/archive/aes-cbc.ts";
import { ByteReader } from "../../src/archive/byte-reader.ts";
import { ByteWriter } from "../../src/archive/byte-writer.ts";
import { hex } from "../../src/archive/bytes.ts";
import { KeyDeriver } from "../../src/archive/derive-key.ts";
import { unpackArchive } from "../../src/archive/unpack-archive.ts";
import { writeArchive } from "../../src/archive/write-archive.ts";
import { fromBase64, fromHex, readVectors } from "./read-vectors.ts";

const { aes, numbers, writer } = readVectors();
const deriver = new KeyDeriver();

describe("an archive of fixed salt and vectors", () => {
  test.each(writer)("is written to the byte, and read: $id", async (vector) => {
    const files = vector.files.map(({ name, base64 }) => ({ name, bytes: fromBase64(base64) }));
    const key = { key: fromHex(vector.keyHex), salt: fromHex(vector.saltHex), power: vector.power };
    const iv = { data: fromHex(vector.ivDataHex), header: fromHex(vector.ivHeaderHex) };
    const archive = await writeArchive(files, key, iv);
    expect(Buffer.from(archive).toString("base64")).toBe(vector.archiveBase64);
    const keyFor = (salt: Uint8Array, power: number): Promise<Uint8Array<ArrayBuffer>> =>
      deriver.derive(vector.password, salt, power);
    expect((await unpackArchive(archive, keyFor, "own")).files).toEqual(files);
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
