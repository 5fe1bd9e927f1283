import { randomInt } from "node:crypto";
import { open, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DUTCH_WORDS } from "../../../src/password/dutch-words.ts";
import { benchProcess } from "../process.ts";
import { DICTIONARY_LOG2, decodeStream, type LzmaMethod, type LzmaStream } from "./lzma-stream.ts";

/** Bytes of each content. */
export const LZMA_SIZE = 5_000_000;
/** 7zFormat.txt: behind signature, version and CRC stands how far after the first 32 bytes the header begins. */
const HEADER_OFFSET = 12;
const DATA_START = 32;

/** What a person may have compressed: words drawn at random, a hard kind of text, and a piece of Node's machine code. */
export const LZMA_CONTENTS: Readonly<Record<string, () => Promise<Buffer>>> = { text: words, program: machineCode };

/** What to compress, and how. */
export interface LzmaOptions {
  /** The program. */
  readonly sevenZip: string;
  readonly folder: string;
  /** What the bytes are called. */
  readonly content: string;
  readonly bytes: Buffer;
  readonly method: LzmaMethod;
}

/** A stream, the name of its file in the folder, and how much smaller it is than its content. */
export interface LzmaSample {
  readonly stream: LzmaStream;
  readonly name: string;
  readonly ratio: number;
}

/** Has 7-Zip compress a content, and leaves the bare stream in the folder. Throws when we decode it to anything else. */
export async function makeLzmaSample({ sevenZip, folder, content, bytes, method }: LzmaOptions): Promise<LzmaSample> {
  const [plain, archive] = [join(folder, "plain.bin"), join(folder, "plain.7z")];
  await writeFile(plain, bytes);
  await benchProcess(sevenZip, ["a", `-m0=${method}:d=${DICTIONARY_LOG2}`, "-mhc=off", archive, plain]);
  const whole = await readFile(archive);
  const end = DATA_START + Number(whole.readBigUInt64LE(HEADER_OFFSET));
  await Promise.all([rm(plain), rm(archive)]);
  const stream = { method, packed: Uint8Array.from(whole.subarray(DATA_START, end)), size: bytes.byteLength };
  if (Buffer.compare(decodeStream(stream), bytes) !== 0) throw new Error(`${method}: decoded is not what was packed`);
  const name = `${content}.${method}`;
  await writeFile(join(folder, name), stream.packed);
  return { stream, name, ratio: bytes.byteLength / stream.packed.byteLength };
}

function words(): Promise<Buffer> {
  let text = "";
  while (text.length < LZMA_SIZE) text += `${DUTCH_WORDS[randomInt(DUTCH_WORDS.length)]} `;
  return Promise.resolve(Buffer.from(text.slice(0, LZMA_SIZE)));
}

/** From a quarter of the executable on, behind its tables of names. */
async function machineCode(): Promise<Buffer> {
  const { size } = await stat(process.execPath);
  const file = await open(process.execPath);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LZMA_SIZE), 0, LZMA_SIZE, Math.floor(size / 4));
    if (bytesRead < LZMA_SIZE) throw new Error(`Node's executable has ${size} bytes: too few to measure with`);
    return buffer;
  } finally {
    await file.close();
  }
}
