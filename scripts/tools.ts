/** Finds the programs that are no npm package: a browser of the Chromium family, 7-Zip, and other people's readers of 7z. */
import { spawnSync } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";

/** One program outside npm: what it is for, where it may be, and how a person installs it. */
export interface Tool {
  readonly name: string;
  readonly purpose: string;
  /** Names a path to the program, before anything else is looked at. */
  readonly variable: string;
  /** Program names, looked for along PATH. */
  readonly commands: readonly string[];
  /** Full paths where installers put it outside PATH. */
  readonly places: readonly string[];
  /** Arguments that it must end well with: for a program that is of use only with something else installed. */
  readonly probe?: readonly string[];
  /** The package that Debian has it in. */
  readonly debianPackage: string;
  /** What a person does on each system. */
  readonly install: Readonly<Record<"linux" | "darwin" | "win32", string>>;
}

const programFiles = process.env["ProgramFiles"] ?? "C:\\Program Files";
const programFiles86 = process.env["ProgramFiles(x86)"] ?? "C:\\Program Files (x86)";

/** Chromium, Chrome or Edge: shows the stand-in Outlook, runs the demo and the tests of whole journeys. */
export const BROWSER: Tool = {
  name: "Chromium, Chrome or Edge",
  purpose: "the demo and the tests of whole journeys",
  variable: "CHROMIUM",
  commands: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"],
  places: [
    "/usr/bin/chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    `${programFiles}\\Google\\Chrome\\Application\\chrome.exe`,
    `${programFiles86}\\Google\\Chrome\\Application\\chrome.exe`,
    `${programFiles}\\Microsoft\\Edge\\Application\\msedge.exe`,
    `${programFiles86}\\Microsoft\\Edge\\Application\\msedge.exe`,
  ],
  debianPackage: "chromium",
  install: {
    linux: "sudo apt-get install chromium (or set CHROMIUM to its path)",
    darwin: "brew install --cask chromium (or set CHROMIUM to its path)",
    win32: "winget install Google.Chrome (or set CHROMIUM to its path)",
  },
};

/** The real 7-Zip: the demo and the tests open with it what the add-in wrote. */
export const SEVEN_ZIP: Tool = {
  name: "7-Zip",
  purpose: "opening, in the demo and the tests, the archives that the add-in writes",
  variable: "SEVENZIP",
  commands: ["7zz", "7z", "7za"],
  places: [
    "/usr/bin/7zz",
    "/opt/homebrew/bin/7zz",
    "/usr/local/bin/7zz",
    `${programFiles}\\7-Zip\\7z.exe`,
    `${programFiles86}\\7-Zip\\7z.exe`,
  ],
  debianPackage: "7zip",
  install: {
    linux: "sudo apt-get install 7zip (or set SEVENZIP to its path)",
    darwin: "brew install sevenzip (or set SEVENZIP to its path)",
    win32: "winget install 7zip.7zip (or set SEVENZIP to its path)",
  },
};

/** A Python with py7zr, an independent reader and writer of 7z: any Python, not only the first on PATH, may have it. */
export const PY7ZR: Tool = {
  name: "Python 3 with py7zr",
  purpose: "the tests that exchange archives with py7zr",
  variable: "PY7ZR_PYTHON",
  commands: ["python3", "python"],
  places: ["/usr/bin/python3", "/opt/homebrew/bin/python3", "/usr/local/bin/python3"],
  probe: ["-c", "import py7zr"],
  debianPackage: "python3-py7zr",
  install: {
    linux: "sudo apt-get install python3-py7zr (or set PY7ZR_PYTHON to a Python that has it)",
    darwin: "python3 -m pip install py7zr (or set PY7ZR_PYTHON to a Python that has it)",
    win32: "python -m pip install py7zr (or set PY7ZR_PYTHON to a Python that has it)",
  },
};

/** The Unarchiver's engine on the command line; its lister `lsar` comes with it, in the same folder. */
export const UNAR: Tool = {
  name: "unar",
  purpose: "the tests that open with The Unarchiver the archives that the add-in writes",
  variable: "UNAR",
  commands: ["unar"],
  places: ["/usr/bin/unar", "/opt/homebrew/bin/unar", "/usr/local/bin/unar"],
  debianPackage: "unar",
  install: {
    linux: "sudo apt-get install unar (or set UNAR to its path)",
    darwin: "brew install unar (or set UNAR to its path)",
    win32: "unpack unar from https://theunarchiver.com/command-line and set UNAR to its path",
  },
};

/** Full path of a program, or null where this machine has none. */
export function findTool(tool: Tool): string | null {
  const named = process.env[tool.variable];
  if (named) return serves(tool, named) ? named : null;
  const suffix = process.platform === "win32" ? ".exe" : "";
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => isAbsolute(folder));
  const onPath = tool.commands.flatMap((command) => folders.map((folder) => join(folder, command + suffix)));
  return [...onPath, ...tool.places].find((path) => serves(tool, path)) ?? null;
}

/** Full path of a browser of the Chromium family, or null. */
export function findBrowser(): string | null {
  return findTool(BROWSER);
}

/** Full path of the real 7-Zip (7zz, 7z or 7za), or null. */
export function findSevenZip(): string | null {
  return findTool(SEVEN_ZIP);
}

/** Whether the program is there and, for one with a probe, can do what it is for. */
function serves({ probe }: Tool, path: string): boolean {
  return canRun(path) && (probe === undefined || spawnSync(path, probe, { stdio: "ignore" }).status === 0);
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false; // Not there, or not ours to run: both mean "look further".
  }
}
