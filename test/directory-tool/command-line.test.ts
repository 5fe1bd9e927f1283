import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Seen } from "./tool.ts";

/** The tool as `npm run directory` starts it, in a folder of its own, with the real cost of a passphrase. */
const folder = mkdtempSync(join(tmpdir(), "directory-command-"));
afterAll(() => rmSync(folder, { recursive: true }));

function run(args: readonly string[], input: string): Promise<Seen> {
  const tsx = resolve("node_modules/tsx/dist/cli.mjs");
  const child = spawn(process.execPath, [tsx, resolve("scripts/directory/directory.ts"), ...args], { cwd: folder });
  let [said, complained] = ["", ""];
  child.stdout.on("data", (part) => {
    said += part;
  });
  child.stderr.on("data", (part) => {
    complained += part;
  });
  child.stdin.end(input);
  return new Promise((done) => child.on("close", (code) => done({ code: code ?? -1, said, complained })));
}

test("a key is made, trusted, refused with a wrong passphrase, used and found good", async () => {
  mkdirSync(join(folder, "protocols"));
  for (const name of ["directory.json", "trusted-keys.json"])
    cpSync(`protocols/${name}`, join(folder, "protocols", name));
  const made = await run(["keygen", "--name", "dienst", "--out", "dienst.key", "--trust"], "een lange wachtwoordzin\n");
  expect([made.code, made.complained]).toEqual([0, ""]);
  expect(JSON.parse(readFileSync(join(folder, "dienst.key"), "utf8")).derivation).toMatchObject({
    algorithm: "argon2id13",
    passes: 3,
    bytes: 268_435_456,
  });
  const wrong = await run(["sign", "--key", "dienst.key"], "een andere wachtwoordzin\n");
  expect([wrong.code, wrong.complained, existsSync(join(folder, "protocols/directory.json.sig"))]).toEqual([
    1,
    "De wachtwoordzin klopt niet, of het sleutelbestand is beschadigd. Er is niets getekend.\n",
    false,
  ]);
  const signed = await run(["sign", "--key", "dienst.key"], "een lange wachtwoordzin\n");
  expect([signed.code, signed.complained]).toEqual([0, ""]);
  const verified = await run(["verify"], "");
  expect([verified.code, verified.said.split("\n")[0]]).toEqual([
    0,
    "protocols/directory.json: de handtekening klopt, van de sleutel “dienst”.",
  ]);
}, 60_000);
