import type { DocumentMaker } from "../../src/application/ports.ts";
import type { PdfAnswer, PdfRequest } from "../../src/document/pdf-messages.ts";
import { referralJson } from "../../src/document/referral-json.ts";
import { PdfWorker } from "../../src/workers/pdf-worker.ts";
import { ABOUT, REFERRAL, TOLD } from "../document/sample-referral.ts";

const FONTS = { regular: "https://pane.example/regular.ttf", bold: "https://pane.example/bold.ttf" };
const CONTENT = { title: "Titel", blocks: [] };
const BYTES = new Uint8Array([1, 2, 3]);

/** A Worker that is answered by hand. */
class FakeWorker extends EventTarget implements Worker {
  onmessage = null;
  onmessageerror = null;
  onerror = null;
  readonly received: PdfRequest[] = [];
  terminated = false;

  postMessage(request: PdfRequest): void {
    this.received.push(request);
  }

  terminate(): void {
    this.terminated = true;
  }

  answer(answer: PdfAnswer): void {
    this.dispatchEvent(new MessageEvent("message", { data: answer }));
  }
}

function start(): { documents: PdfWorker; workers: FakeWorker[]; worker: (index: number) => FakeWorker } {
  const workers: FakeWorker[] = [];
  const createWorker = (): FakeWorker => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  };
  const worker = (index: number): FakeWorker => {
    const found = workers[index];
    if (found === undefined) throw new RangeError(`expected Worker ${index} to have started`);
    return found;
  };
  return { documents: new PdfWorker({ createWorker, fonts: FONTS }), workers, worker };
}

test("starts no Worker before it is needed, and one for all calls", async () => {
  const { documents, workers, worker } = start();
  expect(workers).toEqual([]);
  const warm = documents.warm();
  const pdf = documents.pdf(CONTENT, ABOUT);
  expect(workers).toHaveLength(1);
  expect(worker(0).received).toEqual([
    { id: 1, kind: "warm", fonts: FONTS },
    { id: 2, kind: "pdf", fonts: FONTS, content: CONTENT, info: ABOUT },
  ]);
  worker(0).answer({ id: 2, ok: true, bytes: BYTES });
  worker(0).answer({ id: 1, ok: true, bytes: new Uint8Array(0) });
  await expect(pdf).resolves.toEqual(BYTES);
  await expect(warm).resolves.toBeUndefined();
});

test("passes the Worker's refusal on, and keeps the Worker", async () => {
  const { documents, workers, worker } = start();
  const pdf = documents.pdf(CONTENT, ABOUT);
  worker(0).answer({ id: 1, ok: false, code: "fonts-unavailable", message: "no fonts" });
  await expect(pdf).rejects.toMatchObject({ name: "DocumentError", code: "fonts-unavailable", message: "no fonts" });
  documents.warm().catch(() => {});
  expect(workers).toHaveLength(1);
  documents.close();
});

test.each(["error", "messageerror"])(
  "rejects what a Worker owes when it dies (%s), and starts another",
  async (kind) => {
    const { documents, workers, worker } = start();
    const owed = [documents.warm(), documents.pdf(CONTENT, ABOUT)].map((call) => expect(call).rejects);
    worker(0).dispatchEvent(new Event(kind));
    for (const call of owed) await call.toMatchObject({ name: "DocumentError", code: "worker-died" });
    expect(worker(0).terminated).toBe(true);

    const pdf = documents.pdf(CONTENT, ABOUT);
    expect(workers).toHaveLength(2);
    worker(0).dispatchEvent(new Event("error"));
    worker(0).answer({ id: 3, ok: true, bytes: new Uint8Array(9) });
    worker(1).answer({ id: 3, ok: true, bytes: BYTES });
    await expect(pdf).resolves.toEqual(BYTES);
  },
);

test("rejects when a Worker cannot be started, and tries again with the next call", async () => {
  const worker = new FakeWorker();
  const createWorker = jest.fn<FakeWorker, []>(() => worker);
  createWorker.mockImplementationOnce(() => {
    throw new Error("blocked");
  });
  const documents = new PdfWorker({ createWorker, fonts: FONTS });
  await expect(documents.pdf(CONTENT, ABOUT)).rejects.toMatchObject({ name: "DocumentError", code: "worker-died" });
  const pdf = documents.pdf(CONTENT, ABOUT);
  worker.answer({ id: 2, ok: true, bytes: BYTES });
  await expect(pdf).resolves.toEqual(BYTES);
});

test("rejects everything once it is closed", async () => {
  const { documents, workers, worker } = start();
  const owed = expect(documents.warm()).rejects.toMatchObject({ name: "DocumentError", code: "closed" });
  documents.close();
  await owed;
  expect(worker(0).terminated).toBe(true);
  await expect(documents.pdf(CONTENT, ABOUT)).rejects.toMatchObject({ name: "DocumentError", code: "closed" });
  expect(workers).toHaveLength(1);
});

test("is the application's document engine, JSON included", () => {
  const documents: DocumentMaker = start().documents;
  expect(documents.json(REFERRAL, TOLD)).toEqual(referralJson(REFERRAL, TOLD));
});
