import { decryptBlocks, encryptBlocks, importAesKey } from "../../src/archive/aes-cbc.ts";
import { ByteReader } from "../../src/archive/byte-reader.ts";
import { ByteWriter } from "../../src/archive/byte-writer.ts";
import { hex } from "../../src/archive/bytes.ts";
import { HIGHEST_ROUNDS_LOG2, KeyDeriver } from "../../src/archive/derive-key.ts";
import { unpackArchive } from "../../src/archive/unpack-archive.ts";
import { writeArchive } from "../../src/archive/write-archive.ts";
import { fromBase64, fromHex, readVectors } from "./read-vectors.ts";

const { kdf, aes, numbers, writer } = readVectors();
const deriver = new KeyDeriver();

describe("the key of a password", () => {
  test.each(kdf.filter(({ power }) => power <= HIGHEST_ROUNDS_LOG2))("is that of 7-Zip: $id $why", async (vector) => {
    const key = await deriver.derive(vector.password, fromHex(vector.saltHex), vector.power);
    expect(hex(key)).toBe(vector.keyHex);
  });

  test.each([-1, 25, 63, 1.5])("is refused for power %p", async (power) => {
    await expect(deriver.derive("kat", new Uint8Array(0), power)).rejects.toMatchObject({ code: "kdf" });
  });

  test.each(["", "x".repeat(129)])("is refused for a password that is empty or too long (%#)", async (password) => {
    await expect(deriver.derive(password, new Uint8Array(16), 4)).rejects.toMatchObject({ code: "kdf" });
  });

  test("comes out right for two passwords at once, though they share one piece of memory", async () => {
    const [first, second] = kdf.filter(({ power }) => power === 12);
    if (first === undefined || second === undefined) throw new Error("expected two vectors of power 12");
    const derive = ({ password, saltHex, power }: typeof first): Promise<Uint8Array> =>
      deriver.derive(password, fromHex(saltHex), power);
    const keys = await Promise.all([derive(first), derive(second)]);
    expect(keys.map(hex)).toEqual([first.keyHex, second.keyHex]);
  });
});

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
