import type { RegisterChange } from "../../src/application/ports.ts";
import { registerChannel } from "../../src/storage/register-channel.ts";
import { entry } from "../domain/sample-register.ts";

/** Channels in memory, as a browser has them: what one posts, the others of the name hear, as a copy. */
class FakeChannel extends EventTarget {
  static readonly open: FakeChannel[] = [];
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
    FakeChannel.open.push(this);
  }

  postMessage(message: unknown): void {
    for (const other of FakeChannel.open) {
      if (other === this || other.name !== this.name) continue;
      other.dispatchEvent(Object.assign(new Event("message"), { data: structuredClone(message) }));
    }
  }
}

const original = globalThis.BroadcastChannel;
beforeEach(() => {
  FakeChannel.open.length = 0;
  Object.assign(globalThis, { BroadcastChannel: FakeChannel });
});
afterEach(() => {
  Object.assign(globalThis, { BroadcastChannel: original });
});

function pane(mailbox: string) {
  const heard: RegisterChange[] = [];
  const channel = registerChannel(mailbox);
  channel.listen((change) => heard.push(change));
  return { channel, heard };
}

test("panes of one mailbox hear each other, and not themselves or those of another mailbox", () => {
  const [one, two, other] = [pane("els@team.example"), pane("els@team.example"), pane("an@team.example")];
  const put: RegisterChange = { kind: "put", entry: entry(2, { replaces: entry(1).reference }) };
  const removed: RegisterChange = { kind: "removed", reference: entry(1).reference };
  one.channel.tell(put);
  one.channel.tell(removed);
  expect([one.heard, two.heard, other.heard]).toEqual([[], [put, removed], []]);
});

test.each<[string, unknown]>([
  ["nothing", undefined],
  ["a text", "removed"],
  ["an entry of another shape", { put: { p: [], e: [["DV-2026-000001"]] } }],
  ["a reference that is none", { removed: "DV-2026-00000I" }],
])("%s is not heard", (_name, message) => {
  const { heard } = pane("els@team.example");
  new FakeChannel("register.v1 els@team.example").postMessage(message);
  expect(heard).toEqual([]);
});

test("a browser without such channels is silent", () => {
  Object.assign(globalThis, { BroadcastChannel: undefined });
  const { channel, heard } = pane("els@team.example");
  channel.tell({ kind: "removed", reference: entry(1).reference });
  expect(heard).toEqual([]);
});
