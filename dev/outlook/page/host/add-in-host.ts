import type { AddIn, AddInSurface, Mailbox } from "../../mail.ts";
import { mailClient } from "../mail-client.ts";
import { AddInFrame } from "./add-in-frame.ts";
import type { CallHandlers } from "./answer.ts";
import { appContext } from "./app-context.ts";
import { Faults } from "./faults.ts";
import type { FrameHooks } from "./launch-event.ts";
import { type ClientProfile, hasSet, OUTLOOK_ON_THE_WEB } from "./profile.ts";
import { settingsCalls } from "./settings-calls.ts";
import { type PaneName, WireLog } from "./wire-log.ts";

/** The item that a page of the add-in is about. */
export interface FrameItem {
  readonly mailbox: Mailbox;
  initialData(): unknown;
  calls(): CallHandlers;
}

/** Outlook as add-ins meet it: one add-in, one kind of client, faults on demand, and a record of all that is said. */
export class AddInHost {
  readonly addIn: AddIn;
  readonly faults = new Faults();
  readonly log = new WireLog();
  readonly unknownCalls: string[] = [];
  profile: ClientProfile = OUTLOOK_ON_THE_WEB;
  /** How often the add-in was asked whether a message may leave. */
  guardRuns = 0;
  private readonly onUnknown: (what: string) => void;

  constructor(addIn: AddIn, onUnknown: (what: string) => void) {
    this.addIn = addIn;
    this.onUnknown = onUnknown;
  }

  /** What of the add-in a client of this kind takes. */
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
    return button ? this.frame(pane, button.page, button.label, { mailbox, initialData, calls }) : null;
  }

  /** The page that runs hidden for an event, not placed in the document yet. */
  openHidden(page: string, item: FrameItem, hooks: FrameHooks): AddInFrame {
    return this.frame("send", page, this.addIn.name, item, hooks);
  }

  /** Something that a test should not overlook: it stands among the unknown calls, and on the screen. */
  report(pane: PaneName, what: string, text: string): void {
    this.unknownCalls.push(what);
    this.log.add({ pane, direction: "note", name: what, text });
    this.onUnknown(what);
  }

  private frame(
    pane: PaneName,
    page: string,
    title: string,
    { mailbox, initialData, calls }: FrameItem,
    hooks: Partial<FrameHooks> = {},
  ): AddInFrame {
    const settings = settingsCalls((given) => mailClient.saveSettings(mailbox.id, given));
    return new AddInFrame({
      pane,
      addIn: this.addIn,
      page,
      title,
      faults: this.faults,
      log: this.log,
      profile: () => this.profile,
      appContext: async () => appContext(this.addIn, this.profile, await mailClient.settings(mailbox.id)),
      initialData,
      calls: () => ({ ...calls(), ...settings }),
      unknownCall: (what) => this.report(pane, what, "this Outlook does not know the call"),
      ...hooks,
    });
  }
}
