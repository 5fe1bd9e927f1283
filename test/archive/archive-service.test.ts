import { ArchiveService } from "../../src/archive/archive-service.ts";

const files = [{ name: "gegevens.json", bytes: new TextEncoder().encode('{"a":1}') }];

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
