import { IDBDatabase, IDBFactory } from "fake-indexeddb";
import fc from "fast-check";
import type { KeptPassword, VaultEntry } from "../../src/application/ports.ts";
import { isReference, type Reference } from "../../src/domain/reference.ts";
import {
  bytesOf,
  clock,
  DAY,
  entry,
  flipped,
  found,
  KEPT,
  NOW,
  newKey,
  numbered,
  OTHER,
  onANewDevice,
  provide,
  putRaw,
  rawAll,
  rawKeys,
  record,
  refusal,
  refused,
  SECRETS,
  type Stored,
  sealedAsOurs,
  THIRD,
  vault,
  WEEK,
} from "./device.ts";

onANewDevice();

describe("keeping, listing and erasing", () => {
  test("the password is not in the list; it is read by its reference, replaced, absent or unreadable", async () => {
    await vault().keep(KEPT);
    expect(found(await vault().list()).filter((secret) => KEPT.password.includes(secret))).toEqual([]);
    expect(await vault().read(KEPT.reference)).toEqual(KEPT);
    await vault().keep({ ...KEPT, password: OTHER.password });
    expect(await vault().read(KEPT.reference)).toEqual({ ...KEPT, password: OTHER.password });
    expect(await vault().read(OTHER.reference)).toBe("absent");
    await putRaw(KEPT.reference, {
      ...(await record(KEPT.reference)),
      key: await newKey("AES-GCM", ["decrypt", "encrypt"]),
    });
    expect(await vault().read(KEPT.reference)).toBe("unreadable");
    clock.now += WEEK;
    expect(await vault().read(KEPT.reference)).toBe("absent");
  });

  test("what was kept stays for seven days, and another pane lists it too", async () => {
    const first = vault();
    expect(await first.list()).toEqual([]);
    expect(await first.keep(KEPT)).toBe(NOW + WEEK);
    expect([await first.list(), await vault().list()]).toEqual([[entry(KEPT)], [entry(KEPT)]]);
  });

  test("each reference has its own, with its own end", async () => {
    await vault().keep(KEPT);
    clock.now += DAY;
    expect(await vault().keep(OTHER)).toBe(NOW + DAY + WEEK);
    expect(await vault().list()).toEqual([entry(KEPT), entry(OTHER, NOW + DAY + WEEK)]);
  });

  test("what is kept again takes the place of the earlier, and stays seven days from then", async () => {
    await vault().keep(KEPT);
    clock.now += DAY;
    const changed = { ...KEPT, password: OTHER.password, recipient: "OCMW Dorp aan de Beek (nieuw)" };
    expect(await vault().keep(changed)).toBe(NOW + DAY + WEEK);
    expect(await vault().list()).toEqual([entry(changed, NOW + DAY + WEEK)]);
  });

  test.each<[string, Partial<KeptPassword>]>([
    [
      "letters beyond ASCII and signs of JSON",
      { recipient: 'CPAS "Été" \\ d’Œ \u{1f3e0}', protocolId: "\u0000\n\ufeff" },
    ],
    ["half a character", { recipient: "OCMW \ud83c" }],
    ["empty texts", { mailbox: "", password: "", controlCode: "", protocolId: "", recipient: "" }],
    ["more than is filled up to", { recipient: "Dorp ".repeat(1000) }],
    ["spaces at the end", { recipient: "OCMW   " }],
  ])("%s come back as they were", async (_name, change) => {
    await vault().keep({ ...KEPT, ...change });
    expect(await vault().list()).toEqual([entry({ ...KEPT, ...change })]);
  });

  test("what is erased is gone, and the rest stays", async () => {
    await vault().keep(KEPT);
    await vault().keep(OTHER);
    await vault().erase(KEPT.reference);
    expect([await vault().list(), await rawKeys()]).toEqual([[entry(OTHER)], [OTHER.reference]]);
  });

  test("keeping and erasing are told when they are on the disk, because the pane may be closed just after", async () => {
    const begin = jest.spyOn(IDBDatabase.prototype, "transaction");
    await vault().keep(KEPT);
    await vault().erase(KEPT.reference);
    const written = begin.mock.calls.filter(([, mode]) => mode === "readwrite");
    expect(written.map(([, , options]) => options)).toEqual([{ durability: "strict" }, { durability: "strict" }]);
  });

  test("erasing what is not there is no failure, on a device that never kept anything too", async () => {
    await vault().erase(KEPT.reference);
    await vault().eraseAll();
    await vault().keep(KEPT);
    await vault().erase(OTHER.reference);
    expect(await vault().list()).toEqual([entry(KEPT)]);
  });

  test("all is erased at once, of every mailbox and what is not ours too", async () => {
    await vault().keep(KEPT);
    await vault().keep(OTHER);
    await putRaw("trial", "junk");
    await vault().eraseAll();
    expect([await vault().list(), await rawKeys()]).toEqual([[], []]);
  });

  test("many panes that keep at once each find all there afterwards", async () => {
    const all = Array.from({ length: 40 }, (_, i) => ({ ...KEPT, reference: numbered(i), password: `woord-${i}` }));
    const until = await Promise.all(all.map((kept) => vault().keep(kept)));
    expect(until).toEqual(all.map(() => NOW + WEEK));
    const lists = await Promise.all([vault(), vault(), vault()].map((pane) => pane.list()));
    expect(lists).toEqual(lists.map(() => all.map((kept) => entry(kept))));
  });

  test("two panes that keep the same at once both find it there", async () => {
    expect(await Promise.all([vault().keep(KEPT), vault().keep(KEPT)])).toEqual([NOW + WEEK, NOW + WEEK]);
    expect(await vault().list()).toEqual([entry(KEPT)]);
  });

  test("panes that keep, list and erase at once never see half of anything", async () => {
    const whole = new Map([KEPT, OTHER].map((kept) => [kept.reference, entry(kept)]));
    await vault().keep(KEPT);
    const seen = await Promise.all(
      Array.from({ length: 30 }, async (_, i) => {
        if (i % 3 === 0) await vault().erase(OTHER.reference);
        if (i === 16) await vault().keep(OTHER).catch(refused);
        return vault().list();
      }),
    );
    expect(seen).toEqual(seen.map((list) => list.map((each) => whole.get(each.reference))));
    expect(seen.map((list) => list[0])).toEqual(seen.map(() => entry(KEPT)));
  });

  test("whatever is done in whatever order, the list and the device hold what the last of it says", async () => {
    const which = fc.integer({ min: 0, max: 3 });
    const deed = fc.oneof(
      fc.record({ do: fc.constant("keep" as const), which, text: fc.string({ unit: "grapheme" }) }),
      fc.record({ do: fc.constant("erase" as const), which }),
      fc.record({ do: fc.constant("erase all" as const) }),
      fc.record({ do: fc.constant("wait" as const), time: fc.integer({ min: -2 * DAY, max: 5 * DAY }) }),
      fc.record({ do: fc.constant("list" as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 20 }), async (deeds) => {
        provide(new IDBFactory());
        clock.now = NOW;
        const expected = new Map<Reference, VaultEntry>();
        for (const each of [...deeds, { do: "list" as const }]) {
          if (each.do === "keep") {
            const kept = { ...KEPT, reference: numbered(each.which), password: each.text };
            expect(await vault().keep(kept)).toBe(clock.now + WEEK);
            expected.set(kept.reference, entry(kept, clock.now + WEEK));
          } else if (each.do === "erase") {
            await vault().erase(numbered(each.which));
            expected.delete(numbered(each.which));
          } else if (each.do === "erase all") {
            await vault().eraseAll();
            expected.clear();
          } else if (each.do === "wait") {
            clock.now += each.time;
          } else {
            for (const [key, { until }] of expected) {
              if (until <= clock.now || until > clock.now + WEEK + DAY) expected.delete(key);
            }
            const keys = [...expected.keys()].sort();
            expect(await vault().list()).toEqual(keys.map((key) => expected.get(key)));
            expect(await rawKeys()).toEqual(keys);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("its time", () => {
  test.each([
    ["a millisecond before its end", WEEK - 1, true],
    ["at its end", WEEK, false],
    ["long after it", 100 * WEEK, false],
    ["on a clock set back a little", -1000, true],
    ["on a clock set back by a day", -DAY, true],
    ["on a clock set back by more than a day", -DAY - 1, false],
  ])("%s (%d ms) it is there: %s; what is not there is off the device", async (_name, passed, there) => {
    await vault().keep(KEPT);
    clock.now += passed;
    expect(await vault().list()).toEqual(there ? [entry(KEPT)] : []);
    expect(await rawKeys()).toEqual(there ? [KEPT.reference] : []);
  });

  test("what is past its time does not come back when the clock is set back", async () => {
    await vault().keep(KEPT);
    clock.now += WEEK;
    await vault().list();
    clock.now = NOW;
    expect(await vault().list()).toEqual([]);
  });

  test("only what is past its time goes", async () => {
    await vault().keep(KEPT);
    clock.now += DAY;
    await vault().keep(OTHER);
    clock.now = NOW + WEEK;
    expect([await vault().list(), await rawKeys()]).toEqual([[entry(OTHER, NOW + DAY + WEEK)], [OTHER.reference]]);
  });

  test("a clock that says nothing keeps nothing", async () => {
    clock.now = Number.NaN;
    await refusal(vault().keep(KEPT));
    expect(await rawKeys()).toEqual([]);
  });
});

describe("what stands on the device", () => {
  test("is one database, with under the reference a time, a key, a nonce and bytes", async () => {
    await vault().keep(KEPT);
    expect(await indexedDB.databases()).toEqual([{ name: "passwords.v1", version: 1 }]);
    expect(await rawAll()).toEqual([
      [
        KEPT.reference,
        { until: NOW + WEEK, key: expect.any(CryptoKey), iv: expect.any(Uint8Array), sealed: expect.any(Uint8Array) },
      ],
    ]);
    expect((await record(KEPT.reference)).iv).toHaveLength(12);
  });

  test("says no word, no two words in a row, no sender, recipient, protocol or control code, in no encoding", async () => {
    await vault().keep(KEPT);
    await vault().keep({ ...OTHER, mailbox: KEPT.mailbox, password: KEPT.password });
    expect(found(await rawAll())).toEqual([]);
  });

  test.each<[string, (text: string) => unknown]>([
    ["UTF-8", (text) => ({ sealed: bytesOf(text) })],
    ["UTF-16", (text) => ({ sealed: Uint8Array.from(Buffer.from(`x${text}`, "utf16le")) })],
    ["UTF-16 of the other order", (text) => [{ iv: Uint8Array.from(Buffer.from(text, "utf16le").swap16()) }]],
    ["the memory around the bytes", (text) => new Uint8Array(bytesOf(text).buffer, 0, 1)],
    ["a text", (text) => ({ until: text })],
    ["a name of a field", (text) => ({ [text]: 0 })],
    ["an error", (text) => new Error("outer", { cause: new TypeError(text) })],
  ])("the search of these tests finds all of it in %s", (_name, hide) => {
    expect(found(hide(SECRETS.join(" ")))).toEqual(SECRETS);
  });

  test("the key is for AES-GCM with 256 bits, and WebCrypto gives it to nobody", async () => {
    await vault().keep(KEPT);
    const { key } = await record(KEPT.reference);
    const { type, extractable, algorithm, usages } = key;
    expect({ type, extractable, algorithm, usages: [...usages].sort() }).toEqual({
      type: "secret",
      extractable: false,
      algorithm: { name: "AES-GCM", length: 256 },
      usages: ["decrypt", "encrypt"],
    });
    for (const format of ["raw", "jwk"] as const) {
      await expect(crypto.subtle.exportKey(format, key)).rejects.toMatchObject({
        // Node 20 calls it an exception, browsers an error.
        name: expect.stringMatching(/^InvalidAccess/),
      });
    }
  });

  test("has a key and a nonce of its own for each text, for the same one kept again too", async () => {
    const records: Stored[] = [];
    for (const kept of [KEPT, KEPT, { ...KEPT, reference: OTHER.reference }]) {
      await vault().keep(kept);
      records.push(await record(kept.reference));
    }
    expect(new Set(records.map(({ iv }) => Buffer.from(iv).toString("hex"))).size).toBe(3);
    expect(new Set(records.map(({ sealed }) => Buffer.from(sealed).toString("hex"))).size).toBe(3);
    const iv = new Uint8Array(12);
    const streams = await Promise.all(
      records.map(({ key }) => crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, new Uint8Array(32))),
    );
    expect(new Set(streams.map((stream) => Buffer.from(stream).toString("hex"))).size).toBe(3);
  });

  test("is as long for the shortest password as for the longest, and for every recipient", async () => {
    const lengths: number[] = [];
    for (const change of [
      { password: Array(7).fill("bord").join("-") },
      { password: Array(7).fill("gletsjer").join("-") },
      { recipient: "C", mailbox: "a@b.example" },
      { recipient: "OCMW ".repeat(30), mailbox: `${"a".repeat(64)}@${"b".repeat(180)}.example` },
    ]) {
      await vault().keep({ ...KEPT, ...change });
      lengths.push((await record(KEPT.reference)).sealed.length);
    }
    // The text that is filled up, and the tag of 128 bits.
    expect(lengths).toEqual(lengths.map(() => 1024 + 16));
  });
});

describe("what was changed on the device", () => {
  test.each<[string, (whole: Stored, other: Stored) => Partial<Stored> | Promise<Partial<Stored>>]>([
    ["another first byte", ({ sealed }) => ({ sealed: flipped(sealed, 0) })],
    ["another byte among the words", ({ sealed }) => ({ sealed: flipped(sealed, 100) })],
    ["another byte in what it is filled up with", ({ sealed }) => ({ sealed: flipped(sealed, 1023) })],
    ["another last byte of the tag", ({ sealed }) => ({ sealed: flipped(sealed, sealed.length - 1) })],
    ["a byte too few", ({ sealed }) => ({ sealed: sealed.slice(0, -1) })],
    ["a byte too many", ({ sealed }) => ({ sealed: Uint8Array.of(...sealed, 0) })],
    ["no bytes", () => ({ sealed: new Uint8Array() })],
    ["another first byte of the nonce", ({ iv }) => ({ iv: flipped(iv, 0) })],
    ["another last byte of the nonce", ({ iv }) => ({ iv: flipped(iv, 11) })],
    ["no nonce", () => ({ iv: new Uint8Array() })],
    ["an end that is a millisecond later", ({ until }) => ({ until: until + 1 })],
    ["an end that is a day later", ({ until }) => ({ until: until + DAY })],
    ["an end that is a millisecond earlier", ({ until }) => ({ until: until - 1 })],
    ["the bytes of another", (_whole, { sealed }) => ({ sealed })],
    ["the nonce of another", (_whole, { iv }) => ({ iv })],
    ["the key of another", (_whole, { key }) => ({ key })],
    ["all of another", (_whole, other) => other],
    ["a new key", async () => ({ key: await newKey("AES-GCM", ["encrypt", "decrypt"]) })],
    ["a key that may not decrypt", async () => ({ key: await newKey("AES-GCM", ["encrypt"]) })],
    ["a key for something else", async () => ({ key: await newKey("AES-CBC", ["encrypt", "decrypt"]) })],
  ])("%s: it is listed as unreadable, with the others whole, and can be erased", async (_name, change) => {
    await vault().keep(KEPT);
    await vault().keep(OTHER);
    const whole = await record(KEPT.reference);
    const changed = { ...whole, ...(await change(whole, await record(OTHER.reference))) };
    await putRaw(KEPT.reference, changed);
    const unreadable = { reference: KEPT.reference, until: changed.until, kept: null };
    expect(await vault().list()).toEqual([unreadable, entry(OTHER)]);
    expect(await vault().list()).toEqual([unreadable, entry(OTHER)]);
    await vault().erase(KEPT.reference);
    expect(await vault().list()).toEqual([entry(OTHER)]);
  });

  test("no bit of it can be turned", async () => {
    await vault().keep(KEPT);
    const whole = await record(KEPT.reference);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.iv.length + whole.sealed.length - 1),
        fc.integer({ min: 0, max: 7 }),
        async (at, bit) => {
          const changed =
            at < whole.iv.length
              ? { iv: flipped(whole.iv, at, bit) }
              : { sealed: flipped(whole.sealed, at - whole.iv.length, bit) };
          await putRaw(KEPT.reference, { ...whole, ...changed });
          expect(await vault().list()).toEqual([{ reference: KEPT.reference, until: NOW + WEEK, kept: null }]);
        },
      ),
    );
  });

  test("a copy under another reference is unreadable there, and the first stays whole", async () => {
    await vault().keep(KEPT);
    await putRaw(THIRD, await record(KEPT.reference));
    expect(await vault().list()).toEqual([entry(KEPT), { reference: THIRD, until: NOW + WEEK, kept: null }]);
  });

  test("a later end brings nobody the words after the true one", async () => {
    await vault().keep(KEPT);
    await putRaw(KEPT.reference, { ...(await record(KEPT.reference)), until: NOW + WEEK + DAY });
    clock.now += WEEK;
    expect(await vault().list()).toEqual([{ reference: KEPT.reference, until: NOW + WEEK + DAY, kept: null }]);
    clock.now += DAY;
    expect([await vault().list(), await rawKeys()]).toEqual([[], []]);
  });

  test("what was put back after it was replaced is whole, because nothing of it was changed", async () => {
    await vault().keep(KEPT);
    const earlier = await record(KEPT.reference);
    await vault().keep({ ...KEPT, password: OTHER.password });
    await putRaw(KEPT.reference, earlier);
    expect(await vault().list()).toEqual([entry(KEPT)]);
  });

  test.each<[string, unknown]>([
    ["null", null],
    ["a text", "{}"],
    ["a list", []],
    ["a text in the place of one", { ...KEPT, sealedOn: 20261124 }],
    ["no password", { ...KEPT, password: undefined }],
    ["a day that does not exist", { ...KEPT, sealedOn: "2026-02-30" }],
    ["another reference", OTHER],
    ["no reference", { ...KEPT, reference: undefined }],
  ])("sealed as ours but holding %s, it is unreadable", async (_name, value) => {
    await vault().keep(OTHER);
    await putRaw(KEPT.reference, await sealedAsOurs(KEPT.reference, JSON.stringify(value)));
    expect(await vault().list()).toEqual([{ reference: KEPT.reference, until: NOW + WEEK, kept: null }, entry(OTHER)]);
  });

  test("sealed as ours by another release, what it adds is left out", async () => {
    await putRaw(KEPT.reference, await sealedAsOurs(KEPT.reference, JSON.stringify({ ...KEPT, added: "later" })));
    expect(await vault().list()).toEqual([entry(KEPT)]);
  });
});

describe("what is none of ours", () => {
  test.each<[string, IDBValidKey]>([
    ["the trial's name", "trial"],
    ["nothing", ""],
    ["a number", 7],
    ["a day", new Date(NOW)],
    ["bytes", bytesOf(KEPT.reference)],
    ["a list", ["DV", 2026]],
    ["a reference in lower case", KEPT.reference.toLowerCase()],
    ["a reference and more", `${KEPT.reference} `],
  ])("under %s, it is erased, even when it is whole, and the rest stays", async (_name, key) => {
    await vault().keep(KEPT);
    await putRaw(key, await record(KEPT.reference));
    expect([await vault().list(), await rawKeys()]).toEqual([[entry(KEPT)], [KEPT.reference]]);
  });

  test.each<[string, (whole: Stored) => unknown]>([
    ["null", () => null],
    ["nothing", () => undefined],
    ["a text", () => "x"],
    ["a number", () => 7],
    ["a list", () => []],
    ["an empty object", () => ({})],
    ["a key alone", ({ key }) => key],
    ["no key", ({ iv, sealed, until }) => ({ iv, sealed, until })],
    ["a key that is null", (whole) => ({ ...whole, key: null })],
    ["a key that came back empty", (whole) => ({ ...whole, key: {} })],
    ["a key in the open", (whole) => ({ ...whole, key: new Uint8Array(32) })],
    ["no nonce", ({ key, sealed, until }) => ({ key, sealed, until })],
    ["a nonce that is memory", (whole) => ({ ...whole, iv: whole.iv.buffer })],
    ["no bytes", ({ key, iv, until }) => ({ key, iv, until })],
    ["bytes that are a text", (whole) => ({ ...whole, sealed: "x" })],
    ["numbers of another size", (whole) => ({ ...whole, sealed: new Uint16Array(520) })],
    ["no end", ({ key, iv, sealed }) => ({ key, iv, sealed })],
    ["an end that is a text", (whole) => ({ ...whole, until: String(whole.until) })],
    ["an end that is a day", (whole) => ({ ...whole, until: new Date(whole.until) })],
    ["an end that is no number", (whole) => ({ ...whole, until: Number.NaN })],
    ["no end ever", (whole) => ({ ...whole, until: Number.POSITIVE_INFINITY })],
    ["half a millisecond", (whole) => ({ ...whole, until: whole.until - 0.5 })],
    ["an end that we never give", (whole) => ({ ...whole, until: whole.until + DAY + 1 })],
  ])("%s under a reference is erased, and the rest stays", async (_name, junk) => {
    await vault().keep(OTHER);
    await putRaw(KEPT.reference, junk(await record(OTHER.reference)));
    expect([await vault().list(), await rawKeys()]).toEqual([[entry(OTHER)], [OTHER.reference]]);
  });

  test("junk under a reference does not stand in the way of keeping", async () => {
    await vault().keep(OTHER);
    await putRaw(KEPT.reference, "junk");
    await vault().keep(KEPT);
    expect(await vault().list()).toEqual([entry(KEPT), entry(OTHER)]);
  });
});

describe("trying out", () => {
  test("leaves nothing behind, and leaves alone what is there", async () => {
    await vault().tryOut();
    expect(await rawAll()).toEqual([]);
    await vault().keep(KEPT);
    await vault().tryOut();
    expect([await vault().list(), await rawKeys()]).toEqual([[entry(KEPT)], [KEPT.reference]]);
  });

  test("succeeds where an earlier trial was cut off, and clears that away", async () => {
    await putRaw("trial", "junk");
    await vault().tryOut();
    expect(await rawKeys()).toEqual([]);
  });

  test("many times at once, it disturbs no other pane and none of itself", async () => {
    await vault().keep(KEPT);
    const tried = Promise.all(Array.from({ length: 20 }, () => vault().tryOut()));
    const listed = Promise.all(Array.from({ length: 20 }, () => vault().list()));
    const until = Promise.all(Array.from({ length: 20 }, (_, i) => vault().keep({ ...KEPT, reference: numbered(i) })));
    expect(await until).toEqual(Array(20).fill(NOW + WEEK));
    expect(new Set((await listed).flat().map(({ reference }) => isReference(reference)))).toEqual(new Set([true]));
    expect((await listed).map((list) => list.at(-1))).toEqual(Array(20).fill(entry(KEPT)));
    expect(await tried).toEqual(Array(20).fill(undefined));
    const all = [...Array.from({ length: 20 }, (_, i) => numbered(i)), KEPT.reference];
    expect([(await vault().list()).map((each) => each.reference), await rawKeys()]).toEqual([all, all]);
  });
});
test("who is told that it is kept finds it there, when another pane keeps other words under the reference", async () => {
  for (let round = 0; round < 50; round++) {
    provide(new IDBFactory());
    const told = await Promise.allSettled([vault().keep(KEPT), vault().keep({ ...KEPT, password: OTHER.password })]);
    const isKept = told.some(({ status }) => status === "fulfilled");
    expect((await vault().list()).length).toBe(isKept ? 1 : 0);
  }
});

test("a list whose only member is a reference is no reference", async () => {
  await vault().keep(KEPT);
  await putRaw([KEPT.reference], await record(KEPT.reference));
  expect(await vault().list()).toEqual([entry(KEPT)]);
});

test.each(["", "{", "no JSON"])("sealed as ours but %j, it is unreadable and hides no other", async (text) => {
  await vault().keep(OTHER);
  await putRaw(KEPT.reference, await sealedAsOurs(KEPT.reference, text));
  expect(await vault().list()).toEqual([{ reference: KEPT.reference, until: NOW + WEEK, kept: null }, entry(OTHER)]);
});

test("erasing all is told when it is on the disk, as erasing one is", async () => {
  const begin = jest.spyOn(IDBDatabase.prototype, "transaction");
  await vault().eraseAll();
  expect(begin.mock.calls.at(-1)?.[2]).toEqual({ durability: "strict" });
});
