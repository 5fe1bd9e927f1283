import type { Bytes } from "../../../src/archive/bytes.ts";
import { aes, buildArchive, LZMA2, uint32 } from "../build-archive.ts";
import { zeroChunks } from "./chunks.ts";
import { type HostileCase, hostileCase } from "./hostile-case.ts";

const LARGEST = 64 * 2 ** 20;
/** CRC-32 of so many zeros. */
const CRC_OF_ZEROS = 0xb2eb30ed;

/** 64 MiB of zeros from 12 kB of LZMA2. */
const zeros = (crc: number) => (): Bytes =>
  buildArchive({
    folders: [{ contents: [new Uint8Array(LARGEST)], compressed: zeroChunks(64), coders: [aes(), LZMA2] }],
    streams: { subStreams: [0x08, 0x0a, 1, uint32(crc), 0x00] },
  });

/** As much content as an archive may have. */
export const LARGE: readonly HostileCase[] = [
  hostileCase(["64 MiB of content", zeros(CRC_OF_ZEROS), "ok", "0.txt"]),
  hostileCase(["64 MiB of content, and another CRC", zeros(1), "data-crc", "file 1 does not match its CRC: damaged"]),
];
