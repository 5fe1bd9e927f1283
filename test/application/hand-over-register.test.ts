import { HandOverRegister, type RegisterState } from "../../src/application/hand-over-register.ts";
import { entry } from "../domain/sample-register.ts";
import { FakeRegister } from "./fake-register.ts";

function setUp(port = new FakeRegister()) {
  const said: RegisterState["kept"][] = [];
  const register = new HandOverRegister(port);
  register.subscribe(() => {
    if (said.at(-1) !== register.state.kept) said.push(register.state.kept);
  });
  return { port, said, register };
}

test("keeps a new referral, what becomes of it, and not what was taken back", async () => {
  const { port, said, register } = setUp(new FakeRegister([entry(1)]));
  await register.put(entry(2, { handOver: null }));
  expect(port.kept).toEqual([entry(1), entry(2, { handOver: null })]);
  await register.put(entry(2));
  expect(port.kept).toEqual([entry(1), entry(2)]);
  await register.remove(entry(2).reference);
  expect(port.kept).toEqual([entry(1)]);
  expect(said.join()).toBe("yes,saving,yes,saving,yes,saving,yes");
});

test("what was not kept is said, and comes with the retry or with the next change", async () => {
  const { port, register } = setUp();
  port.failing = true;
  await register.put(entry(1));
  expect([port.kept, register.state]).toEqual([[], { entries: [entry(1)], kept: "no", left: [] }]);
  await register.retry();
  expect(register.state.kept).toBe("no");
  port.failing = false;
  await register.retry();
  expect([port.kept, register.state]).toEqual([[entry(1)], { entries: [entry(1)], kept: "yes", left: [] }]);

  port.failing = true;
  await register.put(entry(2));
  port.failing = false;
  await register.put(entry(3));
  expect([port.kept, register.state.kept]).toEqual([[entry(1), entry(2), entry(3)], "yes"]);
});

test("what had to leave is told, also when the saving failed, and once", async () => {
  const { port, register } = setUp(new FakeRegister([entry(1), entry(2)]));
  port.room = 2;
  port.failing = true;
  await register.put(entry(3));
  expect(register.state).toEqual({ entries: [entry(2), entry(3)], kept: "no", left: [entry(1)] });
  port.failing = false;
  await register.retry();
  expect(register.state).toEqual({ entries: port.kept, kept: "yes", left: [entry(1)] });
  expect(port.kept).toEqual([entry(2), entry(3)]);
  await register.put(entry(4));
  expect(register.state.left).toEqual([entry(1), entry(2)]);
});

test("a later saving waits for an earlier one that is slow, and speaks for both", async () => {
  const { port, register } = setUp();
  let fail = (): void => undefined;
  jest.spyOn(port, "save").mockImplementationOnce(
    () =>
      new Promise((_resolve, reject) => {
        fail = () => reject(new Error("late"));
      }),
  );
  const first = register.put(entry(1));
  await new Promise((resolve) => setImmediate(resolve));
  const second = register.put(entry(2));
  await new Promise((resolve) => setImmediate(resolve));
  expect([port.kept, register.state.kept]).toEqual([[], "saving"]);
  fail();
  await Promise.all([first, second]);
  expect([port.kept, register.state.kept]).toEqual([[entry(1), entry(2)], "yes"]);
});

test("of three quick changes the last saving has all, and the second is not made", async () => {
  const { port, register } = setUp();
  await Promise.all([register.put(entry(1)), register.put(entry(2)), register.put(entry(3))]);
  expect([port.kept, port.saves, register.state.kept]).toEqual([[entry(1), entry(2), entry(3)], 1, "yes"]);
});

test("tells other panes what it does, and keeps what they did when it saves", async () => {
  const { port, register } = setUp(new FakeRegister([entry(1)]));
  port.hear({ kind: "put", entry: entry(2, { handOver: null }) });
  port.hear({ kind: "removed", reference: entry(1).reference });
  expect([register.state.entries, port.saves]).toEqual([[entry(2, { handOver: null })], 0]);
  await register.put(entry(3));
  await register.remove(entry(2).reference);
  expect(port.kept).toEqual([entry(3)]);
  expect(port.told).toEqual([
    { kind: "put", entry: entry(3) },
    { kind: "removed", reference: entry(2).reference },
  ]);
});
