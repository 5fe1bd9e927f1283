import type { Bytes } from "../../src/archive/bytes.ts";
import { KeyDeriver } from "../../src/archive/derive-key.ts";
import type { Policy } from "../../src/archive/policy.ts";
import { readArchive } from "../../src/archive/read-archive.ts";
import { sealArchive } from "../../src/archive/sealed-archive.ts";
import { type ArchivePlan, aes, buildArchive, COPY, KEY, text, uint32 } from "./build-archive.ts";
import { json, pdf } from "./our-files.ts";
import { codeOf, outcomeOf } from "./outcome.ts";

/** Under which salts keys were asked for. */
async function saltsOf(header: number, ...folders: readonly number[]): Promise<readonly number[]> {
  const asked: number[] = [];
  const archive = buildArchive({
    headerFolder: { coders: [aes({ salt: [header] })] },
    folders: folders.map((salt) => ({ contents: [text("x")], coders: [aes({ salt: [salt] }), COPY] })),
  });
  await outcomeOf(archive, "foreign", async ([salt = 0]) => {
    asked.push(salt);
    return KEY.slice();
  });
  return asked;
}

test.each<[string, readonly [number, ...number[]], readonly number[]]>([
  ["one key for all", [1, 1, 1], [1]],
  ["another for the data", [1, 2, 2, 1], [1, 2]],
  ["no third one", [1, 2, 3, 4], [1, 2]],
])("an archive makes us derive %s, each key once", async (_what, salts, asked) => {
  expect(await saltsOf(...salts)).toEqual(asked);
});

test("no key is derived for an archive whose streams are not in their place", async () => {
  const keyFor = jest.fn(async () => KEY.slice());
  await outcomeOf(buildArchive({ headerStreams: { position: 32 } }), "foreign", keyFor);
  await outcomeOf(buildArchive({ streams: { position: 1 }, clear: true }), "foreign", keyFor);
  expect(keyFor).not.toHaveBeenCalled();
});

/** Keeps the very bytes that it gives: a key for each salt and power. */
class Keeping extends KeyDeriver {
  readonly given: Bytes[] = [];

  override async derive(): Promise<Bytes> {
    const key = KEY.slice();
    this.given.push(key);
    return key;
  }
}

const twoKeys: ArchivePlan = { headerFolder: { coders: [aes({ salt: [1] })] } };
test.each<[string, () => Promise<Bytes> | Bytes, Policy, string, number]>([
  ["opened", () => sealArchive([pdf, json], { key: KEY, salt: new Uint8Array(16), power: 4 }), "own", "opened", 1],
  ["opened, of two keys", () => buildArchive(twoKeys), "foreign", "opened", 2],
  ["refused for its header", () => buildArchive({ header: () => [0x77] }), "foreign", "damaged", 1],
  ["refused for a name", () => buildArchive({ names: ["../0.txt", "1.txt"] }), "foreign", "name", 1],
  [
    "refused for a CRC",
    () =>
      buildArchive({ ...twoKeys, streams: { subStreams: [0x08, 0x0d, 2, 0x09, 3, 0x0a, 1, uint32(1), uint32(1), 0] } }),
    "foreign",
    "data-crc",
    2,
  ],
  [
    "refused for its third key",
    () =>
      buildArchive({
        ...twoKeys,
        folders: [2, 3].map((salt) => ({ contents: [text("x")], coders: [aes({ salt: [salt] })] })),
      }),
    "foreign",
    "kdf",
    2,
  ],
  ["refused as not ours", () => buildArchive(), "own", "damaged", 1],
])("every key is overwritten once an archive is %s", async (_what, archive, policy, code, count) => {
  const deriver = new Keeping();
  expect(await codeOf(readArchive(await archive(), "x", { policy, deriver }))).toBe(code);
  expect(deriver.given).toEqual(Array.from({ length: count }, () => new Uint8Array(32)));
});

test("whatever WebCrypto was given as a key is overwritten too: that of AES, and those of the manifest", async () => {
  const archive = await sealArchive([pdf, json], { key: KEY.slice(), salt: new Uint8Array(16), power: 4 });
  const importKey = jest.spyOn(crypto.subtle, "importKey");
  try {
    expect(await codeOf(readArchive(archive, "x", { policy: "own", deriver: new Keeping() }))).toBe("opened");
    expect(importKey.mock.calls.map(([, key]) => key)).toEqual(Array.from({ length: 3 }, () => new Uint8Array(32)));
  } finally {
    importKey.mockRestore();
  }
});
