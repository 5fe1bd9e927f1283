import { hex } from "../../src/archive/bytes.ts";
import { KeyDeriver } from "../../src/archive/derive-key.ts";
import { expectedKey } from "./expected-key.ts";
import { fromHex } from "./read-vectors.ts";

const SALT = fromHex("00112233445566778899aabbccddeeff");

afterEach(() => jest.restoreAllMocks());

describe("a long derivation", () => {
  // Short records keep 2^24 rounds within a second or two.
  test.each([21, 22, 23, 24])(
    "is right for power %p, without asking WebCrypto",
    async (power) => {
      const digest = jest.spyOn(crypto.subtle, "digest");
      const salt = SALT.subarray(0, 1);
      expect(hex(await new KeyDeriver().derive("é", salt, power))).toBe(expectedKey("é", salt, power));
      expect(digest).not.toHaveBeenCalled();
    },
    60_000,
  );

  test.each([13, 14, 15, 16, 17, 18, 19, 20])(
    "gives the same key in one piece and streamed, for power %p",
    async (power) => {
      const key = await new KeyDeriver().derive("krokus", SALT, power);
      const digest = jest
        .spyOn(crypto.subtle, "digest")
        .mockRejectedValue(new DOMException("out of memory", "OperationError"));
      expect(hex(await new KeyDeriver().derive("krokus", SALT, power))).toBe(hex(key));
      expect(digest).toHaveBeenCalledTimes(1);
    },
  );

  test("is streamed when its rounds would take more than 128 MiB", async () => {
    const digest = jest.spyOn(crypto.subtle, "digest");
    const password = "x".repeat(121);
    expect(hex(await new KeyDeriver().derive(password, SALT, 19))).toBe(expectedKey(password, SALT, 19));
    expect(digest).not.toHaveBeenCalled();
    // 16 bytes of salt, 232 of password and 8 of number are 256 in a round: 128 MiB to the byte.
    await new KeyDeriver().derive("x".repeat(116), SALT, 19);
    expect(digest).toHaveBeenCalledTimes(1);
  });

  test("tells how far it is, a few dozen times, up to the end", async () => {
    const told: number[] = [];
    await new KeyDeriver().derive("x".repeat(100), SALT, 21, (done) => told.push(done));
    expect(told).toEqual([...new Set(told)].sort((a, b) => a - b));
    expect(told[0]).toBeGreaterThan(0);
    expect(told.at(-1)).toBe(1);
    expect(told.length).toBeGreaterThanOrEqual(24);
    expect(told.length).toBeLessThanOrEqual(64);
  });

  test("does not disturb another one beside it", async () => {
    const deriver = new KeyDeriver();
    const keys = await Promise.all([deriver.derive("a", SALT, 21), deriver.derive("b", SALT, 21)]);
    expect(keys.map(hex)).toEqual([expectedKey("a", SALT, 21), expectedKey("b", SALT, 21)]);
  });
});
