/** Runs in a Worker of the page: 7z-wasm, and the parts of our engine that the pane does not ask for one by one. */
import type { ArchivedFile } from "../../../src/archive/archived-file.ts";
import { readArchive } from "../../../src/archive/read-archive.ts";
import { KnownKeys } from "./known-keys.ts";
import { decodeStream } from "./lzma-stream.ts";
import type { BenchAnswer, BenchQuestion } from "./page-messages.ts";
import { ARCHIVE_NAME } from "./sample.ts";
import { readWithWasm, writeWithWasm } from "./seven-zip-wasm.ts";

const deriver = new KnownKeys();
let compiled: Promise<WebAssembly.Module> | null = null;

self.addEventListener("message", (event: MessageEvent<BenchQuestion>) => {
  void answer(event.data)
    .then(
      (files): BenchAnswer => ({ ok: true, files }),
      (error: unknown): BenchAnswer => ({ ok: false, message: String(error) }),
    )
    .then((message) => {
      const transfer = message.ok ? message.files.map(({ bytes }) => bytes.buffer) : [];
      self.postMessage(message, { transfer });
    });
});

async function answer(question: BenchQuestion): Promise<readonly ArchivedFile[]> {
  switch (question.kind) {
    case "wasm-write": {
      const bytes = await writeWithWasm(await compile(), question.files, question.password);
      return [{ name: ARCHIVE_NAME, bytes }];
    }
    case "wasm-read":
      return readWithWasm(await compile(), question.archive, question.password);
    case "open-key-ahead":
      return (await readArchive(question.archive, question.password, { policy: "own", deriver })).files;
    case "lzma":
      return [{ name: "decoded", bytes: decodeStream(question.stream) }];
  }
}

/** With the first question, and kept: the Worker that is warm has it already. */
function compile(): Promise<WebAssembly.Module> {
  compiled ??= WebAssembly.compileStreaming(fetch(new URL("7z-wasm/7zz.wasm", import.meta.url)));
  return compiled;
}
