import { isIsoDate } from "../../src/domain/iso-date.ts";
import { agoText, dayText, momentText, timeText } from "../../src/texts/nl/dates.ts";

test.each([
  ["2024-01-01", "1 januari 2024"],
  ["2024-02-29", "29 februari 2024"],
  ["2024-03-01", "1 maart 2024"],
  ["2024-04-30", "30 april 2024"],
  ["2024-05-10", "10 mei 2024"],
  ["2024-06-21", "21 juni 2024"],
  ["2024-07-11", "11 juli 2024"],
  ["2024-08-15", "15 augustus 2024"],
  ["2024-09-09", "9 september 2024"],
  ["2024-10-31", "31 oktober 2024"],
  ["2024-11-24", "24 november 2024"],
  ["2024-12-25", "25 december 2024"],
])("the day %s is %s", (day, text) => {
  if (!isIsoDate(day)) throw new RangeError(day);
  expect(dayText(day)).toBe(text);
});

test.each([
  ["2026-11-24T09:05:00+01:00", "24 november 2026 om 9.05 uur"],
  ["2026-07-01T23:59:59+02:00", "1 juli 2026 om 23.59 uur"],
  ["2026-01-01T00:00:00Z", "1 januari 2026 om 0.00 uur"],
])("the moment %s is %s, on the clock that it names", (moment, text) => {
  expect(momentText(moment)).toBe(text);
});

test("what is no moment stays as it is", () => {
  expect(momentText("gisteren")).toBe("gisteren");
});

test("a time is told on the clock of this device", () => {
  expect(timeText(new Date(2026, 10, 24, 9, 5).getTime())).toBe("24 november 2026 om 9.05 uur");
});

test.each([
  [0, "vandaag"],
  [1, "gisteren"],
  [2, "2 dagen geleden"],
  [-1, "vandaag"],
])("%d days ago is %s", (days, text) => {
  expect(agoText(days)).toBe(text);
});
