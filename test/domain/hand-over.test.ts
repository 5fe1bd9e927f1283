import { LONGEST_TO, parseTo } from "../../src/domain/hand-over.ts";

const CLIENT = { lastName: "De Bree-Żółkiewska" };

test.each([
  ["maatschappelijk werker onthaal", "maatschappelijk werker onthaal"],
  ["  Els   V. ", "Els V."],
  ["onthaal 1", "onthaal 1"],
  ["mevrouw De Wit", "mevrouw De Wit"],
  ["Ann Breems", "Ann Breems"],
  ["a".repeat(LONGEST_TO), "a".repeat(LONGEST_TO)],
])("%j is to %j", (typed, to) => {
  expect(parseTo(typed, CLIENT)).toEqual({ ok: true, to });
});

test.each([
  ["", "missing"],
  [" ", "missing"],
  ["a".repeat(LONGEST_TO + 1), "too-long"],
  ["--", "no-letter"],
  ["12", "no-letter"],
  ["ont\u202ehaal", "hidden"],
  ["onthaal ０４７０", "number-or-address"],
  ["onthaal ٠٤٧٠", "number-or-address"],
  ["onthaal@dorp.example", "number-or-address"],
  ["Els 0470", "number-or-address"],
  ["Els 04 70 12", "number-or-address"],
  ["mevrouw Bree", "name-of-client"],
  ["moeder van ZOLKIEWSKA", "name-of-client"],
  ["bree", "name-of-client"],
])("%j is refused as %s", (typed, issue) => {
  expect(parseTo(typed, CLIENT)).toEqual({ ok: false, issue });
});

test.each(["Els Van Hove", "mevrouw van dienst", "onthaal der Kempen"])(
  "a particle that many names have (%s) names no client",
  (to) => {
    expect(parseTo(to, { lastName: "Van der Bergh" })).toEqual({ ok: true, to });
  },
);
