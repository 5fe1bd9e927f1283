import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Bytes } from "../../src/archive/bytes.ts";
import { aes, buildArchive, LZMA2, uint32 } from "./build-archive.ts";
import { CHECKLIST } from "./malformed/checklist.ts";
import { forgettingChunks } from "./malformed/chunks.ts";
import { LARGE } from "./malformed/large.ts";
import { RULES } from "./malformed/rules.ts";
import type { ListedArchive, Reading } from "./read-hostile.ts";
import { fromBase64, readMalformed } from "./read-vectors.ts";

/** Most that reading takes beside the archive itself, in KiB. */
const MOST_MEMORY = 128 * 1024;
/** Longest that one archive may take, in milliseconds: a hang, not a speed. */
const HANG = 2000;
/** For all of them. */
const ALL = 120_000;

const { password, archives } = readMalformed();
/** They derive a key by 2^23 and 2^24 rounds, which takes seconds where a computer is slow. */
const LONG: ReadonlySet<string> = new Set(["27_power_23", "28 power 24, another password"]);

const hostile = [
  ...archives.map(({ name, base64 }) => ({
    what: name,
    policy: name === "15_unencrypted_header" ? ("own" as const) : ("foreign" as const),
    password,
    archive: () => fromBase64(base64),
    opens: name === "00_valid" || name === "23_eh_nocrc" || name === "89_prop_unknown",
  })),
  ...[...CHECKLIST, ...RULES.flatMap(({ cases }) => cases), ...LARGE].map(({ what, policy, archive, code }) => ({
    what,
    policy,
    password: null,
    archive,
    opens: code === "ok",
  })),
  {
    what: "60 MiB of content, and another CRC",
    policy: "foreign" as const,
    password: null,
    archive: large,
    opens: false,
  },
  {
    what: "12 MB of LZMA2 that forgets with each byte",
    policy: "foreign" as const,
    password: null,
    archive: forgetful,
    opens: false,
  },
]
  .filter(({ opens }) => !opens)
  .map((each) => ({ ...each, bytes: each.archive() }))
  // What a process took at most is known, so the largest come last.
  .sort((a, b) => a.bytes.byteLength - b.bytes.byteLength);

/** As large as it may be, and wrong at its very end. */
function large(): Bytes {
  return buildArchive({
    folders: [{ contents: [new Uint8Array(60 * 2 ** 20)] }],
    streams: { subStreams: [0x08, 0x0a, 1, uint32(1), 0x00] },
  });
}

function forgetful(): Bytes {
  const compressed = forgettingChunks(1_000_000);
  return buildArchive({ folders: [{ contents: [new Uint8Array(1_000_000)], coders: [aes(), LZMA2], compressed }] });
}

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hostile-"));
  const index = hostile.map((each, number): ListedArchive => {
    const file = `${number}.7z`;
    writeFileSync(join(folder, file), each.bytes);
    return { file, policy: each.policy, password: each.password };
  });
  writeFileSync(join(folder, "index.json"), JSON.stringify(index));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** In a few words, where it is as it should be; in numbers, where it is not. */
function verdict(what: string, { code, risen, milliseconds, told }: Reading) {
  const inTime = LONG.has(what) ? told > 1 : milliseconds <= HANG;
  return {
    what,
    refused: code !== "ok",
    memory: risen <= MOST_MEMORY ? "within 128 MiB" : `${risen} KiB`,
    time: inTime ? "no hang" : `${milliseconds} ms, told ${told} times`,
  };
}

test(
  "no malformed archive takes more than 128 MiB or hangs",
  () => {
    const script = join(__dirname, "read-hostile.ts");
    const ran = spawnSync(process.execPath, ["--import", "tsx", "--expose-gc", script, folder], {
      encoding: "utf8",
      timeout: ALL,
    });
    expect({ status: ran.status, stderr: ran.stderr }).toEqual({ status: 0, stderr: "" });
    const readings = ran.stdout
      .trim()
      .split("\n")
      .map((line): Reading => JSON.parse(line));
    expect(readings.map((reading, at) => verdict(hostile[at]?.what ?? "", reading))).toEqual(
      hostile.map(({ what }) => ({ what, refused: true, memory: "within 128 MiB", time: "no hang" })),
    );
  },
  ALL,
);
