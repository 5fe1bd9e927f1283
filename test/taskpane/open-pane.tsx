import { TextDecoder, TextEncoder } from "node:util";
import {
  cleanup,
  configure,
  fireEvent,
  type RenderResult,
  render,
  screen,
  waitFor,
  within,
} from "@testing-library/react";
import { HandOverRegister } from "../../src/application/hand-over-register.ts";
import type { LoadedDirectory } from "../../src/application/load-directory.ts";
import { Outstanding } from "../../src/application/outstanding.ts";
import { ReferralSession } from "../../src/application/referral-session.ts";
import type { SessionPorts } from "../../src/application/session-ports.ts";
import type { ClientForm } from "../../src/domain/client.ts";
import { CLIENT_FIELDS, type ClientField } from "../../src/domain/field.ts";
import { sha256 } from "../../src/domain/sha256.ts";
import { ComposePane } from "../../src/taskpane/compose-pane.tsx";
import { registerOwnIcons } from "../../src/taskpane/icons.tsx";
import { telling } from "../../src/texts/nl/consent.ts";
import { clientLabel } from "../../src/texts/nl/fields.ts";
import { type DraftContents, FakeDraft, type Fault } from "../application/fake-draft.ts";
import { FakeArchiver, FakeDocuments } from "../application/fake-engines.ts";
import { FakeRegister } from "../application/fake-register.ts";
import { FakeVault } from "../application/fake-vault.ts";
import { loaded, UNAVAILABLE } from "../directory/loaded-directory.ts";
import { type Json, sampleFile, sampleProtocol, sampleRecipient } from "../directory/sample-directory.ts";
import { RULES } from "../domain/sample-rules.ts";

// jsdom has neither; browsers do.
Object.assign(globalThis, { TextEncoder, TextDecoder });
// Milliseconds: a machine that is busy with other tests answers late. Nothing waits longer than it needs to.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);
registerOwnIcons();

const NOON = new Date(2026, 10, 24, 12, 0);
/** The clock of the pane that was opened last. */
export const clock = { now: NOON };

/** A protocol's data without these. */
export function dataWithout(...leftOut: readonly ClientField[]): { [key: string]: Json } {
  const reach = (["street", "houseNumber", "box", "postcode", "municipality", "phone", "email"] as const).filter(
    (field) => !leftOut.includes(field),
  );
  return {
    data: [
      { fields: ["firstName", "lastName"], justification: "Om te identificeren." },
      { fields: reach, justification: "Om te bereiken." },
    ],
  };
}

/**
 * Dorp 1 has a phone number in the directory, Dorp 2 has none and takes neither box nor e-mail address, Dorp 3 ended,
 * Dorp 4 and Dorp 5 share a postcode, Dorp 6 is to come, Dorp 7 takes no phone and ends soon, Dorp 8 is a CAW.
 */
export const DIRECTORY = loaded(
  sampleFile([
    sampleProtocol(1, dataWithout()),
    sampleProtocol(2, { ...dataWithout("box", "email"), recipient: { ...sampleRecipient(2), phone: null } }),
    sampleProtocol(3, { ended: { on: "2026-06-01", reason: "Opzegging." } }),
    sampleProtocol(4, {
      places: [{ postcode: "9004", municipality: "Dorp 4", localities: ["Dorp 4", "Gehucht"] }],
    }),
    sampleProtocol(5, { places: [{ postcode: "9004", municipality: "Dorp 5", localities: ["Dorp 5"] }] }),
    sampleProtocol(6, { inForceFrom: "2027-01-01" }),
    sampleProtocol(7, {
      ...dataWithout("phone"),
      ended: { on: "2026-12-31", reason: "Opzegging." },
      noticeMonths: 1,
      published: "https://www.dorp7.example/protocol-7",
    }),
    sampleProtocol(8, { recipient: { ...sampleRecipient(8), kind: "caw", name: "CAW Dorp 8" } }),
  ]),
);

/** An invented client, as typed. */
export const CLIENT: ClientForm = {
  firstName: " Ánh ",
  lastName: "Żółkiewska",
  street: "Kerkstraat",
  houseNumber: "12",
  box: "3",
  postcode: "9001",
  municipality: "Dorp 1",
  phone: "0470 12 34 56",
  email: "anh@post.example",
};

/** What each topic says on the form, for the recipient of Dorp 1. */
export const TOLD = (["data", "recipient", "purpose", "handling", "freedom"] as const).map(
  (topic) => telling(topic, protocolOfDorp1()).text,
);

/** The protocol of Dorp 1. */
export function protocolOfDorp1() {
  const protocol = DIRECTORY.directory.protocols[0];
  if (protocol === undefined) throw new TypeError("protocolOfDorp1: the sample directory was refused");
  return protocol;
}

type Engine = "phones" | "random" | "directory";

interface Opening {
  readonly contents?: Partial<DraftContents>;
  /** Whether team and phone of the sender were kept before. */
  readonly knownSender?: boolean;
  /** What does not come, until a test takes it out of the set. */
  readonly failing?: readonly Engine[];
  /** A call to Outlook that goes wrong until the test repairs the draft. */
  readonly broken?: { readonly call: string; readonly fault: Fault };
  /** The draws from which password and reference are made; one after the other when not given. */
  readonly draw?: (upperBound: number) => number;
  readonly directory?: LoadedDirectory;
  readonly register?: FakeRegister;
  /** What this device keeps. */
  readonly vault?: FakeVault;
  readonly now?: Date;
}

export interface OpenPane extends RenderResult {
  readonly session: ReferralSession;
  readonly draft: FakeDraft;
  readonly archiver: FakeArchiver;
  readonly register: FakeRegister;
  readonly vault: FakeVault;
  readonly outstanding: Outstanding;
  readonly failing: Set<Engine>;
  readonly clock: { now: Date };
}

/** The sender's pane with a real session, and fakes of everything outside. */
export function openPane({
  contents = {},
  knownSender = true,
  failing = [],
  broken,
  draw,
  directory = DIRECTORY,
  register = new FakeRegister(),
  vault = new FakeVault(() => clock.now),
  now = NOON,
}: Opening = {}): OpenPane {
  const draft = new FakeDraft(contents);
  if (broken !== undefined) draft.break(broken.call, broken.fault);
  const archiver = new FakeArchiver();
  const notComing = new Set(failing);
  clock.now = now;
  let drawn = 0;
  const load = async <T,>(name: Engine, value: T): Promise<T> => {
    if (notComing.has(name)) throw new Error(name);
    return value;
  };
  const handOvers = new HandOverRegister(register);
  const ports: SessionPorts = {
    draft,
    archiver,
    documents: new FakeDocuments(),
    now: () => clock.now,
    sha256,
    hasLetter: RULES.hasLetter,
    loadPhones: () => load("phones", { parse: RULES.parsePhone, display: (e164) => e164.replace("+32", "0") }),
    loadRandom: () => load("random", draw ?? ((upperBound) => drawn++ % upperBound)),
    loadDirectory: async () => (notComing.has("directory") ? UNAVAILABLE : directory),
    me: { name: "Els Voorbeeld", email: "els@team.example" },
    register: handOvers,
    vault,
    profile: {
      load: () => (knownSender ? { team: "Lokaal team Dorpenland", phone: "089 12 34 56" } : null),
      save: async () => undefined,
    },
  };
  const session = new ReferralSession(ports);
  const outstanding = new Outstanding({ ...ports, mailbox: ports.me.email });
  return {
    ...render(<ComposePane session={session} outstanding={outstanding} register={handOvers} />),
    session,
    outstanding,
    draft,
    archiver,
    register,
    vault,
    failing: notComing,
    clock,
  };
}

/** Any complaint of React's or Fluent's fails the test; call it once in a file. */
export function failOnComplaints(): void {
  const complaints: unknown[][] = [];
  beforeEach(() => {
    complaints.length = 0;
    for (const level of ["error", "warn"] as const) {
      jest.spyOn(console, level).mockImplementation((...words: unknown[]) => {
        complaints.push(words);
      });
    }
  });
  afterEach(() => {
    cleanup();
    jest.restoreAllMocks();
    expect(complaints).toEqual([]);
  });
}

/** Waits for the screen with this title. */
export function findScreen(title: string): Promise<HTMLElement> {
  return screen.findByRole("heading", { level: 1, name: title });
}

export function press(name: string): void {
  fireEvent.click(screen.getByRole("button", { name }));
}

function labelOf(field: ClientField): string {
  return field === "box" ? "Bus (facultatief)" : clientLabel[field];
}

/** The control of the client's field, also where its label says that it is optional. */
export function clientControl(field: ClientField): HTMLInputElement | HTMLSelectElement {
  return screen.getByLabelText<HTMLInputElement | HTMLSelectElement>(labelOf(field));
}

export function type(control: HTMLElement, value: string): void {
  fireEvent.focus(control);
  fireEvent.change(control, { target: { value } });
  fireEvent.blur(control);
}

export function typeClient(changes: Partial<ClientForm> = {}): void {
  const form = { ...CLIENT, ...changes };
  // The municipality comes by itself where there is one, and can not be chosen where there is none.
  for (const field of CLIENT_FIELDS) {
    if (screen.queryByLabelText(labelOf(field)) === null) continue;
    const control = clientControl(field);
    if (control.tagName !== "SELECT" || isOffered(control, form[field])) type(control, form[field]);
  }
}

function isOffered(control: HTMLElement, value: string): boolean {
  return [...control.querySelectorAll("option")].some((option) => option.value === value);
}

/** Opens the pane and goes to "Toestemming" with the sample client. */
export async function openAtConsent(opening: Opening = {}, changes: Partial<ClientForm> = {}): Promise<OpenPane> {
  const pane = openPane(opening);
  await findScreen("Cliënt");
  typeClient(changes);
  press("Verder naar toestemming");
  await findScreen("Toestemming");
  return pane;
}

export function giveConsent(): void {
  for (const box of screen.getAllByRole("checkbox")) fireEvent.click(box);
  fireEvent.click(screen.getByRole("radio", { name: "Mondeling" }));
}

/** Opens the pane and goes to "Nakijken" with the sample client. */
export async function openAtReview(opening: Opening = {}, changes: Partial<ClientForm> = {}): Promise<OpenPane> {
  const pane = await openAtConsent(opening, changes);
  giveConsent();
  press("Verder naar nakijken");
  await findScreen("Nakijken");
  return pane;
}

/** Opens the pane, seals the sample client's referral and goes to "Wachtwoord doorgeven". */
export async function openAtHandover(opening: Opening = {}, changes: Partial<ClientForm> = {}): Promise<OpenPane> {
  const pane = await openAtReview(opening, changes);
  press("Versleutel en zet in het bericht");
  await findScreen("Wachtwoord doorgeven");
  return pane;
}

/** Waits for the error summary with this title. */
export function findSummary(title: string): Promise<HTMLElement> {
  return screen.findByRole("region", { name: title });
}

/** The words of each link in the summary, from top to bottom. */
export function linksOf(summary: HTMLElement): readonly string[] {
  return within(summary)
    .getAllByRole("button")
    .map((link) => link.textContent ?? "");
}

/** Waits until `element` has focus; React gives it just after the element is there. */
export async function findFocused(element: HTMLElement): Promise<void> {
  await waitFor(() => expect(document.activeElement).toBe(element));
}

/** What a screen reader says of the control besides its name: the text of what `aria-describedby` names. */
export function descriptionOf(control: HTMLElement): string {
  const ids = (control.getAttribute("aria-describedby") ?? "").split(/\s+/).filter((id) => id !== "");
  return ids.map((id) => document.getElementById(id)?.textContent ?? `nothing with id ${id}`).join(" ");
}

/** The part of the screen under the heading `title`. */
export function section(title: string): HTMLElement {
  const found = screen.getByRole("heading", { level: 2, name: title }).closest("section");
  if (found === null) throw new TypeError(`section: ${title} stands in none`);
  return found;
}
