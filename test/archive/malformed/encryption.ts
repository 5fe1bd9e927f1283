import { type ArchivePlan, aes, COPY, type CoderPlan, type FolderPlan, text } from "../build-archive.ts";
import type { HostileRow } from "./hostile-case.ts";

/*
 * AES: properties of their exact size, powers that 7-Zip reads, streams of whole blocks that fit what comes out, and at
 * most two different keys in an archive.
 */

const folder = (coder: CoderPlan, size = 16): FolderPlan => ({
  contents: [text("x".repeat(size))],
  coders: [coder, COPY],
});
const properties = (...bytes: readonly number[]): ArchivePlan => ({
  folders: [folder({ ...aes(), properties: bytes })],
});
const sizes = (...given: readonly number[]): ArchivePlan => ({ folders: [{ ...folder(aes(), 17), sizes: given }] });
const salted = (...salts: readonly number[]): readonly FolderPlan[] =>
  salts.map((salt) => folder(aes({ salt: [salt] })));
const IV = aes().properties.slice(2);
const SALT = new Array<number>(16).fill(1);

export const ENCRYPTION: readonly HostileRow[] = [
  ["a salt of 16 bytes", { folders: [folder(aes({ salt: SALT }))] }, "ok", "0.txt"],
  [
    "properties one byte too long",
    properties(0xc4, 0xff, ...SALT, ...IV, 0),
    "damaged",
    "AES properties: 34 bytes expected, 35 received",
  ],
  [
    "properties one byte too short",
    properties(0xc4, 0xff, ...SALT, ...IV.slice(1)),
    "damaged",
    "AES properties: 34 bytes expected, 33 received",
  ],
  [
    "properties of a byte that speaks of more",
    properties(0x44),
    "damaged",
    "AES properties: 3 bytes expected, 1 received",
  ],
  [
    "properties of two bytes where one is enough",
    properties(0x04, 0),
    "damaged",
    "AES properties: 1 bytes expected, 2 received",
  ],
  ["power 0", { folders: [folder(aes({ power: 0 }))] }, "ok", "0.txt"],
  ["power 20", { folders: [folder(aes({ power: 20 }))] }, "ok", "0.txt"],
  [
    "power 25 in the encoded header",
    { headerFolder: { coders: [aes({ power: 25 })] } },
    "method",
    "AES power 25: 0 to 24 expected",
  ],
  [
    "power 62 in the encoded header",
    { headerFolder: { coders: [aes({ power: 62 })] } },
    "method",
    "AES power 62: 0 to 24 expected",
  ],
  ["the password as the key", { folders: [folder(aes({ power: 63 }))] }, "method", "AES power 63: 0 to 24 expected"],
  ["16 bytes in a block", { folders: [folder(aes(), 16)] }, "ok", "0.txt"],
  ["17 bytes in two blocks", { folders: [folder(aes(), 17)] }, "ok", "0.txt"],
  ["16 bytes in two blocks", sizes(16, 16), "damaged", "an encrypted stream of 32 bytes, 16 expected for 16"],
  ["33 bytes in two blocks", sizes(33, 33), "damaged", "an encrypted stream of 32 bytes, 48 expected for 33"],
  [
    "a block less a byte",
    { folders: [folder(aes())], streams: { packSizes: [15] } },
    "damaged",
    "an encrypted stream of 15 bytes, 16 expected for 16",
  ],
  [
    "a block and a byte",
    { folders: [folder(aes(), 17)], streams: { packSizes: [17] } },
    "damaged",
    "an encrypted stream of 17 bytes, 32 expected for 17",
  ],
  [
    "nothing in no block",
    { folders: [folder(aes(), 0)] },
    "damaged",
    "an encrypted stream of 0 bytes, 16 expected for 0",
  ],
  [
    "a header in no block",
    { headerFolder: { contents: [], compressed: new Uint8Array(0) } },
    "damaged",
    "an encrypted stream of 0 bytes, 16 expected for 0",
  ],
  ["one key for header and two folders", { folders: [folder(aes()), folder(aes())] }, "ok", "0.txt,1.txt"],
  ["another salt for the folders", { folders: salted(1, 1) }, "ok", "0.txt,1.txt"],
  ["a third salt", { folders: salted(1, 2) }, "kdf", "3 keys in an archive, at most 2 expected"],
  [
    "a third power",
    { folders: [folder(aes({ power: 5 })), folder(aes({ power: 6 }))] },
    "kdf",
    "3 keys in an archive, at most 2 expected",
  ],
  ["two salts, the header in clear", { folders: salted(1, 2), clear: true }, "ok", "0.txt,1.txt"],
  [
    "three salts, the header in clear",
    { folders: salted(1, 2, 3), clear: true },
    "kdf",
    "3 keys in an archive, at most 2 expected",
  ],
];
