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

/** RFC 8032, section 7.1, tests 1 to 3. */
const VECTORS = [
  {
    publicKey: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    message: "",
    signature:
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
  },
  {
    publicKey: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    message: "72",
    signature:
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
  },
  {
    publicKey: "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
    message: "af82",
    signature:
      "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
  },
].map((vector) => ({
  publicKey: hex(vector.publicKey),
  message: hex(vector.message),
  signature: hex(vector.signature),
}));

test("signatures of RFC 8032 are right for their own message and key, and for no other", async () => {
  const { verify } = await loadSodium();
  const asked = VECTORS.map(({ signature }) =>
    VECTORS.map(({ message }) => VECTORS.map(({ publicKey }) => verify(signature, message, publicKey))),
  );
  const right = [0, 1, 2].map((one) => [0, 1, 2].map((two) => [0, 1, 2].map((three) => one === two && two === three)));
  expect(asked).toEqual(right);
});

const SIZES = [0, 1, 31, 32, 33, 63, 64, 65, 96, 128];

test.each(SIZES.filter((size) => size !== 64))("a signature of %d bytes is wrong, without a throw", async (size) => {
  const { verify } = await loadSodium();
  const { publicKey, message, signature } = firstVector();
  expect(verify(resized(signature, size), message, publicKey)).toBe(false);
});

test.each(SIZES.filter((size) => size !== 32))("for a key of %d bytes it is wrong, without a throw", async (size) => {
  const { verify } = await loadSodium();
  const { publicKey, message, signature } = firstVector();
  expect(verify(signature, message, resized(publicKey, size))).toBe(false);
});

test("a signature with the order of the group added to it is another, and wrong (RFC 8032, 5.1.7)", async () => {
  const { verify } = await loadSodium();
  const { publicKey, message, signature } = firstVector();
  const order = 2n ** 252n + 27742317777372353535851937790883648493n;
  const second = BigInt(`0x${Buffer.from(signature.slice(32)).reverse().toString("hex")}`) + order;
  const added = hex(second.toString(16).padStart(64, "0")).reverse();
  expect(added).toHaveLength(32);
  expect(verify(Uint8Array.of(...signature.slice(0, 32), ...added), message, publicKey)).toBe(false);
});

function firstVector(): (typeof VECTORS)[number] {
  const [first] = VECTORS;
  if (first === undefined) throw new RangeError("no vector");
  return first;
}

/** The first bytes, or all and zeros. */
function resized(bytes: Uint8Array, size: number): Uint8Array {
  const copy = new Uint8Array(size);
  copy.set(bytes.slice(0, size));
  return copy;
}

function hex(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, "hex"));
}
