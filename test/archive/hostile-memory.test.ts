import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SIZE_STEP, withManifest } from "../../src/archive/manifest.ts";
import type { Policy } from "../../src/archive/policy.ts";
import { writeArchive } from "../../src/archive/write-archive.ts";
import { aes, buildArchive, KEY, LZMA2, text, uint32 } from "./build-archive.ts";
import { CHECKLIST } from "./malformed/checklist.ts";
import { forgettingChunks, nestedZeroChunks } from "./malformed/chunks.ts";
import { LARGE } from "./malformed/large.ts";
import { RULES } from "./malformed/rules.ts";
import { json, pdf } from "./our-files.ts";
import type { ListedArchive, Reading } from "./read-hostile.ts";
import { fromBase64, readMalformed } from "./read-vectors.ts";

/** Most that reading takes beside the archive itself, in KiB. */
const MOST_MEMORY = 128 * 1024;
/** Longest that one archive may take, in milliseconds: a hang, not a speed. */
const HANG = 2000;
/** For all of them. */
const ALL = 180_000;
const MIB = 2 ** 20;
/** Most bytes of content in an archive of ours. */
const OUR_MOST = 32 * MIB;
/** More rounds than these take seconds where a computer is slow, and tell how far they are; more than the others, none. */
const QUICK_ROUNDS_LOG2 = 20;
const MOST_ROUNDS_LOG2 = 24;

interface Hostile {
  readonly what: string;
  readonly policy: Policy;
  /** `null` where the key is given. */
  readonly password: string | null;
  readonly code: string;
  readonly archive: () => Uint8Array | Promise<Uint8Array>;
  /** Whether it is read by a process that has read nothing before, whose memory would count as its own. */
  readonly alone: boolean;
}

const built = (what: string, policy: Policy, code: string, archive: Hostile["archive"]): Hostile => ({
  what,
  policy,
  password: null,
  code,
  archive,
  alone: true,
});

const { password, archives } = readMalformed();
const hostile: readonly Hostile[] = [
  ...archives.map(({ name, policy, code, base64 }) => ({
    what: name,
    policy,
    password,
    code,
    archive: () => fromBase64(base64),
    alone: false,
  })),
  ...[...CHECKLIST, ...RULES.flatMap(({ cases }) => cases)].map((each) => ({ ...each, password: null, alone: false })),
  ...LARGE.map((each) => ({ ...each, password: null, alone: true })),
  built("60 MiB of content, and another CRC", "foreign", "data-crc", () => wrongCrc(60 * MIB)),
  built("60 MiB of content, policy own", "own", "too-large", () => wrongCrc(60 * MIB)),
  built("12 MB of LZMA2 that forgets with each byte", "foreign", "too-large", forgetful),
  built("two coders that each give 40 MiB", "foreign", "too-large", () => nested(640)),
  built("two coders that each give 31 MiB, and another CRC", "foreign", "data-crc", () => nested(496)),
  built("32 MiB of ours, almost all of it PDF, without the right manifest", "own", "manifest", () =>
    ours(OUR_MOST - SIZE_STEP, SIZE_STEP, new Uint8Array(32)),
  ),
  built("32 MiB of ours, half of it JSON, without the right manifest", "own", "manifest", () =>
    ours(OUR_MOST / 2, OUR_MOST / 2, new Uint8Array(32)),
  ),
  built("32 MiB of ours, their last byte changed", "own", "data-crc", async () => {
    const archive = await ours(OUR_MOST - SIZE_STEP, SIZE_STEP, KEY);
    archive[START + OUR_MOST - 1] = (archive[START + OUR_MOST - 1] ?? 0) ^ 1;
    return archive;
  }),
].filter(({ code }) => code !== "ok");

/** Bytes before the data. */
const START = 32;

function wrongCrc(size: number): Uint8Array {
  return buildArchive({
    folders: [{ contents: [new Uint8Array(size)] }],
    streams: { subStreams: [0x08, 0x0a, 1, uint32(1), 0x00] },
  });
}

function forgetful(): Uint8Array {
  const compressed = forgettingChunks(1_000_000);
  return buildArchive({ folders: [{ contents: [new Uint8Array(1_000_000)], coders: [aes(), LZMA2], compressed }] });
}

/** What two coders make of it, one after the other, is `count` times 64 KiB both times. */
function nested(count: number): Uint8Array {
  const size = count * 64 * 1024;
  const compressed = nestedZeroChunks(count);
  // Three bytes before each chunk, and one for the end.
  const sizes = [compressed.byteLength, size + 3 * count + 1, size];
  return buildArchive({
    folders: [{ contents: [new Uint8Array(size)], coders: [aes(), LZMA2, LZMA2], compressed, sizes }],
    streams: { subStreams: [0x08, 0x0a, 1, uint32(1), 0x00] },
  });
}

/** An archive as we seal it, its manifest made with `manifestKey`; the JSON grows to the size that it is given. */
async function ours(pdfSize: number, jsonSize: number, manifestKey: typeof KEY): Promise<Uint8Array> {
  const start = text('{"a":"');
  const long = new Uint8Array(Math.max(jsonSize - SIZE_STEP, start.length + 2)).fill(0x78);
  long.set(start);
  long.set(text('"}'), long.length - 2);
  const files = [
    { ...pdf, bytes: new Uint8Array(pdfSize) },
    { ...json, bytes: long },
  ];
  const iv = { data: new Uint8Array(16).fill(1), header: new Uint8Array(16).fill(2) };
  const sealed = await withManifest(files, manifestKey);
  expect(sealed.map(({ bytes }) => bytes.byteLength)).toEqual([pdfSize, jsonSize]);
  return writeArchive(sealed, { key: KEY, salt: new Uint8Array(16), power: 19 }, iv);
}

/** Whether the archive asks for a key of so many rounds, in the first AES coder that stands in clear. */
function isLong(archive: Uint8Array): boolean {
  // The id, the size of the properties, and the power in the low bits of their first byte.
  const at = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength).lastIndexOf("06f10701", "hex");
  const power = at < 0 ? 0 : (archive[at + 5] ?? 0) & 0x3f;
  return power > QUICK_ROUNDS_LOG2 && power <= MOST_ROUNDS_LOG2;
}

interface Written extends Hostile {
  readonly size: number;
  readonly long: boolean;
  readonly file: string;
}

let folder: string;
let written: readonly Written[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "hostile-"));
  const all: Written[] = [];
  for (const [number, each] of hostile.entries()) {
    const file = `${number}.7z`;
    const archive = await each.archive();
    writeFileSync(join(folder, file), archive);
    all.push({ ...each, file, size: archive.byteLength, long: isLong(archive) });
  }
  // Those that share a process leave the less behind the smaller they are.
  written = all.sort((a, b) => a.size - b.size);
}, ALL);

afterAll(() => rmSync(folder, { recursive: true }));

/** What a process of their own says of archives. */
function readingsOf(archivesToRead: readonly Written[]): readonly Reading[] {
  const index = join(folder, "index.json");
  const listed = archivesToRead.map(
    ({ file, policy, password: typed }): ListedArchive => ({ file, policy, password: typed }),
  );
  writeFileSync(index, JSON.stringify(listed));
  const script = join(__dirname, "read-hostile.ts");
  const ran = spawnSync(process.execPath, ["--import", "tsx", "--expose-gc", script, index], {
    encoding: "utf8",
    timeout: ALL,
  });
  expect({ status: ran.status, stderr: ran.stderr }).toEqual({ status: 0, stderr: "" });
  const lines = ran.stdout.trim().split("\n");
  return lines.map((line): Reading => JSON.parse(line));
}

/** In a few words, where it is as it should be; in numbers, where it is not. */
function verdict({ code, risen, milliseconds, told }: Reading, { what, long }: Written) {
  const inTime = long ? told > 1 : milliseconds <= HANG;
  return {
    what,
    code,
    memory: risen <= MOST_MEMORY ? "within 128 MiB" : `${risen} KiB`,
    time: inTime ? "no hang" : `${milliseconds} ms, told ${told} times`,
  };
}

test(
  "none of the malformed archives takes more than 128 MiB or 2 s, but for those that ask for 2^21 rounds or more, which go on telling how far they are",
  () => {
    const alone = written.filter((each) => each.alone);
    const together = written.filter((each) => !each.alone);
    const readings = [readingsOf(together), ...alone.map((each) => readingsOf([each]))].flat();
    const read = [...together, ...alone];
    expect(readings.map(({ file }) => file)).toEqual(read.map(({ file }) => file));
    const verdicts = read.flatMap((each, at) => readings.slice(at, at + 1).map((reading) => verdict(reading, each)));
    expect(verdicts).toEqual(read.map(({ what, code }) => ({ what, code, memory: "within 128 MiB", time: "no hang" })));
    expect(read.filter(({ long }) => long)).not.toEqual([]);
  },
  ALL,
);
