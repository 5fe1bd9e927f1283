import { spawnSync } from "node:child_process";
import { createPrivateKey, createPublicKey } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import sodium from "libsodium-wrappers";
import { signForDevelopment } from "../../dev/directory/development-key.ts";
import { type Json, sampleFile } from "../directory/sample-directory.ts";

const KEYS = "protocols/trusted-keys.json";
const DIRECTORY = "protocols/directory.json";
const SIGNATURE = "protocols/directory.json.sig";
const MADE = "Make one with: npm run directory -- keygen";
const UNSIGNED =
  "protocols/directory.json.sig is no signature by a key of protocols/trusted-keys.json that this build trusts. Sign it with: npm run directory -- sign";
const NO_OWN_KEY = `protocols/trusted-keys.json names no key of your own, and a build for production refuses the key of development. ${MADE}`;
const OUT_OF_DATE =
  "protocols/directory.json was valid until 2026-11-24: nobody could refer with it. Raise serial, issued and validUntil, and sign it with: npm run directory -- sign";
const NOT_A_LIST = 'protocols/trusted-keys.json must be JSON: { "keys": [{ "name": "…", "publicKey": "…" }] }';

const OWN = { name: "own", publicKey: publicKeyOf(1) };
const NEXT = { name: "next", publicKey: publicKeyOf(2) };
const DEVELOPMENT = {
  name: "development",
  publicKey: "zgRvPeZgzgJyZk9v+fKyzvGzbkjZH44AeSknfRAm+eA=",
  development: true,
};
const BYTES = Uint8Array.from(Buffer.from(directory({})));

/** The files of a project by their path, and the two builds that are made of them. */
interface Case {
  readonly name: string;
  readonly files: () => Record<string, string | Uint8Array>;
  readonly production: Answer;
  readonly development: Answer;
}
type Answer = { readonly keys: readonly object[] } | { readonly error: string };

const refused = (error: string): Pick<Case, "production" | "development"> => ({
  production: { error },
  development: { error },
});
const badKey = (index: number): string =>
  `protocols/trusted-keys.json: keys[${index}] must have a name, a publicKey of 32 bytes in base64, and for the key of development "development": true`;

let byDevelopment = "";
const project = (
  keys: unknown,
  signature: string,
  directory: string | Uint8Array = BYTES,
): Record<string, string | Uint8Array> => ({
  [KEYS]: JSON.stringify({ keys }),
  [DIRECTORY]: directory,
  [SIGNATURE]: signature,
});

const CASES: readonly Case[] = [
  {
    name: "a key of one's own, which signed, beside that of development",
    files: () => project([DEVELOPMENT, OWN], signature(1)),
    production: { keys: [OWN] },
    development: { keys: [{ name: "development", publicKey: DEVELOPMENT.publicKey }, OWN] },
  },
  {
    name: "two keys of one's own, of which the second signed",
    files: () => project([OWN, NEXT], `${signature(2)}\n`),
    production: { keys: [OWN, NEXT] },
    development: { keys: [OWN, NEXT] },
  },
  {
    name: "the key of development alone",
    files: () => project([DEVELOPMENT], byDevelopment),
    production: { error: NO_OWN_KEY },
    development: { keys: [{ name: "development", publicKey: DEVELOPMENT.publicKey }] },
  },
  {
    name: "the key of development under another name, not marked as such",
    files: () => project([{ ...DEVELOPMENT, name: "ours", development: false }], byDevelopment),
    production: { error: NO_OWN_KEY },
    development: { keys: [{ name: "ours", publicKey: DEVELOPMENT.publicKey }] },
  },
  {
    name: "a directory that the key of development signed, beside a key of one's own",
    files: () => project([DEVELOPMENT, OWN], byDevelopment),
    production: { error: UNSIGNED },
    development: { keys: [{ name: "development", publicKey: DEVELOPMENT.publicKey }, OWN] },
  },
  { name: "a directory that a stranger signed", files: () => project([OWN], signature(2)), ...refused(UNSIGNED) },
  {
    name: "a directory that changed after it was signed",
    files: () => project([OWN], signature(1), directory({ validUntil: "2026-11-26" })),
    ...refused(UNSIGNED),
  },
  ...Object.entries({
    [JSON.stringify(sampleFile())]:
      "protocols/directory.json is a demo, and a build for production ships none. Put the real directory there.",
    [directory({ issued: "2026-11-20", validUntil: "2026-11-24" })]: OUT_OF_DATE,
    [directory({ validUntil: "2099-12-31" })]: broken(" at validUntil", "at most 400 days after 2026-11-24"),
    "{": broken("", "Object"),
    null: broken("", "Object"),
  }).map(
    ([bytes, error], index): Case => ({
      name: `signed bytes that nobody could use, ${index + 1}`,
      files: () => project([OWN], signature(1, Buffer.from(bytes)), bytes),
      production: { error },
      development: { keys: [OWN] },
    }),
  ),
  {
    name: "a directory with a byte order mark, which the pane reads too",
    files: () => {
      const marked = Buffer.from(`\ufeff${directory({})}`);
      return project([OWN], signature(1, marked), marked);
    },
    production: { keys: [OWN] },
    development: { keys: [OWN] },
  },
  { name: "an empty signature", files: () => project([OWN], ""), ...refused(UNSIGNED) },
  { name: "a signature that is no base64", files: () => project([OWN], "no signature"), ...refused(UNSIGNED) },
  { name: "a signature that is too short", files: () => project([OWN], "AAAA"), ...refused(UNSIGNED) },
  {
    name: "no signature",
    files: () => without(SIGNATURE, project([OWN], signature(1))),
    ...refused(
      "protocols/directory.json.sig cannot be read (ENOENT). Sign the directory with: npm run directory -- sign",
    ),
  },
  {
    name: "no directory",
    files: () => without(DIRECTORY, project([OWN], signature(1))),
    ...refused("protocols/directory.json cannot be read (ENOENT)."),
  },
  {
    name: "no list of keys",
    files: () => without(KEYS, project([OWN], signature(1))),
    ...refused("protocols/trusted-keys.json cannot be read (ENOENT). Make a key with: npm run directory -- keygen"),
  },
  {
    name: "a list of keys that is empty",
    files: () => project([], signature(1)),
    ...refused(NO_OWN_KEY),
  },
  {
    name: "a list of keys that is no JSON",
    files: () => ({ ...project([OWN], signature(1)), [KEYS]: "{" }),
    ...refused(NOT_A_LIST),
  },
  { name: "keys that are no list", files: () => project({}, signature(1)), ...refused(NOT_A_LIST) },
  {
    name: "a key that lost a letter, though another signed",
    files: () => project([OWN, { ...NEXT, publicKey: NEXT.publicKey.slice(1) }], signature(1)),
    ...refused(badKey(1)),
  },
  {
    name: "a private key in the place of a public one",
    files: () => project([{ ...OWN, publicKey: Buffer.alloc(64, 7).toString("base64") }], signature(1)),
    ...refused(badKey(0)),
  },
  { name: "a key without a name", files: () => project([{ ...OWN, name: "" }], signature(1)), ...refused(badKey(0)) },
  { name: "a key that is null", files: () => project([null], signature(1)), ...refused(badKey(0)) },
  {
    name: "a key whose mark is a word",
    files: () => project([{ ...DEVELOPMENT, development: "true" }], byDevelopment),
    ...refused(badKey(0)),
  },
];

const home = mkdtempSync(join(tmpdir(), "keys-"));
let answers: readonly Pick<Case, "production" | "development">[] = [];

beforeAll(async () => {
  await sodium.ready;
  byDevelopment = Buffer.from(await signForDevelopment(BYTES)).toString();
  const roots = CASES.map(({ files }, index) => {
    const root = join(home, String(index));
    for (const [path, content] of Object.entries(files())) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    return root;
  });
  answers = ask([...roots, resolve(".")]);
}, 60_000);

afterAll(() => rmSync(home, { recursive: true, force: true }));

test.each(CASES.map(({ name }, index) => [name, index] as const))("a build with %s", (_name, index) => {
  const { production, development } = CASES[index] ?? {};
  expect(answers[index]).toEqual({ production, development });
});

test("this project builds for development, and for production asks for a key of one's own", () => {
  const { keys }: { keys: object[] } = JSON.parse(readFileSync(KEYS, "utf8"));
  expect(keys).toEqual([{ name: "ontwikkeling", publicKey: DEVELOPMENT.publicKey, development: true }]);
  expect(answers[CASES.length]).toEqual({
    production: { error: NO_OWN_KEY },
    development: { keys: [{ name: "ontwikkeling", publicKey: DEVELOPMENT.publicKey }] },
  });
});

/** What both builds say in each folder. In a process of its own, as webpack's configuration is no TypeScript. */
function ask(roots: readonly string[]): readonly Pick<Case, "production" | "development">[] {
  const program = `
    const { trustedKeys } = await import(${JSON.stringify(pathToFileURL(resolve("scripts/trusted-keys.mjs")).href)});
    const answer = (root, development) =>
      trustedKeys({ root, development, today: "2026-11-25" }).then((keys) => ({ keys }), ({ message }) => ({ error: message }));
    const answers = [];
    for (const root of ${JSON.stringify(roots)})
      answers.push({ production: await answer(root, false), development: await answer(root, true) });
    console.log(JSON.stringify(answers));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
    encoding: "utf8",
  });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout);
}

/** The public half of the key of this number; libsodium is not there yet when the cases are listed. */
function publicKeyOf(number: number): string {
  const prefix = Buffer.from("302e020100300506032b657004220420", "hex"); // PKCS #8 before an Ed25519 seed (RFC 8410).
  const key = createPrivateKey({
    key: Buffer.concat([prefix, Buffer.alloc(32, number)]),
    format: "der",
    type: "pkcs8",
  });
  return createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-32).toString("base64");
}

/** By the key of this number. */
function signature(number: number, bytes: Uint8Array = BYTES): string {
  const { privateKey } = sodium.crypto_sign_seed_keypair(new Uint8Array(32).fill(number));
  return Buffer.from(sodium.crypto_sign_detached(bytes, privateKey)).toString("base64");
}

/** A directory of places that are not called invented, valid to the day of the build and changed as the case says. */
function directory(changes: { readonly [key: string]: Json }): string {
  const real: { [key: string]: Json } = JSON.parse(JSON.stringify(sampleFile()).replaceAll(".example", ".test"));
  return JSON.stringify({ ...real, demo: false, validUntil: "2026-11-25", ...changes });
}

function broken(where: string, expected: string): string {
  return `protocols/directory.json is signed, but breaks a rule${where} (expected: ${expected}). See all that is wrong with: npm run directory -- check`;
}

function without(path: string, files: Record<string, string | Uint8Array>): Record<string, string | Uint8Array> {
  return Object.fromEntries(Object.entries(files).filter(([name]) => name !== path));
}
