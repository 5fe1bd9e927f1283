import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { OTHER_MUNICIPALITY } from "../../src/application/residence.ts";
import type { ClientForm } from "../../src/domain/client.ts";
import { CLIENT_FIELDS, type ClientField } from "../../src/domain/field.ts";
import type { FieldIssue } from "../../src/domain/field-issue.ts";
import { controlId } from "../../src/taskpane/parts/control-id.ts";
import { contactText, municipalityText } from "../../src/texts/nl/client-form.ts";
import { clientLabel } from "../../src/texts/nl/fields.ts";
import { issueText } from "../../src/texts/nl/issues.ts";
import { coveredText, recipientText } from "../../src/texts/nl/recipient.ts";
import { loaded } from "../directory/loaded-directory.ts";
import { sampleFile, sampleProtocol } from "../directory/sample-directory.ts";
import { day } from "../domain/sample-rules.ts";
import {
  CLIENT,
  clientControl,
  descriptionOf,
  failOnComplaints,
  findFocused,
  findScreen,
  findSummary,
  linksOf,
  openAtConsent,
  openPane,
  press,
  type,
  typeClient,
} from "./open-pane.tsx";

failOnComplaints();

const NEXT = "Verder naar toestemming";
const REACH = "Zo kan de ontvanger de cliënt bereiken.";
const ALL_MISSING: readonly (readonly [ClientField, string])[] = [
  ["postcode", "Vul de postcode in."],
  ["firstName", "Vul de voornaam in."],
  ["lastName", "Vul de naam in."],
  ["street", "Vul de straat in."],
  ["houseNumber", "Vul het huisnummer in."],
  ["phone", "Vul een telefoonnummer of een e-mailadres in. Anders kan de ontvanger de cliënt niet bereiken."],
];

test("asks the data of article 3 and nothing else; only the box is optional by itself", async () => {
  await openForm();
  const controls = [...document.querySelectorAll("input, textarea, select")];
  expect(controls).toEqual(CLIENT_FIELDS.map((field) => clientControl(field)));
  const labels = [...document.querySelectorAll("label")].map((label) => label.textContent);
  expect(labels).toEqual([
    "Postcode",
    "Gemeente",
    "Voornaam",
    "Naam",
    "Straat",
    "Huisnummer",
    "Bus (facultatief)",
    "Telefoon",
    "E-mail",
  ]);
  const groups = screen.getAllByRole("group").flatMap((group) => group.querySelector("legend")?.textContent ?? []);
  expect(groups).toEqual(["Waar woont de cliënt?", "Naam en adres", "Contact"]);
  expect(screen.queryByText("Vul minstens een telefoonnummer of een e-mailadres in.")).not.toBeNull();
});

test("lets the browser remember nothing of the client", async () => {
  await openForm();
  const remembered = CLIENT_FIELDS.map((field) => clientControl(field).getAttribute("autocomplete"));
  expect(remembered).toEqual(CLIENT_FIELDS.map(() => "off"));
  expect(clientControl("firstName").form?.getAttribute("autocomplete")).toBe("off");
});

test("judges nothing while it is typed, only when the button is pressed", async () => {
  await openForm();
  typeClient({ firstName: "12", postcode: "1", phone: "nul", email: "anh" });
  expect(CLIENT_FIELDS.map(isInvalid)).toEqual(CLIENT_FIELDS.map(() => false));
  expect(screen.queryByRole("region")).toBeNull();
  press(NEXT);
  await findSummary("Kijk deze 4 punten na");
  expect(CLIENT_FIELDS.filter(isInvalid)).toEqual(["postcode", "firstName", "phone", "email"]);
});

test("puts every issue in a summary on top, which takes focus", async () => {
  await openForm();
  press(NEXT);
  const summary = await findSummary("Kijk deze 6 punten na");
  expect(linksOf(summary)).toEqual(ALL_MISSING.map(([, words]) => words));
  await findFocused(summary);
  expect(summary.previousElementSibling).toBe(screen.getByRole("heading", { level: 1 }));
});

test("says at each field what the summary says, and nothing at the others", async () => {
  await openForm();
  press(NEXT);
  await findSummary("Kijk deze 6 punten na");
  const expected = CLIENT_FIELDS.map((field) => {
    const [, words = ""] = ALL_MISSING.find(([wrong]) => wrong === field) ?? [];
    return { field, invalid: words !== "", words };
  });
  await waitFor(() => {
    const shown = CLIENT_FIELDS.map((field) => ({
      field,
      invalid: isInvalid(field),
      words: descriptionOf(clientControl(field)),
    }));
    expect(shown).toEqual(expected);
  });
});

test("each link of the summary moves focus to its field", async () => {
  await openForm();
  press(NEXT);
  await findSummary("Kijk deze 6 punten na");
  for (const [field, words] of ALL_MISSING) {
    press(words);
    expect(document.activeElement).toBe(clientControl(field));
  }
});

test("gives a summary for a single issue too, and again after the next press", async () => {
  await openForm();
  typeClient({ lastName: "" });
  press(NEXT);
  const summary = await findSummary("Kijk dit na");
  expect(linksOf(summary)).toEqual(["Vul de naam in."]);
  act(() => clientControl("lastName").focus());
  press(NEXT);
  await findFocused(summary);
});

test("keeps saying what was found until the button is pressed again", async () => {
  await openForm();
  typeClient({ lastName: "", postcode: "1" });
  press(NEXT);
  await findSummary("Kijk deze 2 punten na");
  type(clientControl("lastName"), CLIENT.lastName);
  expect(isInvalid("lastName")).toBe(true);
  press(NEXT);
  await findSummary("Kijk dit na");
  expect(CLIENT_FIELDS.filter(isInvalid)).toEqual(["postcode"]);
});

test("keeps everything as it was typed when it is refused", async () => {
  await openForm();
  const typed: ClientForm = { ...CLIENT, postcode: "90-01", email: "anh@" };
  typeClient(typed);
  press(NEXT);
  await findSummary("Kijk deze 2 punten na");
  // Without its postcode there is no municipality.
  expect(valuesShown()).toEqual({ ...typed, municipality: "" });
});

test("keeps everything as it was typed when the person goes on and comes back", async () => {
  await openAtConsent();
  press("Terug");
  await findScreen("Cliënt");
  expect(valuesShown()).toEqual(CLIENT);
  expect(screen.queryByRole("region")).toBeNull();
});

test.each<[string, string, Readonly<Record<ClientField, string>>]>([
  ["before the place is known", "", reasons("Zo weet de ontvanger over wie het gaat.", REACH)],
  [
    "by the protocol of the place",
    "9001",
    reasons("Volgens het protocol: Om te identificeren.", "Volgens het protocol: Om te bereiken."),
  ],
])("“Waarom?” opens the reason of each field, %s", async (_name, postcode, expected) => {
  await openForm();
  type(clientControl("postcode"), postcode);
  const shown = CLIENT_FIELDS.map((field) => {
    const { details, summary } = why(field);
    const before = details.open;
    fireEvent.click(summary);
    return { field, before, after: details.open, reason: details.querySelector("p")?.textContent };
  });
  expect(shown).toEqual(CLIENT_FIELDS.map((field) => ({ field, before: false, after: true, reason: expected[field] })));
});

test("names the recipient and chooses its only locality as soon as the postcode is known", async () => {
  await openForm();
  expect(place()).toEqual({ says: [], disabled: true, chosen: "", offered: [municipalityText.postcodeFirst] });
  type(clientControl("postcode"), "900");
  expect(place()).toEqual({ says: [], disabled: true, chosen: "", offered: [municipalityText.postcodeFirst] });
  type(clientControl("postcode"), "9001");
  expect(place()).toEqual({
    says: [goesToOcmw("Dorp 1")],
    disabled: false,
    chosen: "Dorp 1",
    offered: ["Dorp 1", municipalityText.other],
  });
  type(clientControl("postcode"), "9008");
  expect(place()).toEqual({
    says: ["Dit gaat naar CAW Dorp 8, een centrum voor algemeen welzijnswerk (CAW)."],
    disabled: false,
    chosen: "Dorp 8",
    offered: ["Dorp 8", municipalityText.other],
  });
  type(clientControl("postcode"), "900");
  expect(place()).toEqual({ says: [], disabled: true, chosen: "", offered: [municipalityText.postcodeFirst] });
});

test("asks which municipality where several share the postcode, grouped, and chooses none of them", async () => {
  await openForm();
  type(clientControl("postcode"), "9004");
  expect(place()).toEqual({
    says: [recipientText.ambiguous(["Dorp 4", "Dorp 5"])],
    disabled: false,
    chosen: "",
    offered: [municipalityText.choose, "Dorp 4/Dorp 4", "Dorp 4/Gehucht", "Dorp 5/Dorp 5", municipalityText.other],
  });
  type(clientControl("municipality"), "Gehucht");
  expect(place()).toMatchObject({ says: [goesToOcmw("Dorp 4")], chosen: "Gehucht" });
  type(clientControl("municipality"), "Dorp 5");
  expect(place()).toMatchObject({ says: [goesToOcmw("Dorp 5")], chosen: "Dorp 5" });
});

test("says at the list that the municipality has to be chosen, and the summary leads there", async () => {
  await openForm();
  typeClient({ postcode: "9004", municipality: "" });
  press(NEXT);
  const words = "Kies de gemeente of deelgemeente.";
  expect(linksOf(await findSummary("Kijk dit na"))).toEqual([words]);
  const list = clientControl("municipality");
  expect([isInvalid("municipality"), descriptionOf(list)]).toEqual([true, words]);
  press(words);
  expect(document.activeElement).toBe(list);
});

test("a municipality that shares the postcode and has no protocol can be said, and goes nowhere", async () => {
  await openForm();
  typeClient({ postcode: "9001" });
  type(clientControl("municipality"), OTHER_MUNICIPALITY);
  expect(place()).toMatchObject({
    says: [recipientText.otherMunicipality, recipientText.forbidden, COVERED],
    chosen: OTHER_MUNICIPALITY,
  });
  press(NEXT);
  const issue = { code: "other-municipality", field: "municipality" } as const;
  expect(linksOf(await findSummary("Kijk dit na"))).toEqual([issueText(issue)]);
  type(clientControl("postcode"), "9008");
  expect(place()).toMatchObject({ chosen: "Dorp 8" });
});

const COVERED = coveredText.few(["Dorp 1", "Dorp 2", "Dorp 4", "Dorp 5", "Dorp 7", "Dorp 8"]);

test.each<[string, Partial<ClientForm>, readonly string[], FieldIssue, readonly string[]]>([
  [
    "a postcode without a protocol",
    { postcode: "1000" },
    [recipientText.notCovered, recipientText.forbidden, COVERED],
    { code: "not-covered", field: "postcode" },
    [municipalityText.none],
  ],
  [
    "a protocol that ended, with the reason",
    { postcode: "9003" },
    [recipientText.ended("OCMW Dorp 3", day("2026-06-01")), "Reden: Opzegging.", recipientText.forbidden, COVERED],
    { code: "protocol-ended", field: "postcode" },
    ["Dorp 3", municipalityText.other],
  ],
  [
    "a protocol that is still to come",
    { postcode: "9006" },
    [recipientText.notYet("OCMW Dorp 6", day("2027-01-01")), recipientText.forbidden, COVERED],
    { code: "protocol-not-yet-in-force", field: "postcode" },
    ["Dorp 6", municipalityText.other],
  ],
])(
  "tells at once about %s and where there is one, and does not go on",
  async (_name, changes, says, issue, offered) => {
    await openForm();
    typeClient(changes);
    expect(place()).toMatchObject({ says, offered });
    press(NEXT);
    expect(linksOf(await findSummary("Kijk dit na"))).toEqual([issueText(issue)]);
    expect(place()).toMatchObject({ says, offered });
    press(issueText(issue));
    expect(document.activeElement).toBe(clientControl("postcode"));
    expect(valuesShown()).toMatchObject({ firstName: CLIENT.firstName, email: CLIENT.email });
  },
);

test("shows more covered municipalities than fit in a sentence on demand", async () => {
  const names = Array.from({ length: 9 }, (_, index) => `Dorp ${index + 1}`);
  openPane({ directory: loaded(sampleFile(names.map((_name, index) => sampleProtocol(index + 1)))) });
  await findScreen("Cliënt");
  type(clientControl("postcode"), "1000");
  // The names stay out of the status: a screen reader would say all of them when they open.
  const status = [recipientText.notCovered, recipientText.forbidden, coveredText.many];
  expect(place().says).toEqual(status);
  const summary = screen.getByText("Bekijk de gemeenten (9)");
  const details = summary.closest("details");
  expect(details?.open).toBe(false);
  fireEvent.click(summary);
  expect(details?.open).toBe(true);
  expect([...(details?.querySelectorAll("li") ?? [])].map(({ textContent }) => textContent)).toEqual(names);
  expect(details?.closest('[role="status"]')).toBeNull();
  expect(place().says).toEqual(status);
});

test.each<[string, string, readonly string[], string]>([
  [
    "neither box nor e-mail address",
    "9002",
    ["Postcode", "Gemeente", "Voornaam", "Naam", "Straat", "Huisnummer", "Telefoon"],
    "OCMW Dorp 2 mag geen e-mailadres krijgen. Vul het telefoonnummer in.",
  ],
  [
    "no phone",
    "9007",
    ["Postcode", "Gemeente", "Voornaam", "Naam", "Straat", "Huisnummer", "Bus (facultatief)", "E-mail"],
    "OCMW Dorp 7 mag geen telefoonnummer krijgen. Vul het e-mailadres in.",
  ],
])("where the protocol allows %s, it is not asked, and the other is needed", async (_name, postcode, labels, hint) => {
  await openForm();
  type(clientControl("postcode"), postcode);
  expect([...document.querySelectorAll("label")].map(({ textContent }) => textContent)).toEqual(labels);
  expect(screen.queryByText(hint)).not.toBeNull();
  expect(screen.queryByText(contactText(null))).toBeNull();
  typeClient({ postcode, phone: "", email: "" });
  press(NEXT);
  const last = labels.at(-1) === "Telefoon" ? "Vul het telefoonnummer in." : "Vul het e-mailadres in.";
  expect(linksOf(await findSummary("Kijk dit na"))).toEqual([last]);
});

test("takes a postcode with spaces in it, and keeps them in the form", async () => {
  await openForm();
  typeClient({ postcode: " 90 01 " });
  expect(place()).toMatchObject({ says: [goesToOcmw("Dorp 1")], chosen: "Dorp 1" });
  press(NEXT);
  await findScreen("Toestemming");
  press("Terug");
  await findScreen("Cliënt");
  expect(clientControl("postcode").value).toBe(" 90 01 ");
});

test("what was said of the place goes when the place changes, and the rest stays", async () => {
  await openForm();
  typeClient({ postcode: "1000", lastName: "" });
  press(NEXT);
  const about = { code: "not-covered", field: "postcode" } as const;
  expect(linksOf(await findSummary("Kijk deze 2 punten na"))).toEqual([issueText(about), "Vul de naam in."]);
  type(clientControl("postcode"), "9004");
  expect(linksOf(await findSummary("Kijk dit na"))).toEqual(["Vul de naam in."]);
  expect(CLIENT_FIELDS.filter(isInvalid)).toEqual(["lastName"]);

  press(NEXT);
  const choose = "Kies de gemeente of deelgemeente.";
  expect(linksOf(await findSummary("Kijk deze 2 punten na"))).toEqual([choose, "Vul de naam in."]);
  type(clientControl("municipality"), "Gehucht");
  expect(linksOf(await findSummary("Kijk dit na"))).toEqual(["Vul de naam in."]);

  type(clientControl("municipality"), "");
  press(NEXT);
  await findSummary("Kijk deze 2 punten na");
  // The list is out of use now: no link may lead to it.
  type(clientControl("postcode"), "90");
  expect(linksOf(await findSummary("Kijk dit na"))).toEqual(["Vul de naam in."]);
});

test("no link of the summary leads to a field that the protocol of another place does not ask", async () => {
  await openForm();
  typeClient({ postcode: "9001", firstName: "", box: "-", email: "anh" });
  press(NEXT);
  await findSummary("Kijk deze 3 punten na");
  // Dorp 2 takes neither box nor e-mail address.
  type(clientControl("postcode"), "9002");
  const summary = await findSummary("Kijk dit na");
  expect(linksOf(summary)).toEqual(["Vul de voornaam in."]);
  press("Vul de voornaam in.");
  expect(document.activeElement).toBe(clientControl("firstName"));
});

test("does not go on asking for either way of contact where the protocol allows only one", async () => {
  await openForm();
  typeClient({ postcode: "9001", phone: "", email: "", firstName: "" });
  press(NEXT);
  await findSummary("Kijk deze 2 punten na");
  type(clientControl("postcode"), "9002");
  expect(linksOf(await findSummary("Kijk dit na"))).toEqual(["Vul de voornaam in."]);
});

test.each<[string, string, FieldIssue]>([
  ["ended", "Dorp 2", { code: "protocol-ended", field: "municipality" }],
  ["is still to come", "Dorp 3", { code: "protocol-not-yet-in-force", field: "municipality" }],
])(
  "at a postcode that municipalities share, a protocol that %s is said at the municipality",
  async (_name, municipality, issue) => {
    const shares = (number: number) => ({
      places: [{ postcode: "9001", municipality: `Dorp ${number}`, localities: [`Dorp ${number}`] }],
    });
    const protocols = [
      sampleProtocol(1, shares(1)),
      sampleProtocol(2, { ...shares(2), ended: { on: "2026-06-01", reason: "Opzegging." } }),
      sampleProtocol(3, { ...shares(3), inForceFrom: "2027-01-01" }),
    ];
    openPane({ directory: loaded(sampleFile(protocols)) });
    await findScreen("Cliënt");
    typeClient({ municipality, email: "" });
    press(NEXT);
    expect(linksOf(await findSummary("Kijk dit na"))).toEqual([issueText(issue)]);
    expect(CLIENT_FIELDS.filter((field) => document.getElementById(controlId(field))).filter(isInvalid)).toEqual([
      "municipality",
    ]);
    press(issueText(issue));
    expect(document.activeElement).toBe(clientControl("municipality"));
    type(clientControl("municipality"), "Dorp 1");
    press(NEXT);
    await findScreen("Toestemming");
  },
);

test("what is wrong is announced by the summary alone", async () => {
  await openForm();
  typeClient({ postcode: "1000", firstName: "", municipality: "" });
  const before = announced();
  press(NEXT);
  await findFocused(await findSummary("Kijk deze 2 punten na"));
  // Fluent put its alerts there a moment later.
  await new Promise((resolve) => setTimeout(resolve, 250));
  expect(announced()).toEqual(before);
});

/** What a screen reader says by itself when it changes. */
function announced(): readonly string[] {
  return [...document.querySelectorAll('[role="status"], [role="alert"], [aria-live]')].flatMap(
    ({ textContent }) => textContent || [],
  );
}

function goesToOcmw(place: string): string {
  return `Dit gaat naar OCMW ${place}, een openbaar centrum voor maatschappelijk welzijn (OCMW).`;
}

/** The reason for every field; the place of residence has one more. */
function reasons(name: string, reach: string): Readonly<Record<ClientField, string>> {
  const place = `${reach} De woonplaats bepaalt ook naar wie dit gaat.`;
  return {
    firstName: name,
    lastName: name,
    street: reach,
    houseNumber: reach,
    box: reach,
    postcode: place,
    municipality: place,
    phone: reach,
    email: reach,
  };
}

async function openForm(): Promise<void> {
  openPane();
  await findScreen("Cliënt");
}

function isInvalid(field: ClientField): boolean {
  return clientControl(field).getAttribute("aria-invalid") === "true";
}

function valuesShown(): object {
  return Object.fromEntries(CLIENT_FIELDS.map((field) => [field, clientControl(field).value]));
}

/** What the form says of the place of residence, and what there is to choose from: "municipality/locality" in groups. */
function place() {
  const list = clientControl("municipality");
  const status = list.closest("fieldset")?.querySelector('[role="status"]');
  return {
    says: [...(status?.querySelectorAll("p") ?? [])].map(({ textContent }) => textContent),
    disabled: list.disabled,
    chosen: list.value,
    offered: [...list.querySelectorAll("option")].map(({ textContent, parentElement }) =>
      parentElement?.tagName === "OPTGROUP" ? `${parentElement.getAttribute("label")}/${textContent}` : textContent,
    ),
  };
}

/** The disclosure of the field, found by its name for a screen reader. */
function why(field: ClientField) {
  const label = field === "box" ? "Bus (facultatief)" : clientLabel[field];
  const summary = [...document.querySelectorAll("summary")].find((each) => each.textContent === `Waarom? ${label}`);
  const details = summary?.closest("details");
  if (summary === undefined || details === undefined || details === null) throw new TypeError(`why: none at ${field}`);
  return { summary, details };
}
