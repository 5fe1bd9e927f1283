import { aes, buildArchive, COPY, KEY, text } from "./build-archive.ts";
import { outcomeOf } from "./outcome.ts";

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
