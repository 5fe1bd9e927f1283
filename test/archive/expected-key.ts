import { createHash } from "node:crypto";
import { utf16le } from "../../src/archive/bytes.ts";

/** The key of a password as hex, by Node's own hash: record after record, as the format describes it. */
export function expectedKey(password: string, salt: Uint8Array, power: number): string {
  const head = Buffer.concat([salt, utf16le(password)]);
  const rounds = 2 ** power;
  const inBlock = Math.min(4096, rounds);
  const record = head.byteLength + 8;
  const block = Buffer.alloc(inBlock * record);
  const hash = createHash("sha256");
  for (let first = 0; first < rounds; first += inBlock) {
    for (let i = 0; i < inBlock; i++) {
      head.copy(block, i * record);
      block.writeUInt32LE(first + i, i * record + head.byteLength);
    }
    hash.update(block);
  }
  return hash.digest("hex");
}
