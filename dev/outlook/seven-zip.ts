import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** What the program said, and the files that it took out. */
export interface Extraction {
  /** Names the folder of this extraction, and cannot be guessed. */
  readonly token: string;
  readonly ok: boolean;
  readonly output: string;
  readonly files: readonly { readonly name: string; readonly size: number }[];
}

/**
 * Runs the real `7zz x` on an archive in a folder of its own under `dir`. The password goes in over standard input, as a
 * person would type it: arguments can be seen by others on the machine.
 */
export async function extract(
  program: string,
  dir: string,
  archive: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> },
  password: string,
): Promise<Extraction> {
  const token = randomUUID();
  const folder = join(dir, token);
  const files = join(folder, "files");
  await mkdir(files, { recursive: true });
  const source = join(folder, "archive");
  await writeFile(source, archive.bytes);
  const { code, output } = await run(program, ["x", "-y", "-bd", `-o${files}`, source], `${password}\n`);
  return {
    token,
    ok: code === 0,
    output: afterPrompt(output).replaceAll(source, archive.name).trim(),
    files: code === 0 ? await filesIn(files) : [],
  };
}

/** Where a file of an extraction lies. @throws RangeError when the name leads elsewhere. */
export function extractedFile(dir: string, token: string, name: string): string {
  if (!/^[0-9a-f-]{36}$/.test(token)) throw new RangeError("not an extraction");
  const folder = join(dir, token, "files");
  const path = join(folder, name);
  if (!path.startsWith(folder + sep)) throw new RangeError("not a file of the extraction");
  return path;
}

/** What the program says once it has the password; before that it only says who it is. */
function afterPrompt(output: string): string {
  const prompt = "Enter password (will not be echoed):";
  return output.includes(prompt) ? output.slice(output.indexOf(prompt) + prompt.length) : output;
}

async function filesIn(folder: string): Promise<{ name: string; size: number }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const plain = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const files = plain.map(async (path) => ({
    name: relative(folder, path).replaceAll(sep, "/"),
    size: (await stat(path)).size,
  }));
  return (await Promise.all(files)).sort((a, b) => a.name.localeCompare(b.name));
}

function run(program: string, args: readonly string[], input: string): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ["pipe", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString("utf8");
    });
    child.stderr.on("data", (chunk: Buffer) => {
      output += chunk.toString("utf8");
    });
    child.stdin.on("error", () => undefined); // It ended before it asked: its exit code tells why.
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? -1, output }));
    child.stdin.end(input);
  });
}
