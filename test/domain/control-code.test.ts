import { controlCode } from "../../src/domain/control-code.ts";

const SHA256 = "3f9a2b71c0d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e";

test("is the first ten hex digits in two groups", () => {
  expect(controlCode(SHA256)).toBe("3f9a2 b71c0");
});

test.each([
  ["too short", SHA256.slice(1)],
  ["too long", `${SHA256}0`],
  ["in capitals", SHA256.toUpperCase()],
  ["of other letters", `g${SHA256.slice(1)}`],
  ["empty", ""],
])("takes no hash that is %s", (_name, sha256) => {
  expect(() => controlCode(sha256)).toThrow(new TypeError("controlCode: expected 64 lower-case hex digits"));
});
