import { type ArchivePlan, aes, COPY, type CoderPlan, type FolderPlan, LZMA, text } from "../build-archive.ts";
import type { HostileRow } from "./hostile-case.ts";

/*
 * The coders of a folder make one chain from the packed stream to the files: a bond less than there are coders, none used
 * twice, and AES, where there is any, at its beginning.
 */

const AES = aes();
const folder = (coders: readonly CoderPlan[], rest: Partial<FolderPlan> = {}): ArchivePlan => ({
  folders: [{ contents: [text("inhoud")], coders, ...rest }],
});
const three = (...bonds: readonly number[]): ArchivePlan => folder([AES, COPY, COPY], { bonds });

export const FOLDER_GRAPH: readonly HostileRow[] = [
  ["AES alone", folder([AES]), "ok", "0.txt"],
  ["a chain of three", three(1, 0, 2, 1), "ok", "0.txt"],
  ["a chain whose bonds stand in another order", three(2, 1, 1, 0), "ok", "0.txt"],
  ["a chain that goes to the third coder first", three(2, 0, 1, 2), "ok", "0.txt"],
  ["AES listed last and first in the chain", folder([COPY, AES], { bonds: [0, 1], encrypted: true }), "ok", "0.txt"],
  [
    "AES listed first and last in the chain",
    folder([AES, COPY], { bonds: [0, 1] }),
    "method",
    "AES-256: open the file with 7-Zip",
  ],
  ["AES twice", folder([AES, aes()]), "method", "AES-256: open the file with 7-Zip"],
  ["AES that compresses first", folder([LZMA, AES]), "method", "AES-256: open the file with 7-Zip"],
  ["a bond missing", three(1, 0), "damaged", "bond 12 from 6, below 3 expected"],
  ["a coder bound to itself beside a chain", three(1, 0, 2, 2), "damaged", "a chain of 2 coders, 3 expected"],
  [
    "two coders in a circle beside the packed stream's",
    three(1, 2, 2, 1),
    "damaged",
    "a chain of 1 coders, 3 expected",
  ],
  [
    "all coders in a circle",
    folder([AES, COPY], { bonds: [1, 0, 0, 1] }),
    "damaged",
    "unpack sizes: id 12 expected, 0 received",
  ],
  ["an input used twice", three(1, 0, 1, 2), "damaged", "bond 1 from 2 twice"],
  ["an output used twice", three(1, 0, 2, 0), "damaged", "bond 2 from 0 twice"],
  ["an input that is not there", three(1, 0, 3, 1), "damaged", "bond 3 from 1, below 3 expected"],
  ["an output that is not there", three(1, 0, 2, 3), "damaged", "bond 2 from 3, below 3 expected"],
  ["Copy that makes more of it", folder([AES, COPY], { sizes: [6, 7] }), "damaged", "Copy of 6 bytes to 7"],
  ["Copy that makes less of it", folder([AES, COPY], { sizes: [6, 5] }), "damaged", "Copy of 6 bytes to 5"],
  ["Copy with properties", folder([AES, { ...COPY, properties: [0] }]), "method", "Copy: open the file with 7-Zip"],
  [
    "a coder in between that gives 64 MiB and a byte",
    folder([AES, LZMA, LZMA], { sizes: [6, 2 ** 26 + 1, 6] }),
    "too-large",
    "unpack size: 67108865, at most 67108864 expected",
  ],
];
