import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { KeyDeriver } from "../../../src/archive/derive-key.ts";
import { freshKey, sealArchive } from "../../../src/archive/sealed-archive.ts";
import { ARCHIVE_NAME, DATA_NAME, DOCUMENT_NAME, PASSWORD, type Sample } from "./sample.ts";

/** Makes a sample with a document of `size` bytes, and puts its files and its archive into `folder`. */
export async function makeSample(folder: string, size: number): Promise<Sample> {
  const files = [
    { name: DOCUMENT_NAME, bytes: Uint8Array.from(randomBytes(size)) },
    { name: DATA_NAME, bytes: new TextEncoder().encode('{"version":1}') },
  ];
  const archive = await sealArchive(files, await freshKey(PASSWORD, new KeyDeriver()));
  await mkdir(folder);
  for (const { name, bytes } of files) await writeFile(join(folder, name), bytes);
  await writeFile(join(folder, ARCHIVE_NAME), archive);
  return { files, archive };
}
