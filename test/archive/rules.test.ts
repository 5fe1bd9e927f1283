import { RULES } from "./malformed/rules.ts";
import { outcomeOf } from "./outcome.ts";

describe.each(RULES)("$rule", ({ cases }) => {
  test.each(cases)("$what: $code", async ({ archive, code, message, policy }) => {
    expect(await outcomeOf(archive(), policy)).toEqual({ code, message });
  });
});
