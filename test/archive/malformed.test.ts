import { KeyDeriver } from "../../src/archive/derive-key.ts";
import { readArchive } from "../../src/archive/read-archive.ts";
import { fromBase64, readMalformed } from "./read-vectors.ts";

/** What only the stricter policy refuses. */
const OWN: ReadonlySet<string> = new Set(["15_unencrypted_header"]);

/** Powers up to 24 are read now, as 7-Zip does; nobody encrypted with this one, so its key is not right. */
const WIDER: Readonly<Record<string, string>> = { "27_power_23": "wrong-password-or-damaged" };

const { password, archives } = readMalformed();
const deriver = new KeyDeriver();

test.each(archives)("$name ($why) has its own outcome", async ({ name, expect: expected, base64 }) => {
  const outcome = await readArchive(fromBase64(base64), password, {
    policy: OWN.has(name) ? "own" : "foreign",
    deriver,
  }).then(
    () => "ok",
    (error: unknown) => (error instanceof Error && "code" in error ? error.code : error),
  );
  expect({ name, outcome }).toEqual({ name, outcome: WIDER[name] ?? expected });
});
