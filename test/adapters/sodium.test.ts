import { LibraryError } from "../../src/adapters/library-error.ts";
import { loadSodium } from "../../src/adapters/sodium.ts";
import { isPassphrase, newPassphrase } from "../../src/password/passphrase.ts";

test("numbers stay below their bound and reach all of it", async () => {
  const { uniform } = await loadSodium();
  // Of 2,000 fair draws over 4, one never being drawn has a chance of 1 in 10^249.
  const drawn = new Set(Array.from({ length: 2000 }, () => uniform(4)));
  expect([...drawn].sort()).toEqual([0, 1, 2, 3]);
  expect(uniform(1)).toBe(0);
});

test.each([0, -1, 1.5, 2 ** 32, Number.NaN])(
  "a bound of %d is refused before libsodium would bend it",
  async (bound) => {
    const { uniform } = await loadSodium();
    expect(() => uniform(bound)).toThrow(RangeError);
  },
);

test("it makes passphrases, never twice the same", async () => {
  const { uniform } = await loadSodium();
  const made = Array.from({ length: 50 }, () => newPassphrase(uniform));
  expect(made.every(isPassphrase)).toBe(true);
  expect(new Set(made).size).toBe(50);
});

test.each([
  ["does not come", () => Promise.reject(new Error("no network"))],
  [
    "does not start",
    () =>
      Promise.resolve({
        ready: Promise.reject(new Error("no WebAssembly")),
        randombytes_uniform: () => 0,
        crypto_sign_verify_detached: () => true,
      }),
  ],
])("a library that %s is told with its code and cause", async (_name, load) => {
  const error = await loadSodium(load).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(LibraryError);
  expect(error).toMatchObject({ code: "library-not-loaded", library: "libsodium", cause: expect.any(Error) });
});
