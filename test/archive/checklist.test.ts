import { CHECKLIST } from "./malformed/checklist.ts";
import { outcomeOf } from "./outcome.ts";
import { readMalformed } from "./read-vectors.ts";

test.each(CHECKLIST)("case $what is refused with its own code, and says why", async (hostile) => {
  const { archive, code, message, policy } = hostile;
  expect(await outcomeOf(archive(), policy)).toEqual({ code, message });
});

test("with malformed.json, all cases from 00 to 98 are there", () => {
  const numbers = [...CHECKLIST.map(({ what }) => what), ...readMalformed().archives.map(({ name }) => name)].map(
    (name) => Number(name.slice(0, 2)),
  );
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 99 }, (_, number) => number));
});
