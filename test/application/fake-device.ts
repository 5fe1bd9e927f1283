import { HandOverRegister } from "../../src/application/hand-over-register.ts";
import type { OutstandingPorts } from "../../src/application/outstanding.ts";
import type { Register } from "../../src/domain/register.ts";
import { loaded, UNAVAILABLE } from "../directory/loaded-directory.ts";
import { sampleFile, sampleProtocol } from "../directory/sample-directory.ts";
import { FakeRegister } from "./fake-register.ts";
import { FakeVault } from "./fake-vault.ts";

const DIRECTORY = loaded(sampleFile([sampleProtocol(1), sampleProtocol(2)]));

/** A mailbox with its register, on a device of its own, at a time that the test sets. */
export interface FakeDevice {
  readonly clock: { now: Date };
  /** What Outlook keeps. */
  readonly settings: FakeRegister;
  readonly vault: FakeVault;
  readonly ports: OutstandingPorts;
  /** The directory does not come. */
  offline: boolean;
}

export function fakeDevice(register: Register = [], now = new Date(2026, 10, 24, 12, 0)): FakeDevice {
  const clock = { now };
  const settings = new FakeRegister(register);
  const vault = new FakeVault(() => clock.now);
  const device: FakeDevice = {
    clock,
    settings,
    vault,
    offline: false,
    ports: {
      register: new HandOverRegister(settings),
      vault,
      mailbox: "els@team.example",
      now: () => clock.now,
      loadDirectory: async () => (device.offline ? UNAVAILABLE : DIRECTORY),
      loadPhones: async () => ({ parse: () => null, display: (e164) => e164.replace("+32", "0") }),
    },
  };
  return device;
}
