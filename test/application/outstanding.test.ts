import { Outstanding, type OutstandingState } from "../../src/application/outstanding.ts";
import type { KeptPassword } from "../../src/application/ports.ts";
import { keptUntil } from "../../src/domain/keeping.ts";
import type { RegisterEntry } from "../../src/domain/register.ts";
import { newPassphrase } from "../../src/password/passphrase.ts";
import { entry } from "../domain/sample-register.ts";
import { type FakeDevice, fakeDevice } from "./fake-device.ts";

const PASSWORD = newPassphrase(() => 5);
const DAY = 86_400_000;
const open = (number: number, changes: Partial<RegisterEntry> = {}) => entry(number, { handOver: null, ...changes });
const NOW = new Date(2026, 10, 24, 12, 0).getTime();
const UNTIL = keptUntil(NOW);

function kept(
  { reference, sealedOn, protocolId, recipient }: RegisterEntry,
  mailbox = "els@team.example",
): KeptPassword {
  return { reference, mailbox, password: PASSWORD, controlCode: "3f9a2 b71c0", sealedOn, protocolId, recipient };
}

async function keepOn(device: FakeDevice, ...entries: readonly RegisterEntry[]): Promise<void> {
  for (const each of entries) await device.vault.keep(kept(each));
}

/** References and whether the words are here. */
function listed({ entries }: OutstandingState): readonly (readonly [string, number | null])[] {
  return entries.map(({ entry: { reference }, until }) => [reference, until]);
}

test("counts at once what the register has open, then sees which words this device has", async () => {
  const device = fakeDevice([open(1), entry(2), open(3)]);
  await keepOn(device, open(3));
  const outstanding = new Outstanding(device.ports);
  expect([outstanding.state.storage, listed(outstanding.state)]).toEqual([
    "looking",
    [
      ["DV-2026-000001", null],
      ["DV-2026-000003", null],
    ],
  ]);
  await outstanding.look();
  expect([outstanding.state.storage, listed(outstanding.state)]).toEqual([
    "open",
    [
      ["DV-2026-000001", null],
      ["DV-2026-000003", UNTIL],
    ],
  ]);
});

test("what the device keeps and the register lost is there too, with what was kept of it", async () => {
  const device = fakeDevice([open(3)]);
  await keepOn(device, open(2));
  const outstanding = new Outstanding(device.ports);
  await outstanding.look();
  expect(outstanding.state.entries).toEqual([
    { entry: open(2), until: UNTIL, isUnreadable: false },
    { entry: open(3), until: null, isUnreadable: false },
  ]);
});

test("a colleague's on the same device are not shown, and stay", async () => {
  const device = fakeDevice();
  await device.vault.keep(kept(open(1), "an@team.example"));
  const outstanding = new Outstanding(device.ports);
  await outstanding.look();
  expect([outstanding.state.entries, device.vault.kept.size]).toEqual([[], 1]);
});

test("holds no password while nothing is handed over, and one alone then", async () => {
  const device = fakeDevice([open(1), open(2)]);
  await keepOn(device, open(1));
  await device.vault.keep({ ...kept(open(2)), password: newPassphrase(() => 9) });
  const outstanding = new Outstanding(device.ports);
  await outstanding.show();
  expect(JSON.stringify(outstanding.state)).not.toContain(PASSWORD);
  const list = jest.spyOn(device.vault, "read");
  await outstanding.open(open(1).reference);
  expect(list.mock.calls).toEqual([[open(1).reference]]);
});

test("a message that was never sent and whose password does not go is said", async () => {
  const device = fakeDevice([open(1)]);
  await keepOn(device, open(1));
  device.vault.failing.add("erase");
  const outstanding = new Outstanding(device.ports);
  await outstanding.notSent(open(1).reference);
  expect([outstanding.state.erased, device.settings.kept]).toEqual(["failed", []]);
});

test.each([
  ["handed over elsewhere", [entry(1)]],
  ["replaced by another that was handed over", [open(1), entry(2, { replaces: entry(1).reference })]],
])("a password that was %s goes from the device", async (_name, register) => {
  const device = fakeDevice(register);
  await keepOn(device, open(1));
  const outstanding = new Outstanding(device.ports);
  await outstanding.look();
  expect([outstanding.state.entries, device.vault.kept.size]).toEqual([[], 0]);
});

test("a password stays as long as what came in its place was not handed over: that may be taken back", async () => {
  const device = fakeDevice([open(1), open(2, { replaces: entry(1).reference })]);
  await keepOn(device, open(1));
  const outstanding = new Outstanding(device.ports);
  await outstanding.look();
  expect([listed(outstanding.state), device.vault.kept.size]).toEqual([[["DV-2026-000002", null]], 1]);
});

test("the address of a mailbox counts in every case", async () => {
  const device = fakeDevice();
  await device.vault.keep(kept(open(1), "Els@Team.example "));
  const outstanding = new Outstanding(device.ports);
  await outstanding.look();
  expect(listed(outstanding.state)).toEqual([["DV-2026-000001", UNTIL]]);
});

test("an answer that comes late changes nothing any more", async () => {
  const device = fakeDevice([open(1), open(2)]);
  await keepOn(device, open(1), open(2));
  const outstanding = new Outstanding(device.ports);
  const first = outstanding.open(open(1).reference);
  const second = outstanding.open(open(2).reference);
  await Promise.all([first, second]);
  expect(stepOf(outstanding).subject.entry).toEqual(open(2));
  const late = outstanding.look();
  await outstanding.eraseAll();
  await late;
  expect(outstanding.state.entries.map(({ until }) => until)).toEqual([null, null]);
});

test("while the device is slow to erase, the person goes on with something else", async () => {
  const device = fakeDevice([open(1), open(2)]);
  await keepOn(device, open(1), open(2));
  let erased = (): void => undefined;
  jest.spyOn(device.vault, "erase").mockImplementationOnce(
    () =>
      new Promise((resolve) => {
        erased = resolve;
      }),
  );
  const outstanding = new Outstanding(device.ports);
  const notSent = outstanding.notSent(open(1).reference);
  await outstanding.open(open(2).reference);
  erased();
  await notSent;
  expect(stepOf(outstanding).subject.entry).toEqual(open(2));
});

test("after its week a password is gone, and the referral still stands open", async () => {
  const device = fakeDevice([open(1)]);
  await keepOn(device, open(1));
  device.clock.now = new Date(NOW + 7 * DAY);
  const outstanding = new Outstanding(device.ports);
  await outstanding.show();
  expect([listed(outstanding.state), device.vault.kept.size]).toEqual([[["DV-2026-000001", null]], 0]);
});

test("without storage the register's are there, and the reason", async () => {
  const device = fakeDevice([open(1)]);
  device.vault.closeStorage();
  const outstanding = new Outstanding(device.ports);
  await outstanding.show();
  expect([outstanding.state.storage, listed(outstanding.state)]).toEqual(["closed", [["DV-2026-000001", null]]]);
  await outstanding.open(open(1).reference);
  expect(stepOf(outstanding).state.words).toEqual({ kind: "missing", why: "storage-closed" });
});

test("opens the same step again, with the recipient as the directory has it today", async () => {
  const device = fakeDevice([open(1)]);
  await keepOn(device, open(1));
  const outstanding = new Outstanding(device.ports);
  await outstanding.open(open(1).reference);
  const step = stepOf(outstanding);
  expect(step.state).toMatchObject({
    words: { kind: "here", password: PASSWORD },
    keeping: { kind: "kept", until: UNTIL },
  });
  const { recipient, ...subject } = step.subject;
  expect(subject).toEqual({ entry: open(1), controlCode: "3f9a2 b71c0" });
  expect(recipient).toMatchObject({
    name: "OCMW Dorp 1",
    phone: { number: "+3289000000" },
    mobile: null,
    teams: null,
    isListed: true,
  });
  expect(outstanding.displayPhone("+3289000000")).toBe("089000000");
});

test.each([
  ["the directory does not come", "dorp-1", true],
  ["its protocol is not there any more", "dorp-9", false],
  ["its protocol is that of another recipient now", "dorp-2", false],
])("when %s, the name is what is left", async (_name, protocolId, offline) => {
  const device = fakeDevice([open(1, { protocolId, recipient: "OCMW Vroeger" })]);
  device.offline = offline;
  const outstanding = new Outstanding(device.ports);
  await outstanding.open(open(1).reference);
  expect(stepOf(outstanding).subject.recipient).toEqual({
    name: "OCMW Vroeger",
    phone: null,
    mobile: null,
    teams: null,
    isListed: false,
  });
});

test("without the phone library a number stands as it is", async () => {
  const device = fakeDevice([open(1)]);
  const outstanding = new Outstanding({ ...device.ports, loadPhones: () => Promise.reject(new Error("phones")) });
  await outstanding.open(open(1).reference);
  expect(outstanding.displayPhone("+3289000000")).toBe("+3289000000");
});

test.each([
  ["not here", "not-kept", () => undefined],
  ["no longer readable", "unreadable", (device: FakeDevice) => device.vault.unreadable.add(open(1).reference)],
  [
    "no password of ours",
    "unreadable",
    (device: FakeDevice) => void device.vault.keep({ ...kept(open(1)), password: "x" }),
  ],
])("words that are %s are said to be so", async (why, code, happens) => {
  const device = fakeDevice([open(1)]);
  if (why !== "not here") await keepOn(device, open(1));
  happens(device);
  const outstanding = new Outstanding(device.ports);
  await outstanding.open(open(1).reference);
  expect(stepOf(outstanding).state.words).toEqual({ kind: "missing", why: code });
});

test("once handed over it is no longer outstanding, and off the device; its step stays until it is left", async () => {
  const device = fakeDevice([open(1), open(2)]);
  await keepOn(device, open(1));
  const outstanding = new Outstanding(device.ports);
  await outstanding.open(open(1).reference);
  const step = stepOf(outstanding);
  step.changeForm({ to: "onthaal", channel: "phone" });
  step.submit();
  await outstandingSettled();
  expect([listed(outstanding.state), device.vault.kept.size]).toEqual([[["DV-2026-000002", null]], 0]);
  expect(stepOf(outstanding)).toBe(step);
  await outstanding.show();
  expect([outstanding.state.view, JSON.stringify(step.state).includes(PASSWORD)]).toEqual([{ name: "list" }, false]);
});

test("a message that was never sent goes from the register and from the device", async () => {
  const device = fakeDevice([open(1), open(2)]);
  await keepOn(device, open(1));
  const outstanding = new Outstanding(device.ports);
  await outstanding.open(open(1).reference);
  await outstanding.notSent(open(1).reference);
  expect([device.settings.kept, device.vault.kept.size, outstanding.state.view]).toEqual([
    [open(2)],
    0,
    { name: "list" },
  ]);
});

test("“Wis alles” takes every password off the device and leaves the register", async () => {
  const device = fakeDevice([open(1)]);
  await keepOn(device, open(1));
  await device.vault.keep(kept(open(7), "an@team.example"));
  const outstanding = new Outstanding(device.ports);
  await outstanding.show();
  device.vault.failing.add("eraseAll");
  await outstanding.eraseAll();
  expect([outstanding.state.erased, device.vault.kept.size]).toEqual(["failed", 2]);
  device.vault.failing.clear();
  await outstanding.eraseAll();
  expect([outstanding.state.erased, device.vault.kept.size, listed(outstanding.state)]).toEqual([
    "yes",
    0,
    [["DV-2026-000001", null]],
  ]);
  expect(device.settings.kept).toEqual([open(1)]);
});

test("a referral that is no longer open when it is asked for leads back to the list", async () => {
  const device = fakeDevice([open(1)]);
  const outstanding = new Outstanding(device.ports);
  await device.ports.register.put(entry(1));
  await outstanding.open(open(1).reference);
  expect(outstanding.state.view).toEqual({ name: "list" });
});

test("closed while it was being opened, it holds nothing", async () => {
  const device = fakeDevice([open(1)]);
  await keepOn(device, open(1));
  const outstanding = new Outstanding(device.ports);
  const opening = outstanding.open(open(1).reference);
  outstanding.close();
  await opening;
  expect(outstanding.state).toEqual({
    entries: [],
    storage: "looking",
    view: { name: "closed" },
    erased: "not-asked",
  });
});

function stepOf({ state }: Outstanding) {
  if (state.view.name !== "step") throw new TypeError(`stepOf: the view is ${state.view.name}`);
  return state.view.step;
}

/** What was begun and not waited for. */
async function outstandingSettled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
