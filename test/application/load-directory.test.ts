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

/** A shelf in memory that tells what was put on it; like the real one it keeps one for each key. */
class FakeShelf implements DirectoryShelf {
  readonly put: KeptDirectory[] = [];
  all: readonly KeptDirectory[];

  constructor(...all: readonly KeptDirectory[]) {
    this.all = all;
  }

  async read(): Promise<readonly KeptDirectory[]> {
    return this.all;
  }

  async keep(kept: KeptDirectory): Promise<void> {
    this.put.push(kept);
    const before = this.all.find(({ publicKey }) => publicKey === kept.publicKey);
    if ((before?.serial ?? 0) <= kept.serial) this.all = [...this.all.filter((each) => each !== before), kept];
  }
}

let verify: VerifySignature;
let key: TrustedKey;
let strangers: TrustedKey;
let privateKey: Uint8Array;
let strangersKey: Uint8Array;

beforeAll(async () => {
  ({ verify } = await loadSodium());
  await sodium.ready;
  const pair = sodium.crypto_sign_seed_keypair(new Uint8Array(32).fill(1));
  key = { name: "own", publicKey: Buffer.from(pair.publicKey).toString("base64") };
  privateKey = pair.privateKey;
  const other = sodium.crypto_sign_seed_keypair(new Uint8Array(32).fill(2));
  strangers = { name: "stranger's", publicKey: Buffer.from(other.publicKey).toString("base64") };
  strangersKey = other.privateKey;
});

describe("when the host answers", () => {
  test("its directory is used, and kept with its serial", async () => {
    const shelf = new FakeShelf();
    const files = signed(4);
    expect(short(await load({ shelf, fetchFiles: async () => files }))).toEqual({ ok: true, kept: false, serial: 4 });
    expect(shelf.put).toEqual([own(files, 4)]);
  });

  test("it takes the place of an older one that was kept", async () => {
    const shelf = new FakeShelf(own(signed(3), 3));
    const files = signed(4);
    expect(short(await load({ shelf, fetchFiles: async () => files }))).toEqual({ ok: true, kept: false, serial: 4 });
    expect(shelf.all).toEqual([own(files, 4)]);
  });

  test("it is used again while it stays the same", async () => {
    const shelf = new FakeShelf(own(signed(4), 4));
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
      const good = own(signed(4), 4);
      const shelf = new FakeShelf(good);
      expect(await load({ shelf, fetchFiles: async () => files() })).toEqual(expected);
      await settled();
      expect([shelf.put, shelf.all]).toEqual([[], [good]]);
    },
  );

  test("a kept one that somebody changed does not stand in its way, and its serial still counts", async () => {
    const tampered = own({ ...signed(4), directory: bytesOf("{}") }, 4);
    const answers = [4, 3].map((serial) =>
      load({ shelf: new FakeShelf(tampered), fetchFiles: async () => signed(serial) }),
    );
    expect((await Promise.all(answers)).map(short)).toEqual([
      { ok: true, kept: false, serial: 4 },
      { ok: false, problem: { code: "rolled-back", serial: 3, seen: 4 } },
    ]);
  });

  test("of two trusted keys the highest serial counts; of one that is trusted no more nothing does, and the other's still", async () => {
    const shelf = new FakeShelf();
    const answer = async (files: SignedFiles, keys: readonly TrustedKey[]): Promise<object> =>
      short(await load({ shelf, keys, fetchFiles: async () => files }));
    expect([
      await answer(signed(8), [key, strangers]),
      await answer(signed(999_999, {}, strangersKey), [key, strangers]),
      await answer(signed(9), [key, strangers]),
      await answer(signed(7), [key]),
      await answer(signed(9), [key]),
      await answer(signed(8), [key]),
    ]).toEqual([
      { ok: true, kept: false, serial: 8 },
      { ok: true, kept: false, serial: 999_999 },
      { ok: false, problem: { code: "rolled-back", serial: 9, seen: 999_999 } },
      { ok: false, problem: { code: "rolled-back", serial: 7, seen: 8 } },
      { ok: true, kept: false, serial: 9 },
      { ok: false, problem: { code: "rolled-back", serial: 8, seen: 9 } },
    ]);
  });

  test("without an answer the newest that a trusted key signed is used", async () => {
    const shelf = new FakeShelf(own(signed(4), 4), {
      publicKey: strangers.publicKey,
      files: signed(6, {}, strangersKey),
      serial: 6,
    });
    const on = async (keys: readonly TrustedKey[]) => short(await load({ shelf, keys, fetchFiles: noAnswer }));
    expect([await on([key]), await on([key, strangers]), await on([{ ...key, publicKey: "AAAA" }])]).toEqual([
      { ok: true, kept: true, serial: 4 },
      { ok: true, kept: true, serial: 6 },
      UNAVAILABLE,
    ]);
  });

  test("a device that keeps nothing works, and forgets which serial it saw", async () => {
    const nowhere: DirectoryShelf = {
      read: () => Promise.reject(new Error("no storage")),
      keep: () => Promise.reject(new Error("no storage")),
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
      read: async () => [],
      keep: () => new Promise(() => undefined),
    };
    expect(short(await load({ shelf, fetchFiles: async () => signed(4) }))).toMatchObject({ ok: true, serial: 4 });
  });
});

describe("when the host does not answer", () => {
  test("the kept one is used, said to be so, and not kept anew", async () => {
    const shelf = new FakeShelf(own(signed(4), 4));
    expect(short(await load({ shelf, fetchFiles: noAnswer }))).toEqual({ ok: true, kept: true, serial: 4 });
    expect(shelf.put).toEqual([]);
  });

  test("it makes no difference that the answer broke off halfway", async () => {
    const shelf = new FakeShelf(own(signed(4), 4));
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
    };
    expect(await load({ shelf, fetchFiles: noAnswer })).toEqual(UNAVAILABLE);
  });

  test.each<[string, () => KeptDirectory, LoadedDirectory]>([
    ["changed", () => own({ ...signed(4), directory: signed(5).directory }, 4), UNAVAILABLE],
    ["signed by a stranger", () => own(signed(4, {}, strangersKey), 4), UNAVAILABLE],
    ["older than its own serial says", () => own(signed(3), 4), UNAVAILABLE],
    ["no longer right by the rules", () => own(signed(4, { team: "x" }), 4), UNAVAILABLE],
    [
      "expired",
      () => own(signed(4, {}, privateKey, "2026-11-29"), 4),
      { ok: false, problem: { code: "expired", validUntil: day("2026-11-29"), serial: 4 } },
    ],
  ])("a kept one that is %s is not used", async (_name, kept, expected) => {
    expect(await load({ shelf: new FakeShelf(kept()), fetchFiles: noAnswer })).toEqual(expected);
  });

  test("a kept one is used on its last day, by the clock that is passed in, and not the day after", async () => {
    const shelf = new FakeShelf(own(signed(4, {}, privateKey, "2026-12-31"), 4));
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
  const shelf = new FakeShelf(own(signed(4), 4));
  const loadVerify = (): Promise<never> => Promise.reject(new Error("no WebAssembly"));
  expect(await load({ shelf, loadVerify, ...ports })).toEqual(UNAVAILABLE);
  await settled();
  expect(shelf.put).toEqual([]);
});

test("an expired one is refused, and its serial counts all the same", async () => {
  const shelf = new FakeShelf(own(signed(9), 9));
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

function own(files: SignedFiles, serial: number): KeptDirectory {
  return { publicKey: key.publicKey, files, serial };
}

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
