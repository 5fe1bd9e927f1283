import { hex } from "../../src/archive/bytes.ts";
import { HIGHEST_ROUNDS_LOG2, KeyDeriver } from "../../src/archive/derive-key.ts";
import { expectedKey } from "./expected-key.ts";
import { fromHex, readVectors } from "./read-vectors.ts";

const { kdf } = readVectors();
const within = kdf.filter(({ power }) => power <= HIGHEST_ROUNDS_LOG2);
const beyond = kdf.filter(({ power }) => power > HIGHEST_ROUNDS_LOG2);
const QUICK = Array.from({ length: 13 }, (_, power) => power);
const SALT = fromHex("00112233445566778899aabbccddeeff");

afterEach(() => jest.restoreAllMocks());

describe("the key of a password", () => {
  test.each(within)("is that of 7-Zip: $id $why", async ({ password, saltHex, power, keyHex }) => {
    expect(hex(await new KeyDeriver().derive(password, fromHex(saltHex), power))).toBe(keyHex);
  });

  test.each(beyond)("is refused: $id $why", async ({ password, saltHex, power }) => {
    await expect(new KeyDeriver().derive(password, fromHex(saltHex), power)).rejects.toMatchObject({ code: "kdf" });
  });

  test.each([-1, 1.5, 25, 62, 63, Number.NaN])("is refused for power %p", async (power) => {
    await expect(new KeyDeriver().derive("kat", SALT, power)).rejects.toMatchObject({ code: "kdf" });
  });

  test.each(["", "x".repeat(129)])("is refused for a password that is empty or too long (%#)", async (password) => {
    await expect(new KeyDeriver().derive(password, SALT, 22)).rejects.toMatchObject({ code: "kdf" });
  });

  test("comes out right for two passwords at once, though they share one piece of memory", async () => {
    const deriver = new KeyDeriver();
    const keys = await Promise.all(["krokus", "kat"].map((password) => deriver.derive(password, SALT, 12)));
    expect(keys.map(hex)).toEqual([expectedKey("krokus", SALT, 12), expectedKey("kat", SALT, 12)]);
  });

  test("is right when the memory of a larger derivation is used again", async () => {
    const deriver = new KeyDeriver();
    await deriver.derive("x".repeat(100), SALT, 12);
    expect(hex(await deriver.derive("kat", SALT, 10))).toBe(expectedKey("kat", SALT, 10));
  });
});

describe("a key for which there is no memory", () => {
  test.each(QUICK)("is streamed, and the same, for power %p", async (power) => {
    const key = await new KeyDeriver().derive("krokus", SALT, power);
    const digest = jest
      .spyOn(crypto.subtle, "digest")
      .mockRejectedValue(new DOMException("out of memory", "OperationError"));
    expect(hex(await new KeyDeriver().derive("krokus", SALT, power))).toBe(hex(key));
    expect(digest).toHaveBeenCalledTimes(1);
  });

  test("is streamed when the large piece of memory cannot be had", async () => {
    const digest = jest.spyOn(crypto.subtle, "digest");
    const deriver = new KeyDeriver();
    const key = await withoutLargeArrays(() => deriver.derive("krokus", SALT, 14));
    expect(hex(key)).toBe(expectedKey("krokus", SALT, 14));
    expect(digest).not.toHaveBeenCalled();
  });

  test("is streamed when WebCrypto cannot allocate its copy", async () => {
    jest.spyOn(crypto.subtle, "digest").mockRejectedValue(new RangeError("Array buffer allocation failed"));
    expect(hex(await new KeyDeriver().derive("krokus", SALT, 12))).toBe(expectedKey("krokus", SALT, 12));
  });

  test("comes in one piece again once there is memory", async () => {
    const deriver = new KeyDeriver();
    await withoutLargeArrays(() => deriver.derive("krokus", SALT, 14));
    const digest = jest.spyOn(crypto.subtle, "digest");
    expect(hex(await deriver.derive("krokus", SALT, 14))).toBe(expectedKey("krokus", SALT, 14));
    expect(digest).toHaveBeenCalledTimes(1);
  });

  test("is not sought any further after another failure of WebCrypto", async () => {
    const failure = new DOMException("not here", "NotSupportedError");
    jest.spyOn(crypto.subtle, "digest").mockRejectedValue(failure);
    await expect(new KeyDeriver().derive("krokus", SALT, 12)).rejects.toBe(failure);
  });

  test("has a code of its own when it cannot be streamed either", async () => {
    jest.spyOn(crypto.subtle, "digest").mockRejectedValue(new DOMException("out of memory", "OperationError"));
    jest.spyOn(WebAssembly, "instantiate").mockRejectedValue(new RangeError("out of memory"));
    await expect(new KeyDeriver().derive("krokus", SALT, 12)).rejects.toMatchObject({ code: "no-memory" });
  });
});

test("a short derivation tells its end once", async () => {
  const told: number[] = [];
  await new KeyDeriver().derive("kat", SALT, 12, (done) => told.push(done));
  expect(told).toEqual([1]);
});

/** Does `work` while no array of more than 128 KiB can be made. */
async function withoutLargeArrays<T>(work: () => Promise<T>): Promise<T> {
  const original = globalThis.Uint8Array;
  globalThis.Uint8Array = new Proxy(original, {
    construct(target, args: readonly unknown[], newTarget) {
      if (typeof args[0] === "number" && args[0] > 2 ** 17) throw new RangeError("Array buffer allocation failed");
      return Reflect.construct(target, args, newTarget);
    },
  });
  try {
    return await work();
  } finally {
    globalThis.Uint8Array = original;
  }
}
