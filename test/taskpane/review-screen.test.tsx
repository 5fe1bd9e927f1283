import { screen, within } from "@testing-library/react";
import type { DraftAfterFailure } from "../../src/application/prepare-referral.ts";
import { afterFailure, emptyAgain, failureText, stepText } from "../../src/texts/nl/failures.ts";
import { review } from "../../src/texts/nl/screens.ts";
import { EMPTY_DRAFT, type FakeDraft } from "../application/fake-draft.ts";
import type { FakeArchiver } from "../application/fake-engines.ts";
import {
  CLIENT,
  clientControl,
  failOnComplaints,
  findFocused,
  findScreen,
  giveConsent,
  openAtReview,
  openPane,
  press,
  section,
  type,
  typeClient,
} from "./open-pane.tsx";

failOnComplaints();

const SEAL = "Versleutel en zet in het bericht";
const CLIENT_FACTS = [
  ["Voornaam", "Ánh"],
  ["Naam", "Żółkiewska"],
  ["Adres", "Kerkstraat 12 bus 3, 9001 Dorp 1"],
  ["Telefoon", "0470123456"],
  ["E-mail", "anh@post.example"],
];

test("shows every value before anything is in the message", async () => {
  const { draft } = await openAtReview();
  expect(factsIn("Ontvanger")).toEqual([
    ["Naam", "OCMW Dorp 1"],
    ["Soort", "openbaar centrum voor maatschappelijk welzijn (OCMW)"],
    ["Mailbox", "sociaalhuis@dorp1.example"],
  ]);
  expect(factsIn("Cliënt")).toEqual(CLIENT_FACTS);
  expect(
    within(section("Toestemming")).queryByText("Mondeling gegeven op 24 november 2026, na alle uitleg."),
  ).not.toBeNull();
  expect(factsIn("Doorverwijzer")).toEqual([
    ["Naam", "Els Voorbeeld"],
    ["E-mail", "els@team.example"],
    ["Team", "Lokaal team Dorpenland"],
    ["Telefoon", "089123456"],
  ]);
  expect(factsIn("Protocol")).toEqual([
    ["Geldt voor", "lokaal team Dorpenland"],
    ["In werking", "sinds 1 maart 2024"],
    ["Overeenkomst", "van 1 april 2024"],
    ["Opzegtermijn", "6 maanden"],
  ]);
  const protocol = within(section("Protocol"));
  expect(protocol.queryByText("Vraagverheldering.")).not.toBeNull();
  expect(protocol.getAllByRole("link").map(({ textContent }) => textContent)).toEqual([
    "https://www.agentschap.example",
    "https://www.dorp1.example/protocol",
  ]);
  expect(section("Protocol").textContent).toContain(
    "Bekendgemaakt op https://www.agentschap.example en https://www.dorp1.example/protocol.",
  );
  expect(listIn("In het bericht")).toEqual([
    "Aan: alleen sociaalhuis@dorp1.example",
    "Uitleg voor de ontvanger, zonder gegevens van de cliënt",
    "Eén versleutelde bijlage met de gegevens",
    "Niet in het bericht: het wachtwoord",
  ]);
  expect(draft.contents).toEqual(EMPTY_DRAFT);
});

test("says of what was left open that it is not known", async () => {
  await openAtReview({}, { box: "", email: "" });
  expect(factsIn("Cliënt")).toEqual([
    ["Voornaam", "Ánh"],
    ["Naam", "Żółkiewska"],
    ["Adres", "Kerkstraat 12, 9001 Dorp 1"],
    ["Telefoon", "0470123456"],
    ["E-mail", "Niet gekend"],
  ]);
});

test("says of a protocol that ends when and why, and links the page where it is published", async () => {
  await openAtReview({}, { postcode: "9007" });
  expect(factsIn("Protocol")).toEqual([
    ["Geldt voor", "lokaal team Dorpenland"],
    ["In werking", "sinds 1 maart 2024"],
    ["Stopt", "op 31 december 2026. Reden: Opzegging."],
    ["Overeenkomst", "van 1 april 2024"],
    ["Opzegtermijn", "1 maand"],
  ]);
  const links = within(section("Protocol")).getAllByRole<HTMLAnchorElement>("link");
  expect(links.map(({ textContent, href }) => [textContent, href])).toEqual([
    ["https://www.dorp7.example/protocol-7", "https://www.dorp7.example/protocol-7"],
  ]);
});

test("names a recipient that is a CAW as what it is", async () => {
  await openAtReview({}, { postcode: "9008" });
  expect(factsIn("Ontvanger")).toEqual([
    ["Naam", "CAW Dorp 8"],
    ["Soort", "centrum voor algemeen welzijnswerk (CAW)"],
    ["Mailbox", "sociaalhuis@dorp8.example"],
  ]);
});

test("says so when the sender is of another team than the protocol, and stops nothing", async () => {
  await openAtReview();
  const note = review.otherTeam("lokaal team Dorpenland");
  // The kept team differs in a capital alone.
  expect(screen.queryByText(note)).toBeNull();
  press("Wijzig jouw gegevens");
  await findScreen("Jouw gegevens");
  type(screen.getByLabelText("Jouw team"), "lokaal team Elders");
  press("Verder naar nakijken");
  await findScreen("Nakijken");
  expect(section("Doorverwijzer").querySelector(".note")?.textContent).toBe(note);
  press(SEAL);
  await findScreen("Wachtwoord doorgeven");
});

test("has no line for what the protocol leaves out, also when it was typed before the place was known", async () => {
  const pane = openPane();
  await findScreen("Cliënt");
  typeClient({ postcode: "", email: "anh@post.example", box: "3" });
  type(clientControl("postcode"), "9002");
  press("Verder naar toestemming");
  await findScreen("Toestemming");
  giveConsent();
  press("Verder naar nakijken");
  await findScreen("Nakijken");
  expect(factsIn("Cliënt")).toEqual([
    ["Voornaam", "Ánh"],
    ["Naam", "Żółkiewska"],
    ["Adres", "Kerkstraat 12, 9002 Dorp 2"],
    ["Telefoon", "0470123456"],
  ]);
  expect(pane.container.textContent).not.toContain("anh@post.example");
});

test("“Wijzig” leads back to the client with everything that was typed, and the review shows the change", async () => {
  await openAtReview();
  press("Wijzig de cliënt");
  await findScreen("Cliënt");
  expect(clientControl("firstName").value).toBe(CLIENT.firstName);
  expect(clientControl("phone").value).toBe(CLIENT.phone);
  type(clientControl("street"), "Molenstraat");
  press("Verder naar nakijken");
  await findScreen("Nakijken");
  expect(factsIn("Cliënt")).toContainEqual(["Adres", "Molenstraat 12 bus 3, 9001 Dorp 1"]);
});

test("“Wijzig” leads back to the consent as it was confirmed, and the review shows the change", async () => {
  await openAtReview();
  press("Wijzig de toestemming");
  await findScreen("Toestemming");
  expect(screen.getAllByRole<HTMLInputElement>("checkbox").every(({ checked }) => checked)).toBe(true);
  type(screen.getByLabelText("Datum van de toestemming"), "2026-11-20");
  press("Verder naar nakijken");
  await findScreen("Nakijken");
  expect(
    within(section("Toestemming")).queryByText("Mondeling gegeven op 20 november 2026, na alle uitleg."),
  ).not.toBeNull();
});

test("“Wijzig” leads back to the sender, and the review shows the change", async () => {
  await openAtReview();
  press("Wijzig jouw gegevens");
  await findScreen("Jouw gegevens");
  const team = screen.getByLabelText<HTMLInputElement>("Jouw team");
  expect(team.value).toBe("Lokaal team Dorpenland");
  type(team, "Lokaal team Zuid");
  press("Verder naar nakijken");
  await findScreen("Nakijken");
  expect(factsIn("Doorverwijzer")).toContainEqual(["Team", "Lokaal team Zuid"]);
});

test("says what is being done while the person waits", async () => {
  const { archiver } = await openAtReview();
  jest.spyOn(archiver, "seal").mockReturnValue(new Promise(() => undefined));
  press(SEAL);
  await findFocused(await findScreen(SEAL));
  expect(await screen.findByText(stepText.archive)).not.toBeNull();
  expect(screen.queryByRole("button", { name: SEAL })).toBeNull();
});

test.each<[string, (outside: { draft: FakeDraft; archiver: FakeArchiver }) => void, string, DraftAfterFailure]>([
  [
    "the archive could not be made",
    ({ archiver }) => {
      archiver.failing = "seal";
    },
    failureText("archive"),
    "untouched",
  ],
  [
    "the archive did not open as it should",
    ({ archiver }) => {
      archiver.onOpen = () => [];
    },
    failureText("archive-differs"),
    "untouched",
  ],
  ["Outlook refused", ({ draft }) => draft.break("setSubject", "fails"), failureText("outlook", "failed"), "restored"],
  [
    "Outlook did not answer",
    ({ draft }) => draft.break("save", "timed out, nothing done"),
    failureText("outlook", "timed-out"),
    "restored",
  ],
  [
    "Outlook kept something else",
    ({ draft }) => {
      draft.onSave = (contents) =>
        contents.subject === "" ? contents : { ...contents, subject: `[extern] ${contents.subject}` };
    },
    failureText("draft-differs"),
    "restored",
  ],
])(
  "when %s: says so on top, the message is as before, all is kept and the button tries again",
  async (_name, spoil, what, after) => {
    const { draft, archiver } = await openAtReview();
    spoil({ draft, archiver });
    press(SEAL);
    const alert = await findFailure(what);
    expect(within(alert).queryByText(afterFailure[after])).not.toBeNull();
    expect(draft.contents).toEqual(EMPTY_DRAFT);
    expect(factsIn("Cliënt")).toEqual(CLIENT_FACTS);

    draft.repair();
    draft.onSave = (contents) => contents;
    archiver.failing = null;
    archiver.onOpen = (files) => files;
    press(SEAL);
    await findScreen("Wachtwoord doorgeven");
    expect(draft.contents.attachments).toHaveLength(1);
  },
);

test("warns not to send when the draft could not be put back, and the button tries again", async () => {
  const { draft } = await openAtReview();
  draft.break("save", "fails");
  draft.break("removeAttachment", "fails");
  press(SEAL);
  const alert = await findFailure(failureText("outlook", "failed"));
  expect(within(alert).queryByText(afterFailure["not-restored"])).not.toBeNull();
  draft.repair();
  press(SEAL);
  await findScreen("Wachtwoord doorgeven");
});

test("asks for an empty message when something was put in it meanwhile, and leaves that alone", async () => {
  const { draft } = await openAtReview();
  const before = { ...EMPTY_DRAFT, subject: "Vergadering" };
  draft.contents = before;
  press(SEAL);
  const alert = await findFailure("Begin een nieuw bericht");
  expect(within(alert).queryByText(`${failureText("draft-not-empty")} ${emptyAgain}`)).not.toBeNull();
  expect(draft.contents).toEqual(before);
});

/** Waits for what went wrong, which is announced and takes focus. */
async function findFailure(title: string): Promise<HTMLElement> {
  const heading = await screen.findByRole("heading", { level: 2, name: title });
  const alert = heading.closest<HTMLElement>('[role="alert"]');
  if (alert === null) throw new TypeError(`findFailure: ${title} is not announced`);
  await findFocused(alert);
  return alert;
}

function factsIn(title: string): readonly (readonly [string | null, string | null])[] {
  const rows = [...section(title).querySelectorAll("dt")];
  return rows.map((label) => [label.textContent, label.nextElementSibling?.textContent ?? null]);
}

function listIn(title: string): readonly (string | null)[] {
  return within(section(title))
    .getAllByRole("listitem")
    .map(({ textContent }) => textContent);
}
