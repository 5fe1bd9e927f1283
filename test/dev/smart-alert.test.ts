import { parseOptions } from "../../dev/outlook/page/host/completed-options.ts";
import { type AlertSetting, judge, leftAlert, slowAlert } from "../../dev/outlook/page/host/smart-alert.ts";

const ADD_IN = "Proef";
const DEFAULT_TEXT = "Proef voorkomt dat dit bericht wordt verzonden.";
const SETTING: AlertSetting = {
  addIn: ADD_IN,
  sendMode: "SoftBlock",
  client: { mailboxSet: "1.14", takeAction: "own-button" },
  commands: ["composeButton"],
};
const DONT_SEND = { label: "Niet verzenden", act: { kind: "cancel" } };
const ANYWAY = { label: "Toch verzenden", act: { kind: "send" } };
const LATER = { label: "Later proberen", act: { kind: "cancel" } };

/** What the guard gave to `event.completed`, as office.js passes it on. */
function said(completedContext: unknown, setting: AlertSetting = SETTING) {
  const options = parseOptions(JSON.stringify({ source: { id: "x" }, completedContext }));
  return judge({ kind: "completed", options }, setting);
}

function client(mailboxSet: string, takeAction: "own-button" | "dont-send" = "own-button"): AlertSetting {
  return { ...SETTING, client: { mailboxSet, takeAction } };
}

const FULL = {
  allowEvent: false,
  errorMessage: "Het archief is weg.",
  errorMessageMarkdown: "Het archief is **weg**.",
  cancelLabel: "Bekijk het",
  commandId: "composeButton",
  contextData: '{"why":"archive"}',
  sendModeOverride: "promptUser",
};
const OPENS = { label: "Bekijk het", act: { kind: "open", context: '{"why":"archive"}' } };

describe("what the guard said", () => {
  test("lets the message leave, whatever else it says", () => {
    expect(said({ ...FULL, allowEvent: true })).toEqual({ alert: null, problems: [] });
  });

  test.each([
    ["1.12", "own-button", FULL.errorMessage, false, [DONT_SEND]],
    ["1.13", "own-button", FULL.errorMessage, false, [DONT_SEND]],
    ["1.14", "own-button", FULL.errorMessage, false, [OPENS, ANYWAY, DONT_SEND]],
    ["1.15", "own-button", FULL.errorMessageMarkdown, true, [OPENS, ANYWAY, DONT_SEND]],
    ["1.14", "dont-send", FULL.errorMessage, false, [ANYWAY, OPENS]],
    ["1.12", "dont-send", FULL.errorMessage, false, [DONT_SEND]],
  ] as const)("in set %s with %s as far as that client knows it", (set, takeAction, text, markdown, buttons) => {
    expect(said(FULL, client(set, takeAction))).toEqual({
      alert: { title: ADD_IN, text, markdown, buttons },
      problems: [],
    });
  });

  test.each([
    ["no text", { errorMessage: undefined }, DEFAULT_TEXT, []],
    ["500 characters", { errorMessage: "x".repeat(500) }, "x".repeat(500), []],
    ["501 characters", { errorMessage: "x".repeat(501) }, DEFAULT_TEXT, ["errorMessage of 501 characters"]],
    ["no allowEvent", { allowEvent: undefined }, FULL.errorMessage, ["no allowEvent"]],
    ["an option that is none", { errormessage: "x" }, FULL.errorMessage, ["no option errormessage"]],
  ])("with %s", (_name, change, text, problems) => {
    expect(said({ allowEvent: false, errorMessage: FULL.errorMessage, ...change })).toEqual({
      alert: { title: ADD_IN, text, markdown: false, buttons: [DONT_SEND] },
      problems: problems.map((problem) => `event.completed: ${problem}`),
    });
  });

  test("with too much Markdown is the text without", () => {
    const { alert, problems } = said({ ...FULL, errorMessageMarkdown: "x".repeat(501) }, client("1.15"));
    expect([alert?.text, alert?.markdown, problems]).toEqual([
      FULL.errorMessage,
      false,
      ["event.completed: errorMessageMarkdown of 501 characters"],
    ]);
  });

  const take = (label: string, context: unknown = "") => ({ label, act: { kind: "open", context } });
  test.each([
    ["a label of 20", { cancelLabel: "x".repeat(20) }, [take("x".repeat(20)), DONT_SEND], []],
    [
      "a label of 21",
      { cancelLabel: "x".repeat(21) },
      [take("Actie ondernemen"), DONT_SEND],
      ["cancelLabel of 21 characters"],
    ],
    ["no label", {}, [take("Actie ondernemen"), DONT_SEND], []],
    ["context that is no text", { contextData: { a: 1 } }, [take("Actie ondernemen", { a: 1 }), DONT_SEND], []],
    [
      "a control that is none",
      { commandId: "readButton", contextData: "c" },
      [{ label: "Actie ondernemen", act: { kind: "cancel" } }, DONT_SEND],
      ["no control readButton"],
    ],
    [
      "context and label but no control",
      { commandId: undefined, contextData: "c", cancelLabel: "Kijk" },
      [DONT_SEND],
      ["contextData without commandId", "cancelLabel without commandId"],
    ],
    [
      "another send mode than there is",
      { sendModeOverride: "block" },
      [take("Actie ondernemen"), DONT_SEND],
      ["no sendModeOverride block"],
    ],
  ])("has, with %s, these buttons", (_name, options, buttons, problems) => {
    expect(said({ allowEvent: false, errorMessage: "Nee.", commandId: "composeButton", ...options })).toEqual({
      alert: { title: ADD_IN, text: "Nee.", markdown: false, buttons },
      problems: problems.map((problem) => `event.completed: ${problem}`),
    });
  });

  test.each([undefined, null, "x"])("does not let the message leave when it is %j", (nothing) => {
    expect(said(nothing).alert).toEqual({ title: ADD_IN, text: DEFAULT_TEXT, markdown: false, buttons: [DONT_SEND] });
  });
});

describe("a guard that says nothing", () => {
  const unavailable = "Proef is niet beschikbaar en kan dit bericht nu niet controleren.";
  const late =
    "Proef heeft dit bericht niet op tijd gecontroleerd. Het is niet verzonden. Probeer het opnieuw te verzenden.";

  test.each([
    ["SoftBlock", { kind: "unavailable" }, unavailable, [ANYWAY, LATER], []],
    ["PromptUser", { kind: "unavailable" }, unavailable, [ANYWAY, LATER], []],
    ["Block", { kind: "unavailable" }, unavailable, [LATER], []],
    ["SoftBlock", { kind: "timed-out" }, late, [DONT_SEND], []],
    ["PromptUser", { kind: "timed-out" }, late, [ANYWAY, DONT_SEND], []],
    ["Block", { kind: "timed-out" }, late, [DONT_SEND], []],
    [
      "SoftBlock",
      { kind: "no-function", code: 11 },
      DEFAULT_TEXT,
      [DONT_SEND],
      ["event.completed: no function of that name, code 11"],
    ],
  ] as const)("under %s, as %j", (sendMode, outcome, text, buttons, problems) => {
    expect(judge(outcome, { ...SETTING, sendMode })).toEqual({
      alert: { title: ADD_IN, text, markdown: false, buttons },
      problems,
    });
  });

  test("and takes long, has to be waited for unless the send mode asks the person", () => {
    expect(slowAlert(SETTING)).toEqual({
      title: ADD_IN,
      text: "Het duurt langer dan verwacht voor Proef dit bericht heeft gecontroleerd.",
      markdown: false,
      buttons: [DONT_SEND],
    });
    expect(slowAlert({ ...SETTING, sendMode: "PromptUser" }).buttons).toEqual([ANYWAY, DONT_SEND]);
  });

  test("because the person went away, has one button", () => {
    expect(leftAlert(ADD_IN).buttons).toEqual([{ label: "OK", act: { kind: "cancel" } }]);
  });
});
