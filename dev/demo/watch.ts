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
    const durations: number[] = [];
    Object.assign(window, { longTaskDurations: durations });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) durations.push(Math.round(entry.duration));
    }).observe({ type: "longtask", buffered: true });
  });
  return {
    origins,
    consoleErrors,
    takeLongTasks: async () => {
      const perFrame = await Promise.all(
        page.frames().map((frame) => frame.evaluate("window.longTaskDurations?.splice(0) ?? []").catch(() => [])),
      );
      return perFrame.flat().filter((duration): duration is number => typeof duration === "number");
    },
  };
}
