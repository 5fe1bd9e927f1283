/** Builds dist/ unless it is newer than everything that it is made of: for the demo, which is run again and again. */
import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const RESULT = "out/build.json"; // Written last by the build.
const SOURCES = ["src", "assets", "protocols", "manifest.xml", "webpack.config.js", "package-lock.json", "scripts"];

if (newest(SOURCES) > newest([RESULT]) || newest(["dist"]) === 0) {
  const build = spawnSync("webpack", ["--env", "development", "--stats", "errors-warnings"], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  process.exitCode = build.status ?? 1;
}

/** When the youngest file below these paths changed, in milliseconds since 1970; 0 where there is none. */
function newest(paths: readonly string[]): number {
  return Math.max(
    0,
    ...paths.map((path) => {
      const found = statSync(path, { throwIfNoEntry: false });
      if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
      return newest(readdirSync(path).map((name) => join(path, name)));
    }),
  );
}
