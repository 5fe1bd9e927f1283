import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { KeyDeriver } from "../../../src/archive/derive-key.ts";
import { readArchive } from "../../../src/archive/read-archive.ts";
import { freshKey, sealArchive } from "../../../src/archive/sealed-archive.ts";
import { KnownKeys } from "./known-keys.ts";
import type { Lap } from "./race.ts";
import { checkOpened, checkSealed, PASSWORD, type Sample } from "./sample.ts";
import { readWithWasm, writeWithWasm } from "./seven-zip-wasm.ts";

/** Our engine and 7z-wasm in this process. The memory of the deriver has been touched after the first lap. */
export class InNode {
  readonly #deriver = new KeyDeriver();
  readonly #known = new KnownKeys();
  readonly #wasm: WebAssembly.Module;

  constructor(wasm: WebAssembly.Module) {
    this.#wasm = wasm;
  }

  async sealKeyAhead(sample: Sample): Promise<Lap> {
    const key = await freshKey(PASSWORD, this.#deriver);
    return timeLap(
      () => sealArchive(sample.files, key),
      (archive) => checkSealed(sample, archive),
    );
  }

  sealCold(sample: Sample): Promise<Lap> {
    return timeLap(
      async () => sealArchive(sample.files, await freshKey(PASSWORD, this.#deriver)),
      (archive) => checkSealed(sample, archive),
    );
  }

  open(sample: Sample): Promise<Lap> {
    return this.#open(sample, this.#deriver);
  }

  openKeyAhead(sample: Sample): Promise<Lap> {
    return this.#open(sample, this.#known);
  }

  wasmWrite(sample: Sample): Promise<Lap> {
    return timeLap(
      () => writeWithWasm(this.#wasm, sample.files, PASSWORD),
      (archive) => checkSealed(sample, archive),
    );
  }

  wasmRead(sample: Sample): Promise<Lap> {
    return timeLap(
      () => readWithWasm(this.#wasm, sample.archive, PASSWORD),
      (files) => checkOpened(sample, files),
    );
  }

  #open(sample: Sample, deriver: KeyDeriver): Promise<Lap> {
    return timeLap(
      () => readArchive(sample.archive, PASSWORD, { policy: "own", deriver }),
      ({ files }) => checkOpened(sample, files),
    );
  }
}

/** 7z-wasm, compiled. */
export async function compileWasm(): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await readFile(createRequire(import.meta.url).resolve("7z-wasm/7zz.wasm")));
}

/** A lap of `work`; what comes of it is checked when the clock has stopped. */
async function timeLap<T>(work: () => Promise<T>, check: (result: T) => void): Promise<Lap> {
  const started = performance.now();
  const result = await work();
  const time = performance.now() - started;
  check(result);
  return { time };
}
