import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { loadQr } from "../../src/adapters/qr.ts";
import { IDLE_WARNING, IDLE_WIPE } from "../../src/domain/idle.ts";
import { newReference } from "../../src/domain/reference.ts";
import { registerCsv } from "../../src/taskpane/handover/register-csv.ts";
import { afterFailure } from "../../src/texts/nl/failures.ts";
import { handover, idle, keeping, send, smsText } from "../../src/texts/nl/handover.ts";
import { handedOver, toIssueText } from "../../src/texts/nl/register.ts";
import { spelled } from "../../src/texts/nl/spelling.ts";
import { EMPTY_DRAFT } from "../application/fake-draft.ts";
import { FakeRegister } from "../application/fake-register.ts";
import { FakeVault } from "../application/fake-vault.ts";
import { loaded } from "../directory/loaded-directory.ts";
import { type Json, sampleFile, sampleProtocol, sampleRecipient } from "../directory/sample-directory.ts";
import { entry } from "../domain/sample-register.ts";
import {
  clock,
  dataWithout,
  descriptionOf,
  failOnComplaints,
  findFocused,
  findScreen,
  openAtHandover,
  press,
  section,
  type,
} from "./open-pane.tsx";

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
  expect(paragraphsIn("Bel")).toEqual([
    "089000000",
    "Nummer nagekeken op 15 januari 2026.",
    "Bel met dit toestel",
    handover.noAnswer,
  ]);
  const link = within(section("Bel")).getByRole("link", { name: "Bel met dit toestel" });
  expect(link.getAttribute("href")).toBe("tel:+3289000000");
});

test.each([
  ["2025-11-24", false],
  ["2025-11-23", true],
])("a number checked on %s: to be checked again before the call: %s", async (checkedOn, due) => {
  await openAtHandover({ directory: withRecipient({ phone: { number: "+3289000000", checkedOn } }) });
  expect(paragraphsIn("Bel").includes(handover.checkDue)).toBe(due);
});

test("without a number in the directory, leads to the cooperation agreement", async () => {
  await openAtHandover({}, { postcode: "9002", municipality: "Dorp 2" });
  const [words = "", ...others] = paragraphsIn("Bel");
  expect([words, others]).toEqual([handover.noPhone("OCMW Dorp 2"), [handover.noAnswer]]);
  expect(words).toContain("Gebruik het nummer uit de samenwerkingsovereenkomst");
});

test("says how to hand it over, with the reference of the message, and that it may be sent", async () => {
  const { draft } = await openAtHandover();
  const reference = draft.contents.seal?.reference;
  if (reference === undefined) throw new TypeError("the message is not sealed");
  const script = within(section("Zo zeg je het")).getAllByRole("listitem");
  expect(script.map(({ textContent }) => textContent)).toEqual(handover.script("OCMW Dorp 1", reference));
  expect(paragraphsIn(send.first.title)).toEqual([send.first.text, send.unsealHow]);
});

test("counts the words that were repeated, for who does not see the ticks", async () => {
  await openAtHandover();
  press("Toon het wachtwoord");
  const said: string[] = [];
  for (const box of screen.getAllByRole("checkbox")) {
    fireEvent.click(box);
    said.push(statusIn(WORDS));
  }
  expect(said).toEqual([
    ...[1, 2, 3, 4, 5, 6].map((count) => `${count} van 7 woorden herhaald.`),
    "Alle woorden zijn herhaald.",
  ]);
});

test("copies the words and says so", async () => {
  const written: string[] = [];
  giveClipboard(async (text) => {
    written.push(text);
  });
  const { archiver } = await openAtHandover();
  press("Toon het wachtwoord");
  press("Kopieer het wachtwoord");
  await screen.findByText(handover.copied.copied);
  expect(written).toEqual([archiver.prepared[0]]);
  expect(screen.queryByLabelText(handover.copyField)).toBeNull();
});

test.each([
  ["is not there", undefined],
  ["is closed", () => Promise.reject(new DOMException("denied", "NotAllowedError"))],
])("where the clipboard %s, the words stand selected for the person's own copy command", async (_name, write) => {
  giveClipboard(write);
  const { archiver } = await openAtHandover();
  press("Toon het wachtwoord");
  press("Kopieer het wachtwoord");
  await screen.findByText(handover.copied.closed);
  const field = screen.getByLabelText<HTMLInputElement>(handover.copyField);
  const words = archiver.prepared[0] ?? "";
  await waitFor(() => expect([field.selectionStart, field.selectionEnd]).toEqual([0, words.length]));
  expect([field.value, field.readOnly, document.activeElement]).toEqual([words, true, field]);
  expect(document.querySelectorAll("textarea")).toHaveLength(0);
  press("Verberg het wachtwoord");
  expect(document.body.innerHTML).not.toContain(words);
});

test("shows the code of the archive that was attached, and how the recipient sees it", async () => {
  const { draft } = await openAtHandover();
  const archive = draft.contents.seal?.archive;
  if (archive === undefined) throw new TypeError("the message is not sealed");
  expect(paragraphsIn("Controlecode")).toEqual([
    handover.codeWhy,
    `${archive.sha256.slice(0, 5)} ${archive.sha256.slice(5, 10)}`,
  ]);
  const steps = within(section("Controlecode")).getAllByRole("listitem", { hidden: true });
  expect(steps.map(({ textContent }) => textContent)).toEqual(handover.codeSteps(archive.name));
});

test("opens a chat with the address of the directory and nothing else; without one there is no such way", async () => {
  const { unmount } = await openAtHandover({ directory: withRecipient({ teams: "hulp&x@dorp1.example" }) });
  const link = screen.getByRole("link", { name: "Open een chat met hulp&x@dorp1.example" });
  expect([link.getAttribute("href"), link.getAttribute("rel")]).toEqual([
    "https://teams.microsoft.com/l/chat/0/0?users=hulp%26x%40dorp1.example",
    "noopener noreferrer",
  ]);
  unmount();
  await openAtHandover();
  expect(screen.queryByText(handover.teamsTitle)).toBeNull();
});

test("notes to whom and how the password went, and nothing of it or of the client", async () => {
  const { draft, register, archiver } = await openAtHandover();
  const open = {
    reference: draft.contents.seal?.reference,
    sealedOn: "2026-11-24",
    protocolId: "dorp-1",
    recipient: "OCMW Dorp 1",
  };
  expect(register.kept).toEqual([{ ...open, handOver: null }]);
  type(screen.getByLabelText("Aan wie?"), " Els,  onthaal ");
  fireEvent.click(screen.getByLabelText("Sms"));
  press("Doorgegeven");
  const note = screen.getByText(/^Genoteerd:/);
  expect(note.textContent).toBe("Genoteerd: doorgegeven aan Els, onthaal, per sms, op 24 november 2026 om 12.00 uur.");
  expect(document.activeElement).toBe(note);
  await waitFor(() => expect(register.kept[0]?.handOver).not.toBeNull());
  expect(register.kept).toEqual([
    {
      ...open,
      handOver: { to: "Els, onthaal", channel: "sms", at: expect.stringMatching(/^2026-11-24T12:00:00[+-]/) },
    },
  ]);
  for (const secret of [...wordsOf(archiver.prepared[0]), "Żółkiewska", "0470"]) {
    expect(JSON.stringify(register.kept)).not.toContain(secret);
  }
  expect(screen.queryByRole("button", { name: "Doorgegeven" })).toBeNull();
});

test("says what is missing, at the first of it", async () => {
  const { register } = await openAtHandover();
  const to = screen.getByLabelText("Aan wie?");
  press("Doorgegeven");
  expect([to, descriptionOf(to)]).toEqual([document.activeElement, `${toIssueText.missing} ${handedOver.toHint}`]);
  expect(to.getAttribute("aria-invalid")).toBe("true");
  type(to, "mevrouw Zolkiewska");
  press("Doorgegeven");
  expect(descriptionOf(to)).toContain(toIssueText["name-of-client"]);
  type(to, "onthaal");
  press("Doorgegeven");
  expect(document.activeElement).toBe(screen.getByLabelText("Telefoon"));
  expect(screen.queryByText(handedOver.howMissing)).not.toBeNull();
  expect(register.kept[0]?.handOver).toBeNull();
  fireEvent.click(screen.getByLabelText("Telefoon"));
  press("Doorgegeven");
  screen.getByText(/^Genoteerd: doorgegeven aan onthaal, per telefoon/);
  await waitFor(() => expect(register.kept[0]?.handOver).not.toBeNull());
  await waitFor(() => expect(screen.queryByText(handedOver.saving)).toBeNull());
});

test("a register that was not kept is said, and tried again", async () => {
  const register = new FakeRegister();
  register.failing = true;
  await openAtHandover({ register });
  await screen.findByText(handedOver.notSaved);
  register.failing = false;
  press("Probeer opnieuw");
  await screen.findByText(handedOver.savedAfterAll);
  expect(screen.queryByText(handedOver.notSaved)).toBeNull();
  expect(register.kept).toHaveLength(1);
});

test("what had to leave a full register is offered as a file and as text", async () => {
  const made: Blob[] = [];
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => {
      made.push(blob);
      return "blob:register";
    },
    revokeObjectURL: () => undefined,
  });
  const register = new FakeRegister([entry(1, { recipient: '=OCMW "Dorp"; 9' })]);
  register.room = 1;
  await openAtHandover({ register });
  await screen.findByText(handedOver.left(1));
  const file = screen.getByRole("link", { name: "Bewaar als CSV" });
  expect([file.getAttribute("href"), file.getAttribute("download"), made.length]).toEqual([
    "blob:register",
    "register.csv",
    1,
  ]);
  expect(screen.getByLabelText<HTMLTextAreaElement>(handedOver.leftShow, { selector: "textarea" }).value).toBe(
    registerCsv([entry(1, { recipient: '=OCMW "Dorp"; 9' })]).replaceAll("\r\n", "\n"),
  );
});

test("keeps the password on this device when nobody answers, and then the message may go", async () => {
  const { vault, archiver } = await openAtHandover();
  await screen.findByText(keeping.possible);
  expect(paragraphsIn(send.first.title)).toEqual([send.first.text, send.unsealHow]);
  const button = screen.getByRole("button", { name: keeping.keep });
  button.focus();
  fireEvent.click(button);
  const [until] = await waitFor(() => {
    expect(vault.kept.size).toBe(1);
    return [...vault.kept.values()].map((each) => each.until);
  });
  await screen.findByText(keeping.kept(until ?? 0));
  expect([...vault.kept.values()][0]?.kept.password).toBe(archiver.prepared[0]);
  expect(paragraphsIn(send.kept.title)).toEqual([send.kept.text, send.unsealHow]);
  press(keeping.erase);
  await screen.findByText(keeping.possible);
  expect(vault.kept.size).toBe(0);
});

test("who gets no answer is led to what to do then", async () => {
  const { register } = await openAtHandover();
  await screen.findByText(keeping.possible);
  press(handover.noAnswer);
  expect(document.activeElement).toBe(screen.getByRole("heading", { level: 2, name: keeping.title }));
  handOver();
  await waitFor(() => expect(register.kept[0]?.handOver).not.toBeNull());
  await waitFor(() => expect(screen.queryByText(handedOver.saving)).toBeNull());
  expect(screen.queryByRole("button", { name: handover.noAnswer })).toBeNull();
});

test("a device that keeps nothing is said before anything is pressed, with what to do", async () => {
  const vault = new FakeVault(() => new Date());
  vault.closeStorage();
  await openAtHandover({ vault });
  const words = await screen.findByText(keeping.impossible);
  expect([words.closest('[role="status"]') === null, keeping.impossible.includes("vóór je verzendt")]).toEqual([
    false,
    true,
  ]);
  press(keeping.keepAgain);
  await screen.findByText(keeping.failed);
  vault.failing.clear();
  press(keeping.keepAgain);
  await waitFor(() => expect(vault.kept.size).toBe(1));
  await screen.findByText(/^Bewaard op dit toestel/);
});

test("“Doorgegeven” erases what was kept, and offers nothing more to keep", async () => {
  const { vault } = await openAtHandover();
  await screen.findByText(keeping.possible);
  press(keeping.keep);
  await screen.findByText(/^Bewaard op dit toestel/);
  handOver();
  await waitFor(() => expect(vault.kept.size).toBe(0));
  expect(screen.queryByRole("heading", { name: keeping.title })).toBeNull();
  expect(paragraphsIn(send.done.title)).toEqual([send.done.text, send.unsealHow]);
});

test("a kept password that cannot be erased stays on the screen as a task", async () => {
  const { vault } = await openAtHandover();
  await screen.findByText(keeping.possible);
  press(keeping.keep);
  await screen.findByText(/^Bewaard op dit toestel/);
  vault.failing.add("erase");
  handOver();
  await screen.findByText(keeping.notErased);
  vault.failing.clear();
  press(keeping.eraseAgain);
  await waitFor(() => expect(screen.queryByRole("heading", { name: keeping.title })).toBeNull());
  expect(vault.kept.size).toBe(0);
});

describe("when nobody touches the pane", () => {
  test("warns, and any input keeps the words", async () => {
    const { archiver } = await openAtHandover();
    press("Toon het wachtwoord");
    pass(IDLE_WIPE - IDLE_WARNING);
    expect(screen.getByText(idle.soon.lost).closest('[role="alert"]')).not.toBeNull();
    press(idle.stay);
    expect(screen.queryByText(idle.soon.lost)).toBeNull();
    pass(IDLE_WIPE - IDLE_WARNING - 1);
    expect(screen.queryByText(idle.soon.lost)).toBeNull();
    expect(isOnScreen(wordsOf(archiver.prepared[0])[0] ?? "")).toBe(true);
  });

  test.each(["keydown", "pointerdown", "pointermove", "wheel", "scroll", "focusin", "input"])(
    "%s counts as input",
    async (name) => {
      await openAtHandover();
      pass(IDLE_WIPE - IDLE_WARNING);
      fireEvent(document.body, new Event(name, { bubbles: true }));
      expect(screen.queryByText(idle.soon.lost)).toBeNull();
    },
  );

  test("takes the words from the page, says what to do, and makes the message again with other words", async () => {
    const { archiver } = await openAtHandover();
    press("Toon het wachtwoord");
    pass(IDLE_WIPE);
    const heading = screen.getByRole("heading", { level: 2, name: idle.title });
    expect(paragraphsIn(idle.title)).toEqual([idle.why, idle.now.lost]);
    expect(document.activeElement).toBe(heading);
    expect(document.documentElement.innerHTML).not.toContain(archiver.prepared[0]);
    expect(wordsOf(archiver.prepared[0]).filter(isOnScreen)).toEqual([]);
    expect(paragraphsIn(send.lost.title)).toEqual([send.lost.text, send.unsealHow]);
    press(idle.remake);
    await findScreen("Nakijken");
    press("Versleutel en zet in het bericht");
    await findScreen("Wachtwoord doorgeven");
    press("Toon het wachtwoord");
    const [first, second] = archiver.prepared;
    expect([first === second, lines()]).toEqual([false, wordsOf(second).map((word, index) => `${index + 1}. ${word}`)]);
  });

  test("brings kept words back from the device", async () => {
    const { archiver } = await openAtHandover();
    await screen.findByText(keeping.possible);
    press(keeping.keep);
    await screen.findByText(/^Bewaard op dit toestel/);
    pass(IDLE_WIPE);
    expect(paragraphsIn(idle.title)).toEqual([idle.why, idle.now.kept]);
    press(idle.recall);
    await screen.findByRole("button", { name: "Toon het wachtwoord" });
    press("Toon het wachtwoord");
    expect(lines()).toEqual(wordsOf(archiver.prepared[0]).map((word, index) => `${index + 1}. ${word}`));
  });

  test("what was handed over before can be noted still, and then nothing is asked any more", async () => {
    const { register } = await openAtHandover();
    pass(IDLE_WIPE);
    handOver();
    await waitFor(() => expect(register.kept[0]?.handOver).not.toBeNull());
    expect(paragraphsIn(idle.title)).toEqual([idle.why, idle.now.done]);
    expect(screen.queryByRole("button", { name: idle.remake })).toBeNull();
  });
});

test("the text message is offered with a mobile number alone, and its code made only when asked", async () => {
  const mobile = { number: "+32470123456", checkedOn: "2026-02-01" };
  const { archiver, draft } = await openAtHandover({ directory: withRecipient({ mobile }) });
  expect(paragraphsIn(handover.smsTitle)).toEqual([
    handover.smsHow("0470123456"),
    "Nummer nagekeken op 1 februari 2026.",
  ]);
  expect(document.querySelector("svg.qr")).toBeNull();
  press(handover.smsShow);
  const code = await screen.findByRole("img", { name: handover.smsCode });
  const path = code.querySelector("path")?.getAttribute("d") ?? "";
  const expected = (await loadQr())(
    `SMSTO:+32470123456:${smsText(draft.contents.seal?.reference ?? newReference(2026, () => 0), archiver.prepared[0] ?? "")}`,
  );
  expect(path.split("M").length - 1).toBe(expected.flat().filter((dark) => dark).length);
  expect(code.getAttribute("viewBox")).toBe(`0 0 ${expected.length} ${expected.length}`);
  press(handover.smsHide);
  expect(document.querySelector("svg.qr")).toBeNull();
  cleanup();
  await openAtHandover();
  expect(screen.queryByRole("heading", { name: handover.smsTitle })).toBeNull();
});

test("a mobile number that nobody checked for a year is to be checked before it is used", async () => {
  const mobile = { number: "+32470123456", checkedOn: "2025-11-23" };
  await openAtHandover({ directory: withRecipient({ mobile }) });
  expect(paragraphsIn(handover.smsTitle)).toContain(handover.checkDue);
});

test("“Toch iets wijzigen” takes the referral out of the register, and not what was not taken back", async () => {
  const { draft, register } = await openAtHandover();
  draft.break("removeAttachment", "fails");
  press("Toch iets wijzigen");
  await screen.findByText(afterFailure["not-restored"]);
  expect(register.kept).toHaveLength(1);
  draft.repair();
  press("Toch iets wijzigen");
  await findScreen("Nakijken");
  await waitFor(() => expect(register.kept).toEqual([]));
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

test("“Toch iets wijzigen” warns not to send when the message could not be emptied, and the words are still there", async () => {
  const { draft, archiver } = await openAtHandover();
  draft.break("removeAttachment", "fails");
  press("Toch iets wijzigen");
  const said = await screen.findByText(afterFailure["not-restored"]);
  expect(document.activeElement).toBe(said.closest('[role="alert"]'));
  expect(paragraphsIn(send.halfTaken.title)).toEqual([send.halfTaken.text, send.unsealHow]);
  press("Toon het wachtwoord");
  expect(lines()).toEqual(wordsOf(archiver.prepared[0]).map((word, index) => `${index + 1}. ${word}`));
});

test("“Toch iets wijzigen” after “Doorgegeven” asks first, as the words must then be handed over again", async () => {
  const { register } = await openAtHandover();
  await screen.findByText(keeping.possible);
  handOver();
  await waitFor(() => expect(register.kept[0]?.handOver).not.toBeNull());
  press("Toch iets wijzigen");
  await findFocused(screen.getByText(send.unsealSure));
  press(send.unsealYes);
  await findScreen("Nakijken");
  await waitFor(() => expect(register.kept).toEqual([]));
});

test("hiding the words hides the QR code with them", async () => {
  const mobile = { number: "+32470123456", checkedOn: "2026-02-01" };
  await openAtHandover({ directory: withRecipient({ mobile }) });
  press("Toon het wachtwoord");
  press(handover.smsShow);
  await screen.findByRole("img", { name: handover.smsCode });
  press("Verberg het wachtwoord");
  expect(document.querySelector("svg.qr")).toBeNull();
});

test("words that the device lost meanwhile are not said to be there", async () => {
  const { vault } = await openAtHandover();
  await screen.findByText(keeping.possible);
  press(keeping.keep);
  await screen.findByText(/^Bewaard op dit toestel/);
  pass(IDLE_WIPE - IDLE_WARNING);
  expect(screen.queryByText(idle.soon.kept)).not.toBeNull();
  pass(IDLE_WARNING);
  vault.kept.clear();
  press(idle.recall);
  await screen.findByText(idle.now.lost);
  expect(paragraphsIn(send.lost.title)).toEqual([send.lost.text, send.unsealHow]);
  expect(screen.queryByRole("button", { name: idle.remake })).not.toBeNull();
});

function handOver(): void {
  type(screen.getByLabelText("Aan wie?"), "onthaal");
  fireEvent.click(screen.getByLabelText("Telefoon"));
  press("Doorgegeven");
}

/** Time goes by on the pane's clock, and the pane looks at it. */
function pass(milliseconds: number): void {
  clock.now = new Date(clock.now.getTime() + milliseconds);
  fireEvent(document, new Event("visibilitychange"));
}

function withRecipient(changes: { [key: string]: Json }) {
  const recipient = { ...sampleRecipient(1), ...changes };
  return loaded(sampleFile([{ ...sampleProtocol(1, dataWithout()), recipient }]));
}

function giveClipboard(writeText: ((text: string) => Promise<void>) | undefined): void {
  Object.defineProperty(navigator, "clipboard", {
    configurable: true,
    value: writeText === undefined ? undefined : { writeText },
  });
}

function statusIn(title: string): string {
  return within(section(title))
    .getAllByRole("status")
    .map(({ textContent }) => textContent)
    .join("");
}

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
