import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import type { ClientForm } from "../../src/domain/client.ts";
import { CLIENT_FIELDS, type ClientField } from "../../src/domain/field.ts";
import type { FieldIssue } from "../../src/domain/field-issue.ts";
import { clientForm, recipientText } from "../../src/texts/nl/client-form.ts";
import { clientLabel } from "../../src/texts/nl/fields.ts";
import { issueText } from "../../src/texts/nl/issues.ts";
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
const REACH = "Zo kan het OCMW de cliënt bereiken.";
const ALL_MISSING: readonly (readonly [ClientField, string])[] = [
  ["firstName", "Vul de voornaam in."],
  ["lastName", "Vul de naam in."],
  ["street", "Vul de straat in."],
  ["houseNumber", "Vul het huisnummer in."],
  ["postcode", "Vul de postcode in."],
  ["municipality", "Vul de gemeente in."],
  ["phone", "Vul een telefoonnummer of een e-mailadres in. Anders kan het OCMW de cliënt niet bereiken."],
];

test("asks the data of article 3 and nothing else; only the box is optional by itself", async () => {
  await openForm();
  const controls = [...document.querySelectorAll("input, textarea, select")];
  expect(controls).toEqual(CLIENT_FIELDS.map((field) => clientControl(field)));
  const labels = [...document.querySelectorAll("label")].map((label) => label.textContent);
  expect(labels).toEqual([
    "Voornaam",
    "Naam",
    "Straat",
    "Huisnummer",
    "Bus (facultatief)",
    "Postcode",
    "Gemeente",
    "Telefoon",
    "E-mail",
  ]);
  expect(screen.queryByText(clientForm.contact)).not.toBeNull();
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
  expect(CLIENT_FIELDS.filter(isInvalid)).toEqual(["firstName", "postcode", "phone", "email"]);
});

test("puts every issue in a summary on top, which takes focus", async () => {
  await openForm();
  press(NEXT);
  const summary = await findSummary("Kijk deze 7 punten na");
  expect(linksOf(summary)).toEqual(ALL_MISSING.map(([, words]) => words));
  await findFocused(summary);
  expect(summary.previousElementSibling).toBe(screen.getByRole("heading", { level: 1 }));
});

test("says at each field what the summary says, and nothing at the others", async () => {
  await openForm();
  press(NEXT);
  await findSummary("Kijk deze 7 punten na");
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
  await findSummary("Kijk deze 7 punten na");
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
  const typed: ClientForm = { ...CLIENT, postcode: "90 01", email: "anh@" };
  typeClient(typed);
  press(NEXT);
  await findSummary("Kijk deze 2 punten na");
  expect(valuesShown()).toEqual(typed);
});

test("keeps everything as it was typed when the person goes on and comes back", async () => {
  await openAtConsent();
  press("Terug");
  await findScreen("Cliënt");
  expect(valuesShown()).toEqual(CLIENT);
  expect(screen.queryByRole("region")).toBeNull();
});

test.each<[string, string, Readonly<Record<ClientField, string>>]>([
  ["before the place is known", "", reasons("Zo weet het OCMW over wie het gaat.", REACH)],
  [
    "by the protocol of the place",
    "9001",
    {
      ...reasons("Volgens het protocol: Om te identificeren.", "Volgens het protocol: Om te bereiken."),
      // The sample's protocol does not name it.
      email: REACH,
    },
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

test("names the recipient and offers its localities as soon as the postcode is known", async () => {
  await openForm();
  type(clientControl("postcode"), "900");
  expect([announced(), localitiesOffered()]).toEqual(["", []]);
  type(clientControl("postcode"), "9001");
  expect([announced(), localitiesOffered()]).toEqual(["Dit gaat naar OCMW Dorp 1.", ["Dorp 1"]]);
  type(clientControl("postcode"), "9002");
  expect([announced(), localitiesOffered()]).toEqual(["Dit gaat naar OCMW Dorp 2.", ["Dorp 2"]]);
});

test.each<[string, Partial<ClientForm>, string, FieldIssue]>([
  [
    "a postcode without a protocol, with the municipalities that have one",
    { postcode: "1000" },
    recipientText.notCovered(["Dorp 1", "Dorp 2", "Dorp 4", "Dorp 5"]),
    { code: "not-covered", field: "postcode" },
  ],
  [
    "a protocol that ended",
    { postcode: "9003", municipality: "Dorp 3" },
    recipientText.ended("OCMW Dorp 3", day("2026-06-01")),
    { code: "protocol-ended", field: "postcode" },
  ],
])("tells at once about %s, and does not go on", async (_name, changes, note, issue) => {
  await openForm();
  typeClient(changes);
  expect(announced()).toBe(note);
  press(NEXT);
  expect(linksOf(await findSummary("Kijk dit na"))).toEqual([issueText(issue)]);
  expect(announced()).toBe(note);
});

test("holds a municipality against its postcode only when the button is pressed", async () => {
  await openForm();
  typeClient({ municipality: "Dorp 2" });
  expect(announced()).toBe(recipientText.found("OCMW Dorp 1"));
  press(NEXT);
  const issue = issueText({ code: "other-municipality", field: "municipality", known: ["Dorp 1"] });
  expect(linksOf(await findSummary("Kijk dit na"))).toEqual([issue]);
  expect(announced()).toBe(recipientText.otherMunicipality(["Dorp 1"]));
});

test("asks which municipality where several share the postcode", async () => {
  await openForm();
  type(clientControl("postcode"), "9004");
  expect(announced()).toBe(recipientText.ambiguous(["Dorp 4", "Dorp 5"]));
  type(clientControl("municipality"), "dorp 5");
  expect(announced()).toBe(recipientText.found("OCMW Dorp 5"));
});

/** The reason for every field; the place of residence has one more. */
function reasons(name: string, reach: string): Readonly<Record<ClientField, string>> {
  const place = `${reach} De woonplaats bepaalt ook naar welk OCMW dit gaat.`;
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

/** What the form's statuses say, which a screen reader reads out when it changes. */
function announced(): string {
  return screen
    .getAllByRole("status")
    .map(({ textContent }) => textContent)
    .join("");
}

function localitiesOffered(): readonly string[] {
  return [...(clientControl("municipality").list?.options ?? [])].map(({ value }) => value);
}

/** The disclosure of the field, found by its name for a screen reader. */
function why(field: ClientField) {
  const label = field === "box" ? "Bus (facultatief)" : clientLabel[field];
  const summary = [...document.querySelectorAll("summary")].find((each) => each.textContent === `Waarom? ${label}`);
  const details = summary?.closest("details");
  if (summary === undefined || details === undefined || details === null) throw new TypeError(`why: none at ${field}`);
  return { summary, details };
}
