import type { Page } from "playwright-core";

/** What happened in the pages besides what was asked of them. */
export interface Watched {
  readonly origins: readonly string[];
  readonly consoleErrors: readonly string[];
  /** Durations of tasks over 50 ms in the page and its frames since the last call, in milliseconds. */
  takeLongTasks(): Promise<readonly number[]>;
}

/** The two inline styles of office.js that the policy stops (docs/outlook-quirks.md), by the hash that Chromium names. */
const KNOWN = [
  "sha256-ICa0DhwZQJsOd/Rn0N8H6FdQ71GfNL+op2zhAQ+Y4mM=",
  "sha256-ZD0chCyBaNHl+4UwQHJIHGoYhKwMeyCXGgJTKW5/67E=",
] as const;

/** Watches a page from before its first request. */
export async function watch(page: Page): Promise<Watched> {
  const origins: string[] = [];
  const consoleErrors: string[] = [];
  page.context().on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== "data:" && protocol !== "blob:" && !origins.includes(origin)) origins.push(origin);
  });
  page.on("console", (message) => {
    const known = KNOWN.some((hash) => message.text().includes(hash));
    if (message.type() === "error" && !known) consoleErrors.push(message.text());
  });
  page.on("pageerror", (error) => consoleErrors.push(`${error.name}: ${error.message}`));
  await page.addInitScript(() => {
    // Methods only: tsx gives functions that are constants a helper that the page does not have.
    const tasks = {
      durations: [] as number[],
      keep(entries: PerformanceEntryList) {
        tasks.durations.push(...entries.map(({ duration }) => Math.round(duration)));
      },
      observer: new PerformanceObserver((list) => tasks.keep(list.getEntries())),
    };
    tasks.observer.observe({ type: "longtask", buffered: true });
    Object.assign(window, {
      async takeLongTasks() {
        // The task that ends now is told of in a later one.
        await new Promise((resolve) => setTimeout(resolve));
        tasks.keep(tasks.observer.takeRecords());
        return tasks.durations.splice(0);
      },
    });
  });
  return {
    origins,
    consoleErrors,
    takeLongTasks: async () => {
      const perFrame = await Promise.all(
        // The sandboxed frame of a message that is read runs no scripts.
        page.frames().map((frame) => frame.evaluate("window.takeLongTasks?.() ?? []").catch(() => [])),
      );
      return perFrame.flat().filter((duration): duration is number => typeof duration === "number");
    },
  };
}
