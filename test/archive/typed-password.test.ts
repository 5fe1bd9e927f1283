import type { Bytes } from "../../src/archive/bytes.ts";
import { KeyDeriver } from "../../src/archive/derive-key.ts";
import type { Policy } from "../../src/archive/policy.ts";
import { readArchive } from "../../src/archive/read-archive.ts";
import { sealArchive } from "../../src/archive/sealed-archive.ts";
import { writeArchive } from "../../src/archive/write-archive.ts";
import { type ArchivePlan, aes, buildArchive, KEY, text, uint32 } from "./build-archive.ts";
import { json, pdf } from "./our-files.ts";
import { codeOf } from "./outcome.ts";

/*
 * A keyboard gives é as one character (NFC) or as e and an accent (NFD), and the two make different keys.
 */

const NFC = "caf\u00e9-cr\u00e8me";
const NFD = "cafe\u0301-cre\u0300me";
const MIXED = "caf\u00e9-cre\u0300me";
const SALT: Bytes = new Uint8Array(16).fill(5);
/** Few rounds: what counts here is how often they are made. */
const POWER = 4;

/** Derives as always, and says of which password. */
class Counting extends KeyDeriver {
  readonly asked: string[] = [];

  override derive(...args: Parameters<KeyDeriver["derive"]>): ReturnType<KeyDeriver["derive"]> {
    this.asked.push(args[0]);
    return super.derive(...args);
  }
}

/** Gives the key of the built archives for one password, another key for every other, and says what it was asked. */
class Given extends KeyDeriver {
  readonly asked: string[] = [];
  readonly #right: string;

  constructor(right: string) {
    super();
    this.#right = right;
  }

  override async derive(password: string, [salt = 0]: Uint8Array): Promise<Bytes> {
    this.asked.push(`${password} ${salt}`);
    return password === this.#right ? KEY.slice() : new Uint8Array(32);
  }
}

async function sealedUnder(password: string): Promise<Bytes> {
  const key = await new KeyDeriver().derive(password, SALT, POWER);
  return sealArchive([pdf, json], { key, salt: SALT, power: POWER });
}

async function read(archive: Bytes, typed: string, deriver: KeyDeriver, policy: Policy = "foreign"): Promise<string> {
  return codeOf(readArchive(archive, typed, { policy, deriver }));
}

test("the forms differ in their characters and in nothing that one sees", () => {
  expect(new Set([NFC, NFD, MIXED]).size).toBe(3);
  expect([NFC.normalize("NFD"), NFD.normalize("NFC"), MIXED.normalize("NFC")]).toEqual([NFD, NFC, NFC]);
});

describe.each<Policy>(["own", "foreign"])("policy %s", (policy) => {
  test.each([
    ["NFC", "NFC", NFC, NFC, [NFC]],
    ["NFC", "NFD", NFC, NFD, [NFC]],
    ["NFD", "NFC", NFD, NFC, [NFC, NFD]],
    ["NFD", "NFD", NFD, NFD, [NFC, NFD]],
    ["NFC", "both forms", NFC, MIXED, [NFC]],
    ["both forms", "the same", MIXED, MIXED, [NFC, NFD, MIXED]],
    ["ASCII", "the same", "appel-boom", "appel-boom", ["appel-boom"]],
  ])(
    "an archive made with the password in %s opens when it is typed in %s",
    async (_made, _typed, made, typed, asked) => {
      const deriver = new Counting();
      expect(await read(await sealedUnder(made), typed, deriver, policy)).toBe("opened");
      expect(deriver.asked).toEqual(asked);
    },
  );
});

test.each([
  ["ASCII, once", "appel-boon", ["appel-boon"]],
  ["letters with accents, in two forms", "caf\u00e9-cr\u00e8mes", ["caf\u00e9-cr\u00e8mes", "cafe\u0301-cre\u0300mes"]],
  // 65 letters with their accents are 130 units, and 128 is the most.
  ["letters with accents, in the one form that is not too long", "\u00e9".repeat(65), ["\u00e9".repeat(65)]],
])("another password is tried: %s", async (_what, typed, asked) => {
  const deriver = new Counting();
  expect(await read(await sealedUnder(NFC), typed, deriver)).toBe("wrong-password-or-damaged");
  expect(deriver.asked).toEqual(asked);
});

test("a password that is too long in each form is refused as such", async () => {
  expect(await read(await sealedUnder(NFC), "\u00e9".repeat(129), new KeyDeriver())).toBe("kdf");
});

const content = [text("een")];
test.each<[string, ArchivePlan, string, Policy]>([
  [
    "a file that does not match its CRC",
    { streams: { subStreams: [0x08, 0x0d, 2, 0x09, 3, 0x0a, 1, uint32(1), uint32(2), 0] } },
    "data-crc",
    "foreign",
  ],
  ["a name that leads elsewhere", { names: ["../0.txt", "1.txt"] }, "name", "foreign"],
  [
    "a method that is not read",
    { folders: [{ contents: content, coders: [aes(), { id: [0x03, 0x04, 0x01] }] }] },
    "method",
    "foreign",
  ],
  ["a header that is damaged where its CRC is right", { header: () => [0x77] }, "damaged", "foreign"],
  ["a file in clear", { folders: [{ contents: content, coders: [{ id: [0x00] }] }] }, "not-encrypted", "foreign"],
  [
    "another key for each folder",
    { folders: [1, 2].map((salt) => ({ contents: content, coders: [aes({ salt: [salt] })] })) },
    "kdf",
    "foreign",
  ],
  ["an archive that is not ours", {}, "damaged", "own"],
])("no other form is tried after %s", async (_what, plan, code, policy) => {
  const deriver = new Given(NFC);
  expect(await read(buildArchive(plan), NFC, deriver, policy)).toBe(code);
  // The key of the header has no salt; that of a folder may have one.
  expect(deriver.asked).toEqual([`${NFC} 0`, ...(code === "kdf" ? [`${NFC} 1`] : [])]);
});

test("no other form is tried where the manifest is not right", async () => {
  const deriver = new Given(NFC);
  const iv = { data: new Uint8Array(16).fill(1), header: new Uint8Array(16).fill(2) };
  const archive = await writeArchive([pdf, json], { key: KEY, salt: SALT, power: POWER }, iv);
  expect(await read(archive, NFC, deriver, "own")).toBe("manifest");
  expect(deriver.asked).toEqual([`${NFC} 5`]);
});

describe("an archive with a clear header that asks for a key of no use", () => {
  // Salt 1 for a folder without files, which tells nothing of the password, and salt 2 for a file.
  const hostile = buildArchive({
    clear: true,
    folders: [
      { contents: [], compressed: new Uint8Array(16), coders: [aes({ salt: [1] })] },
      { contents: content, coders: [aes({ salt: [2] })] },
    ],
  });

  test.each([
    ["neither form", "x", "wrong-password-or-damaged", ["\u00e9 2", "e\u0301 2"]],
    ["NFC", "\u00e9", "opened", ["\u00e9 2", "\u00e9 1"]],
    ["NFD", "e\u0301", "opened", ["\u00e9 2", "e\u0301 2", "e\u0301 1"]],
  ])("has at most three derived, where %s is right", async (_what, right, code, asked) => {
    const deriver = new Given(right);
    expect(await read(hostile, "\u00e9", deriver)).toBe(code);
    expect(deriver.asked).toEqual(asked);
  });
});
