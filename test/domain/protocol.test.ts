import { isInForce } from "../../src/domain/protocol.ts";
import { day } from "./sample-rules.ts";

const ENDED = { on: day("2026-06-01"), reason: "Opzegging." };

test.each([
  ["the day before it starts", null, "2024-02-29", false],
  ["its first day", null, "2024-03-01", true],
  ["years later", null, "2036-01-01", true],
  ["the day before its end", ENDED, "2026-05-31", true],
  ["the day of its end", ENDED, "2026-06-01", false],
  ["after its end", ENDED, "2026-06-02", false],
])("on %s", (_name, ended, today, expected) => {
  expect(isInForce({ inForceFrom: day("2024-03-01"), ended }, day(today))).toBe(expected);
});
