import fc from "fast-check";
import { isExpired, KEPT_DAYS, keptUntil } from "../../src/domain/keeping.ts";

const NOW = Date.parse("2026-11-24T09:30:00Z");
const DAY = 86_400_000;

test("what is kept now stays for seven days, to the millisecond", () => {
  expect({ days: KEPT_DAYS, until: new Date(keptUntil(NOW)).toISOString() }).toEqual({
    days: 7,
    until: "2026-12-01T09:30:00.000Z",
  });
});

test.each([
  ["at the moment itself", 0, false],
  ["a millisecond before the end", 7 * DAY - 1, false],
  ["at the end", 7 * DAY, true],
  ["long after it", 700 * DAY, true],
  ["on a clock set back a little", -1, false],
  ["on a clock set back by a day", -DAY, false],
  ["on a clock set back by a millisecond more", -DAY - 1, true],
  ["on a clock set back by years", -700 * DAY, true],
])("%s (%d ms) it is past its time: %s", (_name, passed, expired) => {
  expect(isExpired(keptUntil(NOW), NOW + passed)).toBe(expired);
});

test("whatever the clock says, it calls nothing whole for longer than eight days", () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.integer({ min: -30 * DAY, max: 30 * DAY }), (until, left) => {
      expect(isExpired(until, until - left)).toBe(left <= 0 || left > 8 * DAY);
    }),
  );
});
