import { rm } from "node:fs/promises";
import { join } from "node:path";
import { benchProcess } from "../process.ts";
import type { Lap } from "./race.ts";
import { ARCHIVE_NAME, DATA_NAME, DOCUMENT_NAME, PASSWORD } from "./sample.ts";

/** The real 7-Zip, from starting its process to its end, on the sample in `folder`. */
export class SevenZipProcess {
  readonly #program: string;
  readonly #folder: string;

  constructor(program: string, folder: string) {
    this.#program = program;
    this.#folder = folder;
  }

  async write(): Promise<Lap> {
    const archive = join(this.#folder, "written.7z");
    const files = [DOCUMENT_NAME, DATA_NAME].map((name) => join(this.#folder, name));
    const time = await benchProcess(this.#program, ["a", `-p${PASSWORD}`, "-mhe=on", "-mx=0", archive, ...files]);
    await rm(archive);
    return { time };
  }

  async read(): Promise<Lap> {
    const output = join(this.#folder, "opened");
    const time = await benchProcess(this.#program, [
      "x",
      `-p${PASSWORD}`,
      `-o${output}`,
      join(this.#folder, ARCHIVE_NAME),
    ]);
    await rm(output, { recursive: true });
    return { time };
  }
}
