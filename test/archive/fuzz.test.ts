import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fuzzOnce, seeded } from "./fuzz.ts";
import { type FuzzSeeds, fuzzSeeds } from "./fuzz-seeds.ts";
import { outcomeOf } from "./outcome.ts";

/** Inputs in each run of the tests; `npm run fuzz` takes as many as one likes. */
const INPUTS = 3000;
/** Milliseconds: the machine may be busy. */
const SLOW = 60_000;

let seeds: FuzzSeeds;

beforeAll(async () => {
  seeds = await fuzzSeeds();
}, SLOW);

test("what the fuzzer begins from opens, but for methods that are not read", async () => {
  const outcomes = await Promise.all(
    seeds.seeds.map(({ archive, key }) => outcomeOf(archive, "foreign", async () => key.slice())),
  );
  expect(outcomes.filter(({ code }) => code !== "ok")).toEqual([
    { code: "method", message: "PPMd: open the file with 7-Zip" },
    { code: "method", message: "BZip2: open the file with 7-Zip" },
  ]);
});

test(
  "whatever bytes come, the answer is files or an ArchiveError, and what changed without the key is not ours",
  async () => {
    const outcomes = new Set<string>();
    for (let seed = 0; seed < INPUTS; seed++) outcomes.add(await fuzzOnce(seeded(seed), seeds));
    // The inputs reach past the first checks, up to the last.
    expect([...outcomes]).toEqual(
      expect.arrayContaining([
        "opened",
        "not-7z",
        "truncated",
        "damaged",
        "feature",
        "method",
        "name",
        "too-large",
        "header-not-encrypted",
        "wrong-password-or-damaged",
        "data-crc",
        "manifest",
      ]),
    );
  },
  SLOW,
);

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, ["--import", "tsx", join(__dirname, "run-fuzz.ts"), ...args], { encoding: "utf8" });

test.each([
  ["--seconds", "x", "a number above 0"],
  ["--seconds", "0", "a number above 0"],
  ["--seed", "1.5", "a whole number of at most 10 digits"],
])(
  "the program does not run with %s %s, and says why",
  (option, value, expected) => {
    const { status, stdout, stderr } = run(option, value);
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: "",
      stderr: `${option} ${value}: ${expected} expected\n`,
    });
  },
  SLOW,
);

test(
  "the program says with which seed it began, and what came of how many inputs",
  () => {
    const { status, stdout, stderr } = run("--seconds", "0.2", "--seed", "1");
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: expect.stringMatching(/^seed 1\n[1-9]\d* inputs: [1-9]\d* [a-z0-9-]+(?:, [1-9]\d* [a-z0-9-]+)*\n$/),
      stderr: "",
    });
  },
  SLOW,
);
