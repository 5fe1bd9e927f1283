import type { AddIn, AddInSurface, Mailbox } from "../../mail.ts";
import { mailClient } from "../mail-client.ts";
import { AddInFrame } from "./add-in-frame.ts";
import type { CallHandlers } from "./answer.ts";
import { appContext } from "./app-context.ts";
import { Faults } from "./faults.ts";
import { type ClientProfile, hasSet, OUTLOOK_ON_THE_WEB } from "./profile.ts";
import { settingsCalls } from "./settings-calls.ts";
import { WireLog } from "./wire-log.ts";

/** Outlook as add-ins meet it: one add-in, one kind of client, faults on demand, and a record of all that is said. */
export class AddInHost {
  readonly addIn: AddIn;
  readonly faults = new Faults();
  readonly log = new WireLog();
  readonly unknownCalls: string[] = [];
  profile: ClientProfile = OUTLOOK_ON_THE_WEB;
  private readonly onUnknown: (what: string) => void;

  constructor(addIn: AddIn, onUnknown: (what: string) => void) {
    this.addIn = addIn;
    this.onUnknown = onUnknown;
  }

  /** The buttons that a client of this kind shows. */
  surface(): AddInSurface | null {
    return this.addIn.surfaces.filter((one) => hasSet(this.profile.mailboxSet, one.mailboxSet)).at(-1) ?? null;
  }

  /** The add-in's page in a frame, for one item; null when the manifest has no button there. */
  open(
    pane: "compose" | "read",
    mailbox: Mailbox,
    initialData: () => unknown,
    calls: () => CallHandlers,
  ): AddInFrame | null {
    const button = this.surface()?.[pane];
    if (!button) return null;
    const settings = settingsCalls((given) => mailClient.saveSettings(mailbox.id, given));
    return new AddInFrame({
      pane,
      addIn: this.addIn,
      button,
      faults: this.faults,
      log: this.log,
      profile: () => this.profile,
      appContext: async () => appContext(this.addIn, this.profile, await mailClient.settings(mailbox.id)),
      initialData,
      calls: () => ({ ...calls(), ...settings }),
      unknownCall: (what) => {
        this.unknownCalls.push(what);
        this.log.add({ pane, direction: "note", name: what, text: "this Outlook does not know the call" });
        this.onUnknown(what);
      },
    });
  }
}
