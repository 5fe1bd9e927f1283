import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import type { ArchiveAnswer, ArchiveProgress, ArchiveQuestion } from "../../src/archive/archive-messages.ts";
import type { Bytes } from "../../src/archive/bytes.ts";
import { KeyDeriver } from "../../src/archive/derive-key.ts";
import { sealArchive } from "../../src/archive/sealed-archive.ts";
import { openStage, type Stage } from "./open-pane.ts";

jest.setTimeout(120_000);

const PASSWORD = "appel-boom-cello-deur-egel-fiets-gras";
const SALT = new Uint8Array(16).fill(5);
/** So many rounds, as a power of 2, that WebCrypto is not asked: the hash is streamed. */
const STREAMED = 22;

/** The Worker's file, by the build's own list. */
function workerFile(): string {
  const { chunks }: { readonly chunks: readonly { readonly files: string[]; readonly modules: string[] }[] } =
    JSON.parse(readFileSync("out/build.json", "utf8"));
  const chunk = chunks.find(({ modules }) => modules.includes("src/archive/archive.worker.ts"));
  return chunk?.files[0] ?? "no worker was built";
}

async function sealed(power: number): Promise<Bytes> {
  const key = await new KeyDeriver().derive(PASSWORD, SALT, power);
  const files = [{ name: "gegevens.json", bytes: new TextEncoder().encode('{"a":1}') }];
  return sealArchive(files, { key, salt: SALT, power });
}

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage();
  const context = await stage.browser.newContext({ ignoreHTTPSErrors: true });
  page = await context.newPage();
  // Any file of the host will do: what counts is its origin and its policy.
  await page.goto(`${stage.outlook.origin}/THIRD-PARTY-NOTICES.txt`);
});

afterAll(() => stage.close());

interface Told {
  readonly progress: readonly number[];
  readonly answer: ArchiveAnswer | null;
}

/** Asks a new Worker to read; with `stopAt` it is ended after so many messages. */
function read(archive: Bytes, stopAt = Number.POSITIVE_INFINITY): Promise<Told> {
  const question: Omit<ArchiveQuestion & { kind: "read" }, "archive"> = {
    kind: "read",
    password: PASSWORD,
    policy: "own",
  };
  return page.evaluate(
    ([file, asked, base64, most]) =>
      new Promise<Told>((resolve, reject) => {
        const worker = new Worker(`/${file}`);
        const progress: number[] = [];
        const end = (answer: ArchiveAnswer | null): void => {
          worker.terminate();
          resolve({ progress, answer });
        };
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.onmessage = ({ data }: MessageEvent<ArchiveAnswer | ArchiveProgress>) => {
          if (!("done" in data)) return end(data);
          progress.push(data.done);
          if (progress.length === most) end(null);
        };
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        worker.postMessage({ id: 1, ...asked, archive: bytes });
      }),
    [workerFile(), question, Buffer.from(archive).toString("base64"), stopAt] as const,
  );
}

test("the built Worker streams the hash of 2^22 rounds under the deployed policy, and tells how far it is", async () => {
  const { progress, answer } = await read(await sealed(STREAMED));
  expect(answer).toMatchObject({ id: 1, ok: true, read: { directories: [], missing: [] } });
  expect(progress).toEqual([...new Set(progress)].sort((a, b) => a - b));
  expect(progress.length).toBeGreaterThan(10);
  expect(progress.at(-1)).toBe(1);
});

test("its progress comes while it hashes, so that it can be ended in the middle; the next Worker reads", async () => {
  expect(await read(await sealed(STREAMED), 2)).toEqual({
    progress: [expect.any(Number), expect.any(Number)],
    answer: null,
  });
  expect(await read(await sealed(4))).toMatchObject({ progress: [1], answer: { ok: true } });
});
