import type { Directory } from "../directory/directory.ts";
import { coveredMunicipalities } from "../directory/find-recipient.ts";
import type { MunicipalityAt } from "../directory/municipalities-at.ts";
import { EMPTY_CLIENT_FORM } from "../domain/client.ts";
import { type ConsentForm, emptyConsentForm, parseConsent } from "../domain/consent.ts";
import type { ClientField, SenderField } from "../domain/field.ts";
import type { FieldIssue } from "../domain/field-issue.ts";
import type { FieldRules } from "../domain/field-rules.ts";
import { daysBetween, type IsoDate, localDay, localMoment } from "../domain/iso-date.ts";
import type { Referral } from "../domain/referral.ts";
import { parseSender } from "../domain/sender.ts";
import { allTold } from "../texts/nl/consent.ts";
import { messageContent, subjectText } from "../texts/nl/message.ts";
import { referralSheet } from "../texts/nl/referral-sheet.ts";
import { checkDraft } from "./draft-check.ts";
import { type EnginePorts, Engines, type Loaded, type Phones } from "./engines.ts";
import type { LoadedDirectory } from "./load-directory.ts";
import { OutlookError } from "./outlook-error.ts";
import type { Draft } from "./ports.ts";
import { Preparation, type ReferralTexts } from "./prepare-referral.ts";
import {
  type ClientAccepted,
  type ClientRead,
  choicesFor,
  readClient,
  recipientFor,
  withMunicipality,
} from "./read-client.ts";
import type { FormName, Forms, Screen, SessionState, StartProblem } from "./session-state.ts";

/** Days before the end in which the pane says that the directory runs out. */
const EXPIRES_SOON = 30;

/** What Outlook does not know of the sender, asked once (R19). */
export interface Profile {
  readonly team: string;
  readonly phone: string;
}

export interface SessionPorts extends EnginePorts {
  readonly draft: Draft;
  readonly hasLetter: FieldRules["hasLetter"];
  /** Asked again when the person tries again. */
  readonly loadDirectory: () => Promise<LoadedDirectory>;
  readonly me: { readonly name: string; readonly email: string };
  readonly profile: { load(): Profile | null; save(profile: Profile): Promise<void> };
}

/**
 * One referral from the first field to the hand-over (R19), without React: the pane shows `state` and calls the
 * methods. Personal data live here and nowhere else; they go with the session.
 */
export class ReferralSession {
  readonly #ports: SessionPorts;
  readonly #preparation: Preparation;
  readonly #engines: Engines;
  readonly #listeners = new Set<() => void>();
  #state: SessionState;
  #directory: Directory | null = null;
  /** About which protocol and whom consent was asked; for another protocol or person it has to be asked again. */
  #consentAsked: { readonly protocolId: string; readonly firstName: string; readonly lastName: string } | null = null;
  #closed = false;

  constructor(ports: SessionPorts) {
    this.#ports = ports;
    this.#preparation = new Preparation(ports);
    this.#engines = new Engines(ports);
    this.#state = firstState(ports);
  }

  get state(): SessionState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Another message took this one's place: forgets what was typed, the password and the keys. */
  close(): void {
    this.#closed = true;
    this.#listeners.clear();
    this.#ports.draft.close();
    this.#engines.close();
    this.#state = firstState(this.#ports);
  }

  /** Looks at the message and reads the directory; then the first form, or why there is none. Pressing again retries. */
  start(): Promise<void> {
    return this.#oneAtATime(async () => {
      this.#show({ name: "starting" });
      const problem = await this.#findProblem();
      if (problem !== null) {
        this.#show({ name: "unusable", problem });
        return;
      }
      this.#show({ name: this.#ports.profile.load() === null ? "sender" : "client" });
      // Ahead of need, so that sealing takes no time later; whoever needs them waits for them and hears of a failure.
      this.#engines.load().catch(() => undefined);
    });
  }

  changeSender(field: SenderField, value: string): void {
    this.#change("sender", { ...this.#state.forms.sender, [field]: value });
  }

  changeClient(field: ClientField, value: string): void {
    const typed = { ...this.#state.forms.client, [field]: value };
    if (this.#directory === null || (field !== "postcode" && field !== "municipality")) {
      this.#change("client", typed);
      return;
    }
    const client = withMunicipality(this.#directory, typed, this.#state.forms.client, this.today());
    const recipient = recipientFor(this.#directory, client, this.today());
    this.#set({ forms: { ...this.#state.forms, client }, recipient });
  }

  changeConsent(change: Partial<ConsentForm>): void {
    this.#change("consent", { ...this.#state.forms.consent, ...change });
  }

  /** Back to a form, with everything that was typed. */
  goTo(name: "sender" | "client" | "consent"): void {
    if (this.#state.busy) return;
    if (name !== "consent") {
      this.#show({ name });
      return;
    }
    const { recipient } = this.#state;
    if (recipient?.kind === "found") this.#show({ name, protocol: recipient.protocol });
  }

  submitSender(): Promise<void> {
    return this.#oneAtATime(async () => {
      const engines = await this.#needEngines();
      if (engines === null) return;
      const parsed = parseSender(this.#state.forms.sender, this.#rules(engines));
      if (!parsed.ok) {
        this.#refuse(parsed.issues);
        return;
      }
      // Not waited for: this referral has what it needs, and when it is not kept the question comes again.
      this.#keepProfile(parsed.sender);
      if (this.#state.reviewed) await this.#toReview();
      else this.#show({ name: "client" });
    });
  }

  submitClient(): Promise<void> {
    return this.#oneAtATime(async () => {
      const engines = await this.#needEngines();
      if (engines === null) return;
      if (!this.#directoryHolds()) return;
      const parsed = this.#readClient(engines);
      if (!parsed.ok) {
        this.#refuse(parsed.issues);
        return;
      }
      this.#askConsentFor(parsed);
      if (this.#state.reviewed) await this.#toReview();
      else this.#show({ name: "consent", protocol: parsed.protocol });
    });
  }

  submitConsent(): Promise<void> {
    return this.#oneAtATime(() => this.#toReview());
  }

  /** "Versleutel en zet in het bericht": everything is read once more, because a day may have passed. */
  seal(): Promise<void> {
    return this.#oneAtATime(async () => {
      if (this.#state.screen.name !== "review") return;
      const engines = await this.#needEngines();
      const referral = await this.#parseAll();
      if (engines === null || referral === null) return;
      this.#show({ name: "sealing", step: "check-draft" });
      const order = { referral, password: engines.password, texts: textsOf(referral, engines.phones) };
      const result = await this.#preparation.run(order, (step) => this.#show({ name: "sealing", step }));
      if (result.ok) {
        this.#show({ name: "handover", referral, seal: result.seal, password: engines.password });
      } else {
        // The key was used; the next try gets a fresh salt and with it a fresh key.
        this.#ports.archiver.prepare(engines.password);
        this.#show({ name: "review", referral, failed: { failure: result.failure, draft: result.draft } });
      }
    });
  }

  /** "Toch iets wijzigen": takes the referral out of the message again and goes back to the review. */
  unseal(): Promise<void> {
    return this.#oneAtATime(async () => {
      const { screen } = this.#state;
      if (screen.name !== "handover") return;
      const { referral } = screen;
      this.#show({ name: "sealing", step: "check-draft" });
      const failed = await this.#preparation.undo();
      this.#ports.archiver.prepare(screen.password);
      this.#show({ name: "review", referral, failed });
    });
  }

  /** The municipalities and their localities to choose from at the postcode that stands in the form. */
  municipalities(): readonly MunicipalityAt[] {
    return this.#directory === null ? [] : choicesFor(this.#directory, this.#state.forms.client, this.today());
  }

  /** The municipalities whose families can be referred today. */
  covered(): readonly string[] {
    return this.#directory === null ? [] : coveredMunicipalities(this.#directory, this.today());
  }

  today(): IsoDate {
    return localDay(this.#ports.now());
  }

  /** A phone number for people; as it stands while the library is not there. */
  displayPhone(e164: string): string {
    return this.#engines.phones?.display(e164) ?? e164;
  }

  async #findProblem(): Promise<StartProblem | null> {
    try {
      const check = await checkDraft(this.#ports.draft);
      if (!check.ok) return { code: "draft", obstacle: check.obstacle };
    } catch {
      // Whatever its answer led to, what the draft holds is not known.
      return { code: "outlook" };
    }
    const loaded = await this.#ports.loadDirectory();
    if (!loaded.ok) return { code: "directory", problem: loaded.problem };
    this.#directory = loaded.directory;
    const { demo, validUntil } = loaded.directory;
    const near = daysBetween(this.today(), validUntil) <= EXPIRES_SOON;
    this.#set({ directory: { demo, kept: loaded.kept, expiresOn: near ? validUntil : null } });
    return null;
  }

  /** One press at a time, because each may wait for Outlook or for a file, and a draft takes one preparation at a time. */
  async #oneAtATime(work: () => Promise<void>): Promise<void> {
    if (this.#state.busy) return;
    this.#set({ busy: true });
    try {
      await work();
    } finally {
      this.#set({ busy: false });
    }
  }

  async #toReview(): Promise<void> {
    const referral = await this.#parseAll();
    if (referral === null) return;
    this.#set({ reviewed: true });
    this.#show({ name: "review", referral, failed: null });
  }

  #keepProfile({ team, phone }: Profile): void {
    this.#ports.profile.save({ team, phone }).catch((error: unknown) => {
      if (!(error instanceof OutlookError)) throw error;
    });
  }

  /** Every form once more: the referral, or `null` after showing the first form that has issues. */
  async #parseAll(): Promise<Referral | null> {
    const engines = await this.#needEngines();
    if (engines === null || !this.#directoryHolds()) return null;
    const { forms } = this.#state;
    const sender = parseSender(forms.sender, this.#rules(engines));
    if (!sender.ok) return this.#refuseAt({ name: "sender" }, sender.issues);
    const client = this.#readClient(engines);
    if (!client.ok) return this.#refuseAt({ name: "client" }, client.issues);
    const { protocol } = client;
    // A day may have passed, and with it one protocol into the next.
    this.#askConsentFor(client);
    const consent = parseConsent(this.#state.forms.consent, this.today(), protocol.inForceFrom);
    if (!consent.ok) return this.#refuseAt({ name: "consent", protocol }, consent.issues);
    return {
      reference: engines.reference,
      madeAt: localMoment(this.#ports.now()),
      client: client.client,
      consent: consent.consent,
      sender: sender.sender,
      protocol,
    };
  }

  /** What was told about another protocol does not count for this one, nor what another person agreed to (R2). */
  #askConsentFor({ client: { firstName, lastName }, protocol }: ClientAccepted): void {
    const before = this.#consentAsked;
    const asked = { protocolId: protocol.id, firstName, lastName };
    if (before === null) {
      this.#consentAsked = asked;
      return;
    }
    // One name that changed is a correction, both are another person, also when they change one after the other.
    if (!isSameName(before.firstName, firstName) && !isSameName(before.lastName, lastName)) {
      this.#consentAsked = asked;
      this.#change("consent", emptyConsentForm(this.today()));
    } else if (before.protocolId !== protocol.id) {
      this.#consentAsked = { ...before, protocolId: protocol.id };
      // The confirmation of secrecy speaks of this referral, so of this recipient, too.
      this.#change("consent", { ...this.#state.forms.consent, told: [], secrecy: false });
    } else return;
    this.#set({ reviewed: false });
  }

  #readClient(engines: Loaded): ClientRead {
    const { client } = this.#state.forms;
    const recipient = this.#directory === null ? null : recipientFor(this.#directory, client, this.today());
    this.#set({ recipient });
    return readClient(client, this.#rules(engines), recipient);
  }

  /** The engines, or `null` after saying that they could not be loaded. */
  async #needEngines(): Promise<Loaded | null> {
    try {
      const engines = await this.#engines.load();
      this.#set({ enginesFailed: false });
      return engines;
    } catch {
      // A file of our own host did not come; the screen says so and the button tries again.
      this.#set({ enginesFailed: true });
      return null;
    }
  }

  /** A pane may stay open for days; whether the directory still holds is asked whenever a recipient follows from it. */
  #directoryHolds(): boolean {
    const directory = this.#directory;
    if (directory === null || directory.validUntil >= this.today()) return true;
    const { validUntil, serial } = directory;
    this.#show({ name: "unusable", problem: { code: "directory", problem: { code: "expired", validUntil, serial } } });
    return false;
  }

  #rules({ phones }: Loaded): FieldRules {
    return { parsePhone: (text) => phones.parse(text), hasLetter: this.#ports.hasLetter };
  }

  #refuse(issues: readonly FieldIssue[]): void {
    this.#set({ issues, refusals: this.#state.refusals + 1 });
  }

  #refuseAt(screen: Screen, issues: readonly FieldIssue[]): null {
    this.#show(screen);
    this.#refuse(issues);
    return null;
  }

  #change<F extends FormName>(name: F, form: Forms[F]): void {
    this.#set({ forms: { ...this.#state.forms, [name]: form } });
  }

  #show(screen: Screen): void {
    this.#set({ screen, issues: [] });
  }

  #set(change: Partial<SessionState>): void {
    // What was under way when it was closed brings nothing back.
    if (this.#closed) return;
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** Without case and accents: putting those right makes nobody another person. */
function isSameName(a: string, b: string): boolean {
  return a.localeCompare(b, "nl", { sensitivity: "base" }) === 0;
}

/** Before anything is known or typed. */
function firstState({ me, now, profile }: SessionPorts): SessionState {
  const kept = profile.load();
  return {
    screen: { name: "starting" },
    directory: null,
    forms: {
      sender: { ...me, team: kept?.team ?? "", phone: kept?.phone ?? "" },
      client: EMPTY_CLIENT_FORM,
      consent: emptyConsentForm(localDay(now())),
    },
    issues: [],
    refusals: 0,
    recipient: null,
    enginesFailed: false,
    busy: false,
    reviewed: false,
  };
}

function textsOf(referral: Referral, phones: Phones): ReferralTexts {
  const display = (e164: string): string => phones.display(e164);
  return {
    subject: subjectText(referral.reference),
    message: messageContent(referral, display),
    sheet: referralSheet(referral, display),
    told: allTold(referral.protocol),
  };
}
