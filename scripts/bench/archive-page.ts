/** Runs in the browser: times the archive engine as the pane uses it. */
import { ArchiveWorker } from "../../src/workers/archive-worker.ts";

/** Milliseconds. */
export interface SealingTimes {
  readonly keyAhead: number;
  readonly cold: number;
  readonly open: number;
  /** Of the page's own thread; the browser reports tasks over 50 ms only, so 0 is "none that long". */
  readonly longestTask: number;
}

/** What the page offers to the script that drives it. */
export interface ArchivePage {
  seal(contentSize: number, password: string): Promise<SealingTimes>;
}

declare global {
  interface Window {
    archivePage: ArchivePage;
  }
}

/** WebCrypto gives at most this many random bytes a call. */
const RANDOM_LIMIT = 65_536;

let longestTask = 0;
new PerformanceObserver((list) => {
  longestTask = Math.max(longestTask, ...list.getEntries().map(({ duration }) => duration));
}).observe({ entryTypes: ["longtask"] });

const start = (): ArchiveWorker =>
  new ArchiveWorker(() => new Worker(new URL("../../src/archive/archive.worker.ts", import.meta.url)));

window.archivePage = {
  async seal(contentSize, password) {
    const pdf = crypto.getRandomValues(new Uint8Array(Math.min(contentSize, RANDOM_LIMIT)));
    const files = [
      { name: "content.pdf", bytes: pdf },
      { name: "content.json", bytes: new TextEncoder().encode('{"version":1}') },
    ];
    const timed = async <T>(work: () => Promise<T>): Promise<readonly [T, number]> => {
      const started = performance.now();
      return [await work(), performance.now() - started];
    };

    const [, cold] = await timed(async () => {
      const engine = start();
      engine.prepare(password);
      await engine.seal(files);
      engine.close();
    });

    const engine = start();
    engine.prepare(password);
    // The Worker answers in order, so the answer to this means that the key is there.
    await engine.open(new Uint8Array(0), password).catch(() => undefined);
    const [archive, keyAhead] = await timed(() => engine.seal(files));
    const [, open] = await timed(() => engine.open(archive, password));
    engine.close();
    // The observer tells of a task after it, in a task of its own.
    await new Promise((resolve) => setTimeout(resolve, 50));
    return { keyAhead, cold, open, longestTask };
  },
};
