import { RULES } from "./malformed/rules.ts";
import { outcomeOf } from "./outcome.ts";

// Milliseconds: some archives are as large as they may be, and the machine may be busy.
jest.setTimeout(60_000);

describe.each(RULES)("$rule", ({ cases }) => {
  test.each(cases)("$what: $code", async ({ archive, code, message, policy }) => {
    expect(await outcomeOf(archive(), policy)).toEqual({ code, message });
  });
});
