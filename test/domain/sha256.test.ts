import { createHash } from "node:crypto";
import fc from "fast-check";
import { hex } from "../../src/domain/digest.ts";
import { sha256 } from "../../src/domain/sha256.ts";

// FIPS 180-2, B.1 to B.3, and the message of nothing.
test.each([
  ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
  ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
  [
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
  ],
  ["a".repeat(1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"],
])("the standard's own vectors: %.20s", (text, expected) => {
  expect(hex(sha256(Buffer.from(text)))).toBe(expected);
});

test("agrees with OpenSSL at every length around the ends of blocks", () => {
  const bytes = Uint8Array.from({ length: 200 }, (_, index) => (index * 37) & 0xff);
  const lengths = Array.from(bytes, (_, length) => length);
  expect(
    lengths.filter((length) => hex(sha256(bytes.subarray(0, length))) !== openssl(bytes.subarray(0, length))),
  ).toEqual([]);
});

test("agrees with OpenSSL for whatever bytes, also those of a part of a larger piece of memory", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), fc.nat(20), (bytes, from) => {
      const part = bytes.subarray(from);
      expect(hex(sha256(part))).toBe(openssl(part));
    }),
  );
});

function openssl(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
