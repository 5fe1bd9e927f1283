/** `npm test`: the checks, then every test; arguments go to jest. The last line counts the tests. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";

const RESULT = "out/jest.json";
const shell = process.platform === "win32";

const check = spawnSync("tsx", ["scripts/check.ts"], { stdio: "inherit", shell });

mkdirSync("out", { recursive: true });
rmSync(RESULT, { force: true });
const args = ["--json", `--outputFile=${RESULT}`, ...process.argv.slice(2)];
// With --json, jest prints the whole result on stdout too: its own report is on stderr.
const tests = spawnSync("jest", args, { stdio: ["ignore", "ignore", "inherit"], shell });

if (check.status !== 0) console.log("The checks failed, see above: npm run check");
if (existsSync(RESULT)) {
  const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = JSON.parse(
    readFileSync(RESULT, "utf8"),
  );
  if (numPendingTests > 0) console.log(`${numPendingTests} skipped`);
  if (numRuntimeErrorTestSuites > 0) console.log(`${numRuntimeErrorTestSuites} test files did not run at all`);
  console.log(`${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed`);
}
process.exitCode = check.status === 0 && tests.status === 0 ? 0 : 1;
