import { screen } from "@testing-library/react";
import { archiveName, newReference } from "../../src/domain/reference.ts";
import { directoryFailure, type Explained, obstacleText, startFailure } from "../../src/texts/nl/failures.ts";
import { issueText } from "../../src/texts/nl/issues.ts";
import { common, senderForm } from "../../src/texts/nl/screens.ts";
import { type DraftContents, EMPTY_DRAFT } from "../application/fake-draft.ts";
import { sampleHeader } from "../domain/sample-seal.ts";
import {
  CLIENT,
  clientControl,
  descriptionOf,
  failOnComplaints,
  findFocused,
  findScreen,
  findSummary,
  giveConsent,
  linksOf,
  openAtReview,
  openPane,
  press,
  type,
  typeClient,
} from "./open-pane.tsx";

failOnComplaints();

const BEFORE = newReference(2026, () => 9);

test("the title of each new screen takes focus", async () => {
  openPane({ knownSender: false });
  await findFocused(screen.getByRole("heading", { level: 1, name: "Veilig doorverwijzen" }));
  await findFocused(await findScreen("Jouw gegevens"));
  type(screen.getByLabelText("Jouw team"), "Lokaal team Dorpenland");
  type(screen.getByLabelText("Jouw telefoonnummer"), "089 12 34 56");
  press("Verder");
  await findFocused(await findScreen("Cliënt"));
  typeClient();
  press("Verder naar toestemming");
  await findFocused(await findScreen("Toestemming"));
  giveConsent();
  press("Verder naar nakijken");
  await findFocused(await findScreen("Nakijken"));
  press("Versleutel en zet in het bericht");
  await findFocused(await findScreen("Wachtwoord doorgeven"));
});

test.each<[string, Partial<DraftContents>, Explained]>([
  ["that is a reply", { composeType: "reply" }, obstacleText("reply")],
  ["that is a forward", { composeType: "forward" }, obstacleText("forward")],
  ["with a recipient", { recipients: { to: [], cc: ["an@post.example"], bcc: [] } }, obstacleText("has-recipients")],
  ["with a subject", { subject: "Dag" }, obstacleText("has-subject")],
  ["with text", { body: { format: "text", source: "Dag", ownText: "Dag" } }, obstacleText("has-text")],
  [
    "with an attachment",
    { attachments: [{ id: "1", name: "nota.pdf", size: 9, inline: false }] },
    obstacleText("has-attachments"),
  ],
  [
    "that was sealed before",
    {
      header: sampleHeader(BEFORE),
      attachments: [{ id: "1", name: archiveName(BEFORE), size: 1000, inline: false }],
    },
    obstacleText("already-sealed", BEFORE),
  ],
  ["that was half sealed before", { header: sampleHeader(BEFORE) }, obstacleText("half-sealed", BEFORE)],
])(
  "a message %s gets the reason, stays as it is, and can be looked at again",
  async (_name, contents, { title, text }) => {
    const { draft } = openPane({ contents });
    await findFocused(await findScreen(title));
    expect(screen.queryByText(text)).not.toBeNull();
    expect(draft.contents).toEqual({ ...EMPTY_DRAFT, ...contents });
    draft.contents = EMPTY_DRAFT;
    press("Opnieuw proberen");
    await findScreen("Cliënt");
  },
);

test("an Outlook that does not answer is asked again when the person wants", async () => {
  const { draft } = openPane({ broken: { call: "subject", fault: "timed out, nothing done" } });
  await findScreen(startFailure.outlook.title);
  expect(screen.queryByText(startFailure.outlook.text)).not.toBeNull();
  draft.repair();
  press("Opnieuw proberen");
  await findScreen("Cliënt");
});

test("a directory that does not come is asked again when the person wants", async () => {
  const { failing } = openPane({ failing: ["directory"] });
  const { title, text } = directoryFailure({ code: "unavailable" });
  await findScreen(title);
  expect(screen.queryByText(text)).not.toBeNull();
  failing.clear();
  press("Opnieuw proberen");
  await findScreen("Cliënt");
});

test.each(["phones", "random"] as const)(
  "engines (%s) that do not load: says so, keeps what was typed, and the button tries again",
  async (engine) => {
    const { failing } = openPane({ failing: [engine] });
    await findScreen("Cliënt");
    typeClient();
    press("Verder naar toestemming");
    const words = await screen.findByText(common.enginesFailed);
    expect(words.closest('[role="alert"]')).not.toBeNull();
    expect(clientControl("firstName").value).toBe(CLIENT.firstName);
    failing.clear();
    press("Verder naar toestemming");
    await findScreen("Toestemming");
    expect(screen.queryByText(common.enginesFailed)).toBeNull();
  },
);

test("the sender's name and address come from Outlook; the rest is asked once, with the same care", async () => {
  openPane({ knownSender: false });
  await findScreen("Jouw gegevens");
  const control = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
  expect([control("Jouw naam").value, control("Jouw e-mailadres").value]).toEqual([
    "Els Voorbeeld",
    "els@team.example",
  ]);
  expect(control("Jouw e-mailadres").readOnly).toBe(true);
  press("Verder");
  const summary = await findSummary("Kijk deze 2 punten na");
  expect(linksOf(summary)).toEqual(["Vul jouw team in.", "Vul jouw telefoonnummer in."]);
  await findFocused(summary);
  press("Vul jouw team in.");
  expect(document.activeElement).toBe(control("Jouw team"));
  expect(descriptionOf(control("Jouw team"))).toBe(`Vul jouw team in. ${senderForm.teamHint}`);
});

test("the sender's team can be chosen from those of the directory, or typed", async () => {
  const { session } = openPane({ knownSender: false });
  await findScreen("Jouw gegevens");
  const team = screen.getByRole<HTMLInputElement>("combobox", { name: "Jouw team" });
  expect([...(team.list?.options ?? [])].map(({ value }) => value)).toEqual(["lokaal team Dorpenland"]);
  expect(descriptionOf(team)).toBe(senderForm.teamHint);
  expect(team.getAttribute("autocomplete")).toBe("off");
  type(team, "lokaal team Elders");
  type(screen.getByLabelText("Jouw telefoonnummer"), "089 12 34 56");
  press("Verder");
  await findScreen("Cliënt");
  expect(session.state.forms.sender.team).toBe("lokaal team Elders");
});

test("what is found only at sealing is shown at the form that it is about, where the summary takes focus", async () => {
  const { clock, draft } = await openAtReview();
  clock.now = new Date(2026, 10, 23, 12, 0);
  press("Versleutel en zet in het bericht");
  await findScreen("Toestemming");
  const summary = await findSummary("Kijk dit na");
  expect(linksOf(summary)).toEqual([issueText({ code: "date-in-future", field: "consentDate" })]);
  await findFocused(summary);
  expect(draft.contents).toEqual(EMPTY_DRAFT);
});
