import type { Mailbox, SendGuard } from "../mail.ts";
import type { Alerts } from "./alerts.ts";
import type { AddInHost } from "./host/add-in-host.ts";
import type { CallHandlers } from "./host/answer.ts";
import { composeData } from "./host/initial-data.ts";
import { type Outcome, runLaunchEvent } from "./host/launch-event.ts";
import { type AlertButton, type AlertSetting, judge, leftAlert, slowAlert } from "./host/smart-alert.ts";

/** The message that is about to leave, and what can be done with it. */
export interface CheckedMessage {
  readonly mailbox: Mailbox;
  calls(): CallHandlers;
  /** Says in the window that the add-in is checking, or no longer. */
  checking(addIn: string | null): void;
  send(): Promise<unknown>;
  /** Opens the add-in's pane anew; `context` is for it. */
  openPane(context: unknown): void;
}

/** Why a run ended before the add-in had its say: the message leaves anyway, stays as it is, or is left behind as a draft. */
type StopReason = "send" | "stay" | "left";

/** Smart Alerts: what the add-in says of a message before it leaves, and what a person may do then. */
export class SendCheck {
  private readonly host: AddInHost;
  private readonly alerts: Alerts;
  private readonly message: CheckedMessage;
  private running: AbortController | null = null;
  private stopReason: StopReason = "stay";

  constructor(host: AddInHost, alerts: Alerts, message: CheckedMessage) {
    this.host = host;
    this.alerts = alerts;
    this.message = message;
  }

  /** Whether the message may leave now. When it may not an alert stands there, whose buttons do the rest. */
  async run(): Promise<boolean> {
    this.alerts.close();
    const surface = this.host.surface();
    if (!surface?.guard) return true;
    const setting: AlertSetting = {
      addIn: this.host.addIn.name,
      sendMode: surface.guard.sendMode,
      client: this.host.profile,
      commands: surface.compose ? [surface.compose.id] : [],
    };
    const outcome = await this.ask(surface.guard, setting);
    if (outcome.kind === "stopped") {
      if (this.stopReason === "left") this.alerts.show(leftAlert(setting.addIn), async () => undefined);
      return this.stopReason === "send";
    }
    const { alert, problems } = judge(outcome, setting);
    for (const what of problems) this.host.report("send", what, "Outlook does not take this from a guard");
    if (alert) this.alerts.show(alert, (button) => this.act(button));
    return alert === null;
  }

  /** Ends the run, and takes its alert away; false when there was no run. */
  stop(reason: StopReason): boolean {
    this.alerts.close();
    this.stopReason = reason;
    this.running?.abort();
    return this.running !== null;
  }

  /** The add-in's word; meanwhile the window shows that it is asked, and when it takes long an alert does. */
  private async ask(guard: SendGuard, setting: AlertSetting): Promise<Outcome> {
    const running = new AbortController();
    const slow = setTimeout(() => {
      this.alerts.show(slowAlert(setting), async ({ act }) => {
        this.stop(act.kind === "send" ? "send" : "stay");
      });
    }, this.host.profile.guardSlowMs);
    this.running = running;
    this.message.checking(setting.addIn);
    try {
      return await this.launch(guard, running.signal);
    } finally {
      clearTimeout(slow);
      this.alerts.close();
      this.message.checking(null);
      this.running = null;
    }
  }

  private launch({ page, functionName }: SendGuard, stop: AbortSignal): Promise<Outcome> {
    const { host, message } = this;
    host.guardRuns += 1;
    const item = {
      mailbox: message.mailbox,
      initialData: () => composeData(message.mailbox, host.addIn.permissions),
      calls: () => message.calls(),
    };
    return runLaunchEvent({
      functionName,
      loadMs: host.profile.guardLoadMs,
      limitMs: host.profile.guardLimitMs,
      stop,
      open: (hooks) => host.openHidden(page, item, hooks),
      saidAgain: () => host.report("send", "event.completed: said again", "the first word counts"),
    });
  }

  private async act({ act }: AlertButton): Promise<void> {
    if (act.kind === "send") await this.message.send();
    if (act.kind === "open") this.message.openPane(act.context);
  }
}
