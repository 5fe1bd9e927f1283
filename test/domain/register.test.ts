import { fitted, openEntries, withEntry, withoutEntry } from "../../src/domain/register.ts";
import { entry, HANDED } from "./sample-register.ts";

const open = (number: number) => entry(number, { handOver: null });

test("a referral comes in by its day, and what becomes of it takes its place", () => {
  const two = withEntry([entry(1), entry(3)], open(2));
  expect(two).toEqual([entry(1), open(2), entry(3)]);
  expect(withEntry(two, { ...open(2), handOver: HANDED })).toEqual([entry(1), entry(2), entry(3)]);
});

test("of one day, the later stands behind", () => {
  const sameDay = { sealedOn: entry(1).sealedOn };
  const second = entry(2, sameDay);
  expect(withEntry(withEntry([], entry(1)), second)).toEqual([entry(1), second]);
});

test("one that was taken back is gone", () => {
  expect(withoutEntry([entry(1), open(2)], open(2).reference)).toEqual([entry(1)]);
  expect(withoutEntry([entry(1)], open(2).reference)).toEqual([entry(1)]);
});

test("open is what was not handed over, the oldest first", () => {
  expect(openEntries([open(1), entry(2), open(3)])).toEqual([open(1), open(3)]);
});

test("one that another was made in the place of is not open, as long as that other is there", () => {
  const lost = open(1);
  const instead = entry(2, { handOver: null, replaces: lost.reference });
  expect(openEntries([lost, instead])).toEqual([instead]);
  expect(openEntries([lost, { ...instead, handOver: HANDED }])).toEqual([]);
  expect(openEntries(withoutEntry([lost, instead], instead.reference))).toEqual([lost]);
});

test.each([
  ["all fits", [entry(1), open(2)], 2, [entry(1), open(2)], []],
  [
    "the oldest closed leaves first",
    [open(1), entry(2), entry(3), open(4)],
    3,
    [open(1), entry(3), open(4)],
    [entry(2)],
  ],
  ["the closed leave before any that is open", [open(1), entry(2), open(3)], 2, [open(1), open(3)], [entry(2)]],
  [
    "what was replaced counts as closed",
    [open(1), entry(2, { handOver: null, replaces: open(1).reference }), open(3)],
    2,
    [entry(2, { handOver: null, replaces: open(1).reference }), open(3)],
    [open(1)],
  ],
  ["then the oldest open", [open(1), open(2), open(3)], 2, [open(2), open(3)], [open(1)]],
  ["the newest stays, also when it is closed", [open(1), open(2), entry(3)], 1, [entry(3)], [open(1), open(2)]],
  ["the last is kept whatever its size", [entry(1), entry(2)], 0, [entry(2)], [entry(1)]],
  ["nothing of nothing", [], 0, [], []],
])("when the room is small: %s", (_name, register, most, kept, left) => {
  const stays = register.at(-1)?.reference ?? entry(1).reference;
  expect(fitted(register, stays, most, ({ length }) => length)).toEqual({ kept, left });
});

test("what was just noted stays, also when it is the oldest", () => {
  const register = [entry(1), open(2), open(3)];
  expect(fitted(register, entry(1).reference, 2, ({ length }) => length)).toEqual({
    kept: [entry(1), open(3)],
    left: [open(2)],
  });
});

test("one that names itself as what it replaces is open all the same", () => {
  const itself = entry(1, { handOver: null, replaces: entry(1).reference });
  expect(openEntries([itself])).toEqual([itself]);
});
