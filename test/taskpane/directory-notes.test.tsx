import { screen } from "@testing-library/react";
import type { LoadedDirectory } from "../../src/application/load-directory.ts";
import type { Directory } from "../../src/directory/directory.ts";
import { directoryFailure, type Explained } from "../../src/texts/nl/failures.ts";
import { day } from "../domain/sample-rules.ts";
import {
  DIRECTORY,
  failOnComplaints,
  findFocused,
  findScreen,
  giveConsent,
  openPane,
  press,
  typeClient,
} from "./open-pane.tsx";

failOnComplaints();

const DEMO = "Oefenversie: verzonnen gemeenten en ontvangers. Vul geen echte gegevens in.";
const KEPT = "De lijst met protocollen kon niet worden opgehaald. We gebruiken die van de vorige keer; ze geldt nog.";
const EXPIRES = "De lijst met protocollen geldt nog tot en met 24 december 2026. Zeg het aan de beheerder.";

test.each<[string, Partial<Directory>, boolean, readonly string[]]>([
  ["a real one, far from its end", { demo: false }, false, []],
  ["invented places", { demo: true }, false, [DEMO]],
  ["the last 30 days", { demo: false, validUntil: day("2026-12-24") }, false, [EXPIRES]],
  ["the copy of the device", { demo: false }, true, [KEPT]],
  ["all at once", { demo: true, validUntil: day("2026-12-24") }, true, [DEMO, KEPT, EXPIRES]],
])("tells of the directory, above the title, and takes no focus: %s", async (_name, changes, kept, expected) => {
  openPane({ directory: { ok: true, directory: { ...DIRECTORY.directory, ...changes }, kept } });
  expect(notes()).toEqual([]);
  const title = await findScreen("Cliënt");
  expect(notes()).toEqual(expected);
  await findFocused(title);
  expect(region()?.compareDocumentPosition(title)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

test("stays on every screen, as the same element, so that it is read out once", async () => {
  openPane({ knownSender: true });
  await findScreen("Cliënt");
  const banner = screen.getByText(DEMO);
  typeClient();
  press("Verder naar toestemming");
  await findScreen("Toestemming");
  expect(screen.getByText(DEMO)).toBe(banner);
  giveConsent();
  press("Verder naar nakijken");
  await findScreen("Nakijken");
  expect(screen.getByText(DEMO)).toBe(banner);
  press("Versleutel en zet in het bericht");
  await findScreen("Wachtwoord doorgeven");
  expect(screen.getByText(DEMO)).toBe(banner);
});

test.each<[LoadedDirectory & { readonly ok: false }, Explained]>([
  [{ ok: false, problem: { code: "unavailable" } }, directoryFailure({ code: "unavailable" })],
  [{ ok: false, problem: { code: "signature" } }, directoryFailure({ code: "signature" })],
  [{ ok: false, problem: { code: "invalid", issues: [] } }, directoryFailure({ code: "invalid" })],
  [
    { ok: false, problem: { code: "rolled-back", serial: 3, seen: 7 } },
    directoryFailure({ code: "rolled-back", serial: 3, seen: 7 }),
  ],
  [
    { ok: false, problem: { code: "expired", validUntil: day("2026-11-23"), serial: 3 } },
    directoryFailure({ code: "expired", validUntil: day("2026-11-23") }),
  ],
  [
    { ok: false, problem: { code: "clock", issued: day("2026-11-25") } },
    directoryFailure({ code: "clock", issued: day("2026-11-25") }),
  ],
])(
  "a directory that is not used ($problem.code) leaves one screen, which says what to tell",
  async (directory, said) => {
    openPane({ directory });
    await findFocused(await findScreen(said.title));
    expect(screen.queryByText(said.text)).not.toBeNull();
    expect(notes()).toEqual([]);
    expect(screen.getAllByRole("button").map(({ textContent }) => textContent)).toEqual([
      "Openstaand",
      "Opnieuw proberen",
    ]);
  },
);

/** The first status of the pane. */
function region(): HTMLElement | undefined {
  return screen.getAllByRole("status")[0];
}

function notes(): readonly (string | null)[] {
  return [...(region()?.querySelectorAll("p") ?? [])].map(({ textContent }) => textContent);
}
