import type { Register } from "../../src/domain/register.ts";
import type { KeyValueStore } from "../../src/storage/key-value-store.ts";
import { fitRegister, REGISTER_CHARACTERS, readRegister, saveRegister } from "../../src/storage/register-store.ts";
import { entry, HANDED } from "../domain/sample-register.ts";

const REGISTER: Register = [
  entry(1),
  entry(2, { handOver: null }),
  entry(3, { protocolId: "dorp-2", recipient: "OCMW Dorp 2", handOver: { ...HANDED, channel: "in-person" } }),
  entry(4, { recipient: "OCMW Dorp 1 (nieuw)" }),
  entry(5, { handOver: null, replaces: entry(2).reference }),
  entry(6, { replaces: entry(5).reference }),
];
const PACKED = {
  p: [
    ["dorp-1", "OCMW Dorp 1"],
    ["dorp-2", "OCMW Dorp 2"],
    ["dorp-1", "OCMW Dorp 1 (nieuw)"],
  ],
  e: [
    ["DV-2026-000001", "2026-01-01", 0, 0, "onthaal", "2026-11-25T09:30:00+01:00"],
    ["DV-2026-000002", "2026-01-02", 0],
    ["DV-2026-000003", "2026-01-03", 1, 3, "onthaal", "2026-11-25T09:30:00+01:00"],
    ["DV-2026-000004", "2026-01-04", 2, 0, "onthaal", "2026-11-25T09:30:00+01:00"],
    ["DV-2026-000005", "2026-01-05", 0, "DV-2026-000002"],
    ["DV-2026-000006", "2026-01-06", 0, 0, "onthaal", "2026-11-25T09:30:00+01:00", "DV-2026-000005"],
  ],
};

test("what was kept is read back from its JSON; each protocol stands there once", async () => {
  const kept = new Map<string, unknown>();
  await saveRegister(storeOn(kept), REGISTER);
  expect([...kept]).toEqual([["register.v1", PACKED]]);
  const again = new Map<string, unknown>(Object.entries(JSON.parse(JSON.stringify(Object.fromEntries(kept)))));
  expect(readRegister(storeOn(again))).toEqual(REGISTER);
});

test.each<[string, unknown]>([
  ["nothing", undefined],
  ["null", null],
  ["a text", "[]"],
  ["a list", []],
  ["no entries", { p: [] }],
  ["no protocols", { e: PACKED.e }],
])("%s is an empty register", (_name, value) => {
  expect(readRegister(storeOn(new Map([["register.v1", value]])))).toEqual([]);
});

const [FIRST = [], SECOND = []] = PACKED.e;
test.each<[string, unknown]>([
  ["no list", {}],
  ["too short", FIRST.slice(0, 2)],
  ["half handed over", FIRST.slice(0, 5)],
  ["another reference", ["DV-2026-00000I", ...FIRST.slice(1)]],
  ["a day that does not exist", [FIRST[0], "2026-02-30", ...FIRST.slice(2)]],
  ["a protocol that is not there", [...FIRST.slice(0, 2), 9, ...FIRST.slice(3)]],
  ["an unknown channel", [...FIRST.slice(0, 3), 4, ...FIRST.slice(4)]],
  ["nobody", [...FIRST.slice(0, 4), "", FIRST[5]]],
  ["a hidden sign", [...FIRST.slice(0, 4), "a\u202eb", FIRST[5]]],
  ["one too many", [...FIRST, "DV-2026-000005", "DV-2026-000006"]],
  ["a replaced referral that is none", [...FIRST, "DV-2026-00000I"]],
  ["nothing in its place", [...FIRST.slice(0, 3), null]],
  ["a moment that is a day", [...FIRST.slice(0, 5), "2026-11-25"]],
])("an entry with %s is left out, and the others stay", (_name, bad) => {
  const kept = new Map<string, unknown>([["register.v1", { ...PACKED, e: [bad, SECOND] }]]);
  expect(readRegister(storeOn(kept))).toEqual([REGISTER[1]]);
});

test("a referral that stands there twice is read once, as handed over when either is", () => {
  const twice = { ...PACKED, e: [SECOND, [...SECOND, ...FIRST.slice(3)], SECOND] };
  const read = readRegister(storeOn(new Map([["register.v1", twice]])));
  expect(read).toEqual([entry(2)]);
});

test.each([
  ["short names", { ...HANDED, to: "Jo" }],
  ["long ones with accents", { ...HANDED, to: "é".repeat(60) }],
  ["long ones with quotation marks", { ...HANDED, to: '"'.repeat(60) }],
  ["none, as all is open", null],
])("never outgrows its part of what Outlook keeps: %s", (_name, handOver) => {
  const many = Array.from({ length: 1000 }, (_, index) =>
    entry(1 + (index % 28), { handOver, protocolId: `dorp-${index % 40}` }),
  );
  const last = many.at(-1)?.reference ?? entry(1).reference;
  const { kept, left } = fitRegister(many, last);
  expect(kept.length + left.length).toBe(1000);
  expect(kept.length).toBeGreaterThan(50);
  expect(countedByOutlook(kept)).toBeLessThanOrEqual(REGISTER_CHARACTERS);
  expect(countedByOutlook([...left.slice(-1), ...kept])).toBeGreaterThan(REGISTER_CHARACTERS);
});

/** As `saveSettingsRequest` of office.js 1.1.110 counts a value: the JSON of its JSON. */
function countedByOutlook(register: Register): number {
  const kept = new Map<string, unknown>();
  // The promise is of a store that answers at once.
  void saveRegister(storeOn(kept), register);
  return JSON.stringify(JSON.stringify(kept.get("register.v1"))).length;
}

function storeOn(kept: Map<string, unknown>): KeyValueStore {
  return {
    get: (key) => kept.get(key),
    set: async (key, value) => {
      kept.set(key, value);
    },
  };
}
