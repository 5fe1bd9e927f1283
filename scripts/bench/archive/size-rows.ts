import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { bundle } from "../bundle.ts";
import type { Row, Target } from "../row.ts";
import { COLUMN, READER_SIZE, WRITER_SIZE } from "./promises.ts";

const GZIP_LEVEL = 9;

/** What our engine weighs in a production bundle; the streaming hash, a chunk that is hardly ever loaded, stands apart. */
export async function sizeRows(folder: string): Promise<readonly Row[]> {
  const writer = await sizes("size-writer.ts", join(folder, "writer"));
  const both = await sizes("size-both.ts", join(folder, "both"));
  const ours = await sizes("size-writer.ts", join(folder, "ours"), { runtimeApart: true });
  return [
    { name: "size" },
    row("writer with key derivation", ours.entry, WRITER_SIZE),
    row("the same with webpack's own code for loading the streaming hash", writer.entry),
    row("reader with LZMA, on top of it", both.entry - writer.entry, READER_SIZE),
    row("not counted: the streaming hash, loaded when it is needed", writer.chunks),
  ];
}

function row(name: string, bytes: number, target?: Target): Row {
  const value = bytes / 1000;
  const figure = target === undefined ? { value } : { value, target };
  return { name: `  ${name}`, measured: `${bytes} B`, figures: { [COLUMN.size]: figure } };
}

async function sizes(
  entry: string,
  folder: string,
  options: { readonly runtimeApart?: boolean } = {},
): Promise<{ readonly entry: number; readonly chunks: number }> {
  await bundle({ entry: { entry: join(import.meta.dirname, entry) }, folder, library: true, ...options });
  const names = (await readdir(folder)).filter((name) => name.endsWith(".js"));
  const size = async (name: string): Promise<number> =>
    gzipSync(await readFile(join(folder, name)), { level: GZIP_LEVEL }).byteLength;
  const chunks = await Promise.all(names.filter((name) => name !== "entry.js").map(size));
  return { entry: await size("entry.js"), chunks: chunks.reduce((sum, each) => sum + each, 0) };
}
