import { loadPhoneParser } from "../adapters/phone.ts";
import { HandOverRegister } from "../application/hand-over-register.ts";
import type { LoadedDirectory } from "../application/load-directory.ts";
import type { OutstandingPorts } from "../application/outstanding.ts";
import type { Host } from "../office/host.ts";
import { passwordVault } from "../storage/password-vault.ts";
import { registerChannel } from "../storage/register-channel.ts";
import { fitRegister, readRegister, saveRegister } from "../storage/register-store.ts";
import { inTime } from "./in-time.ts";

/** What both pages need from outside for the hand-over; made once for a page, because it has one register. */
export function handOverPorts({ me, settings }: Host): OutstandingPorts {
  const now = (): Date => new Date();
  const channel = registerChannel(me.email);
  return {
    register: new HandOverRegister({
      ...channel,
      load: () => readRegister(settings),
      fit: fitRegister,
      save: (register) => saveRegister(settings, register),
    }),
    vault: passwordVault(now),
    mailbox: me.email,
    now,
    loadPhones: () => inTime(loadPhoneParser()),
    loadDirectory: () => whenAsked(now),
  };
}

/** In a file of its own for the page of reading, which hardly ever needs it. */
async function whenAsked(now: () => Date): Promise<LoadedDirectory> {
  try {
    const { loadHostedDirectory } = await inTime(import("./load-hosted-directory.ts"));
    return await loadHostedDirectory(now);
  } catch {
    // The file did not come: no more is known than without a directory.
    return { ok: false, problem: { code: "unavailable" } };
  }
}
