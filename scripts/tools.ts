/** Finds the two programs that are no npm package: a browser of the Chromium family, and 7-Zip. */
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

/** Full path of a program, or null where this machine has none. */
export function findTool(tool: Tool): string | null {
  const named = process.env[tool.variable];
  if (named) return canRun(named) ? named : null;
  const suffix = process.platform === "win32" ? ".exe" : "";
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => isAbsolute(folder));
  for (const command of tool.commands) {
    const found = folders.map((folder) => join(folder, command + suffix)).find(canRun);
    if (found) return found;
  }
  return tool.places.find(canRun) ?? null;
}

/** Full path of a browser of the Chromium family, or null. */
export function findBrowser(): string | null {
  return findTool(BROWSER);
}

/** Full path of the real 7-Zip (7zz, 7z or 7za), or null. */
export function findSevenZip(): string | null {
  return findTool(SEVEN_ZIP);
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false; // Not there, or not ours to run: both mean "look further".
  }
}
