import type { ArchiveAnswer } from "../../src/archive/archive-messages.ts";
import { ArchiveService } from "../../src/archive/archive-service.ts";
import type { Bytes } from "../../src/archive/bytes.ts";
import { KeyDeriver } from "../../src/archive/derive-key.ts";

const files = [{ name: "gegevens.json", bytes: new TextEncoder().encode('{"a":1}') }];

afterEach(() => jest.restoreAllMocks());

/** From now on keys are given, 1 in each byte of the first, 2 in those of the second; these here are the bytes themselves. */
function givenKeys(): readonly Bytes[] {
  const given: Bytes[] = [];
  jest.spyOn(KeyDeriver.prototype, "derive").mockImplementation(async () => {
    const key: Bytes = new Uint8Array(32).fill(given.length + 1);
    given.push(key);
    return key;
  });
  return given;
}
const firstBytes = (keys: readonly Bytes[]) => keys.map((key) => [...new Set(key)]);

test("prepares a key, seals with it, opens with the password, and needs a new key for the next archive", async () => {
  const service = new ArchiveService();
  expect(await service.answer({ id: 1, kind: "prepare", password: "appel-boom" })).toEqual({ id: 1, ok: true });
  const sealed = await service.answer({ id: 2, kind: "seal", files });
  if (!sealed.ok || sealed.archive === undefined) throw new Error("expected an archive");
  const told: number[] = [];
  const question = { kind: "read", archive: sealed.archive, password: "appel-boom", policy: "own" } as const;
  const opened = await service.answer({ id: 3, ...question }, (done) => told.push(done));
  expect(opened).toEqual({
    id: 3,
    ok: true,
    read: { files: [{ name: "gegevens.json", bytes: expect.any(Uint8Array) }], directories: [], missing: [] },
  });
  expect(told).toEqual([1]);
  expect(await service.answer({ id: 4, kind: "seal", files })).toEqual({
    id: 4,
    ok: false,
    code: "no-key",
    message: "no password was prepared for this archive",
  });
});

test("says what is wrong with a file without saying what is in it", async () => {
  const archive = new TextEncoder().encode("geen archief");
  expect(await new ArchiveService().answer({ id: 1, kind: "read", archive, password: "appel", policy: "own" })).toEqual(
    {
      id: 1,
      ok: false,
      code: "not-7z",
      message: "the file does not start as a 7z archive does",
    },
  );
});

test.each([
  ["an Error", new Error("appel-boom"), "Error"],
  ["one of another kind", new RangeError("appel-boom"), "RangeError"],
  ["what is no Error", "appel-boom", "unknown"],
])(
  "of %s that is not its own it says the kind, because the message may quote anything",
  async (_what, thrown, message) => {
    jest.spyOn(KeyDeriver.prototype, "derive").mockRejectedValue(thrown);
    const answer = await new ArchiveService().answer({ id: 7, kind: "prepare", password: "appel-boom" });
    expect(answer).toEqual({ id: 7, ok: false, code: "internal", message });
  },
);

test("wipes a key that another takes the place of, and the other once it has sealed", async () => {
  const given = givenKeys();
  const service = new ArchiveService();
  await service.answer({ id: 1, kind: "prepare", password: "appel" });
  expect(firstBytes(given)).toEqual([[1]]);
  await service.answer({ id: 2, kind: "prepare", password: "boom" });
  expect(firstBytes(given)).toEqual([[0], [2]]);
  expect(await service.answer({ id: 3, kind: "seal", files })).toMatchObject({ id: 3, ok: true });
  expect(firstBytes(given)).toEqual([[0], [0]]);
});

test("wipes a key also when sealing fails, and says of what kind the fault is", async () => {
  const given = givenKeys();
  const service = new ArchiveService();
  await service.answer({ id: 1, kind: "prepare", password: "appel" });
  const noJson = [{ name: "brief.pdf", bytes: new TextEncoder().encode("geheim") }];
  expect(await service.answer({ id: 2, kind: "seal", files: noJson })).toEqual({
    id: 2,
    ok: false,
    code: "internal",
    message: "TypeError",
  });
  expect(firstBytes(given)).toEqual([[0]]);
});

test("seals under a second password after the first could not be prepared", async () => {
  const derive = jest.spyOn(KeyDeriver.prototype, "derive").mockRejectedValueOnce(new RangeError("no memory"));
  derive.mockResolvedValue(new Uint8Array(32));
  const service = new ArchiveService();
  const answers = await Promise.all([
    service.answer({ id: 1, kind: "prepare", password: "appel" }),
    service.answer({ id: 2, kind: "prepare", password: "boom" }),
    service.answer({ id: 3, kind: "seal", files }),
  ]);
  expect(answers).toEqual([
    { id: 1, ok: false, code: "internal", message: "RangeError" },
    { id: 2, ok: true },
    { id: 3, ok: true, archive: expect.any(Uint8Array) },
  ]);
});

test("answers one request after the other, in their order, however long each takes", async () => {
  const waiting: ((key: Bytes) => void)[] = [];
  jest.spyOn(KeyDeriver.prototype, "derive").mockImplementation(() => new Promise((resolve) => waiting.push(resolve)));
  const service = new ArchiveService();
  const answers: ArchiveAnswer[] = [];
  const asked = [
    service.answer({ id: 1, kind: "prepare", password: "appel" }),
    service.answer({ id: 2, kind: "prepare", password: "boom" }),
    service.answer({ id: 3, kind: "read", archive: new Uint8Array(0), password: "boom", policy: "own" }),
  ].map((answer) => answer.then((each) => answers.push(each)));
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  await turn();
  expect({ waiting: waiting.length, answers }).toEqual({ waiting: 1, answers: [] });
  waiting[0]?.(new Uint8Array(32));
  await turn();
  expect({ waiting: waiting.length, answers }).toEqual({ waiting: 2, answers: [{ id: 1, ok: true }] });
  waiting[1]?.(new Uint8Array(32));
  await Promise.all(asked);
  expect(answers.map(({ id, ok }) => ({ id, ok }))).toEqual([
    { id: 1, ok: true },
    { id: 2, ok: true },
    { id: 3, ok: false },
  ]);
});
