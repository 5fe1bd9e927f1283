import type { Page } from "playwright-core";

/** What happened in the pages besides what was asked of them. */
export interface Watched {
  readonly origins: ReadonlySet<string>;
  readonly consoleErrors: readonly string[];
  /** Durations of tasks over 50 ms in the page and its frames since it was opened, in milliseconds. */
  longTasks(): Promise<readonly number[]>;
}

/** office.js logs two inline styles that the policy stops; they are harmless (docs/outlook-quirks.md). */
const KNOWN = /Applying inline style violates|Refused to apply inline style/;

/** Watches a page from before its first request. */
export async function watch(page: Page): Promise<Watched> {
  const origins = new Set<string>();
  const consoleErrors: string[] = [];
  page.context().on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol !== "data:" && url.protocol !== "blob:") origins.add(url.origin);
  });
  page.on("console", (message) => {
    if (message.type() === "error" && !KNOWN.test(message.text())) consoleErrors.push(message.text());
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
    longTasks: async () => {
      const perFrame = await Promise.all(
        page.frames().map((frame) => frame.evaluate("window.longTaskDurations ?? []").catch(() => [])),
      );
      return perFrame.flat().filter((duration): duration is number => typeof duration === "number");
    },
  };
}
