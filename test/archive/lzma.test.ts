import fc from "fast-check";
import { ArchiveError } from "../../src/archive/archive-error.ts";
import { decodeLzma } from "../../src/archive/lzma-decoder.ts";
import { decodeLzma2 } from "../../src/archive/lzma2-decoder.ts";
import { lzmaProperties, STEP, TEXT, XZ_LZMA, XZ_LZMA2, XZ_PLAIN } from "./xz-streams.ts";

const SIZE = TEXT.length;

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** The bytes as text, or the code of the error; anything else that is thrown fails the test. */
function outcome(decode: () => Uint8Array): string {
  try {
    return text(decode());
  } catch (error) {
    if (error instanceof ArchiveError) return error.code;
    throw error;
  }
}

test.each(XZ_LZMA)("decodes LZMA of xz, lc $lc, lp $lp, pb $pb, with its end marker", (vector) => {
  expect(text(decodeLzma(vector.packed, lzmaProperties(vector), SIZE))).toBe(TEXT);
});

test("decodes LZMA2 of xz, compressed and plain", () => {
  expect(text(decodeLzma2(XZ_LZMA2, STEP, SIZE))).toBe(TEXT);
  expect([...decodeLzma2(XZ_PLAIN, STEP, 13)]).toEqual([
    0,
    1,
    2,
    255,
    254,
    128,
    ...new TextEncoder().encode("random9"),
  ]);
  expect([...decodeLzma2(Uint8Array.of(0), STEP, 0)]).toEqual([]);
});

/** An LZMA stream whose first symbol is a repeat. */
const REPEAT = Uint8Array.of(0, 255, 255, 255, 255, 0);
/** LZMA2 of the text and then, after a chunk of one byte that begins a dictionary anew, an LZMA chunk of the given kind. */
const afterReset = (control: number): Uint8Array =>
  decodeLzma2(
    Uint8Array.of(...XZ_LZMA2.subarray(0, -1), 1, 0, 0, 65, control, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0),
    STEP,
    SIZE + 2,
  );
const overFour = XZ_LZMA2.map((byte, at) => (at === 5 ? 31 : byte));

test.each<[string, () => Uint8Array, string]>([
  [
    "parameters of 225",
    () => decodeLzma(new Uint8Array(9), Uint8Array.of(225, 0, 0, 1, 0), 1),
    "parameters 225, below 225 expected",
  ],
  [
    "properties of 4 bytes",
    () => decodeLzma(new Uint8Array(9), Uint8Array.of(93, 0, 0, 1), 1),
    "properties of 4 bytes, 5 expected",
  ],
  [
    "a first byte that is not 0",
    () => decodeLzma(Uint8Array.of(1, 0, 0, 0, 0, 0), lzmaProperties(XZ_LZMA[0]), 1),
    "first byte 1, 0 expected",
  ],
  [
    "a size one smaller",
    () => decodeLzma(XZ_LZMA[0].packed, lzmaProperties(XZ_LZMA[0]), SIZE - 1),
    `more than the ${SIZE - 1} bytes expected`,
  ],
  [
    "a size one larger",
    () => decodeLzma(XZ_LZMA[0].packed, lzmaProperties(XZ_LZMA[0]), SIZE + 1),
    "an end marker 1 bytes early",
  ],
  [
    "a repeat before anything was there",
    () => decodeLzma(REPEAT, lzmaProperties(XZ_LZMA[0]), 1),
    "a repeat before anything was there",
  ],
  [
    "LZMA2 of a size one smaller",
    () => decodeLzma2(XZ_LZMA2, STEP, SIZE - 1),
    `a chunk that gives ${SIZE} bytes, at most ${SIZE - 1} expected`,
  ],
  ["LZMA2 of a size one larger", () => decodeLzma2(XZ_LZMA2, STEP, SIZE + 1), `${SIZE} bytes, ${SIZE + 1} expected`],
  [
    "LZMA2 with a byte behind its end",
    () => decodeLzma2(Uint8Array.of(...XZ_LZMA2, 0), STEP, SIZE),
    "1 bytes behind the last chunk",
  ],
  [
    "LZMA2 with properties of two bytes",
    () => decodeLzma2(XZ_LZMA2, Uint8Array.of(8, 0), SIZE),
    "properties of 2 bytes, 1 expected",
  ],
  [
    "LZMA2 with a dictionary that is none",
    () => decodeLzma2(XZ_LZMA2, Uint8Array.of(41), SIZE),
    "dictionary 41, at most 40 expected",
  ],
  ["LZMA2 with lc and lp over 4", () => decodeLzma2(overFour, STEP, SIZE), "lc 4 and lp 3, 4 together at most"],
  [
    "a first chunk that begins no dictionary",
    () => decodeLzma2(Uint8Array.of(2, 0, 0, 65, 0), STEP, 1),
    "the first chunk does not begin a dictionary",
  ],
  [
    "an LZMA chunk before any parameters",
    () => decodeLzma2(Uint8Array.of(1, 0, 0, 65, 0x80, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0), STEP, 2),
    "a chunk before any parameters",
  ],
  [
    "an LZMA chunk without parameters in a dictionary begun anew",
    () => afterReset(0x80),
    "a chunk before any parameters",
  ],
  [
    "an LZMA chunk with a state but no parameters in a dictionary begun anew",
    () => afterReset(0xa0),
    "a chunk before any parameters",
  ],
  [
    "a control byte of 3",
    () => decodeLzma2(Uint8Array.of(1, 0, 0, 65, 3, 0), STEP, 1),
    "control byte 3, 0 to 2 or 128 to 255 expected",
  ],
])("refuses %s", (_what, decode, message) => {
  expect(decode).toThrow(
    expect.objectContaining({ name: "ArchiveError", code: "damaged", message: `LZMA: ${message}` }),
  );
});

test("whatever is cut off or changed, the answer is bytes or `damaged`; what is cut is never taken for whole", () => {
  for (const vector of XZ_LZMA) {
    const packed = vector.packed;
    for (let length = 0; length < packed.byteLength; length++) {
      expect(outcome(() => decodeLzma(packed.subarray(0, length), lzmaProperties(vector), SIZE))).toBe("damaged");
    }
  }
  for (let length = 0; length < XZ_LZMA2.byteLength; length++) {
    expect(outcome(() => decodeLzma2(XZ_LZMA2.subarray(0, length), STEP, SIZE))).toBe("damaged");
  }
  for (let at = 0; at < XZ_LZMA2.byteLength; at++) {
    for (const flip of [1, 0x80, 0xff]) {
      const changed = XZ_LZMA2.map((byte, index) => (index === at ? byte ^ flip : byte));
      // The range coder has no check of its own: that is the CRC's part. It throws nothing else, which `outcome` sees to.
      outcome(() => decodeLzma2(changed, STEP, SIZE));
    }
  }
});

test("random bytes are bytes or `damaged`", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(224), fc.nat(3000), (bytes, parameters, size) => {
      const packed = Uint8Array.of(0, ...bytes);
      outcome(() => decodeLzma(packed, Uint8Array.of(parameters, 0, 0, 1, 0), size));
      outcome(() => decodeLzma2(Uint8Array.of(0xe0, 0, 60, 0, bytes.length, parameters % 41, ...packed), STEP, size));
    }),
    { numRuns: 500 },
  );
});
