/**
 * Prepares a fresh checkout: installs the packages, and finds or installs a browser and 7-Zip; for the tests also py7zr
 * and unar.
 * Plain Node without packages, as it runs before there are any. `node scripts/setup.mjs [start|demo|test]`.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The oldest Node that package.json allows: 20.11, for `import.meta.dirname`. */
const OLDEST_NODE = { major: 20, minor: 11 };

checkNode();
installPackages();
await provideTools(process.argv[2] ?? "test");

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const { major: oldest, minor: least } = OLDEST_NODE;
  if (major < oldest || (major === oldest && minor < least)) {
    stop(
      `Node ${oldest}.${least} or newer is needed to build and run this; this is ${process.version}. Get it from https://nodejs.org/`,
    );
  }
}

/** Leaves node_modules as package-lock.json says, and does nothing when it already is. */
function installPackages() {
  if (packagesAreCurrent()) return;
  console.log("Installing packages (npm ci), once …");
  // Through the npm that called us, when it did: on Windows npm is a batch file, which Node does not start directly.
  const cli = process.env.npm_execpath;
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const result =
    cli && /npm-cli\.c?js$/.test(cli)
      ? spawnSync(process.execPath, [cli, ...args], { cwd: root, stdio: "inherit" })
      : spawnSync("npm", args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  if (result.status !== 0)
    stop("The packages could not be installed. With a network connection, run: npm ci --ignore-scripts");
}

/** Compares the lock file with npm's own record of what it installed; optional packages may be absent. */
function packagesAreCurrent() {
  const record = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const wanted = readPackages(join(root, "package-lock.json"));
  const installed = readPackages(record);
  const missing = [...wanted].some(([path, entry]) => {
    const have = installed.get(path);
    return have ? have.version !== entry.version || have.integrity !== entry.integrity : !entry.optional;
  });
  return !missing && [...installed.keys()].every((path) => wanted.has(path));
}

/** @param {string} file @returns {Map<string, { version?: string, integrity?: string, optional?: boolean }>} */
function readPackages(file) {
  const { packages } = JSON.parse(readFileSync(file, "utf8"));
  return new Map(Object.entries(packages).filter(([path]) => path !== ""));
}

/** @param {string} purpose what comes next: the demo cannot do without these programs, CI may not skip a test */
async function provideTools(purpose) {
  const { tsImport } = await import("tsx/esm/api");
  const { BROWSER, SEVEN_ZIP, PY7ZR, UNAR, findTool } = await tsImport("./tools.ts", import.meta.url);
  const wanted = purpose === "test" ? [BROWSER, SEVEN_ZIP, PY7ZR, UNAR] : [BROWSER, SEVEN_ZIP];
  const missing = wanted.filter((tool) => findTool(tool) === null);
  // A path that a person gave and that leads nowhere is theirs to mend.
  const installable = missing.filter((tool) => !process.env[tool.variable]);
  if (installable.length > 0 && existsSync("/etc/debian_version") && process.getuid?.() === 0) {
    installDebian(installable.map((tool) => tool.debianPackage));
  }
  const still = missing.filter((tool) => findTool(tool) === null);
  for (const tool of still) {
    const how = process.env[tool.variable]
      ? `set ${tool.variable} to a program that can be run`
      : (tool.install[process.platform] ?? tool.install.linux);
    console.error(`Missing: ${tool.name}, for ${tool.purpose}. To do: ${how}`);
  }
  if (still.length > 0 && (purpose === "demo" || (purpose === "test" && process.env.CI))) process.exit(1);
}

/** @param {string[]} packages */
function installDebian(packages) {
  console.log(`Installing ${packages.join(" and ")} (apt-get), once …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  // One by one: a package that this Debian has not must not keep the others away.
  for (const args of [
    ["update", "-qq"],
    ...packages.map((name) => ["install", "-y", "-qq", "--no-install-recommends", name]),
  ]) {
    const result = spawnSync("apt-get", args, { env, stdio: ["ignore", "ignore", "inherit"] });
    // The line that follows, one per missing program, says what to do.
    if (result.status !== 0)
      console.error(`apt-get ${args.filter((arg) => !arg.startsWith("-")).join(" ")} did not succeed.`);
  }
}

/** @param {string} line @returns {never} */
function stop(line) {
  console.error(line);
  process.exit(1);
}
