import { spawnSync } from "node:child_process";
import type { Bytes } from "../../src/archive/bytes.ts";
import { archiveToFlip, flipped, outcomeOfOwn, type Region } from "./flips.ts";
import { seeded } from "./fuzz.ts";

const BLOCK = 16;
/** Bits of the data stream that are flipped beside those of whole blocks. */
const DRAWN = 600;

// Milliseconds: thousands of archives are read, and the machine may be busy.
jest.setTimeout(60_000);

let archive: Bytes;
let regions: readonly Region[];

beforeAll(async () => {
  ({ archive, regions } = await archiveToFlip());
});

/** How often each code came. */
async function codesOf(bits: readonly number[]): Promise<Readonly<Record<string, number>>> {
  const codes: Record<string, number> = {};
  for (const bit of bits) {
    const code = await flipped(archive, bit);
    codes[code] = (codes[code] ?? 0) + 1;
  }
  return codes;
}

function regionOf(name: string): Region {
  const region = regions.find((each) => each.name === name);
  if (region === undefined) throw new Error(`no region ${name}`);
  return region;
}

const bitsOf = (from: number, to: number): readonly number[] =>
  Array.from({ length: 8 * (to - from) }, (_, index) => 8 * from + index);

test("the archive opens as it is, and its regions are all of it", async () => {
  expect(await outcomeOfOwn(archive)).toBe("opened");
  expect(regions.map(({ from }) => from)).toEqual([0, ...regions.slice(0, -1).map(({ to }) => to)]);
  expect(regions.at(-1)?.to).toBe(archive.byteLength);
});

test.each([
  "signature",
  "major version",
  "minor version",
  "start header and its CRC",
  "encrypted header",
  "next header",
])("no flipped bit of the %s gets through", async (name) => {
  const { from, to, code } = regionOf(name);
  expect(await codesOf(bitsOf(from, to))).toEqual({ [code]: 8 * (to - from) });
});

test("no flipped bit of the first, the last and some blocks between of the data gets through", async () => {
  const { from, to, code } = regionOf("data");
  const middle = from + BLOCK * Math.floor((to - from) / BLOCK / 2);
  // The PDF ends in the second block; the manifest is behind it.
  const blocks = [from, from + BLOCK, from + 10 * BLOCK, middle, to - 2 * BLOCK, to - BLOCK];
  const bits = blocks.flatMap((block) => bitsOf(block, block + BLOCK));
  expect(await codesOf(bits)).toEqual({ [code]: 8 * BLOCK * blocks.length });
});

test("no flipped bit drawn from all of the data gets through", async () => {
  const { from, to, code } = regionOf("data");
  const draw = seeded(1);
  const bits = Array.from({ length: DRAWN }, () => 8 * from + draw(8 * (to - from)));
  expect(await codesOf(bits)).toEqual({ [code]: DRAWN });
});

test("the program that flips every bit takes each region for what it is", () => {
  const program = ["--import", "tsx", require.resolve("./run-flips.ts"), "--every", "4001"];
  const { status, stdout } = spawnSync(process.execPath, program, { encoding: "utf8" });
  expect({ status, lines: stdout.trim().split("\n") }).toEqual({
    status: 0,
    lines: regions.map(({ name, from, to, code }) => `${name}: ${Math.ceil((8 * (to - from)) / 4001)} ${code}`),
  });
});
