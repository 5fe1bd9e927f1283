import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { Outstanding } from "../../src/application/outstanding.ts";
import type { KeptPassword } from "../../src/application/ports.ts";
import { IDLE_WIPE } from "../../src/domain/idle.ts";
import { keptUntil } from "../../src/domain/keeping.ts";
import { archiveName } from "../../src/domain/reference.ts";
import type { Register, RegisterEntry } from "../../src/domain/register.ts";
import { newPassphrase, passphraseWords } from "../../src/password/passphrase.ts";
import { ReadPane } from "../../src/taskpane/read-pane.tsx";
import { obstacleText } from "../../src/texts/nl/failures.ts";
import { handover, idle } from "../../src/texts/nl/handover.ts";
import { missing, outstanding as texts } from "../../src/texts/nl/outstanding.ts";
import { common, outstandingBar } from "../../src/texts/nl/screens.ts";
import { type FakeDevice, fakeDevice } from "../application/fake-device.ts";
import { FakeRegister } from "../application/fake-register.ts";
import { FakeVault } from "../application/fake-vault.ts";
import { entry } from "../domain/sample-register.ts";
import { day } from "../domain/sample-rules.ts";
import { sampleHeader } from "../domain/sample-seal.ts";
import {
  CLIENT,
  clientControl,
  clock,
  failOnComplaints,
  findFocused,
  findScreen,
  giveConsent,
  openAtHandover,
  openPane,
  press,
  typeClient,
} from "./open-pane.tsx";

failOnComplaints();

const PASSWORD = newPassphrase((bound) => bound - 2);
const NOON = new Date(2026, 10, 24, 12, 0);
const UNTIL = keptUntil(NOON.getTime());
const FIRST = entry(1, { handOver: null, sealedOn: day("2026-11-22") });
const SECOND = entry(2, {
  handOver: null,
  sealedOn: day("2026-11-24"),
  recipient: "OCMW Dorp 2",
  protocolId: "dorp-2",
});

function kept({ reference, sealedOn, protocolId, recipient }: RegisterEntry): KeptPassword {
  return {
    reference,
    mailbox: "els@team.example",
    password: PASSWORD,
    controlCode: "3f9a2 b71c0",
    sealedOn,
    protocolId,
    recipient,
  };
}

/** A device that keeps the first of the two. */
function vaultWithFirst(): FakeVault {
  const vault = new FakeVault(() => clock.now);
  vault.kept.set(FIRST.reference, { until: UNTIL, kept: kept(FIRST) });
  return vault;
}

const bar = (count: number) => screen.findByRole("button", { name: outstandingBar.bar(count) });

/** The compose pane with both open, at the list. */
async function openList(register: Register = [FIRST, SECOND]) {
  const pane = openPane({ register: new FakeRegister(register), vault: vaultWithFirst() });
  await findScreen("Cliënt");
  fireEvent.click(await bar(register.length));
  await screen.findByText(texts.here(UNTIL));
  await findFocused(await findScreen(texts.title));
  return pane;
}

function cards(): readonly (readonly string[])[] {
  return [...document.querySelectorAll(".card")].map((card) =>
    [...card.querySelectorAll("h2, p, button")].map(({ textContent }) => textContent ?? ""),
  );
}

/** Of the password, in whatever place of the page: text, attributes, fields. */
function wordsOnPage(): readonly string[] {
  const fields = [...document.querySelectorAll("input, textarea")].map((field) => Reflect.get(field, "value"));
  const all = [document.documentElement.outerHTML, ...fields].join("\n");
  return passphraseWords(PASSWORD).filter((word) => all.includes(word));
}

async function openStep(of: RegisterEntry, isHere: boolean): Promise<void> {
  press(texts.openFor(of.reference, isHere));
  await findFocused(await findScreen(handover.title));
}

test("is counted when the pane opens, and shows for each whom it is for, how old it is and where the words are", async () => {
  await openList();
  expect(cards()).toEqual([
    ["OCMW Dorp 1", "DV-2026-000001, gemaakt 2 dagen geleden.", texts.here(UNTIL), "Geef het wachtwoord door"],
    ["OCMW Dorp 2", "DV-2026-000002, gemaakt vandaag.", texts.notHere, "Bekijk"],
  ]);
});

test("counts nothing when nothing is open, and is not there beside the words of the message itself", async () => {
  await openAtHandover({ register: new FakeRegister([SECOND]) });
  expect(document.querySelector(".outstanding-bar")).toBeNull();
  press("Toch iets wijzigen");
  await findScreen("Nakijken");
  await bar(1);
  const none = openPane();
  await waitFor(() => expect(none.container.querySelector("h1")?.textContent).toBe("Cliënt"));
  expect(none.container.querySelector(".outstanding-bar")?.textContent).toBe(outstandingBar.bar(0));
});

test("leads back to the form with everything that was typed", async () => {
  openPane({ register: new FakeRegister([FIRST]) });
  await findScreen("Cliënt");
  typeClient();
  fireEvent.click(await bar(1));
  await findScreen(texts.title);
  press(common.back);
  await findFocused(await findScreen("Cliënt"));
  expect(clientControl("lastName").value).toBe(CLIENT.lastName);
});

test("opens the same step again, with the words that this device kept, and closes it when they were handed over", async () => {
  const { register, vault } = await openList();
  await openStep(FIRST, true);
  expect(screen.queryByText(texts.about(FIRST.reference, "OCMW Dorp 1", 2))).not.toBeNull();
  expect(screen.queryByText("089000000")).not.toBeNull();
  expect(screen.queryByText("3f9a2 b71c0")).not.toBeNull();
  expect(document.body.textContent).toContain(archiveName(FIRST.reference));
  press(handover.show);
  const words = [...document.querySelectorAll(".word")].map(({ textContent }) => textContent);
  expect(words).toEqual(passphraseWords(PASSWORD).map((word, index) => `${index + 1}. ${word}`));
  fireEvent.change(screen.getByLabelText("Aan wie?"), { target: { value: "onthaal" } });
  fireEvent.click(screen.getByLabelText("Telefoon"));
  press("Doorgegeven");
  await waitFor(() => expect(register.kept[0]?.handOver).not.toBeNull());
  await waitFor(() => expect(vault.kept.size).toBe(0));
  expect(screen.queryByRole("heading", { name: texts.notSentTitle })).toBeNull();
  press(texts.backToList);
  await findScreen(texts.title);
  await waitFor(() => expect(cards().map(([recipient]) => recipient)).toEqual(["OCMW Dorp 2"]));
  expect(wordsOnPage()).toEqual([]);
});

test("words that nobody touched for ten minutes come back from the device", async () => {
  await openList();
  await openStep(FIRST, true);
  clock.now = new Date(NOON.getTime() + IDLE_WIPE);
  fireEvent(document, new Event("visibilitychange"));
  expect(screen.queryByText(idle.now.kept)).not.toBeNull();
  press(idle.recall);
  await screen.findByRole("button", { name: handover.show });
});

test("without the words: what may have become of them, noting that it was handed over, and making it again", async () => {
  const { register, session, draft } = await openList();
  await openStep(SECOND, false);
  const { title, text } = missing["not-kept"];
  const section = screen.getByRole("heading", { level: 2, name: title }).closest("section");
  expect([...(section?.querySelectorAll("p") ?? [])].map(({ textContent }) => textContent)).toEqual([
    text,
    texts.maybeDone,
    texts.replaceHow,
  ]);
  expect(screen.queryByText(handover.wordsTitle)).toBeNull();
  press(texts.replace);
  await findFocused(await findScreen("Cliënt"));
  expect(screen.queryByText(outstandingBar.replacing(SECOND.reference), { exact: false })).not.toBeNull();
  typeClient();
  press("Verder naar toestemming");
  await findScreen("Toestemming");
  giveConsent();
  press("Verder naar nakijken");
  await findScreen("Nakijken");
  press("Versleutel en zet in het bericht");
  await findScreen(handover.title);
  expect(register.kept.map(({ reference, replaces }) => [reference, replaces])).toEqual([
    [FIRST.reference, undefined],
    [SECOND.reference, undefined],
    [draft.contents.seal?.reference, SECOND.reference],
  ]);
  expect(draft.contents.body.ownText).toContain(`Ze komt in de plaats van doorverwijzing ${SECOND.reference}`);
  expect(session.state.replaces).toBe(SECOND.reference);
});

test("who thinks better of making it again makes an ordinary referral", async () => {
  const { session } = await openList();
  await openStep(SECOND, false);
  press(texts.replace);
  await findScreen("Cliënt");
  press(outstandingBar.notReplacing);
  expect([session.state.replaces, document.querySelector(".replacing")]).toEqual([null, null]);
});

test("a message that was never sent is taken out of the list, after asking once more", async () => {
  const { register, vault } = await openList();
  await openStep(FIRST, true);
  press(texts.notSent);
  await findFocused(screen.getByText(texts.notSentSure(true)));
  press(common.no);
  await findFocused(screen.getByRole("button", { name: texts.notSent }));
  expect(register.kept).toHaveLength(2);
  press(texts.notSent);
  press(texts.notSentYes);
  await findFocused(await findScreen(texts.title));
  await waitFor(() => expect(cards().map(([recipient]) => recipient)).toEqual(["OCMW Dorp 2"]));
  expect([register.kept, vault.kept.size]).toEqual([[SECOND], 0]);
});

test("“Wis alles” asks once more, erases every password and says so", async () => {
  const { vault, register } = await openList();
  press(texts.erase);
  await findFocused(screen.getByText(texts.eraseSure));
  vault.failing.add("eraseAll");
  press(texts.eraseYes);
  await screen.findByText(texts.notErased);
  vault.failing.clear();
  press(texts.erase);
  press(texts.eraseYes);
  await screen.findByText(texts.erased);
  expect([vault.kept.size, register.kept.length, cards().map((card) => card.at(-1))]).toEqual([
    0,
    2,
    ["Bekijk", "Bekijk"],
  ]);
});

test("a device that keeps nothing says so in the list and in the step", async () => {
  const vault = new FakeVault(() => clock.now);
  vault.closeStorage();
  openPane({ register: new FakeRegister([FIRST]), vault });
  await findScreen("Cliënt");
  fireEvent.click(await bar(1));
  await screen.findByText(texts.storageClosed);
  expect(screen.queryByRole("button", { name: texts.erase })).toBeNull();
  press(texts.openFor(FIRST.reference, false));
  await screen.findByText(missing["storage-closed"].text);
});

test("a message that is ready and was opened again leads to its words, when this device has them", async () => {
  const header = sampleHeader(FIRST.reference);
  const attachments = [{ id: "1", name: archiveName(FIRST.reference), size: 1000, inline: false }];
  openPane({ register: new FakeRegister([FIRST]), vault: vaultWithFirst(), contents: { header, attachments } });
  await findScreen(obstacleText("already-sealed", FIRST.reference).title);
  await screen.findByText(outstandingBar.sealedHere(FIRST.reference));
  press(texts.open(true));
  await findScreen(handover.title);
  await screen.findByRole("button", { name: handover.show });
  // No new referral fits in this message, so none is offered.
  expect(screen.queryByRole("button", { name: texts.replace })).toBeNull();
});

describe("beside a message that is read", () => {
  async function showReading(device: FakeDevice) {
    const outstanding = new Outstanding(device.ports);
    return act(async () =>
      render(<ReadPane message={null} outstanding={outstanding} register={device.ports.register} />),
    );
  }

  test("it is there too, and a lost one is made again in a new message", async () => {
    const device = fakeDevice([SECOND]);
    await showReading(device);
    fireEvent.click(await bar(1));
    await findScreen(texts.title);
    press(texts.openFor(SECOND.reference, false));
    await screen.findByText(texts.replaceElsewhere);
    expect(screen.queryByRole("button", { name: texts.replace })).toBeNull();
    press(texts.backToList);
    await findScreen(texts.title);
    press(common.back);
    await findFocused(await findScreen("Doorverwijzing openen"));
  });

  test("another message takes the words from the page", async () => {
    const device = fakeDevice([FIRST]);
    await device.vault.keep(kept(FIRST));
    const { rerender } = await showReading(device);
    fireEvent.click(await bar(1));
    await findScreen(texts.title);
    await screen.findByText(texts.here(keptUntil(device.clock.now.getTime())));
    press(texts.openFor(FIRST.reference, true));
    await findScreen(handover.title);
    press(handover.show);
    expect(document.querySelectorAll(".word")).toHaveLength(7);
    await act(async () => {
      rerender(
        <ReadPane message={null} outstanding={new Outstanding(device.ports)} register={device.ports.register} />,
      );
    });
    expect(within(document.body).queryByRole("heading", { level: 1 })?.textContent).toBe("Doorverwijzing openen");
    expect([document.querySelectorAll(".word").length, wordsOnPage()]).toEqual([0, []]);
  });
});
