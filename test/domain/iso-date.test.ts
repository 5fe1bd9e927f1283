import { daysBetween, isIsoDate, localDay } from "../../src/domain/iso-date.ts";
import { day } from "./sample-rules.ts";

test.each(["2024-03-01", "2024-02-29", "2000-02-29", "2026-12-31", "9999-12-31"])("%s is a day", (text) => {
  expect(isIsoDate(text)).toBe(true);
});

test.each([
  "2026-02-29",
  "1900-02-29",
  "2026-04-31",
  "2026-00-10",
  "2026-13-01",
  "2026-01-00",
  "2026-1-1",
  "26-01-01",
  "01-03-2024",
  "2026-01-01T00:00:00Z",
  "2026-01-01\n",
  " 2026-01-01",
  "٢٠٢٦-٠١-٠١",
  "",
])("%j is no day", (text) => {
  expect(isIsoDate(text)).toBe(false);
});

test("the day of an instant is the one on the device's own clock", () => {
  expect(localDay(new Date(2026, 0, 5, 23, 59, 59))).toBe("2026-01-05");
  expect(localDay(new Date(2026, 10, 24, 0, 0, 0))).toBe("2026-11-24");
});

test.each([
  ["no instant", Number.NaN],
  ["a year of five digits", Date.UTC(12026, 5, 1)],
])("%s has no day", (_name, instant) => {
  expect(() => localDay(new Date(instant))).toThrow(RangeError);
});

test.each([
  ["the same day", "2026-11-24", "2026-11-24", 0],
  ["the next day", "2026-11-24", "2026-11-25", 1],
  ["the day before", "2026-11-24", "2026-11-23", -1],
  ["over the night in which the clocks go back", "2026-10-24", "2026-10-26", 2],
  ["over the night in which the clocks go forward", "2026-03-28", "2026-03-30", 2],
  ["over the end of a year", "2026-12-31", "2027-01-01", 1],
  ["over a leap day", "2028-02-28", "2028-03-01", 2],
  ["over the end of February in another year", "2027-02-28", "2027-03-01", 1],
  ["over eight thousand years", "2000-01-01", "9999-12-31", 2_921_939],
])("whole days to %s", (_name, from, to, days) => {
  expect([daysBetween(day(from), day(to)), daysBetween(day(to), day(from))]).toEqual([days, days === 0 ? 0 : -days]);
});
