import { IDLE_WARNING, IDLE_WIPE, idleness } from "../../src/domain/idle.ts";

const SINCE = Date.parse("2026-11-24T09:30:00Z");

test("ten minutes without input are too long, and the last of them is announced", () => {
  expect({ IDLE_WIPE, IDLE_WARNING }).toEqual({ IDLE_WIPE: 10 * 60 * 1000, IDLE_WARNING: 60 * 1000 });
});

test.each([
  ["at the input itself", 0, "no"],
  ["a millisecond before the last minute", 539_999, "no"],
  ["when the last minute begins", 540_000, "soon"],
  ["a millisecond before the end", 599_999, "soon"],
  ["at the end", 600_000, "over"],
  ["a night later, after the device slept", 50_000_000, "over"],
  ["on a clock that was set back", -1, "no"],
])("%s (%d ms) it is over: %s", (_name, idle, answer) => {
  expect(idleness(SINCE, SINCE + idle)).toBe(answer);
});
