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
