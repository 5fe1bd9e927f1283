import type { MunicipalityAt } from "../directory/municipalities-at.ts";
import { EMPTY_CLIENT_FORM } from "../domain/client.ts";
import { type ConsentForm, emptyConsentForm, parseConsent } from "../domain/consent.ts";
import { controlCode } from "../domain/control-code.ts";
import type { ClientField, SenderField } from "../domain/field.ts";
import type { FieldIssue } from "../domain/field-issue.ts";
import type { FieldRules } from "../domain/field-rules.ts";
import { type IsoDate, localDay, localMoment } from "../domain/iso-date.ts";
import type { Reference } from "../domain/reference.ts";
import type { Referral } from "../domain/referral.ts";
import type { Seal } from "../domain/seal.ts";
import { parseSender } from "../domain/sender.ts";
import type { Passphrase } from "../password/passphrase.ts";
import { askedAgain, type ConsentSubject, consentSubject, formAskedAgain } from "./consent-subject.ts";
import { DirectoryInUse } from "./directory-in-use.ts";
import { checkDraft } from "./draft-check.ts";
import { Engines, type Loaded } from "./engines.ts";
import { HandOverStep } from "./hand-over-step.ts";
import { OutlookError } from "./outlook-error.ts";
import { Preparation } from "./prepare-referral.ts";
import { type ClientAccepted, type ClientRead, issuesElsewhere, readClient } from "./read-client.ts";
import { textsOf } from "./referral-texts.ts";
import type { Profile, SessionPorts } from "./session-ports.ts";
import type { FormName, Forms, Screen, SessionState, StartProblem } from "./session-state.ts";
import { Store } from "./store.ts";

/**
 * One referral from the first field to the hand-over (R19), without React: the pane shows `state` and calls the
 * methods. Personal data live here and nowhere else; they go with the session.
 */
export class ReferralSession extends Store<SessionState> {
  readonly #ports: SessionPorts;
  readonly #preparation: Preparation;
  readonly #engines: Engines;
  #directory: DirectoryInUse | null = null;
  #consentAsked: ConsentSubject | null = null;
  /** Of the message that is ready, while it is. */
  #step: HandOverStep | null = null;

  constructor(ports: SessionPorts) {
    super(firstState(ports));
    this.#ports = ports;
    this.#preparation = new Preparation(ports);
    this.#engines = new Engines(ports);
  }

  /** Another message took this one's place: forgets what was typed, the password and the keys. */
  close(): void {
    this.#step?.close();
    this.#step = null;
    this.#ports.draft.close();
    this.#engines.close();
    this.end(firstState(this.#ports));
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
    this.#change("sender", { ...this.state.forms.sender, [field]: value });
  }

  changeClient(field: ClientField, value: string): void {
    const typed = { ...this.state.forms.client, [field]: value };
    if (this.#directory === null || (field !== "postcode" && field !== "municipality")) {
      this.#change("client", typed);
      return;
    }
    const client = this.#directory.withMunicipality(typed, this.state.forms.client);
    const recipient = this.#directory.recipient(client);
    const issues = issuesElsewhere(this.state.issues, recipient);
    this.set({ forms: { ...this.state.forms, client }, recipient, issues });
  }

  changeConsent(change: Partial<ConsentForm>): void {
    this.#change("consent", { ...this.state.forms.consent, ...change });
  }

  /** Back to a form, with everything that was typed. */
  goTo(name: "sender" | "client" | "consent"): void {
    if (this.state.busy) return;
    if (name !== "consent") {
      this.#show({ name });
      return;
    }
    const { recipient } = this.state;
    if (recipient?.kind === "found") this.#show({ name, protocol: recipient.protocol });
  }

  submitSender(): Promise<void> {
    return this.#oneAtATime(async () => {
      const engines = await this.#needEngines();
      if (engines === null) return;
      const parsed = parseSender(this.state.forms.sender, this.#rules(engines));
      if (!parsed.ok) {
        this.#refuse(parsed.issues);
        return;
      }
      // Not waited for: this referral has what it needs, and when it is not kept the question comes again.
      this.#keepProfile(parsed.sender);
      if (this.state.reviewed) await this.#toReview();
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
      if (this.state.reviewed) await this.#toReview();
      else this.#show({ name: "consent", protocol: parsed.protocol });
    });
  }

  submitConsent(): Promise<void> {
    return this.#oneAtATime(() => this.#toReview());
  }

  /** "Versleutel en zet in het bericht": everything is read once more, because a day may have passed. */
  seal(): Promise<void> {
    return this.#oneAtATime(async () => {
      if (this.state.screen.name !== "review") return;
      const engines = await this.#needEngines();
      const referral = await this.#parseAll();
      if (engines === null || referral === null) return;
      this.#show({ name: "sealing", step: "check-draft" });
      const order = {
        referral,
        password: engines.password,
        salt: engines.salt,
        texts: textsOf(referral, engines.phones),
      };
      const result = await this.#preparation.run(order, (step) => this.#show({ name: "sealing", step }));
      if (result.ok) {
        this.#handOver(referral, result.seal, engines.password);
      } else {
        // The key was used; the next try gets a fresh salt and with it a fresh key.
        this.#ports.archiver.prepare(engines.password);
        this.#show({ name: "review", referral, failed: { failure: result.failure, draft: result.draft } });
      }
    });
  }

  /**
   * "Toch iets wijzigen": takes the referral out of the message again and goes back to the review. Password and reference are
   * left behind: what is sealed next gets others.
   */
  unseal(): Promise<void> {
    return this.#oneAtATime(async () => {
      const { screen } = this.state;
      if (screen.name !== "handover") return;
      const { referral, step } = screen;
      this.#show({ name: "sealing", step: "check-draft" });
      const failed = await this.#preparation.undo();
      if (failed !== null) {
        // The message may still be whole, and then it needs its password.
        this.#show({ ...screen, failed });
        return;
      }
      void this.#ports.register.remove(referral.reference);
      // Where the device does not let go of it, its week ends it; nothing else comes under its reference.
      await step.abandon().catch(() => undefined);
      this.#step = null;
      this.#engines.forgetReferral();
      // Ahead of need, as at the start.
      this.#engines.load().catch(() => undefined);
      this.#show({ name: "review", referral, failed: null });
    });
  }

  /**
   * This referral is made in the place of an earlier one, whose password was lost; `null`: it is not, after all. One that
   * was begun in this same message is only made again.
   */
  replace(replaces: Reference | null): void {
    if (!this.state.busy) this.set({ replaces: replaces === this.#engines.reference ? null : replaces });
  }

  /** The municipalities and their localities to choose from at the postcode that stands in the form. */
  municipalities(): readonly MunicipalityAt[] {
    return this.#directory?.municipalities(this.state.forms.client) ?? [];
  }

  /** The municipalities whose families can be referred today. */
  covered(): readonly string[] {
    return this.#directory?.covered() ?? [];
  }

  /** The local teams of the agency, to choose one's own from. */
  teams(): readonly string[] {
    return this.#directory?.teams ?? [];
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
    this.#directory = new DirectoryInUse(loaded.directory, () => this.today());
    this.set({ directory: this.#directory.notes(loaded.kept) });
    return null;
  }

  /** One press at a time, because each may wait for Outlook or for a file, and a draft takes one preparation at a time. */
  async #oneAtATime(work: () => Promise<void>): Promise<void> {
    if (this.state.busy) return;
    this.set({ busy: true });
    try {
      await work();
    } finally {
      this.set({ busy: false });
    }
  }

  async #toReview(): Promise<void> {
    const referral = await this.#parseAll();
    if (referral === null) return;
    this.set({ reviewed: true, askedAgain: null });
    this.#show({ name: "review", referral, failed: null });
  }

  /** The message is ready: the password is to be handed over, and the register says so from now on. */
  #handOver(referral: Referral, seal: Seal, password: Passphrase): void {
    const { reference, madeAt, protocol, client, replaces } = referral;
    const entry = {
      reference,
      sealedOn: localDay(new Date(madeAt)),
      protocolId: protocol.id,
      recipient: protocol.recipient.name,
      handOver: null,
      ...(replaces === undefined ? {} : { replaces }),
    };
    const { register, vault, me, now } = this.#ports;
    const step = new HandOverStep(
      { register, vault, mailbox: me.email, now },
      {
        subject: {
          entry,
          recipient: { ...protocol.recipient, isListed: true },
          controlCode: controlCode(seal.archive.sha256),
        },
        lastName: client.lastName,
        words: { kind: "here", password },
        keptUntil: null,
        onWiped: () => this.#engines.forgetPassword(),
      },
    );
    // Not waited for: the register says for itself whether it was kept.
    void register.put(entry);
    if (this.isClosed) {
      step.close();
      return;
    }
    this.#step = step;
    this.#show({ name: "handover", referral, step, failed: null });
    void step.start();
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
    const { forms } = this.state;
    const sender = parseSender(forms.sender, this.#rules(engines));
    if (!sender.ok) return this.#refuseAt({ name: "sender" }, sender.issues);
    const client = this.#readClient(engines);
    if (!client.ok) return this.#refuseAt({ name: "client" }, client.issues);
    const { protocol } = client;
    // A day may have passed, and with it one protocol into the next.
    this.#askConsentFor(client);
    const consent = parseConsent(this.state.forms.consent, this.today(), protocol.inForceFrom);
    if (!consent.ok) return this.#refuseAt({ name: "consent", protocol }, consent.issues);
    return {
      reference: engines.reference,
      madeAt: localMoment(this.#ports.now()),
      client: client.client,
      consent: consent.consent,
      sender: sender.sender,
      protocol,
      ...(this.state.replaces === null ? {} : { replaces: this.state.replaces }),
    };
  }

  /** What was told about another protocol does not count for this one, nor what another person agreed to (R2). */
  #askConsentFor(accepted: ClientAccepted): void {
    const before = this.#consentAsked;
    const now = consentSubject(accepted);
    const why = before === null ? null : askedAgain(before, now);
    if (before !== null && why === null) return;
    // The names stay those of the first time, until it is another person: corrections must not add up to one.
    this.#consentAsked =
      before === null || why === "client" ? now : { ...now, firstName: before.firstName, lastName: before.lastName };
    if (why === null) return;
    const { forms } = this.state;
    // Where nothing was confirmed yet, there is nothing to say about it.
    const said = forms.consent.told.length > 0 || forms.consent.secrecy ? why : this.state.askedAgain;
    this.#change("consent", formAskedAgain(forms.consent, why, this.today()));
    this.set({ reviewed: false, askedAgain: said });
  }

  #readClient(engines: Loaded): ClientRead {
    const { client } = this.state.forms;
    const recipient = this.#directory?.recipient(client) ?? null;
    this.set({ recipient });
    return readClient(client, this.#rules(engines), { recipient, municipalities: this.municipalities() });
  }

  /** The engines, or `null` after saying that they could not be loaded. */
  async #needEngines(): Promise<Loaded | null> {
    try {
      const engines = await this.#engines.load();
      this.set({ enginesFailed: false });
      return engines;
    } catch {
      // A file of our own host did not come; the screen says so and the button tries again.
      this.set({ enginesFailed: true });
      return null;
    }
  }

  /** A pane may stay open for days; whether the directory still holds is asked whenever a recipient follows from it. */
  #directoryHolds(): boolean {
    const problem = this.#directory?.trouble() ?? null;
    if (problem !== null) this.#show({ name: "unusable", problem: { code: "directory", problem } });
    return problem === null;
  }

  #rules({ phones }: Loaded): FieldRules {
    return { parsePhone: (text) => phones.parse(text), hasLetter: this.#ports.hasLetter };
  }

  #refuse(issues: readonly FieldIssue[]): void {
    this.set({ issues, refusals: this.state.refusals + 1 });
  }

  #refuseAt(screen: Screen, issues: readonly FieldIssue[]): null {
    this.#show(screen);
    this.#refuse(issues);
    return null;
  }

  #change<F extends FormName>(name: F, form: Forms[F]): void {
    this.set({ forms: { ...this.state.forms, [name]: form } });
  }

  #show(screen: Screen): void {
    this.set({ screen, issues: [] });
  }
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
    askedAgain: null,
    replaces: null,
    enginesFailed: false,
    busy: false,
    reviewed: false,
  };
}
