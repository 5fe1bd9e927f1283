import sodium from "libsodium-wrappers";
import { loadSodium } from "../../src/adapters/sodium.ts";
import { type DirectoryPorts, type LoadedDirectory, loadDirectory } from "../../src/application/load-directory.ts";
import type { DirectoryShelf, KeptDirectory } from "../../src/application/ports.ts";
import type { SignedFiles, TrustedKey, VerifySignature } from "../../src/directory/signed-directory.ts";
import { changed, sampleFile, sampleProtocol } from "../directory/sample-directory.ts";
import { day } from "../domain/sample-rules.ts";

/** Resolves when every promise that was waiting has had its turn. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const noAnswer = (): Promise<never> => Promise.reject(new TypeError("Failed to fetch"));

const UNAVAILABLE: LoadedDirectory = { ok: false, problem: { code: "unavailable" } };

/** A shelf in memory that tells what was put on it. */
class FakeShelf implements DirectoryShelf {
  readonly put: KeptDirectory[] = [];
  readonly forgotten: number[] = [];
  last: KeptDirectory | null;

  constructor(last: KeptDirectory | null = null) {
    this.last = last;
  }

  async read(): Promise<KeptDirectory | null> {
    return this.last;
  }

  async keep(kept: KeptDirectory): Promise<void> {
    this.put.push(kept);
    if ((this.last?.serial ?? 0) <= kept.serial) this.last = kept;
  }

  async forget(serial: number): Promise<void> {
    this.forgotten.push(serial);
    if (this.last?.serial === serial) this.last = null;
  }
}

let verify: VerifySignature;
let key: TrustedKey;
let privateKey: Uint8Array;
let strangersKey: Uint8Array;

beforeAll(async () => {
  ({ verify } = await loadSodium());
  await sodium.ready;
  const pair = sodium.crypto_sign_seed_keypair(new Uint8Array(32).fill(1));
  key = { name: "own", publicKey: Buffer.from(pair.publicKey).toString("base64") };
  privateKey = pair.privateKey;
  strangersKey = sodium.crypto_sign_seed_keypair(new Uint8Array(32).fill(2)).privateKey;
});

describe("when the host answers", () => {
  test("its directory is used, and kept with its serial", async () => {
    const shelf = new FakeShelf();
    const files = signed(4);
    expect(short(await load({ shelf, fetchFiles: async () => files }))).toEqual({ ok: true, kept: false, serial: 4 });
    expect(shelf.put).toEqual([{ files, serial: 4 }]);
  });

  test("it takes the place of an older one that was kept", async () => {
    const shelf = new FakeShelf({ files: signed(3), serial: 3 });
    const files = signed(4);
    expect(short(await load({ shelf, fetchFiles: async () => files }))).toEqual({ ok: true, kept: false, serial: 4 });
    expect(shelf.last).toEqual({ files, serial: 4 });
  });

  test("it is used again while it stays the same", async () => {
    const shelf = new FakeShelf({ files: signed(4), serial: 4 });
    expect(short(await load({ shelf, fetchFiles: async () => signed(4) }))).toMatchObject({ ok: true, kept: false });
  });

  test.each<[string, () => SignedFiles, LoadedDirectory]>([
    ["unsigned", () => ({ ...signed(5), signature: bytesOf("") }), { ok: false, problem: { code: "signature" } }],
    ["signed by a stranger", () => signed(5, {}, strangersKey), { ok: false, problem: { code: "signature" } }],
    [
      "another's signature beside it",
      () => ({ ...signed(5), signature: signed(4).signature }),
      { ok: false, problem: { code: "signature" } },
    ],
    [
      "cut off",
      () => ({ ...signed(5), directory: signed(5).directory.slice(0, -1) }),
      { ok: false, problem: { code: "signature" } },
    ],
    [
      "signed, with a fault",
      () => signed(5, { team: "x" }),
      {
        ok: false,
        problem: {
          code: "invalid",
          issues: [{ path: "protocols[0].team", reason: "team-unknown", expected: "one of agency.teams" }],
        },
      },
    ],
    ["older than the one seen", () => signed(3), { ok: false, problem: { code: "rolled-back", serial: 3, seen: 4 } }],
  ])(
    "one that is %s is refused, although a good one was kept, and nothing of it stays",
    async (_name, files, expected) => {
      const good = { files: signed(4), serial: 4 };
      const shelf = new FakeShelf(good);
      expect(await load({ shelf, fetchFiles: async () => files() })).toEqual(expected);
      await settled();
      expect([shelf.put, shelf.last]).toEqual([[], good]);
    },
  );

  test.each<[string, () => SignedFiles]>([
    ["whose key is no longer trusted", () => signed(999_999, {}, strangersKey)],
    ["that somebody changed", () => ({ ...signed(4), directory: bytesOf("{}") })],
  ])("a kept one %s counts for nothing: it is forgotten, and the next serial counts again", async (_name, files) => {
    const shelf = new FakeShelf({ files: files(), serial: 999_999 });
    const answers: object[] = [];
    for (const serial of [4, 3]) answers.push(short(await load({ shelf, fetchFiles: async () => signed(serial) })));
    expect(answers).toEqual([
      { ok: true, kept: false, serial: 4 },
      { ok: false, problem: { code: "rolled-back", serial: 3, seen: 4 } },
    ]);
    expect([shelf.forgotten, shelf.last]).toEqual([[999_999], { files: signed(4), serial: 4 }]);
  });

  test("of two trusted keys, what either of them signed counts", async () => {
    const other = sodium.crypto_sign_seed_keypair(new Uint8Array(32).fill(2)).publicKey;
    const keys = [{ name: "old", publicKey: Buffer.from(other).toString("base64") }, key];
    const shelf = new FakeShelf({ files: signed(4, {}, strangersKey), serial: 4 });
    expect(await load({ keys, shelf, fetchFiles: async () => signed(3) })).toEqual({
      ok: false,
      problem: { code: "rolled-back", serial: 3, seen: 4 },
    });
    expect(shelf.forgotten).toEqual([]);
  });

  test("a device that keeps nothing works, and forgets which serial it saw", async () => {
    const nowhere: DirectoryShelf = {
      read: () => Promise.reject(new Error("no storage")),
      keep: () => Promise.reject(new Error("no storage")),
      forget: () => Promise.reject(new Error("no storage")),
    };
    const serials = await Promise.all(
      [4, 3].map(async (serial) => short(await load({ shelf: nowhere, fetchFiles: async () => signed(serial) }))),
    );
    expect(serials).toEqual([
      { ok: true, kept: false, serial: 4 },
      { ok: true, kept: false, serial: 3 },
    ]);
  });

  test("it does not wait for the keeping", async () => {
    const shelf: DirectoryShelf = {
      read: async () => null,
      keep: () => new Promise(() => undefined),
      forget: async () => undefined,
    };
    expect(short(await load({ shelf, fetchFiles: async () => signed(4) }))).toMatchObject({ ok: true, serial: 4 });
  });
});

describe("when the host does not answer", () => {
  test("the kept one is used, said to be so, and not kept anew", async () => {
    const shelf = new FakeShelf({ files: signed(4), serial: 4 });
    expect(short(await load({ shelf, fetchFiles: noAnswer }))).toEqual({ ok: true, kept: true, serial: 4 });
    expect(shelf.put).toEqual([]);
  });

  test("it makes no difference that the answer broke off halfway", async () => {
    const shelf = new FakeShelf({ files: signed(4), serial: 4 });
    const broken = async (): Promise<SignedFiles> => {
      await settled();
      throw new TypeError("network error");
    };
    expect(short(await load({ shelf, fetchFiles: broken }))).toEqual({ ok: true, kept: true, serial: 4 });
    expect(await load({ fetchFiles: broken })).toEqual(UNAVAILABLE);
  });

  test("nothing is there when nothing was kept", async () => {
    expect(await load({ fetchFiles: noAnswer })).toEqual(UNAVAILABLE);
  });

  test("nothing is there when the device cannot be read", async () => {
    const shelf: DirectoryShelf = {
      read: () => Promise.reject(new Error("no storage")),
      keep: async () => undefined,
      forget: async () => undefined,
    };
    expect(await load({ shelf, fetchFiles: noAnswer })).toEqual(UNAVAILABLE);
  });

  test.each<[string, () => KeptDirectory, LoadedDirectory]>([
    ["changed", () => ({ files: { ...signed(4), directory: signed(5).directory }, serial: 4 }), UNAVAILABLE],
    ["signed by a stranger", () => ({ files: signed(4, {}, strangersKey), serial: 4 }), UNAVAILABLE],
    ["older than its own serial says", () => ({ files: signed(3), serial: 4 }), UNAVAILABLE],
    ["no longer right by the rules", () => ({ files: signed(4, { team: "x" }), serial: 4 }), UNAVAILABLE],
    [
      "expired",
      () => ({ files: signed(4, {}, privateKey, "2026-11-29"), serial: 4 }),
      { ok: false, problem: { code: "expired", validUntil: day("2026-11-29"), serial: 4 } },
    ],
  ])("a kept one that is %s is not used", async (_name, kept, expected) => {
    expect(await load({ shelf: new FakeShelf(kept()), fetchFiles: noAnswer })).toEqual(expected);
  });

  test("a kept one is used on its last day, by the clock that is passed in, and not the day after", async () => {
    const shelf = new FakeShelf({ files: signed(4, {}, privateKey, "2026-12-31"), serial: 4 });
    const on = async (today: string): Promise<object> =>
      short(await load({ shelf, fetchFiles: noAnswer, today: () => day(today) }));
    expect([await on("2026-12-31"), await on("2027-01-01")]).toEqual([
      { ok: true, kept: true, serial: 4 },
      { ok: false, problem: { code: "expired", validUntil: "2026-12-31", serial: 4 } },
    ]);
  });
});

test.each<[string, Partial<DirectoryPorts>]>([
  ["the host answers", {}],
  ["the host does not", { fetchFiles: noAnswer }],
])("without the library nothing is used and nothing kept, whether or not %s", async (_name, ports) => {
  const shelf = new FakeShelf({ files: signed(4), serial: 4 });
  const loadVerify = (): Promise<never> => Promise.reject(new Error("no WebAssembly"));
  expect(await load({ shelf, loadVerify, ...ports })).toEqual(UNAVAILABLE);
  await settled();
  expect(shelf.put).toEqual([]);
});

test("an expired one is refused, and its serial counts all the same", async () => {
  const shelf = new FakeShelf({ files: signed(9), serial: 9 });
  const expired = await load({ shelf, fetchFiles: async () => signed(10, {}, privateKey, "2026-11-29") });
  expect(expired).toEqual({ ok: false, problem: { code: "expired", validUntil: day("2026-11-29"), serial: 10 } });
  expect(await load({ shelf, fetchFiles: async () => signed(9) })).toEqual({
    ok: false,
    problem: { code: "rolled-back", serial: 9, seen: 10 },
  });
});

test("a serial that was seen counts in the next panes, whatever the host gives then", async () => {
  const shelf = new FakeShelf();
  const serials = [4, 6, 5, 4, 6, 7];
  const answers: object[] = [];
  for (const serial of serials) answers.push(short(await load({ shelf, fetchFiles: async () => signed(serial) })));
  expect(answers).toEqual([
    { ok: true, kept: false, serial: 4 },
    { ok: true, kept: false, serial: 6 },
    { ok: false, problem: { code: "rolled-back", serial: 5, seen: 6 } },
    { ok: false, problem: { code: "rolled-back", serial: 4, seen: 6 } },
    { ok: true, kept: false, serial: 6 },
    { ok: true, kept: false, serial: 7 },
  ]);
});

test("the day is asked when the files are there, so that a slow host does not bring yesterday", async () => {
  let today = "2026-11-29";
  const fetchFiles = async (): Promise<SignedFiles> => {
    await settled();
    today = "2026-11-30";
    return signed(4, {}, privateKey, "2026-11-29");
  };
  expect(await load({ fetchFiles, today: () => day(today) })).toEqual({
    ok: false,
    problem: { code: "expired", validUntil: "2026-11-29", serial: 4 },
  });
});

function load(ports: Partial<DirectoryPorts>): Promise<LoadedDirectory> {
  return loadDirectory({
    fetchFiles: async () => signed(4),
    shelf: new FakeShelf(),
    loadVerify: async () => verify,
    keys: [key],
    today: () => day("2026-11-30"),
    ...ports,
  });
}

/** What matters of an answer: the directory by its serial. */
function short(loaded: LoadedDirectory): object {
  return loaded.ok ? { ok: true, kept: loaded.kept, serial: loaded.directory.serial } : loaded;
}

function signed(
  serial: number,
  protocol: Parameters<typeof sampleProtocol>[1] = {},
  by: Uint8Array = privateKey,
  validUntil = "2027-11-23",
): SignedFiles {
  const file = changed(sampleFile([sampleProtocol(1, protocol)]), ["serial"], serial);
  const directory = bytesOf(JSON.stringify(changed(file, ["validUntil"], validUntil)));
  return { directory, signature: bytesOf(Buffer.from(sodium.crypto_sign_detached(directory, by)).toString("base64")) };
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(text, "utf8"));
}
