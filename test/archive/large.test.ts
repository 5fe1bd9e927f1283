import { LARGE } from "./malformed/large.ts";
import { outcomeOf } from "./outcome.ts";

// Milliseconds: the machine may be busy.
jest.setTimeout(60_000);

test.each(LARGE)("$what: $code", async ({ archive, code, message, policy }) => {
  expect(await outcomeOf(archive(), policy)).toEqual({ code, message });
});
