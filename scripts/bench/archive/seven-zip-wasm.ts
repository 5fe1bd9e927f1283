import startSevenZip, { type SevenZipModule } from "7z-wasm";
import type { ArchivedFile } from "../../../src/archive/archived-file.ts";
import type { Bytes } from "../../../src/archive/bytes.ts";

const ARCHIVE = "archive.7z";
const OUTPUT = "opened";

/** Writes an archive of the files with 7z-wasm, with the options that the 7-Zip process gets. */
export async function writeWithWasm(
  compiled: WebAssembly.Module,
  files: readonly ArchivedFile[],
  password: string,
): Promise<Bytes> {
  const sevenZip = await start(compiled);
  for (const { name, bytes } of files) sevenZip.FS.writeFile(name, bytes);
  sevenZip.callMain(["a", `-p${password}`, "-mhe=on", "-mx=0", ARCHIVE, ...files.map(({ name }) => name)]);
  return Uint8Array.from(sevenZip.FS.readFile(ARCHIVE));
}

/** The files of an archive, opened with 7z-wasm. */
export async function readWithWasm(
  compiled: WebAssembly.Module,
  archive: Bytes,
  password: string,
): Promise<readonly ArchivedFile[]> {
  const sevenZip = await start(compiled);
  sevenZip.FS.writeFile(ARCHIVE, archive);
  sevenZip.callMain(["x", `-p${password}`, `-o${OUTPUT}`, ARCHIVE]);
  return sevenZip.FS.readdir(OUTPUT)
    .filter((name) => !name.startsWith("."))
    .map((name) => ({ name, bytes: Uint8Array.from(sevenZip.FS.readFile(`${OUTPUT}/${name}`)) }));
}

/** An instance for one call of its `main`, which can run once only. */
function start(compiled: WebAssembly.Module): Promise<SevenZipModule> {
  const options = {
    print: () => undefined,
    printErr: () => undefined,
    /** Emscripten's hook, which 7z-wasm's types leave out: takes the place of fetching and compiling. */
    instantiateWasm(imports: WebAssembly.Imports, received: (instance: WebAssembly.Instance) => void): object {
      void WebAssembly.instantiate(compiled, imports).then(received);
      return {};
    },
  };
  return startSevenZip(options);
}
