import sodium from "libsodium-wrappers";
import { signForDevelopment } from "../../dev/directory/development-key.ts";
import { loadSodium } from "../../src/adapters/sodium.ts";
import type { Directory } from "../../src/directory/directory.ts";
import {
  type DirectoryProblem,
  openSignedDirectory,
  type SignedFiles,
  type SignedResult,
  signer,
  type Trust,
  type TrustedKey,
} from "../../src/directory/signed-directory.ts";
import { day } from "../domain/sample-rules.ts";
import { changed, type Json, sampleFile } from "./sample-directory.ts";

const JSON_TEXT = `${JSON.stringify(sampleFile(), null, 2)}\n`;
const BYTES = bytesOf(JSON_TEXT);
const TODAY = day("2026-11-30");
const UNSIGNED: WithoutKey = { ok: false, problem: { code: "signature" } };
/** What the schema says of a file that is none. */
const NOT_JSON: WithoutKey = {
  ok: false,
  problem: { code: "invalid", issues: [{ path: "", reason: "missing", expected: "a value" }] },
};

type WithoutKey =
  | { readonly ok: true; readonly directory: Directory }
  | { readonly ok: false; readonly problem: DirectoryProblem };

interface SigningKey {
  readonly trusted: TrustedKey;
  sign(directory: Uint8Array): Uint8Array;
}

let own: SigningKey;
let other: SigningKey;
let verify: Trust["verify"];
let files: SignedFiles;

beforeAll(async () => {
  ({ verify } = await loadSodium());
  await sodium.ready;
  own = keyOf("own", 1);
  other = keyOf("other", 2);
  files = { directory: BYTES, signature: base64(own.sign(BYTES)) };
});

test("a directory that the key signed is opened, whole", () => {
  const result = open(files);
  expect(result.ok && result.directory).toMatchObject({ serial: 3, issued: "2026-11-24", validUntil: "2027-11-23" });
  expect(result.ok && result.directory.protocols.map(({ id }) => id)).toEqual(["dorp-1"]);
  expect(result.ok && [...result.directory.places.keys()]).toEqual(["9001"]);
});

test("the key that signed is told, also of a directory that is refused for another reason", () => {
  const keys = [other.trusted, own.trusted];
  const expired = { keys, today: day("2028-01-01") };
  expect([
    openWithKey(files, { keys }).key,
    openWithKey(files, expired).key,
    openWithKey(files, { keys, seen: 4 }).key,
    openWithKey(files, { keys: [other.trusted] }).key,
  ]).toEqual([own.trusted, own.trusted, own.trusted, null]);
});

test("one changed bit in the first byte, the last, or any of a sample between them is refused", () => {
  const places = [0, BYTES.length - 1, ...seeded(60).map((fraction) => Math.floor(fraction * BYTES.length))];
  const bits = seeded(places.length).map((fraction) => Math.floor(fraction * 8));
  const results = places.map((place, index) => {
    const directory = BYTES.slice();
    directory[place] = (directory[place] ?? 0) ^ (1 << (bits[index] ?? 0));
    return open({ ...files, directory });
  });
  expect(results).toEqual(places.map(() => UNSIGNED));
});

test("each changed byte of the signature is refused", () => {
  const signature = own.sign(BYTES);
  const results = [...signature.keys()].map((place) => {
    const bad = signature.slice();
    bad[place] = (bad[place] ?? 0) ^ 1;
    return open({ ...files, signature: base64(bad) });
  });
  expect(results).toEqual(Array.from({ length: 64 }, () => UNSIGNED));
});

test.each<[string, () => Uint8Array<ArrayBuffer>]>([
  ["that is cut off by its last byte", () => BYTES.slice(0, -1)],
  ["that is cut off halfway", () => BYTES.slice(0, BYTES.length / 2)],
  ["that is empty", () => new Uint8Array(0)],
  ["that is longer by a line break", () => bytesOf(`${JSON_TEXT}\n`)],
  ["with line ends of Windows", () => bytesOf(JSON_TEXT.replaceAll("\n", "\r\n"))],
  ["with a byte order mark that an editor put before it", () => bytesOf(`\uFEFF${JSON_TEXT}`)],
  ["that is a page of an error", () => bytesOf("<!doctype html><title>Fout</title>")],
])("a file %s is refused", (_name, directory) => {
  expect(open({ ...files, directory: directory() })).toEqual(UNSIGNED);
});

test.each<[string, (good: Uint8Array) => Uint8Array<ArrayBuffer>]>([
  ["empty", () => new Uint8Array(0)],
  ["white space", () => bytesOf(" \n")],
  ["of 63 bytes", (good) => base64(good.slice(0, 63))],
  ["of 65 bytes", (good) => base64(Uint8Array.of(...good, 0))],
  ["of zeros", () => base64(new Uint8Array(64))],
  ["twice the right one", (good) => base64(Uint8Array.of(...good, ...good))],
  ["the bytes themselves", (good) => Uint8Array.from(good)],
  ["in base64 for addresses", (good) => bytesOf(sodium.to_base64(good, sodium.base64_variants.URLSAFE))],
  ["in base64 without its padding", (good) => bytesOf(textOf(base64(good)).replace(/=+$/, ""))],
  ["in base64 with a line break within", (good) => bytesOf(textOf(base64(good)).replace(/^.{40}/, "$&\n"))],
  ["in hexadecimal", (good) => bytesOf(sodium.to_hex(good))],
  ["no base64", () => bytesOf("&".repeat(88))],
  ["not UTF-8", () => new Uint8Array(88).fill(0xff)],
  ["a page", () => bytesOf("<!doctype html><title>Fout</title>")],
])("a signature that is %s is refused", (_name, signature) => {
  expect(open({ ...files, signature: signature(own.sign(BYTES)) })).toEqual(UNSIGNED);
});

test.each([
  ["a line break behind", (text: string) => `${text}\n`],
  ["a line break of Windows behind", (text: string) => `${text}\r\n`],
  ["spaces and tabs around", (text: string) => ` \t${text} \n\n`],
  ["a byte order mark before", (text: string) => `\uFEFF${text}`],
])("a signature with %s is as good", (_name, spaced) => {
  expect(open({ ...files, signature: bytesOf(spaced(textOf(files.signature))) })).toEqual(open(files));
  expect(open(files).ok).toBe(true);
});

describe("of the keys", () => {
  test("another than those trusted signs for nobody", () => {
    expect(open({ ...files, signature: base64(other.sign(BYTES)) })).toEqual(UNSIGNED);
  });

  test("the one of development signs for nobody where it is not trusted", async () => {
    const signature = await signForDevelopment(BYTES);
    expect(open({ ...files, signature })).toEqual(UNSIGNED);
  });

  test("either of two is enough, in whatever order they stand, so that one can take the other's place", () => {
    const [first, second] = [own.trusted, other.trusted];
    const byOther = { ...files, signature: base64(other.sign(BYTES)) };
    for (const keys of [
      [first, second],
      [second, first],
    ]) {
      expect([signer(files, keys, verify), signer(byOther, keys, verify)]).toEqual([first, second]);
      expect([open(files, { keys }).ok, open(byOther, { keys }).ok]).toEqual([true, true]);
    }
  });

  test.each<[string, readonly TrustedKey[]]>([
    ["none", []],
    ["one that is no base64", [{ name: "x", publicKey: "not a key" }]],
    ["one that is too short", [{ name: "x", publicKey: "AAAA" }]],
    ["one that is empty", [{ name: "x", publicKey: "" }]],
    // RFC 8032 has points of small order, for which anybody can make a signature; libsodium takes none of them.
    ["one of zeros", [{ name: "x", publicKey: textOf(base64(new Uint8Array(32))) }]],
  ])("%s lets nothing in", (_name, keys) => {
    expect(open(files, { keys })).toEqual(UNSIGNED);
  });

  test("one that is not right does not stand in the way of one that is", () => {
    expect(open(files, { keys: [{ name: "x", publicKey: "not a key" }, own.trusted] }).ok).toBe(true);
  });
});

describe("signed, and yet refused:", () => {
  test.each<[string, Uint8Array<ArrayBuffer>]>([
    ["no JSON", bytesOf("{")],
    ["an empty file", new Uint8Array(0)],
    ["not UTF-8", Uint8Array.of(0x22, 0xff, 0x22)],
    [
      "UTF-8 in which one letter is Latin-1",
      Uint8Array.of(...bytesOf('{"version":1,"name":"Caf'), 0xe9, ...bytesOf('"}')),
    ],
    ["UTF-16", Uint8Array.from(Buffer.from(JSON_TEXT, "utf16le"))],
    ["two files one behind the other", bytesOf(JSON_TEXT + JSON_TEXT)],
  ])("%s", (_name, directory) => {
    expect(open(signed(directory))).toEqual(NOT_JSON);
  });

  test.each<[string, Json, object]>([
    ["a list", [], { path: "version", reason: "missing", expected: "a value" }],
    [
      "a wrong KBO number",
      changed(sampleFile(), ["agency", "kbo"], "0999.000.031"),
      {
        path: "agency.kbo",
        reason: "kbo",
        expected: "ten digits as in 0212.243.720, the last two being 97 minus the first eight modulo 97",
      },
    ],
    [
      "a team that does not exist",
      changed(sampleFile(), ["protocols", 0, "team"], "x"),
      { path: "protocols[0].team", reason: "team-unknown", expected: "one of agency.teams" },
    ],
  ])("%s", (_name, json, issue) => {
    const result = open(signed(bytesOf(JSON.stringify(json))));
    expect(result).toEqual({ ok: false, problem: { code: "invalid", issues: expect.arrayContaining([issue]) } });
  });
});

test("a byte order mark that was signed with the file does no harm", () => {
  expect(open(signed(bytesOf(`\uFEFF${JSON_TEXT}`)))).toEqual(open(files));
});

test.each([
  [0, true],
  [2, true],
  [3, true],
  [4, { ok: false, problem: { code: "rolled-back", serial: 3, seen: 4 } }],
  [900, { ok: false, problem: { code: "rolled-back", serial: 3, seen: 900 } }],
])("serial 3 on a device that saw %d", (seen, expected) => {
  const result = open(files, { seen });
  expect(result.ok || result).toEqual(expected);
});

test.each([
  ["on the day of issue", "2026-11-24", true],
  ["on a device that is a day behind", "2026-11-23", true],
  [
    "on a device that is two days behind",
    "2026-11-22",
    { ok: false, problem: { code: "clock", issued: "2026-11-24" } },
  ],
  ["on the last day", "2027-11-23", true],
  ["the day after", "2027-11-24", { ok: false, problem: { code: "expired", validUntil: "2027-11-23", serial: 3 } }],
  ["years later", "2036-01-01", { ok: false, problem: { code: "expired", validUntil: "2027-11-23", serial: 3 } }],
])("%s, by the clock that is passed in", (_name, today, expected) => {
  const result = open(files, { today: day(today) });
  expect(result.ok || result).toEqual(expected);
});

describe("the order of the checks:", () => {
  afterEach(() => jest.restoreAllMocks());

  test("of bytes without a good signature, nothing is decoded or parsed", () => {
    const parse = jest.spyOn(JSON, "parse");
    const read = jest.spyOn(TextDecoder.prototype, "decode");
    expect(open({ ...files, signature: base64(other.sign(BYTES)) })).toEqual(UNSIGNED);
    expect(parse).not.toHaveBeenCalled();
    expect(read.mock.calls).toEqual([[base64(other.sign(BYTES))]]);
  });

  test("with a good one, they are", () => {
    const parse = jest.spyOn(JSON, "parse");
    expect(open(files).ok).toBe(true);
    expect(parse.mock.calls).toEqual([[JSON_TEXT]]);
  });

  test("bytes whose reading would throw are only handed to the verifier, to the byte", () => {
    const asked: Parameters<Trust["verify"]>[] = [];
    const unreadable = new Proxy(new Uint8Array(4), {
      get: () => {
        throw new Error("read before it was verified");
      },
    });
    const refuse: Trust["verify"] = (...question) => {
      asked.push(question);
      return false;
    };
    expect(open({ ...files, directory: unreadable }, { verify: refuse })).toEqual(UNSIGNED);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.[0]).toEqual(own.sign(BYTES));
    expect(asked[0]?.[1] === unreadable).toBe(true);
    expect(asked[0]?.[2]).toEqual(sodium.from_base64(own.trusted.publicKey, sodium.base64_variants.ORIGINAL));
  });

  test("the signature, then the rules, then the serial, then the date", () => {
    const late = { seen: 9, today: day("2030-01-01") };
    const wrong = bytesOf(JSON.stringify(changed(sampleFile(), ["version"], 2)));
    expect([
      open({ directory: wrong, signature: files.signature }, late),
      open(signed(wrong), late),
      open(files, late),
      open(files, { ...late, seen: 3 }),
    ]).toMatchObject([
      { ok: false, problem: { code: "signature" } },
      { ok: false, problem: { code: "invalid" } },
      { ok: false, problem: { code: "rolled-back" } },
      { ok: false, problem: { code: "expired" } },
    ]);
  });
});

/** Without the key, which has a test of its own. */
function open(asked: SignedFiles, change: Partial<Trust> = {}): WithoutKey {
  const result = openWithKey(asked, change);
  return result.ok ? { ok: true, directory: result.directory } : { ok: false, problem: result.problem };
}

function openWithKey(asked: SignedFiles, change: Partial<Trust> = {}): SignedResult {
  return openSignedDirectory(asked, { keys: [own.trusted], verify, today: TODAY, seen: 0, ...change });
}

function signed(directory: Uint8Array<ArrayBuffer>): SignedFiles {
  return { directory, signature: base64(own.sign(directory)) };
}

/** A key from a seed of one number 32 times: the same in every run. */
function keyOf(name: string, number: number): SigningKey {
  const { publicKey, privateKey } = sodium.crypto_sign_seed_keypair(new Uint8Array(32).fill(number));
  return {
    trusted: { name, publicKey: textOf(base64(publicKey)) },
    sign: (directory) => sodium.crypto_sign_detached(directory, privateKey),
  };
}

function base64(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytesOf(Buffer.from(bytes).toString("base64"));
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(text, "utf8"));
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("utf8");
}

/** Numbers of 0 to 1 that are the same in every run (mulberry32). */
function seeded(count: number): readonly number[] {
  let state = 20_261_124;
  return Array.from({ length: count }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  });
}
