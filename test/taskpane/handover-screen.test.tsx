import { fireEvent, screen, within } from "@testing-library/react";
import { afterFailure } from "../../src/texts/nl/failures.ts";
import { handover } from "../../src/texts/nl/screens.ts";
import { spelled } from "../../src/texts/nl/spelling.ts";
import { EMPTY_DRAFT } from "../application/fake-draft.ts";
import { failOnComplaints, findFocused, findScreen, openAtHandover, press, section } from "./open-pane.tsx";

failOnComplaints();

const WORDS = "De zeven woorden";

test("hides the words until they are asked for, and again when wanted", async () => {
  const { archiver } = await openAtHandover();
  const words = wordsOf(archiver.prepared[0]);
  expect(words).toHaveLength(7);
  expect(words.filter(isOnScreen)).toEqual([]);
  press("Toon het wachtwoord");
  expect(lines()).toEqual(words.map((word, index) => `${index + 1}. ${word}`));
  press("Verberg het wachtwoord");
  expect(words.filter(isOnScreen)).toEqual([]);
});

test("keeps which words were repeated while they are hidden", async () => {
  await openAtHandover();
  press("Toon het wachtwoord");
  const [, second] = screen.getAllByRole("checkbox");
  if (second !== undefined) fireEvent.click(second);
  expect(ticked()).toEqual([false, true, false, false, false, false, false]);
  press("Verberg het wachtwoord");
  press("Toon het wachtwoord");
  expect(ticked()).toEqual([false, true, false, false, false, false, false]);
});

test("a word that comes twice is a line of its own each time", async () => {
  await openAtHandover({ draw: () => 7 });
  press("Toon het wachtwoord");
  const [first] = screen.getAllByRole("checkbox");
  if (first !== undefined) fireEvent.click(first);
  expect(ticked()).toEqual([true, false, false, false, false, false, false]);
});

test("names each tick by what stands beside it, for who does not see it", async () => {
  await openAtHandover();
  press("Toon het wachtwoord");
  const ticks = screen.getAllByRole("checkbox");
  const unnamed = lines().filter((line, index) => !(ticks[index]?.getAttribute("aria-label") ?? "").startsWith(line));
  expect([ticks.length, unnamed]).toEqual([7, []]);
});

test("spells each word on demand", async () => {
  const { archiver } = await openAtHandover();
  press("Toon het wachtwoord");
  press("Toon hoe je spelt");
  expect(lines()).toEqual(wordsOf(archiver.prepared[0]).map((word, index) => `${index + 1}. ${word}${spelled(word)}`));
  expect(lines()[0]).toContain("a van Anna");
  press("Verberg hoe je spelt");
  expect(lines()[0]).not.toContain("a van Anna");
});

test("names whom to call, on the number of the directory and the day it was checked", async () => {
  await openAtHandover();
  expect(paragraphsIn("Bel")).toEqual(["089000000", "Nummer nagekeken op 15 januari 2026."]);
});

test("without a number in the directory, leads to the cooperation agreement", async () => {
  await openAtHandover({}, { postcode: "9002", municipality: "Dorp 2" });
  const [words = "", ...others] = paragraphsIn("Bel");
  expect([words, others]).toEqual([handover.noPhone("OCMW Dorp 2"), []]);
  expect(words).toContain("Gebruik het nummer uit de samenwerkingsovereenkomst");
});

test("says how to hand it over, with the reference of the message, and that it may be sent", async () => {
  const { draft } = await openAtHandover();
  const reference = draft.contents.seal?.reference;
  if (reference === undefined) throw new TypeError("the message is not sealed");
  const script = within(section("Zo zeg je het")).getAllByRole("listitem");
  expect(script.map(({ textContent }) => textContent)).toEqual(handover.script("OCMW Dorp 1", reference));
  expect(paragraphsIn("Je kunt nu verzenden.")).toContain(handover.sendHow);
});

test("“Toch iets wijzigen” empties the message and leads back to the review", async () => {
  const { draft } = await openAtHandover();
  expect(draft.contents).not.toEqual(EMPTY_DRAFT);
  press("Toch iets wijzigen");
  await findFocused(await findScreen("Nakijken"));
  expect(draft.contents).toEqual(EMPTY_DRAFT);
  expect(screen.queryByText(afterFailure["not-restored"])).toBeNull();
  press("Versleutel en zet in het bericht");
  await findScreen("Wachtwoord doorgeven");
});

test("“Toch iets wijzigen” warns not to send when the message could not be emptied", async () => {
  const { draft } = await openAtHandover();
  draft.break("removeAttachment", "fails");
  press("Toch iets wijzigen");
  await findScreen("Nakijken");
  expect(screen.queryByText(afterFailure["not-restored"])).not.toBeNull();
});

function wordsOf(password: string | undefined): readonly string[] {
  return (password ?? "").split("-");
}

function isOnScreen(word: string): boolean {
  return (document.body.textContent ?? "").includes(word);
}

function ticked(): readonly boolean[] {
  return screen.getAllByRole<HTMLInputElement>("checkbox").map(({ checked }) => checked);
}

function lines(): readonly string[] {
  return within(section(WORDS))
    .getAllByRole("listitem")
    .map(({ textContent }) => textContent ?? "");
}

function paragraphsIn(title: string): readonly string[] {
  return [...section(title).querySelectorAll("p")].map(({ textContent }) => textContent ?? "");
}
