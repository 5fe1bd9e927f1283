import { listText } from "../../src/texts/nl/lists.ts";

test.each([
  [[], ""],
  [["Bree"], "Bree"],
  [["Bree", "Peer"], "Bree en Peer"],
  [["Bree", "Peer", "Pelt"], "Bree, Peer en Pelt"],
])("%j", (names, expected) => {
  expect(listText(names)).toBe(expected);
});
