import { AES_BLOCK, decryptBlocks, encryptBlocks, importAesKey } from "../../src/archive/aes-cbc.ts";
import { type Bytes, concat, hex } from "../../src/archive/bytes.ts";
import { KeyDeriver } from "../../src/archive/derive-key.ts";
import { readArchive } from "../../src/archive/read-archive.ts";
import { sealArchive } from "../../src/archive/sealed-archive.ts";
import { signatureHeader, splitArchive } from "../../src/archive/signature-header.ts";
import { codeOf } from "./outcome.ts";
import { fromHex } from "./read-vectors.ts";

const PASSWORD = "appel-boom";
const SALT = new Uint8Array(16).fill(3);
const POWER = 4;
/** The data of the archive below, which ends where its header starts. */
const DATA = 65_536;

let archive: Bytes;

beforeAll(async () => {
  const key = await new KeyDeriver().derive(PASSWORD, SALT, POWER);
  const json = { name: "gegevens.json", bytes: new TextEncoder().encode('{"a":1}') };
  archive = await sealArchive([json], { key, salt: SALT, power: POWER });
});

/** The same archive with other parts and right CRCs, as anybody can make it who has no key. */
function rebuilt(changePacked: (packed: Uint8Array) => Uint8Array, changeNext: (next: string) => string): Bytes {
  const { packed, nextHeader } = splitArchive(archive);
  const next = fromHex(changeNext(hex(nextHeader)));
  const changed = changePacked(packed);
  return concat(signatureHeader(changed.byteLength, next), changed, next);
}

const same = <T>(value: T): T => value;
const read = (bytes: Bytes, policy: "own" | "foreign"): Promise<string> =>
  codeOf(readArchive(bytes, PASSWORD, { policy }));

test("what is put together again without a change opens", async () => {
  expect(hex(rebuilt(same, same))).toBe(hex(archive));
  expect(await read(archive, "own")).toBe("opened");
});

// 17 06 C1 00 00: the header starts at 65,536; 0A 01: CRCs, all defined.
test.each<[string, (packed: Uint8Array) => Uint8Array, (next: string) => string]>([
  ["a CRC said to be there in another way", same, (next) => next.replace(/0a01([0-9a-f]{8})0000$/, "0a02$10000")],
  ["a number written longer than it need be", same, (next) => next.replace(/^1706c10000/, "1706e0000001")],
  ["a CRC of the packed header", same, (next) => next.replace(/(09[0-9a-f]{2,6})00070b/, "$10a010000000000070b")],
  [
    "room between data and header",
    (packed) => concat(packed.subarray(0, DATA), new Uint8Array(16), packed.subarray(DATA)),
    (next) => next.replace(/^1706c10000/, "1706c11000"),
  ],
  ["room behind the header", (packed) => concat(packed, new Uint8Array(16)), same],
])("policy own refuses %s, though 7-Zip and policy foreign read it all the same", async (_what, packed, next) => {
  const changed = rebuilt(packed, next);
  expect(hex(changed)).not.toBe(hex(archive));
  expect({ own: await read(changed, "own"), foreign: await read(changed, "foreign") }).toEqual({
    own: "damaged",
    foreign: "opened",
  });
});

// With luck such a block can be had without the key, from the spaces at the end of the JSON.
test("policy own refuses another filling of the header's last block", async () => {
  const key = await importAesKey(await new KeyDeriver().derive(PASSWORD, SALT, POWER));
  const { packed } = splitArchive(archive);
  const before = packed.subarray(-2 * AES_BLOCK, -AES_BLOCK).slice();
  const last = await decryptBlocks(packed.subarray(-AES_BLOCK), AES_BLOCK, key, before);
  expect(last.at(-1)).toBe(0);
  last[AES_BLOCK - 1] = 1;
  const encrypted = await encryptBlocks(last, key, before);
  const changed = rebuilt((whole) => concat(whole.subarray(0, -AES_BLOCK), encrypted), same);
  expect({ own: await read(changed, "own"), foreign: await read(changed, "foreign") }).toEqual({
    own: "damaged",
    foreign: "opened",
  });
});
