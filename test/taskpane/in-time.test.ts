import { inTime, LOADED_WITHIN } from "../../src/taskpane/in-time.ts";

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test("gives what came in time, and leaves no timer behind", async () => {
  expect(await inTime(Promise.resolve(7))).toBe(7);
  await expect(inTime(Promise.reject(new Error("404")))).rejects.toThrow("404");
  expect(jest.getTimerCount()).toBe(0);
});

test("what never comes is a rejection", async () => {
  const waiting = expect(inTime(new Promise(() => undefined))).rejects.toThrow("no answer in 15 s");
  jest.advanceTimersByTime(LOADED_WITHIN);
  await waiting;
});
