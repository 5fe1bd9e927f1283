import type { SendMode } from "../../mail.ts";
import type { CompletedOptions } from "./completed-options.ts";
import type { Outcome } from "./launch-event.ts";
import { MAX_ALERT_LABEL, MAX_ALERT_TEXT } from "./limits.ts";
import { type ClientProfile, hasSet } from "./profile.ts";

/** What a button of an alert does, besides closing it. */
export type AlertAct =
  | { readonly kind: "cancel" }
  | { readonly kind: "send" }
  /** Opens the pane, which gets the context. */
  | { readonly kind: "open"; readonly context: unknown };

/** A button of an alert. */
export interface AlertButton {
  readonly label: string;
  readonly act: AlertAct;
}

/** What Outlook shows when a message does not leave. */
export interface SmartAlert {
  readonly title: string;
  readonly text: string;
  /** Whether the text is Markdown. */
  readonly markdown: boolean;
  readonly buttons: readonly AlertButton[];
}

/** The client and the add-in, as far as an alert depends on them. */
export interface AlertSetting {
  /** The add-in's name: always the title. */
  readonly addIn: string;
  readonly sendMode: SendMode;
  readonly client: Pick<ClientProfile, "mailboxSet" | "takeAction">;
  /** Ids of the controls that open a pane here. */
  readonly commands: readonly string[];
}

/** What Outlook makes of it. */
export interface Judgement {
  /** Null: the message leaves. */
  readonly alert: SmartAlert | null;
  /** What the add-in did that Outlook does not take; a person sees nothing of it. */
  readonly problems: readonly string[];
}

const CANCEL: AlertButton = { label: "Niet verzenden", act: { kind: "cancel" } };
const LATER: AlertButton = { label: "Later proberen", act: { kind: "cancel" } };
const ANYWAY: AlertButton = { label: "Toch verzenden", act: { kind: "send" } };
const TAKE_ACTION = "Actie ondernemen";

/** Whether a message leaves after the guard, and what a person is told when it does not. */
export function judge(outcome: Exclude<Outcome, { kind: "stopped" }>, setting: AlertSetting): Judgement {
  const { addIn, sendMode } = setting;
  const asked = sendMode === "PromptUser" ? [ANYWAY, CANCEL] : [CANCEL];
  switch (outcome.kind) {
    case "completed":
      return judgeOptions(outcome.options, setting);
    case "no-function":
      return {
        alert: plain(addIn, defaultText(addIn), asked),
        problems: [`event.completed: no function of that name, code ${outcome.code}`],
      };
    case "unavailable":
      return {
        alert: plain(
          addIn,
          `${addIn} is niet beschikbaar en kan dit bericht nu niet controleren.`,
          sendMode === "Block" ? [LATER] : [ANYWAY, LATER],
        ),
        problems: [],
      };
    case "timed-out":
      return {
        alert: plain(
          addIn,
          `${addIn} heeft dit bericht niet op tijd gecontroleerd. Het is niet verzonden. Probeer het opnieuw te verzenden.`,
          asked,
        ),
        problems: [],
      };
  }
}

/** While the guard takes longer than expected: a person waits, or stops. */
export function slowAlert({ addIn, sendMode }: AlertSetting): SmartAlert {
  const text = `Het duurt langer dan verwacht voor ${addIn} dit bericht heeft gecontroleerd.`;
  return plain(addIn, text, sendMode === "PromptUser" ? [ANYWAY, CANCEL] : [CANCEL]);
}

/** A person went away from the message while the guard ran: Outlook on the web keeps it as a draft. */
export function leftAlert(addIn: string): SmartAlert {
  const text =
    "Het bericht is niet verzonden, omdat je het verliet terwijl het werd gecontroleerd. Het staat in Concepten: verzend het daar opnieuw, en wacht tot het verzonden is.";
  return plain(addIn, text, [{ label: "OK", act: { kind: "cancel" } }]);
}

function plain(title: string, text: string, buttons: readonly AlertButton[]): SmartAlert {
  return { title, text, markdown: false, buttons };
}

/** Office.SmartAlertsEventCompletedOptions: what stands instead of an `errorMessage` that is not given. */
function defaultText(addIn: string): string {
  return `${addIn} voorkomt dat dit bericht wordt verzonden.`;
}

function judgeOptions(given: CompletedOptions, setting: AlertSetting): Judgement {
  const { addIn, client, commands } = setting;
  const problems = given.unknown.map((name) => `event.completed: no option ${name}`);
  // Microsoft does not say what Outlook does without it: here the message stays, so that a test notices.
  if (given.allowEvent === null) problems.push("event.completed: no allowEvent");
  if (given.allowEvent === true) return { alert: null, problems };

  const options = knownTo(client.mailboxSet, given);
  const fits = (name: string, value: string | null, longest: number): value is string => {
    if (value === null) return false;
    if (value.length > longest) problems.push(`event.completed: ${name} of ${value.length} characters`);
    return value.length <= longest;
  };
  const markdown = fits("errorMessageMarkdown", options.errorMessageMarkdown, MAX_ALERT_TEXT);
  const message = fits("errorMessage", options.errorMessage, MAX_ALERT_TEXT)
    ? options.errorMessage
    : defaultText(addIn);

  const { commandId, contextData, sendModeOverride } = options;
  const opens = commandId !== null && commands.includes(commandId);
  if (commandId !== null && !opens) problems.push(`event.completed: no control ${commandId}`);
  if (commandId === null && contextData !== undefined) problems.push("event.completed: contextData without commandId");
  if (sendModeOverride !== null && sendModeOverride !== "promptUser") {
    problems.push(`event.completed: no sendModeOverride ${sendModeOverride}`);
  }
  if (options.cancelLabel !== null && commandId === null && client.takeAction === "own-button") {
    problems.push("event.completed: cancelLabel without commandId");
  }
  const label = fits("cancelLabel", options.cancelLabel, MAX_ALERT_LABEL) ? options.cancelLabel : null;
  const act: AlertAct = opens ? { kind: "open", context: contextData ?? "" } : { kind: "cancel" };
  const mode = sendModeOverride === "promptUser" ? "PromptUser" : setting.sendMode;
  return {
    alert: {
      title: addIn,
      text: markdown ? options.errorMessageMarkdown : message,
      markdown,
      buttons: [
        ...(client.takeAction === "own-button" && commandId !== null ? [{ label: label ?? TAKE_ACTION, act }] : []),
        ...(mode === "PromptUser" ? [ANYWAY] : []),
        client.takeAction === "dont-send" ? { label: label ?? CANCEL.label, act } : CANCEL,
      ],
    },
    problems,
  };
}

/** The options without those that came after the client's requirement set. */
function knownTo(mailboxSet: string, options: CompletedOptions): CompletedOptions {
  const before114 = { cancelLabel: null, commandId: null, contextData: undefined, sendModeOverride: null };
  return {
    ...options,
    ...(hasSet(mailboxSet, "1.14") ? {} : before114),
    ...(hasSet(mailboxSet, "1.15") ? {} : { errorMessageMarkdown: null }),
  };
}
