/** What an add-in's function gives to `event.completed` (Office.SmartAlertsEventCompletedOptions), as far as it is of the right type. */
export interface CompletedOptions {
  readonly allowEvent: boolean | null;
  readonly errorMessage: string | null;
  readonly errorMessageMarkdown: string | null;
  readonly cancelLabel: string | null;
  readonly commandId: string | null;
  /** Anything that JSON can hold; undefined where it was not given. */
  readonly contextData: unknown;
  readonly sendModeOverride: string | null;
  /** Names that Outlook does not know. */
  readonly unknown: readonly string[];
}

const KNOWN = [
  "allowEvent",
  "errorMessage",
  "errorMessageMarkdown",
  "cancelLabel",
  "commandId",
  "contextData",
  "sendModeOverride",
];

/** Reads the event as office.js sends it back: JSON with `completedContext`. @throws SyntaxError when it is no JSON. */
export function parseOptions(json: string): CompletedOptions {
  const event: Readonly<Record<string, unknown>> = JSON.parse(json);
  const given: Readonly<Record<string, unknown>> = { ...Object(event["completedContext"]) };
  const text = (name: string) => {
    const value = given[name];
    return typeof value === "string" && value !== "" ? value : null;
  };
  const { allowEvent } = { allowEvent: given["allowEvent"] };
  return {
    allowEvent: typeof allowEvent === "boolean" ? allowEvent : null,
    errorMessage: text("errorMessage"),
    errorMessageMarkdown: text("errorMessageMarkdown"),
    cancelLabel: text("cancelLabel"),
    commandId: text("commandId"),
    contextData: given["contextData"],
    sendModeOverride: text("sendModeOverride"),
    unknown: Object.keys(given).filter((name) => !KNOWN.includes(name)),
  };
}
