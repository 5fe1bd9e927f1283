import type { LzmaParameters } from "../../src/archive/lzma-decoder.ts";
import { fromBase64 } from "./read-vectors.ts";

/** What the streams hold. */
export const TEXT = "De nurse belt. De nurse belt. De nurse belt nog eens, en de rest is 12345678901234567890.";

/** A dictionary of 64 KiB, as LZMA writes it in four bytes, and as LZMA2 does in one. */
const DICTIONARY = [0, 0, 1, 0] as const;
export const STEP = Uint8Array.of(8);

/** The properties of an LZMA stream with a dictionary of 64 KiB. */
export function lzmaProperties({ lc, lp, pb }: LzmaParameters): Uint8Array {
  return Uint8Array.of((pb * 5 + lp) * 9 + lc, ...DICTIONARY);
}

/** What `xz --format=raw` makes of the text as LZMA, with an end marker. */
export const XZ_LZMA = [
  {
    lc: 3,
    lp: 0,
    pb: 2,
    packed: fromBase64("ACIZQAbj6FVnNBgwXLQw1NR4sf+yp0aJppSxBr7bU9cJYaT7NPE0ZOzuKittRC32feexqRaqBRFx2f//++5YAA=="),
  },
  {
    lc: 0,
    lp: 2,
    pb: 0,
    packed: fromBase64("ACIaCmkyguqQRme4fRX/AFDp2W6/hg7IRlDZ4VZPSnZFEYv7LvVHUdGPMFumy5JB3Fqg4JYySxMDPke3LP8sdgAA"),
  },
] as const;

/** The same as LZMA2, and some bytes that it leaves as they are. */
export const XZ_LZMA2 = fromBase64(
  "4ABYADpdACIZQAbj6FVnNBgwXLQw1NR4sf+yp0aJppSxBr7bU9cJYaT7NPE0ZOzuKittRC32feexqRaqBQh2AAAA",
);
export const XZ_PLAIN = fromBase64("AQAMAAEC//6AcmFuZG9tOQA=");
