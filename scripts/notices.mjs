/** The notices of what others made and the build ships, from the modules that really are in it. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const HEAD = "What this add-in ships that others made, and on which terms. Written by the build; do not edit.";

/** The folder of the package that a module's file belongs to, or null for our own. */
const PACKAGE_FOLDER = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;

/** Licences that may be shipped under EUPL-1.2; another one stops the build, so that a person looks at it. */
const ACCEPTED = new Set(["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "0BSD", "MIT OR Apache-2.0"]);

/** Packages that name no licence in package.json, by what their licence file says (read at the version in the lock file). */
const STATED = new Map([["png-js", "MIT"]]);

/** The text that a package means when it says "MIT" and brings no licence file. */
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/**
 * The notices as one text, sorted by title, the same for the same modules.
 * @param {Iterable<string>} files full paths of the modules in the build
 * @param {readonly { title: string, file: string }[]} extras what is shipped without being an npm package
 * @returns {string}
 * @throws Error naming the package whose licence is not accepted or cannot be found
 */
export function notices(files, extras) {
  const folders = new Set([...files].map((file) => packageFolder(file)).filter((folder) => folder !== null));
  const parts = [...folders].map(packageNotice);
  for (const { title, file } of extras) parts.push({ title, text: readFileSync(file, "utf8") });
  const byTitle = new Map(parts.map((part) => [part.title, part.text]));
  const sorted = [...byTitle].sort(([a], [b]) => (a < b ? -1 : 1));
  return [HEAD, ...sorted.map(([title, text]) => `${title}\n${"-".repeat(title.length)}\n${tidy(text)}`), ""].join(
    "\n\n",
  );
}

function packageFolder(file) {
  let folder = PACKAGE_FOLDER.exec(file)?.[0] ?? null;
  // Some packages hold folders with a package.json of their own; the outermost after node_modules is the published one.
  while (folder !== null && !readdirSync(folder).includes("package.json")) folder = dirname(folder);
  return folder;
}

function packageNotice(folder) {
  const { name, version, author, ...stated } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  // SPDX lets an expression stand in parentheses.
  const license = (stated.license ?? STATED.get(name))?.replace(/^\((.*)\)$/, "$1");
  if (!ACCEPTED.has(license))
    throw new Error(`${name} has the licence ${license}: may it be shipped? Then add it to scripts/notices.mjs.`);
  const file = readdirSync(folder)
    .sort()
    .find((entry) => /^licen[cs]e(\.md|\.txt)?$/i.test(entry));
  const title = `${name} ${version} (${license})`;
  if (file) return { title, text: readFileSync(join(folder, file), "utf8") };
  if (license !== "MIT") throw new Error(`${name} brings no licence text.`);
  const holder = typeof author === "string" ? author : (author?.name ?? `the authors of ${name}`);
  return { title, text: `Copyright (c) ${holder.replace(/\s*<.*$/, "")}\n\n${MIT}` };
}

function tidy(text) {
  return text
    .replaceAll("\r\n", "\n")
    .replace(/[ \t]+$/gm, "")
    .trim();
}
