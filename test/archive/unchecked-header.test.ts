import { type ArchivePlan, aes, buildArchive, names } from "./build-archive.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";

/** An encrypted header whose CRC is not written, as py7zr does: what is in it has to tell whether the key was right. */
const outcome = (plan: ArchivePlan): Promise<Outcome> =>
  outcomeOf(buildArchive({ ...plan, headerStreams: { folderCrcs: [] } }));

test("a header without CRC is read when it makes sense", async () => {
  expect(await outcome({})).toEqual({ code: "ok", message: "0.txt,1.txt" });
});

test.each<[string, ArchivePlan]>([
  ["no header", { header: () => [0x77] }],
  ["archive properties, which nobody writes", { header: () => [0x01, 0x02] }],
  ["no files", { header: () => [0x01, 0x00] }],
  ["more files than there can be", { fileCount: 2 ** 20 }],
  ["padding that is not zero", { properties: [{ id: 0x19, value: 1 }, names("0.txt", "1.txt")] }],
])("a header without CRC that holds %s is what another password gives", async (_what, plan) => {
  expect((await outcome(plan)).code).toBe("wrong-password-or-damaged");
});

test("what no other password spells is said as it is: a method, and a name", async () => {
  const ppmd = { id: [0x03, 0x04, 0x01], properties: [6, 0, 0, 0, 1] };
  const contents = [new TextEncoder().encode("een")];
  expect(await outcome({ folders: [{ contents, coders: [aes(), ppmd] }] })).toEqual({
    code: "method",
    message: "PPMd: open the file with 7-Zip",
  });
  expect(await outcome({ folders: [{ contents }], names: ["../een"] })).toEqual({
    code: "name",
    message: "a file name with an empty part, . or ..",
  });
});
