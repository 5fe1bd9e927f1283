import { ArchiveService } from "../../src/archive/archive-service.ts";
import { ArchiveWorker } from "../../src/workers/archive-worker.ts";
import { ANSWER_WITHIN } from "../../src/workers/worker-calls.ts";

const PASSWORD = "appel-boom-cello-deur-egel-fiets-gras";
const files = [{ name: "gegevens.json", bytes: new TextEncoder().encode('{"a":1}') }];

/** A Worker in this thread: the service behind messages, that can be told to die. */
class InThread extends EventTarget {
  readonly asked: string[] = [];
  terminated = false;
  #deaf = false;
  readonly #service = new ArchiveService();

  postMessage(request: Parameters<ArchiveService["answer"]>[0]): void {
    this.asked.push(request.kind);
    if (this.#deaf) return;
    const tell = (done: number): void => this.say({ id: request.id, done });
    void this.#service.answer(structuredClone(request), tell).then((data) => this.say(data));
  }

  say(data: unknown): void {
    this.dispatchEvent(new MessageEvent("message", { data }));
  }

  terminate(): void {
    this.terminated = true;
  }

  /** From now on it answers nothing but what the test says. */
  hang(): void {
    this.#deaf = true;
  }

  die(): void {
    this.dispatchEvent(new Event("error", { cancelable: true }));
  }
}

/** The first `deaf` Workers hang from their start. */
function engine(deaf = 0): { readonly archiver: ArchiveWorker; readonly workers: InThread[] } {
  const workers: InThread[] = [];
  const archiver = new ArchiveWorker(() => {
    const worker = new InThread();
    if (workers.length < deaf) worker.hang();
    workers.push(worker);
    return worker as unknown as Worker; // The one place where a test's Worker stands for the browser's.
  });
  return { archiver, workers };
}

test("seals under the prepared password and opens again, in one Worker", async () => {
  const { archiver, workers } = engine();
  archiver.prepare(PASSWORD);
  const archive = await archiver.seal(files);
  const told: number[] = [];
  const options = { policy: "own", onProgress: (done: number) => told.push(done) } as const;
  const {
    files: [opened, ...others],
  } = await archiver.read(archive, PASSWORD, options);
  expect({ others, told }).toEqual({ others: [], told: [1] });
  expect(JSON.parse(new TextDecoder().decode(opened?.bytes))).toMatchObject({ a: 1 });
  expect(workers.map(({ asked }) => asked)).toEqual([["prepare", "seal", "read"]]);
});

test("a second archive gets a key of its own without being asked for", async () => {
  const { archiver } = engine();
  archiver.prepare(PASSWORD);
  const first = await archiver.seal(files);
  const second = await archiver.seal(files);
  const salt = (archive: Uint8Array): string =>
    Buffer.from(archive).toString("hex").split("22d3ff").at(-1)?.slice(0, 32) ?? "";
  expect(salt(first)).toHaveLength(32);
  expect(salt(first)).not.toBe(salt(second));
});

test("a Worker that dies takes what it owed with it, and the next call starts another that has the password", async () => {
  const { archiver, workers } = engine();
  archiver.prepare(PASSWORD);
  workers[0]?.hang();
  const owed = archiver.seal(files);
  workers[0]?.die();
  await expect(owed).rejects.toMatchObject({ name: "ArchiveError", code: "worker-died" });
  const archive = await archiver.seal(files);
  expect(await archiver.open(archive, PASSWORD)).toHaveLength(1);
  expect(workers.map(({ asked, terminated }) => ({ asked, terminated }))).toEqual([
    { asked: ["prepare", "seal"], terminated: true },
    { asked: ["prepare", "seal", "read"], terminated: false },
  ]);
});

test("a Worker that does not answer in time is ended, and the next call starts another", async () => {
  jest.useFakeTimers({ doNotFake: ["queueMicrotask", "nextTick", "setImmediate"] });
  try {
    const { archiver, workers } = engine();
    archiver.prepare(PASSWORD);
    workers[0]?.hang();
    const owed = archiver.seal(files);
    jest.advanceTimersByTime(ANSWER_WITHIN);
    await expect(owed).rejects.toMatchObject({ code: "worker-died", message: "the Worker gave no answer in 30 s" });
    expect(workers[0]?.terminated).toBe(true);
    jest.useRealTimers();
    expect(await archiver.open(await archiver.seal(files), PASSWORD)).toHaveLength(1);
  } finally {
    jest.useRealTimers();
  }
});

describe("reading", () => {
  const READ = { files: [], directories: ["map"], missing: ["authentication"] };
  const someArchive = new Uint8Array(8);
  /** Milliseconds without a word that reading may take. */
  const READ_WITHIN = 120_000;

  /** An engine whose first Worker has made a key, number 1, and from then on answers only what the test says. */
  function silent(): { readonly archiver: ArchiveWorker; readonly workers: InThread[] } {
    const made = engine(1);
    made.archiver.prepare(PASSWORD);
    made.workers[0]?.say({ id: 1, ok: true });
    return made;
  }

  test("gives what the archive lacks, under the policy that was asked for", async () => {
    const { archiver, workers } = silent();
    const reading = archiver.read(someArchive, PASSWORD, { policy: "foreign" });
    workers[0]?.say({ id: 2, ok: true, read: READ });
    expect(await reading).toEqual(READ);
  });

  describe("takes its time", () => {
    beforeEach(() => jest.useFakeTimers());
    afterEach(() => jest.useRealTimers());

    /** A read, number 2, and a seal behind it, number 3, which the Worker begins when it has answered the read. */
    function readAndSeal() {
      const { archiver, workers } = silent();
      const told: number[] = [];
      const reading = archiver.read(someArchive, PASSWORD, { policy: "own", onProgress: (done) => told.push(done) });
      const sealing = archiver.seal(files);
      const say = (data: unknown): void => workers[0]?.say(data);
      return { workers, told, say, owed: Promise.allSettled([reading, sealing]) };
    }
    const died = (seconds: number) => ({
      status: "rejected",
      reason: expect.objectContaining({ code: "worker-died", message: `the Worker gave no answer in ${seconds} s` }),
    });

    test("for as long as it tells how far it is, and a seal behind it waits too", async () => {
      const { workers, told, say, owed } = readAndSeal();
      for (const done of [0.25, 0.5, 1]) {
        jest.advanceTimersByTime(READ_WITHIN - 1);
        say({ id: 2, done });
      }
      jest.advanceTimersByTime(READ_WITHIN - 1);
      say({ id: 2, ok: true, read: READ });
      jest.advanceTimersByTime(ANSWER_WITHIN - 1);
      say({ id: 3, ok: true, archive: someArchive });
      expect(await owed).toEqual([
        { status: "fulfilled", value: READ },
        { status: "fulfilled", value: someArchive },
      ]);
      expect(told).toEqual([0.25, 0.5, 1]);
      expect(jest.getTimerCount()).toBe(0);
      expect(workers.map(({ asked, terminated }) => ({ asked, terminated }))).toEqual([
        { asked: ["prepare", "read", "seal"], terminated: false },
      ]);
    });

    test("up to two minutes without a word, and takes the seal with it", async () => {
      const { workers, say, owed } = readAndSeal();
      jest.advanceTimersByTime(READ_WITHIN - 1);
      say({ id: 2, done: 0.25 });
      jest.advanceTimersByTime(READ_WITHIN - 1);
      expect(workers[0]?.terminated).toBe(false);
      jest.advanceTimersByTime(1);
      expect(await owed).toEqual([died(120), died(120)]);
      expect(workers[0]?.terminated).toBe(true);
    });

    test("but the seal has no more than its own time once the read is answered", async () => {
      const { say, owed } = readAndSeal();
      say({ id: 2, ok: true, read: READ });
      jest.advanceTimersByTime(ANSWER_WITHIN);
      expect(await owed).toEqual([{ status: "fulfilled", value: READ }, died(30)]);
    });
  });

  test("stops at once when the person wants it, and the next call has a Worker of its own", async () => {
    const { archiver, workers } = silent();
    const stop = new AbortController();
    const reading = archiver.read(someArchive, PASSWORD, { policy: "own", signal: stop.signal });
    stop.abort();
    await expect(reading).rejects.toMatchObject({ name: "ArchiveError", code: "cancelled" });
    const archive = await archiver.seal(files);
    expect(await archiver.open(archive, PASSWORD)).toHaveLength(1);
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
  });

  test("does not begin when it was stopped before", async () => {
    const { archiver, workers } = engine();
    const reading = archiver.read(someArchive, PASSWORD, { policy: "own", signal: AbortSignal.abort() });
    await expect(reading).rejects.toMatchObject({ code: "cancelled" });
    expect(workers).toEqual([]);
  });

  test("ends nothing when the signal comes after the answer", async () => {
    const { archiver, workers } = silent();
    const stop = new AbortController();
    const reading = archiver.read(someArchive, PASSWORD, { policy: "own", signal: stop.signal });
    workers[0]?.say({ id: 2, ok: true, read: READ });
    await reading;
    stop.abort();
    expect(workers.map(({ terminated }) => terminated)).toEqual([false]);
  });
});

test("a Worker that does not start is an ArchiveError", async () => {
  const archiver = new ArchiveWorker(() => {
    throw new Error("blocked by a policy");
  });
  archiver.prepare(PASSWORD);
  await expect(archiver.seal(files)).rejects.toMatchObject({ name: "ArchiveError", code: "worker-died" });
});

test("without a password there is no key", async () => {
  await expect(engine().archiver.seal(files)).rejects.toMatchObject({ code: "no-key" });
});

test("what was closed stays closed, and what it owed is told so", async () => {
  const { archiver, workers } = engine();
  archiver.prepare(PASSWORD);
  workers[0]?.hang();
  const owed = archiver.seal(files);
  archiver.close();
  await expect(owed).rejects.toMatchObject({ code: "closed" });
  await expect(archiver.open(new Uint8Array(0), PASSWORD)).rejects.toMatchObject({ code: "closed" });
  archiver.prepare(PASSWORD);
  expect(workers.map(({ terminated }) => terminated)).toEqual([true]);
});

test("what it forgot is gone with its Worker, until another password comes", async () => {
  const { archiver, workers } = engine();
  archiver.prepare(PASSWORD);
  workers[0]?.hang();
  const owed = archiver.seal(files);
  archiver.forget();
  await expect(owed).rejects.toMatchObject({ code: "cancelled" });
  await expect(archiver.seal(files)).rejects.toMatchObject({ code: "no-key" });
  archiver.prepare("een-ander");
  const archive = await archiver.seal(files);
  expect(await archiver.open(archive, "een-ander")).toHaveLength(1);
  expect(workers.map(({ terminated }) => terminated).slice(0, -1)).not.toContain(false);
});

test("the page's own files survive sealing", async () => {
  const { archiver } = engine();
  archiver.prepare(PASSWORD);
  await archiver.seal(files);
  expect(files).toEqual([{ name: "gegevens.json", bytes: new TextEncoder().encode('{"a":1}') }]);
});

test("gives SHA-256 as hex", async () => {
  // FIPS 180-2, B.1
  expect(await engine().archiver.sha256(new TextEncoder().encode("abc"))).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});
