/** Runs in the browser: times our archive engine as the pane uses it, and 7z-wasm in a Worker of the same page. */
import type { ArchivedFile } from "../../../src/archive/archived-file.ts";
import type { Bytes } from "../../../src/archive/bytes.ts";
import { ArchiveWorker } from "../../../src/workers/archive-worker.ts";
import type { LzmaStream } from "./lzma-stream.ts";
import type { BenchAnswer, BenchQuestion } from "./page-messages.ts";
import type { Lap } from "./race.ts";
import { ARCHIVE_NAME, checkOpened, checkSealed, DATA_NAME, DOCUMENT_NAME, PASSWORD, type Sample } from "./sample.ts";

/** What the page offers to the script that drives it. */
export interface ArchivePage {
  /** With the sample that lies in `folder` of the page's own server. */
  lap(work: PageWork, folder: string): Promise<Lap>;
  /** Decodes the stream that lies at `path`. */
  lzma(path: string, stream: Omit<LzmaStream, "packed">): Promise<Lap>;
}

declare global {
  interface Window {
    archivePage: ArchivePage;
  }
}

/** Milliseconds after which the browser has told of a task: it does so in a task of its own. */
const TOLD_AFTER = 20;

const startEngine = (): ArchiveWorker =>
  new ArchiveWorker(() => new Worker(new URL("../../../src/archive/archive.worker.ts", import.meta.url)));
const startOther = (): Worker => new Worker(new URL("./page.worker.ts", import.meta.url));
/** Started, with their code loaded and their memory touched, by the laps that do not count. */
const engine = startEngine();
const other = startOther();

let longestTask = 0;
new PerformanceObserver((list) => {
  longestTask = Math.max(longestTask, ...list.getEntries().map(({ duration }) => duration));
}).observe({ entryTypes: ["longtask"] });

/** What may be timed. "New" starts a Worker for it. */
const works = {
  sealKeyAhead: async (sample: Sample): Promise<Lap> => {
    engine.prepare(PASSWORD);
    // The Worker answers in order, so the answer to this means that the key is there.
    await engine.open(new Uint8Array(0), PASSWORD).catch(() => undefined);
    return timeSeal(sample, () => engine.seal(sample.files));
  },
  sealCold: (sample: Sample): Promise<Lap> => timeSeal(sample, () => seal(engine, sample)),
  sealNew: (sample: Sample): Promise<Lap> => timeSeal(sample, () => withNewEngine((started) => seal(started, sample))),
  open: (sample: Sample): Promise<Lap> => timeOpen(sample, () => engine.open(sample.archive, PASSWORD)),
  openNew: (sample: Sample): Promise<Lap> =>
    timeOpen(sample, () => withNewEngine((started) => started.open(sample.archive, PASSWORD))),
  openKeyAhead: (sample: Sample): Promise<Lap> =>
    timeOpen(sample, () => ask(other, { kind: "open-key-ahead", archive: sample.archive, password: PASSWORD })),
  wasmWrite: (sample: Sample): Promise<Lap> => timeSeal(sample, () => wasmWrite(other, sample)),
  wasmWriteNew: (sample: Sample): Promise<Lap> =>
    timeSeal(sample, () => withNewOther((started) => wasmWrite(started, sample))),
  wasmRead: (sample: Sample): Promise<Lap> => timeOpen(sample, () => wasmRead(other, sample)),
  wasmReadNew: (sample: Sample): Promise<Lap> =>
    timeOpen(sample, () => withNewOther((started) => wasmRead(started, sample))),
};

/** By name. */
export type PageWork = keyof typeof works;

const samples = new Map<string, Sample>();

window.archivePage = {
  async lap(work, folder) {
    const sample = samples.get(folder) ?? (await fetchSample(folder));
    samples.set(folder, sample);
    return works[work](sample);
  },
  async lzma(path, stream) {
    const packed = await fetchBytes(path);
    return watched(
      () => ask(other, { kind: "lzma", stream: { ...stream, packed } }),
      () => undefined,
    );
  },
};

async function fetchSample(folder: string): Promise<Sample> {
  const names = [DOCUMENT_NAME, DATA_NAME];
  const files = names.map(async (name) => ({ name, bytes: await fetchBytes(`${folder}/${name}`) }));
  return { files: await Promise.all(files), archive: await fetchBytes(`${folder}/${ARCHIVE_NAME}`) };
}

async function fetchBytes(path: string): Promise<Bytes> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

async function watched<T>(work: () => Promise<T>, check: (result: T) => void): Promise<Lap> {
  const told = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, TOLD_AFTER));
  await told();
  longestTask = 0;
  const started = performance.now();
  const result = await work();
  const time = performance.now() - started;
  await told();
  const lap = { time, longestTask };
  // A long task of its own, and no part of the work.
  check(result);
  return lap;
}

function timeSeal(sample: Sample, work: () => Promise<Bytes>): Promise<Lap> {
  return watched(work, (archive) => checkSealed(sample, archive));
}

function timeOpen(sample: Sample, work: () => Promise<readonly ArchivedFile[]>): Promise<Lap> {
  return watched(work, (files) => checkOpened(sample, files));
}

function seal(by: ArchiveWorker, sample: Sample): Promise<Bytes> {
  by.prepare(PASSWORD);
  return by.seal(sample.files);
}

async function wasmWrite(by: Worker, { files }: Sample): Promise<Bytes> {
  const [archive] = await ask(by, { kind: "wasm-write", files, password: PASSWORD });
  if (archive === undefined) throw new Error("7z-wasm wrote no archive");
  return archive.bytes;
}

function wasmRead(by: Worker, { archive }: Sample): Promise<readonly ArchivedFile[]> {
  return ask(by, { kind: "wasm-read", archive, password: PASSWORD });
}

async function withNewEngine<T>(use: (started: ArchiveWorker) => Promise<T>): Promise<T> {
  const started = startEngine();
  try {
    return await use(started);
  } finally {
    started.close();
  }
}

async function withNewOther<T>(use: (started: Worker) => Promise<T>): Promise<T> {
  const started = startOther();
  try {
    return await use(started);
  } finally {
    started.terminate();
  }
}

/** One question at a time. */
function ask(worker: Worker, question: BenchQuestion): Promise<readonly ArchivedFile[]> {
  return new Promise((resolve, reject) => {
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.onmessage = ({ data }: MessageEvent<BenchAnswer>) => {
      if (data.ok) resolve(data.files);
      else reject(new Error(data.message));
    };
    worker.postMessage(question);
  });
}
