import { fireEvent, screen, waitFor } from "@testing-library/react";
import { CONSENT_TOPICS } from "../../src/domain/field.ts";
import { readAloudText } from "../../src/texts/nl/consent.ts";
import { consentForm } from "../../src/texts/nl/screens.ts";
import {
  clientControl,
  descriptionOf,
  failOnComplaints,
  findFocused,
  findScreen,
  findSummary,
  giveConsent,
  linksOf,
  openAtConsent,
  press,
  protocolOfDorp1,
  TOLD,
  type,
} from "./open-pane.tsx";

failOnComplaints();

const NEXT = "Verder naar nakijken";
const SECRECY = "Ik ben gebonden door het beroepsgeheim en de cliënt is akkoord met deze doorverwijzing.";
const NOT_SECRET = "Bevestig dat je gebonden bent door het beroepsgeheim.";
const NO_MANNER = "Kies hoe de cliënt toestemming gaf.";
const NOT_TOLD = [
  "Bevestig dat je de cliënt vertelde welke gegevens je doorgeeft.",
  "Bevestig dat je de cliënt vertelde naar wie ze gaan.",
  "Bevestig dat je de cliënt vertelde waarom je ze doorgeeft.",
  "Bevestig dat je de cliënt vertelde wat ermee gebeurt.",
  "Bevestig dat je de cliënt vertelde dat de toestemming vrij is.",
];
/** What the protocol of Dorp 1 says of the topics for which that differs, by their place. */
const SAYS: Readonly<Record<number, string>> = {
  1: "De maatschappelijk werker.",
  2: "Vraagverheldering.",
  3: "Tot het contact.",
};
const CONFIRMATIONS = [...TOLD, SECRECY];
const NOT_CONFIRMED = [...NOT_TOLD, NOT_SECRET];

test("starts with nothing confirmed, and today as the day", async () => {
  await openAtConsent();
  expect(confirmed()).toEqual(CONFIRMATIONS.map((label) => [label, false]));
  expect(mannerChosen()).toEqual([]);
  expect(date().value).toBe("2026-11-24");
});

test("asks everything that is lacking in a summary that takes focus, after the press and not before", async () => {
  await openAtConsent();
  type(date(), "2026-11-25");
  expect(screen.queryByRole("region")).toBeNull();
  press(NEXT);
  const summary = await findSummary("Kijk deze 8 punten na");
  expect(linksOf(summary)).toEqual([
    ...NOT_TOLD,
    "De datum van de toestemming ligt in de toekomst. Kijk de datum na.",
    NO_MANNER,
    NOT_SECRET,
  ]);
  await findFocused(summary);
});

test("says the same words at what they are about, and the links lead there", async () => {
  await openAtConsent();
  press(NEXT);
  await findSummary("Kijk deze 7 punten na");
  for (const [index, label] of CONFIRMATIONS.entries()) {
    const box = screen.getByRole("checkbox", { name: label });
    const words = NOT_CONFIRMED[index] ?? "";
    expect(descriptionOf(box)).toBe(`${words}${index in SAYS ? ` ${SAYS[index]}` : ""}`);
    press(words);
    expect(document.activeElement).toBe(box);
  }
  press(NO_MANNER);
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement)) throw new TypeError("the link moved focus away");
  expect(descriptionOf(focused)).toBe(NO_MANNER);
  expect(focused.contains(screen.getByRole("radio", { name: "Mondeling" }))).toBe(true);
});

test.each(
  [...CONSENT_TOPICS, "secrecy"].map((name, index): [string, string, string] => [
    name,
    CONFIRMATIONS[index] ?? "",
    NOT_CONFIRMED[index] ?? "",
  ]),
)("does not go on without the confirmation of %s, and keeps the rest", async (_name, label, issue) => {
  await openAtConsent();
  giveConsent();
  fireEvent.click(screen.getByRole("checkbox", { name: label }));
  press(NEXT);
  expect(linksOf(await findSummary("Kijk dit na"))).toEqual([issue]);
  expect(confirmed()).toEqual(CONFIRMATIONS.map((each) => [each, each !== label]));
});

test.each([
  ["in the future", "2026-11-25", "De datum van de toestemming ligt in de toekomst. Kijk de datum na."],
  [
    "before the protocol",
    "2024-02-29",
    "De datum van de toestemming ligt vóór de start van het protocol (1 maart 2024). Kijk de datum na.",
  ],
  ["that is not there", "", "Vul de datum van de toestemming in."],
])("does not go on with a day %s", async (_name, day, issue) => {
  await openAtConsent();
  giveConsent();
  type(date(), day);
  press(NEXT);
  expect(linksOf(await findSummary("Kijk dit na"))).toEqual([issue]);
  expect(date().getAttribute("aria-invalid")).toBe("true");
  await waitFor(() => expect(descriptionOf(date())).toBe(issue));
  press(issue);
  expect(document.activeElement).toBe(date());
});

test("has a text to read to the client, closed until it is asked for", async () => {
  await openAtConsent();
  const summary = screen.getByText("Tekst om voor te lezen");
  const details = summary.closest("details");
  expect(details?.open).toBe(false);
  fireEvent.click(summary);
  expect(details?.open).toBe(true);
  const paragraphs = [...(details?.querySelectorAll("p") ?? [])].map(({ textContent }) => textContent);
  expect(paragraphs).toEqual([consentForm.explain, ...readAloudText(protocolOfDorp1())]);
  expect(paragraphs[1]).toMatch(/^Ik denk dat OCMW Dorp 1 u kan helpen\./);
});

test("lists the sentences of the protocol under the topic that they are about", async () => {
  await openAtConsent();
  const lists = [...document.querySelectorAll(".told")].map((list) => [
    list.previousElementSibling?.textContent ?? "",
    [...list.querySelectorAll("li")].map(({ textContent }) => textContent),
  ]);
  expect(lists.map(([, sentences]) => sentences)).toEqual(Object.values(SAYS).map((sentence) => [sentence]));
  const [, recipient = "", purpose = "", handling = ""] = TOLD;
  expect(lists.map(([label]) => label)).toEqual(
    [recipient, purpose, handling].map((text) => expect.stringContaining(text)),
  );
});

test("a place that leads to another recipient: what was confirmed is gone, and why stands at the ticks", async () => {
  await openAtConsent();
  expect(screen.queryByText(consentForm.again.recipient("OCMW Dorp 1"))).toBeNull();
  giveConsent();
  await toPlace("9008");
  const why = screen.getByText(consentForm.again.recipient("CAW Dorp 8"));
  expect(screen.getByRole("group", { name: "Ik vertelde de cliënt:" }).contains(why)).toBe(true);
  expect(confirmed().map(([, checked]) => checked)).toEqual(CONFIRMATIONS.map(() => false));
  // The manner and the day were of this client, and stay.
  expect(mannerChosen()).toEqual(["Mondeling"]);

  // Said of the newest recipient, also where nothing was confirmed for the one before.
  await toPlace("9001");
  expect(screen.queryByText(consentForm.again.recipient("OCMW Dorp 1"))).not.toBeNull();
  for (const box of screen.getAllByRole("checkbox")) fireEvent.click(box);
  press(NEXT);
  await findScreen("Nakijken");
  press("Wijzig de toestemming");
  await findScreen("Toestemming");
  expect(screen.queryByText(consentForm.again.recipient("OCMW Dorp 1"))).toBeNull();
});

test("another client: what was confirmed is gone, and why stands at the ticks", async () => {
  await openAtConsent();
  giveConsent();
  press("Terug");
  await findScreen("Cliënt");
  type(clientControl("firstName"), "Nora");
  type(clientControl("lastName"), "Andersom");
  press("Verder naar toestemming");
  await findScreen("Toestemming");
  expect(screen.queryByText(consentForm.again.client())).not.toBeNull();
  expect(mannerChosen()).toEqual([]);
});

test("another place before anything was confirmed: there is nothing to explain", async () => {
  await openAtConsent();
  await toPlace("9008");
  expect(document.querySelector(".choices .note")).toBeNull();
});

test("asks to tell only of the data that the protocol lets through, and reads only those aloud", async () => {
  await openAtConsent({}, { postcode: "9002" });
  const [told] = confirmed();
  expect(told).toEqual(["Welke gegevens: voornaam en naam, adres en telefoonnummer. Niets anders.", false]);
  expect(screen.queryByText(/Mag ik uw naam, adres en telefoonnummer aan .+ doorgeven\?/)).not.toBeNull();
  expect(document.body.textContent).not.toContain("e-mailadres");
});

test("keeps what was confirmed when the person goes back and on again", async () => {
  await openAtConsent();
  giveConsent();
  fireEvent.click(screen.getByRole("radio", { name: "Schriftelijk" }));
  type(date(), "2026-11-20");
  press("Terug");
  await findScreen("Cliënt");
  press("Verder naar toestemming");
  await findScreen("Toestemming");
  expect(confirmed()).toEqual(CONFIRMATIONS.map((label) => [label, true]));
  expect(mannerChosen()).toEqual(["Schriftelijk"]);
  expect(date().value).toBe("2026-11-20");
});

/** Back to the client, who lives elsewhere, and on again. */
async function toPlace(postcode: string): Promise<void> {
  press("Terug");
  await findScreen("Cliënt");
  type(clientControl("postcode"), postcode);
  press("Verder naar toestemming");
  await findScreen("Toestemming");
}

function date(): HTMLInputElement {
  return screen.getByLabelText<HTMLInputElement>("Datum van de toestemming");
}

function confirmed(): readonly (readonly [string | undefined, boolean])[] {
  return screen
    .getAllByRole<HTMLInputElement>("checkbox")
    .map((box) => [box.labels?.[0]?.textContent ?? undefined, box.checked]);
}

function mannerChosen(): readonly (string | undefined)[] {
  return screen
    .getAllByRole<HTMLInputElement>("radio")
    .filter(({ checked }) => checked)
    .map(({ labels }) => labels?.[0]?.textContent ?? undefined);
}
