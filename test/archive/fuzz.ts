import { ArchiveError } from "../../src/archive/archive-error.ts";
import type { ArchivedFile } from "../../src/archive/archived-file.ts";
import { type Bytes, concat, equalBytes } from "../../src/archive/bytes.ts";
import { KeyDeriver } from "../../src/archive/derive-key.ts";
import { decodeLzma } from "../../src/archive/lzma-decoder.ts";
import { decodeLzma2 } from "../../src/archive/lzma2-decoder.ts";
import type { Policy } from "../../src/archive/policy.ts";
import { readArchive } from "../../src/archive/read-archive.ts";
import { splitArchive } from "../../src/archive/signature-header.ts";
import { aes, buildArchive, KEY, LZMA, LZMA2, text } from "./build-archive.ts";
import { type FuzzSeed, type FuzzSeeds, SEALED_FILES, sealedOf } from "./fuzz-seeds.ts";
import { putTogether, startedWith } from "./with-header.ts";
import { lzmaProperties, STEP, TEXT, XZ_LZMA, XZ_LZMA2, XZ_PLAIN } from "./xz-streams.ts";

const SPACE = 0x20;
/** Longest that one input may take, in milliseconds: a hang, not a speed. */
const HANG = 2000;

/** Whole numbers from 0 up to a bound, the same for the same seed (mulberry32). */
export type Draw = (bound: number) => number;

export function seeded(seed: number): Draw {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  };
}

/** Gives one key for every password, so that many inputs are tried. */
class OneKey extends KeyDeriver {
  readonly #key: Bytes;

  constructor(key: Bytes) {
    super();
    this.#key = key;
  }

  override async derive(): Promise<Bytes> {
    return this.#key.slice();
  }
}

/** Bytes that say something in a header: ids, sizes at their edges, bits of flags. */
const TELLING = [
  0x00, 0x01, 0x02, 0x05, 0x06, 0x09, 0x0a, 0x0d, 0x0e, 0x0f, 0x11, 0x17, 0x21, 0x7f, 0x80, 0xff,
] as const;

function pick<T>(draw: Draw, of: readonly T[]): T {
  const picked = of[draw(of.length)];
  if (picked === undefined) throw new Error("pick: something to pick from expected");
  return picked;
}

function mutate(bytes: Uint8Array, draw: Draw): Bytes {
  let changed = Uint8Array.from(bytes);
  for (let times = 1 + draw(4); times > 0; times--) {
    const at = draw(changed.byteLength + 1);
    const value = draw(2) === 0 ? draw(256) : pick(draw, TELLING);
    const removed = draw(3) === 0 ? draw(4) : draw(2);
    const inserted = new Uint8Array(draw(3) === 0 ? draw(6) : 1).fill(value);
    changed = concat(changed.subarray(0, at), inserted, changed.subarray(at + removed));
  }
  return changed;
}

type Attack = (draw: Draw, seed: FuzzSeed, sealed: FuzzSeed) => Promise<void>;

const policyOf = (draw: Draw): Policy => (draw(2) === 0 ? "own" : "foreign");

const read = (archive: Bytes, key: Bytes, policy: Policy) =>
  readArchive(archive, "x", { policy, deriver: new OneKey(key) });

/** What somebody makes who has no key, of a sealed archive or another: it must not pass for ours. */
async function forge(draw: Draw, seed: FuzzSeed, sealed: FuzzSeed, change: (from: FuzzSeed) => Bytes): Promise<void> {
  const from = draw(3) === 0 ? sealed : seed;
  const archive = change(from);
  const { missing } = await read(archive, from.key, policyOf(draw));
  if (!missing.includes("authentication") && !equalBytes(archive, from.archive)) {
    throw new Error("an archive that was changed without the key passed for ours");
  }
}

/** Bytes of the file change. */
const changeFile: Attack = (draw, seed, sealed) => forge(draw, seed, sealed, ({ archive }) => mutate(archive, draw));

/** What stands in clear changes, and the CRCs with it. */
const changeNextHeader: Attack = (draw, seed, sealed) =>
  forge(draw, seed, sealed, ({ archive }) => {
    const { packed, nextHeader } = splitArchive(archive);
    return startedWith(packed, mutate(nextHeader, draw));
  });

/** Who has the key changes the header. */
const changeHeader: Attack = async (draw, { parts, key }) => {
  const archive = await putTogether({ ...parts, header: mutate(parts.header, draw) }, key);
  await read(archive, key, policyOf(draw));
};

/** Who has the key changes the end of the JSON, where the manifest is. */
const changeManifest: Attack = async (draw) => {
  const files = await SEALED_FILES;
  const changed = files.map((file, index): ArchivedFile => {
    if (index < files.length - 1) return file;
    let end = file.bytes.byteLength;
    while (file.bytes[end - 1] === SPACE) end -= 1;
    const tail = mutate(file.bytes.subarray(end - 300, end + 20), draw);
    return { ...file, bytes: concat(file.bytes.subarray(0, end - 300), tail, file.bytes.subarray(end + 20)) };
  });
  await read(await sealedOf(changed), KEY, policyOf(draw));
};

/** Bytes that are taken for LZMA or LZMA2; without the 0 in front hardly any are. */
const decodeNonsense: Attack = async (draw) => {
  const bytes = Uint8Array.from({ length: draw(200) }, () => draw(256));
  if (draw(8) > 0) bytes[0] = 0;
  const size = draw(5000);
  if (draw(2) === 0) {
    decodeLzma(bytes, Uint8Array.of(draw(225), 0, 0, draw(32), 0), size);
    return;
  }
  const head = [pick(draw, [0xe0, 0xe0, 0xff, 0xc0, 0xa0, 0x80, 1, 2]), size >> 8, size & 0xff, 0, bytes.length - 1];
  decodeLzma2(
    Uint8Array.of(...head.map((each) => each & 0xff), draw(45), ...bytes, 0),
    Uint8Array.of(draw(41)),
    size + 1,
  );
};

/** Real LZMA and LZMA2 with changes, of about the right size. */
const decodeChanged: Attack = async (draw) => {
  const size = TEXT.length - 2 + draw(5);
  const lzma = pick(draw, XZ_LZMA);
  if (draw(2) === 0) decodeLzma(mutate(lzma.packed, draw), lzmaProperties(lzma), size);
  else decodeLzma2(mutate(pick(draw, [XZ_LZMA2, XZ_PLAIN]), draw), STEP, size);
};

/** Who has the key changes what is compressed. */
const changeCompressed: Attack = async (draw) => {
  const lzma = pick(draw, XZ_LZMA);
  const [coder, packed] =
    draw(2) === 0 ? [LZMA2, XZ_LZMA2] : [{ ...LZMA, properties: [...lzmaProperties(lzma)] }, lzma.packed];
  const folder = { contents: [text(TEXT)], coders: [aes(), coder], compressed: mutate(packed, draw) };
  await read(buildArchive({ folders: [folder] }), KEY, policyOf(draw));
};

/** As often as they stand here. */
const ATTACKS: readonly Attack[] = [
  ...[changeFile, changeFile],
  ...[changeNextHeader, changeNextHeader],
  ...[changeHeader, changeHeader, changeHeader, changeHeader],
  ...[decodeNonsense, decodeNonsense, decodeNonsense, decodeChanged, decodeChanged, decodeChanged],
  ...[changeCompressed, changeCompressed],
  changeManifest,
];

/**
 * One input. The answer is `opened` or the code of an `ArchiveError`, soon.
 * @throws {Error} that says what came instead.
 */
export async function fuzzOnce(draw: Draw, { seeds, sealed }: FuzzSeeds): Promise<string> {
  const attack = pick(draw, ATTACKS);
  const started = performance.now();
  let outcome = "opened";
  try {
    await attack(draw, pick(draw, seeds), sealed);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    outcome = error.code;
  }
  const took = performance.now() - started;
  if (took > HANG) throw new Error(`took ${Math.round(took)} ms`);
  return outcome;
}
