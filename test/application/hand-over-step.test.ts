import { type HandOverStart, HandOverStep, type Keeping } from "../../src/application/hand-over-step.ts";
import { IDLE_WARNING, IDLE_WIPE } from "../../src/domain/idle.ts";
import { keptUntil } from "../../src/domain/keeping.ts";
import { newPassphrase } from "../../src/password/passphrase.ts";
import { entry } from "../domain/sample-register.ts";
import { type FakeDevice, fakeDevice } from "./fake-device.ts";

const PASSWORD = newPassphrase((bound) => bound - 1);
const ENTRY = entry(3, { handOver: null });
const HERE = { kind: "here", password: PASSWORD } as const;

function setUp(start: Partial<HandOverStart> = {}, device: FakeDevice = fakeDevice([ENTRY])) {
  let wipes = 0;
  const step = new HandOverStep(device.ports, {
    subject: {
      entry: ENTRY,
      recipient: { name: "OCMW Dorp 1", phone: null, mobile: null, teams: null, isListed: true },
      controlCode: "3f9a2 b71c0",
    },
    lastName: "Peeters",
    words: HERE,
    keptUntil: null,
    onWiped: () => {
      wipes += 1;
    },
    ...start,
  });
  return { ...device, step, wipes: () => wipes };
}

const UNTIL = keptUntil(new Date(2026, 10, 24, 12, 0).getTime());

function noteHandOver(step: HandOverStep): void {
  step.changeForm({ to: "onthaal", channel: "phone" });
  step.submit();
}

test.each<[string, boolean, Keeping]>([
  ["can", false, { kind: "possible" }],
  ["cannot", true, { kind: "impossible" }],
])("finds out beforehand that this device %s keep the password", async (_name, closed, keeping) => {
  const { step, vault } = setUp();
  if (closed) vault.closeStorage();
  expect(step.state.keeping).toEqual({ kind: "looking" });
  await step.start();
  expect(step.state.keeping).toEqual(keeping);
});

test("keeps the password with what its step needs later, and nothing of the client", async () => {
  const { step, vault } = setUp();
  await step.start();
  const kept = step.keep();
  expect(step.state.keeping).toEqual({ kind: "keeping" });
  await kept;
  expect(step.state.keeping).toEqual({ kind: "kept", until: UNTIL });
  expect([...vault.kept.values()]).toEqual([
    {
      until: UNTIL,
      kept: {
        reference: ENTRY.reference,
        mailbox: "els@team.example",
        password: PASSWORD,
        controlCode: "3f9a2 b71c0",
        sealedOn: "2026-01-03",
        protocolId: "dorp-1",
        recipient: "OCMW Dorp 1",
      },
    },
  ]);
});

test("says that it was not kept, and keeps it at the next press", async () => {
  const { step, vault } = setUp();
  await step.start();
  vault.failing.add("keep");
  await step.keep();
  expect([step.state.keeping, vault.kept.size]).toEqual([{ kind: "failed" }, 0]);
  vault.failing.clear();
  await step.keep();
  expect([step.state.keeping, vault.kept.size]).toEqual([{ kind: "kept", until: UNTIL }, 1]);
});

test("a device that could not keep it can be tried again", async () => {
  const { step, vault } = setUp();
  vault.failing.add("tryOut");
  await step.start();
  await step.keep();
  expect(step.state.keeping).toEqual({ kind: "kept", until: UNTIL });
});

test("takes it off the device when asked, and the words stay on the page", async () => {
  const { step, vault } = setUp();
  await step.keep();
  await step.erase();
  expect([step.state.keeping, step.state.words, vault.kept.size]).toEqual([{ kind: "possible" }, HERE, 0]);
});

test("“Doorgegeven” notes it in the register and takes the password off the device", async () => {
  const { step, vault, settings } = setUp();
  await step.keep();
  noteHandOver(step);
  await settled();
  const done = { to: "onthaal", channel: "phone", at: expect.stringMatching(/^2026-11-24T12:00:00[+-]\d\d:\d\d$/) };
  expect(settings.kept).toEqual([{ ...ENTRY, handOver: done }]);
  expect([step.state.form.done, step.state.keeping, vault.kept.size]).toEqual([done, { kind: "possible" }, 0]);
});

test("“Doorgegeven” while it is being kept leaves nothing on the device", async () => {
  const { step, vault } = setUp();
  const kept = step.keep();
  noteHandOver(step);
  await kept;
  await settled();
  expect([step.state.keeping, vault.kept.size]).toEqual([{ kind: "possible" }, 0]);
});

test("a password that does not go from the device is said, and goes at the next press", async () => {
  const { step, vault } = setUp();
  await step.keep();
  vault.failing.add("erase");
  noteHandOver(step);
  await settled();
  expect([step.state.keeping, vault.kept.size]).toEqual([{ kind: "not-erased" }, 1]);
  vault.failing.clear();
  await step.erase();
  expect([step.state.keeping, vault.kept.size]).toEqual([{ kind: "possible" }, 0]);
});

test("what was handed over is not kept any more, and not noted twice", async () => {
  const { step, vault, settings } = setUp();
  noteHandOver(step);
  await settled();
  await step.keep();
  noteHandOver(step);
  await settled();
  expect([vault.kept.size, settings.saves]).toEqual([0, 1]);
});

test("a name of the client is refused as long as it is known, and nothing is noted", () => {
  const { step, settings } = setUp();
  step.changeForm({ to: "mevrouw Peeters", channel: null });
  step.submit();
  expect(step.state.form).toEqual({
    to: "mevrouw Peeters",
    channel: null,
    issues: { to: "name-of-client", channel: true },
    refusals: 1,
    done: null,
  });
  expect(settings.saves).toBe(0);
  const later = setUp({ lastName: null });
  later.step.changeForm({ to: "mevrouw Peeters", channel: "phone" });
  later.step.submit();
  expect(later.step.state.form.done).not.toBeNull();
});

test("warns a minute before ten minutes without input are over, then takes the words away", () => {
  const { step, clock, wipes } = setUp();
  const start = clock.now.getTime();
  const at = (milliseconds: number) => {
    clock.now = new Date(start + milliseconds);
    step.tick();
    return [step.state.words.kind, step.state.wipesSoon, wipes()];
  };
  expect(at(IDLE_WIPE - IDLE_WARNING - 1)).toEqual(["here", false, 0]);
  expect(at(IDLE_WIPE - IDLE_WARNING)).toEqual(["here", true, 0]);
  expect(at(IDLE_WIPE - 1)).toEqual(["here", true, 0]);
  expect(at(IDLE_WIPE)).toEqual(["wiped", false, 1]);
  expect(at(3 * IDLE_WIPE)).toEqual(["wiped", false, 1]);
  expect(JSON.stringify(step.state)).not.toContain(PASSWORD);
});

test("draws the screen a few times more after the wipe, so that nothing drawn before is held on to", () => {
  const { step, clock } = setUp();
  let drawn = 0;
  step.subscribe(() => {
    drawn += 1;
  });
  clock.now = new Date(clock.now.getTime() + IDLE_WIPE);
  for (let ticks = 0; ticks < 10; ticks++) step.tick();
  expect([step.state.words, drawn]).toEqual([{ kind: "wiped" }, 1 + 3]);
});

test("every input gives another ten minutes", () => {
  const { step, clock } = setUp();
  clock.now = new Date(clock.now.getTime() + IDLE_WIPE - 1);
  step.tick();
  step.touch();
  expect([step.state.words, step.state.wipesSoon]).toEqual([HERE, false]);
  clock.now = new Date(clock.now.getTime() + IDLE_WIPE - 1);
  step.tick();
  expect(step.state.words).toEqual(HERE);
});

test("the first touch after a night's sleep does not save the words", () => {
  const { step, clock } = setUp();
  clock.now = new Date(clock.now.getTime() + 10 * IDLE_WIPE);
  step.touch();
  expect(step.state.words).toEqual({ kind: "wiped" });
});

test("a clock that is set back an hour does not give an hour more", () => {
  const { step, clock } = setUp();
  clock.now = new Date(clock.now.getTime() - 3_600_000);
  step.tick();
  clock.now = new Date(clock.now.getTime() + IDLE_WIPE);
  step.tick();
  expect(step.state.words).toEqual({ kind: "wiped" });
});

test("words that were taken from the page come back from the device, for another ten minutes", async () => {
  const { step, clock } = setUp();
  await step.keep();
  clock.now = new Date(clock.now.getTime() + IDLE_WIPE);
  step.tick();
  await step.recall();
  expect(step.state.words).toEqual(HERE);
  step.tick();
  expect(step.state.words).toEqual(HERE);
});

test.each([
  ["erased them", "not-kept", (device: FakeDevice) => device.vault.kept.clear()],
  ["lost their key", "unreadable", (device: FakeDevice) => device.vault.unreadable.add(ENTRY.reference)],
  ["is closed", "storage-closed", (device: FakeDevice) => device.vault.closeStorage()],
])("says so when the device meanwhile %s", async (_name, why, happens) => {
  const device = fakeDevice([ENTRY]);
  const { step, clock } = setUp({}, device);
  await step.keep();
  clock.now = new Date(clock.now.getTime() + IDLE_WIPE);
  step.tick();
  happens(device);
  await step.recall();
  expect([step.state.words, step.state.keeping]).toEqual([{ kind: "missing", why }, { kind: "impossible" }]);
});

test("“Doorgegeven” erases what a device that answered late has after all", async () => {
  const { step, vault } = setUp();
  vault.failing.add("keep");
  await step.keep();
  vault.failing.clear();
  await vault.keep({ ...ENTRY, mailbox: "els@team.example", password: PASSWORD, controlCode: "" });
  noteHandOver(step);
  await settled();
  expect([vault.kept.size, step.state.keeping]).toEqual([0, { kind: "possible" }]);
});

test("a step that is closed has no words left, also when something comes in later; the device keeps its own", async () => {
  const { step, vault } = setUp();
  const kept = step.keep();
  step.close();
  await kept;
  expect(JSON.stringify([step.state, step.subject])).not.toContain(PASSWORD);
  expect(vault.kept.size).toBe(1);
});

test("a message that is taken back leaves nothing on the device, also when it was just being kept", async () => {
  const { step, vault } = setUp();
  const kept = step.keep();
  await step.abandon();
  await kept;
  expect([vault.kept.size, JSON.stringify(step.state).includes(PASSWORD)]).toEqual([0, false]);
});

test("does not try the device for a password that it keeps already, nor for none", async () => {
  const kept = setUp({ keptUntil: UNTIL });
  const none = setUp({ words: { kind: "missing", why: "not-kept" } });
  for (const { step, vault } of [kept, none]) {
    vault.closeStorage();
    await step.start();
  }
  expect([kept.step.state.keeping, none.step.state.keeping]).toEqual([
    { kind: "kept", until: UNTIL },
    { kind: "looking" },
  ]);
});

/** What was begun and not waited for. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
