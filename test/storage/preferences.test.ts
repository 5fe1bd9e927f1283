import type { KeyValueStore } from "../../src/storage/key-value-store.ts";
import { readProfile, saveProfile } from "../../src/storage/preferences.ts";

const PROFILE = { team: "lokaal team Dorpenland", phone: "+32470000000" };

test("a profile that was kept is read back, also from its JSON", async () => {
  const kept = new Map<string, unknown>();
  const store = storeOn(kept);
  expect(readProfile(store)).toBeNull();
  await saveProfile(store, PROFILE);
  expect([...kept]).toEqual([["profile.v1", PROFILE]]);
  expect(readProfile(storeOn(new Map(Object.entries(JSON.parse(JSON.stringify(Object.fromEntries(kept)))))))).toEqual(
    PROFILE,
  );
});

test("nothing but team and phone is kept", async () => {
  const kept = new Map<string, unknown>();
  const sender = { ...PROFILE, name: "An Voorbeeld", email: "an@team.example" };
  await saveProfile(storeOn(kept), sender);
  expect([...kept]).toEqual([["profile.v1", PROFILE]]);
});

test.each<[string, unknown]>([
  ["null", null],
  ["a text", JSON.stringify(PROFILE)],
  ["a list", ["lokaal team", "+32470000000"]],
  ["an empty object", {}],
  ["a key that is missing", { team: PROFILE.team }],
  ["a key too many", { ...PROFILE, client: "x" }],
  ["a team that is no text", { ...PROFILE, team: 7 }],
  ["a blank team", { ...PROFILE, team: " " }],
  ["a team with a line break", { ...PROFILE, team: "lokaal\nteam" }],
  ["a team that turns its letters around", { ...PROFILE, team: "lokaal\u202Eteam" }],
  ["a team without end", { ...PROFILE, team: "a".repeat(121) }],
  ["a phone in national spelling", { ...PROFILE, phone: "0470 00 00 00" }],
  ["a phone with markup", { ...PROFILE, phone: "+32470000000<b>" }],
  ["keys that are inherited", Object.create(PROFILE)],
])("%s counts as no profile", (_name, value) => {
  expect(readProfile(storeOn(new Map([["profile.v1", value]])))).toBeNull();
});

test("what could not be read back is not kept", async () => {
  const kept = new Map<string, unknown>();
  await expect(saveProfile(storeOn(kept), { ...PROFILE, phone: "0470 00 00 00" })).rejects.toThrow(TypeError);
  expect(kept.size).toBe(0);
});

test("a store that does not save is heard of", async () => {
  const full: KeyValueStore = { get: () => null, set: () => Promise.reject(new Error("full")) };
  await expect(saveProfile(full, PROFILE)).rejects.toThrow("full");
});

function storeOn(kept: Map<string, unknown>): KeyValueStore {
  return {
    get: (key) => kept.get(key),
    set: (key, value) => {
      kept.set(key, value);
      return Promise.resolve();
    },
  };
}
