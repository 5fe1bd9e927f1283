import { HandOverRegister } from "../../src/application/hand-over-register.ts";
import { HandOverStep } from "../../src/application/hand-over-step.ts";
import type { LoadedDirectory } from "../../src/application/load-directory.ts";
import { OutlookError } from "../../src/application/outlook-error.ts";
import { ReferralSession } from "../../src/application/referral-session.ts";
import { OTHER_MUNICIPALITY } from "../../src/application/residence.ts";
import type { Profile, SessionPorts } from "../../src/application/session-ports.ts";
import type { DirectoryNotes, Screen } from "../../src/application/session-state.ts";
import type { Directory } from "../../src/directory/directory.ts";
import type { ClientForm } from "../../src/domain/client.ts";
import { controlCode } from "../../src/domain/control-code.ts";
import { CLIENT_FIELDS, CONSENT_TOPICS } from "../../src/domain/field.ts";
import type { FieldIssue } from "../../src/domain/field-issue.ts";
import { IDLE_WIPE } from "../../src/domain/idle.ts";
import { localMoment } from "../../src/domain/iso-date.ts";
import { newReference } from "../../src/domain/reference.ts";
import { sha256 } from "../../src/domain/sha256.ts";
import { loaded, UNAVAILABLE } from "../directory/loaded-directory.ts";
import { sampleFile, sampleProtocol } from "../directory/sample-directory.ts";
import { day, RULES } from "../domain/sample-rules.ts";
import { sampleHeader } from "../domain/sample-seal.ts";
import { type DraftContents, EMPTY_DRAFT, FakeDraft } from "./fake-draft.ts";
import { FakeArchiver, FakeDocuments } from "./fake-engines.ts";
import { FakeRegister } from "./fake-register.ts";
import { FakeVault } from "./fake-vault.ts";

const NOON = new Date(2026, 10, 24, 12, 0);
const AFTER_MIDNIGHT = new Date(2026, 10, 25, 0, 1);
const PROFILE: Profile = { team: "Lokaal team Dorpenland", phone: "089 12 34 56" };
const ENDS_TONIGHT = { ended: { on: "2026-11-25", reason: "Opzegging." } };
/** All of article 3; the sample's own leaves the e-mail address out. */
const ALL_DATA = { data: [{ fields: [...CLIENT_FIELDS], justification: "Om te bereiken." }] };
const LEAST_DATA = {
  data: [{ fields: CLIENT_FIELDS.filter((field) => field !== "box" && field !== "email"), justification: "Nodig." }],
};
const DIRECTORY = loaded(
  sampleFile([
    sampleProtocol(1, ALL_DATA),
    sampleProtocol(2, LEAST_DATA),
    sampleProtocol(3, ENDS_TONIGHT),
    sampleProtocol(3, { id: "dorp-3-nieuw", inForceFrom: "2026-11-25" }),
    sampleProtocol(4, ENDS_TONIGHT),
    sampleProtocol(5, {
      ...ALL_DATA,
      places: [{ postcode: "9005", municipality: "Dorp 5", localities: ["Gehucht", "Dorp 5"] }],
    }),
    sampleProtocol(6, { ended: { on: "2026-06-01", reason: "Opzegging." } }),
    sampleProtocol(7, { inForceFrom: "2027-01-01" }),
    sampleProtocol(8, { places: [{ postcode: "9005", municipality: "Dorp 8", localities: ["Dorp 8"] }] }),
    sampleProtocol(9, {
      ended: { on: "2026-06-01", reason: "Opzegging." },
      places: [
        { postcode: "9009", municipality: "Dorp 9", localities: ["Dorp 9", "Gat"] },
        { postcode: "9005", municipality: "Weg", localities: ["Weg"] },
      ],
    }),
  ]),
);
const CLIENT = {
  firstName: " Ánh ",
  lastName: "Żółkiewska",
  street: "Kerkstraat",
  houseNumber: "12",
  postcode: "9001",
  municipality: "Dorp 1",
  phone: "0470 12 34 56",
} as const;
const CONSENT = { told: CONSENT_TOPICS, manner: "spoken", secrecy: true } as const;
const NOT_TOLD = CONSENT_TOPICS.map((topic) => ({ code: "not-confirmed", field: `told.${topic}` }));

const NO_SECRECY = { code: "not-confirmed", field: "secrecy" };

test("goes from the start to the hand-over, one screen after the other", async () => {
  const { session, draft, archiver, screens } = setUp();
  await toReview(session);
  const protocol = DIRECTORY.directory.protocols[0];
  const referral = {
    reference: "DV-2026-777777",
    madeAt: localMoment(NOON),
    client: { ...CLIENT, firstName: "Ánh", phone: "+32470123456" },
    consent: { date: "2026-11-24", manner: "spoken", told: CONSENT_TOPICS },
    sender: { name: "Els Voorbeeld", email: "els@team.example", team: PROFILE.team, phone: "+3289123456" },
    protocol,
  };
  expect(session.state.screen).toEqual({ name: "review", referral, failed: null });
  expect(draft.contents).toEqual(EMPTY_DRAFT);

  await session.seal();
  const [password] = archiver.prepared;
  expect(session.state.screen).toEqual({ name: "handover", referral, step: expect.any(HandOverStep), failed: null });
  const step = stepOf(session);
  expect(step.state.words).toEqual({ kind: "here", password });
  expect(step.subject).toEqual({
    entry: {
      reference: "DV-2026-777777",
      sealedOn: "2026-11-24",
      protocolId: "dorp-1",
      recipient: "OCMW Dorp 1",
      handOver: null,
    },
    recipient: { ...protocol?.recipient, isListed: true },
    controlCode: controlCode(draft.contents.seal?.archive.sha256 ?? ""),
  });
  expect(draft.contents).toMatchObject({
    recipients: { to: ["sociaalhuis@dorp1.example"], cc: [], bcc: [] },
    subject: "Vertrouwelijk: doorverwijzing DV-2026-777777",
  });
  expect(screens).toEqual(["starting", "client", "consent", "review", "sealing", "handover"]);
});

test("asks for the sender's team and phone once, and keeps them", async () => {
  const { session, saved } = setUp({ profile: null });
  await session.start();
  expect(session.state.screen).toEqual({ name: "sender" });
  await session.submitSender();
  expect(session.state.issues).toEqual([
    { code: "missing", field: "sender.team" },
    { code: "missing", field: "sender.phone" },
  ]);
  session.changeSender("team", " Noord ");
  session.changeSender("phone", "089 12 34 56");
  await session.submitSender();
  expect(saved).toEqual([{ team: "Noord", phone: "+3289123456" }]);
  expect(session.state).toMatchObject({ screen: { name: "client" }, issues: [] });
});

test("goes on when the profile could not be kept", async () => {
  const { session } = setUp({ profile: null, saveFails: true });
  await session.start();
  session.changeSender("team", "Noord");
  session.changeSender("phone", "089 12 34 56");
  await session.submitSender();
  expect(session.state.screen).toEqual({ name: "client" });
});

test.each<[string, Partial<ClientForm>, readonly object[]]>([
  [
    "an empty form",
    { firstName: "", lastName: "", street: "", houseNumber: "", postcode: "", municipality: "", phone: "" },
    [
      // Without a postcode there is no municipality to choose.
      ...["postcode", "firstName", "lastName", "street", "houseNumber"].map((field) => ({
        code: "missing",
        field,
      })),
      { code: "no-way-of-contact", field: "phone" },
    ],
  ],
  ["a postcode without a protocol", { postcode: "1000" }, [{ code: "not-covered", field: "postcode" }]],
  [
    "that, between issues of other fields",
    { firstName: "", postcode: "1000", municipality: "", phone: "x", email: "x" },
    [
      { code: "not-covered", field: "postcode" },
      { code: "missing", field: "firstName" },
      { code: "phone-format", field: "phone" },
      { code: "email-format", field: "email" },
    ],
  ],
  [
    "a municipality that was not chosen",
    { postcode: "9005", municipality: "", email: "x" },
    [
      { code: "missing", field: "municipality" },
      { code: "email-format", field: "email" },
    ],
  ],
  [
    "a protocol that ended, with the only name there is",
    { postcode: "9006" },
    [{ code: "protocol-ended", field: "postcode" }],
  ],
  [
    "a protocol that ended, of several names, none of them chosen",
    { postcode: "9009", municipality: "" },
    [{ code: "protocol-ended", field: "postcode" }],
  ],
  [
    "a protocol that ended, of several names, one of them chosen",
    { postcode: "9009", municipality: "Gat" },
    [{ code: "protocol-ended", field: "postcode" }],
  ],
  [
    "a protocol that ended, at a postcode that another municipality shares",
    { postcode: "9005", municipality: "Weg" },
    [{ code: "protocol-ended", field: "municipality" }],
  ],
  [
    "a protocol that is still to come",
    { postcode: "9007" },
    [{ code: "protocol-not-yet-in-force", field: "postcode" }],
  ],
])("refuses %s, with the issues in the order of the form, and keeps what was typed", async (_name, typed, issues) => {
  const { session } = setUp();
  await session.start();
  fill(session, typed);
  const before = session.state.forms;
  await session.submitClient();
  expect(session.state).toMatchObject({ screen: { name: "client" }, issues, refusals: 1 });
  expect(session.state.issues).toHaveLength(issues.length);
  expect(session.state.forms).toEqual(before);
  await session.submitClient();
  expect(session.state.refusals).toBe(2);
  fill(session, { email: "" });
  await session.submitClient();
  expect(session.state).toMatchObject({ screen: { name: "consent" }, issues: [], refusals: 2 });
});

test("refuses consent that is not complete", async () => {
  const { session } = setUp();
  await session.start();
  fill(session);
  await session.submitClient();
  session.changeConsent({ told: ["data"], date: "2026-11-25" });
  await session.submitConsent();
  expect(session.state).toMatchObject({ screen: { name: "consent" }, refusals: 1 });
  expect(session.state.issues).toEqual<FieldIssue[]>([
    { code: "not-confirmed", field: "told.recipient" },
    { code: "not-confirmed", field: "told.purpose" },
    { code: "not-confirmed", field: "told.handling" },
    { code: "not-confirmed", field: "told.freedom" },
    { code: "date-in-future", field: "consentDate" },
    { code: "missing", field: "consentManner" },
    { code: "not-confirmed", field: "secrecy" },
  ]);
});

test("says whom the place leads to while it is typed", async () => {
  const { session } = setUp();
  await session.start();
  expect(session.covered()).toEqual(["Dorp 1", "Dorp 2", "Dorp 3", "Dorp 4", "Dorp 5", "Dorp 8"]);
  session.changeClient("postcode", "900");
  expect(session.state.recipient).toBeNull();
  session.changeClient("postcode", " 9002 ");
  expect(session.state.recipient).toMatchObject({ kind: "found", protocol: { id: "dorp-2" } });
  expect(session.municipalities()).toEqual([{ municipality: "Dorp 2", localities: ["Dorp 2"] }]);
  session.changeClient("postcode", "1000");
  expect(session.state.recipient).toEqual({ kind: "not-covered" });
  expect(session.municipalities()).toEqual([]);
});

describe("the municipality always belongs to the postcode", () => {
  const municipality = (session: ReferralSession) => session.state.forms.client.municipality;

  test("the only locality is chosen at once, and goes with its postcode", async () => {
    const { session } = setUp();
    await session.start();
    session.changeClient("postcode", "9001");
    expect(municipality(session)).toBe("Dorp 1");
    session.changeClient("postcode", "9002");
    expect(municipality(session)).toBe("Dorp 2");
    session.changeClient("postcode", "900");
    expect(municipality(session)).toBe("");
  });

  test("of several none is chosen, and the one that is chosen stays where it belongs", async () => {
    const { session } = setUp();
    await session.start();
    session.changeClient("postcode", "9005");
    expect(municipality(session)).toBe("");
    expect(session.municipalities()).toEqual([
      { municipality: "Dorp 5", localities: ["Dorp 5", "Gehucht"] },
      { municipality: "Dorp 8", localities: ["Dorp 8"] },
      { municipality: "Weg", localities: ["Weg"] },
    ]);
    expect(session.state.recipient).toEqual({ kind: "ambiguous", municipalities: ["Dorp 5", "Dorp 8", "Weg"] });
    session.changeClient("municipality", "Gehucht");
    expect(session.state.recipient).toMatchObject({ kind: "found", protocol: { id: "dorp-5" } });
    session.changeClient("postcode", "9005 ");
    expect(municipality(session)).toBe("Gehucht");
    session.changeClient("postcode", "9002");
    expect(municipality(session)).toBe("Dorp 2");
  });

  test("that it is another one stays for as long as the postcode does, spaces apart", async () => {
    const { session } = setUp();
    await session.start();
    session.changeClient("postcode", "9005");
    session.changeClient("municipality", OTHER_MUNICIPALITY);
    session.changeClient("postcode", "90 05");
    expect([municipality(session), session.state.recipient]).toEqual([
      OTHER_MUNICIPALITY,
      { kind: "other-municipality" },
    ]);
    session.changeClient("postcode", "9001");
    expect(municipality(session)).toBe("Dorp 1");
  });

  test("it is kept as the directory spells it, and a name from elsewhere is not kept", async () => {
    const { session } = setUp();
    await session.start();
    session.changeClient("postcode", "9005");
    session.changeClient("municipality", "GEHUCHT");
    expect(municipality(session)).toBe("Gehucht");
    session.changeClient("municipality", "Dorp 1");
    expect(municipality(session)).toBe("");
  });
});

test("what the protocol leaves out is not passed on, and comes back with a protocol that allows it", async () => {
  const { session } = setUp();
  // Dorp 2 allows the phone alone, and neither box nor e-mail address.
  await toReview(session, { postcode: "9002", box: "3", email: "geen adres" });
  const { postcode: _postcode, municipality: _municipality, ...others } = CLIENT;
  const client = { ...others, firstName: "Ánh", phone: "+32470123456" };
  expect(session.state.screen).toMatchObject({ name: "review" });
  expect("referral" in session.state.screen ? session.state.screen.referral.client : null).toStrictEqual({
    ...client,
    postcode: "9002",
    municipality: "Dorp 2",
  });
  session.goTo("client");
  session.changeClient("postcode", "9001");
  await session.submitClient();
  expect(session.state.issues).toEqual([{ code: "email-format", field: "email" }]);
  session.changeClient("email", "anh@post.example");
  await session.submitClient();
  session.changeConsent(CONSENT);
  await session.submitConsent();
  expect("referral" in session.state.screen ? session.state.screen.referral.client : null).toStrictEqual({
    ...client,
    postcode: "9001",
    municipality: "Dorp 1",
    box: "3",
    email: "anh@post.example",
  });
});

test("where the protocol leaves the e-mail address out, the phone is needed", async () => {
  const { session } = setUp();
  await session.start();
  fill(session, { postcode: "9002", phone: "", email: "anh@post.example" });
  await session.submitClient();
  expect(session.state.issues).toEqual([{ code: "missing", field: "phone" }]);
});

test.each<[string, Partial<Directory>, boolean, DirectoryNotes]>([
  ["a real one, far from its end", { demo: false }, false, { demo: false, kept: false, expiresOn: null }],
  ["invented places", { demo: true }, false, { demo: true, kept: false, expiresOn: null }],
  ["31 days before its end", { validUntil: day("2026-12-25") }, false, { demo: true, kept: false, expiresOn: null }],
  [
    "30 days before its end",
    { validUntil: day("2026-12-24") },
    false,
    { demo: true, kept: false, expiresOn: day("2026-12-24") },
  ],
  [
    "its last day, from the device",
    { validUntil: day("2026-11-24") },
    true,
    { demo: true, kept: true, expiresOn: day("2026-11-24") },
  ],
])("tells of the directory: %s", async (_name, changes, kept, notes) => {
  const { session } = setUp({ directory: { ok: true, directory: { ...DIRECTORY.directory, ...changes }, kept } });
  expect(session.state.directory).toBeNull();
  await session.start();
  expect(session.state.directory).toEqual(notes);
});

test("back from the review and on again, without asking anything twice", async () => {
  const { session } = setUp();
  await toReview(session);
  session.goTo("client");
  session.changeClient("box", "3");
  await session.submitClient();
  expect(session.state.screen).toMatchObject({ name: "review", referral: { client: { box: "3" } } });
  session.goTo("sender");
  session.changeSender("team", "Zuid");
  await session.submitSender();
  expect(session.state.screen).toMatchObject({ name: "review", referral: { sender: { team: "Zuid" } } });
  session.goTo("consent");
  session.changeConsent({ manner: "written" });
  await session.submitConsent();
  expect(session.state.screen).toMatchObject({ name: "review", referral: { consent: { manner: "written" } } });
});

test.each<[string, (session: ReferralSession) => Promise<void>]>([
  ["the client's form", (session) => session.submitClient()],
  [
    "the consent form",
    (session) => {
      session.goTo("consent");
      return session.submitConsent();
    },
  ],
])("asks consent again when the protocol changes, by way of %s", async (_name, goOn) => {
  const { session } = setUp();
  await toReview(session);
  session.goTo("client");
  session.changeClient("postcode", "9002");
  session.changeClient("municipality", "Dorp 2");
  await goOn(session);
  expect(session.state.screen).toMatchObject({ name: "consent", protocol: { id: "dorp-2" } });
  expect(session.state.forms.consent).toEqual({ told: [], date: "2026-11-24", manner: "spoken", secrecy: false });
  await session.submitConsent();
  expect(session.state.issues).toEqual([...NOT_TOLD, NO_SECRECY]);
  expect(session.state.askedAgain).toBe("recipient");
  session.changeConsent(CONSENT);
  await session.submitConsent();
  expect(session.state.askedAgain).toBeNull();
  expect(session.state.screen).toMatchObject({ name: "review", referral: { protocol: { id: "dorp-2" } } });
});

test("the next day: the moment of making is that of sealing, the day of consent stays", async () => {
  const { session, clock } = setUp();
  await toReview(session);
  clock.now = AFTER_MIDNIGHT;
  await session.seal();
  expect(session.state.screen).toMatchObject({
    name: "handover",
    referral: { madeAt: localMoment(AFTER_MIDNIGHT), consent: { date: "2026-11-24" } },
  });
});

test("the next day: a protocol that ended at midnight keeps the referral from being sealed", async () => {
  const { session, clock, draft } = setUp();
  await toReview(session, { postcode: "9004", municipality: "Dorp 4" });
  clock.now = AFTER_MIDNIGHT;
  await session.seal();
  expect(session.state.screen).toEqual({ name: "client" });
  expect(session.state.issues).toEqual([{ code: "protocol-ended", field: "postcode" }]);
  expect(draft.contents).toEqual(EMPTY_DRAFT);
});

test("a pane that stayed open makes no referral by a directory that has expired meanwhile", async () => {
  const { session, clock, draft } = setUp();
  await toReview(session);
  clock.now = new Date("2027-11-24T09:00:00");
  await session.seal();
  const expired = { code: "expired", validUntil: "2027-11-23", serial: 3 };
  expect(session.state.screen).toEqual({ name: "unusable", problem: { code: "directory", problem: expired } });
  expect(session.state.forms.client.firstName).not.toBe("");
  expect(draft.contents).toEqual(EMPTY_DRAFT);
});

test("the next day: consent about the protocol of yesterday does not count for its successor", async () => {
  const { session, clock, draft } = setUp();
  await toReview(session, { postcode: "9003", municipality: "Dorp 3" });
  clock.now = AFTER_MIDNIGHT;
  await session.seal();
  expect(session.state).toMatchObject({
    screen: { name: "consent", protocol: { id: "dorp-3-nieuw" } },
    // Of the same recipient.
    askedAgain: "protocol",
  });
  expect(session.state.issues).toEqual([
    ...NOT_TOLD,
    { code: "date-before-protocol", field: "consentDate", inForceFrom: "2026-11-25" },
    NO_SECRECY,
  ]);
  expect(draft.contents).toEqual(EMPTY_DRAFT);
});

test.each(["phones", "random"] as const)(
  "engines (%s) that do not load are asked again at the next press",
  async (engine) => {
    const { session, failing } = setUp();
    failing.add(engine);
    await session.start();
    expect(session.state.screen).toEqual({ name: "client" });
    fill(session);
    await session.submitClient();
    expect(session.state).toMatchObject({ screen: { name: "client" }, enginesFailed: true, issues: [] });
    failing.clear();
    await session.submitClient();
    expect(session.state).toMatchObject({ screen: { name: "consent" }, enginesFailed: false });
  },
);

test("a failed try keeps the forms, says why, and the next one works with a key of its own", async () => {
  const { session, draft, archiver } = setUp();
  await toReview(session);
  const { forms } = session.state;
  draft.break("addAttachment", "timed out, done late");
  await session.seal();
  expect(session.state.screen).toMatchObject({
    name: "review",
    failed: { failure: { code: "outlook", reason: "timed-out" }, draft: "may-fill-late" },
  });
  expect(session.state.forms).toEqual(forms);
  draft.repair();
  draft.land();
  await session.seal();
  expect(session.state.screen).toMatchObject({ name: "handover" });
  expect(draft.contents.attachments).toHaveLength(1);
  expect(archiver.prepared).toHaveLength(2);
  expect(new Set(archiver.prepared).size).toBe(1);
});

test("asks consent again when the client is another person, and not when a name is corrected", async () => {
  const { session } = setUp();
  await toReview(session);
  session.goTo("client");
  session.changeClient("lastName", "Żółkiewski");
  await session.submitClient();
  expect(session.state.screen).toMatchObject({ name: "review", referral: { client: { lastName: "Żółkiewski" } } });
  session.goTo("client");
  session.changeClient("firstName", "Nora");
  session.changeClient("lastName", "Voorbeeld");
  await session.submitClient();
  expect(session.state).toMatchObject({
    screen: { name: "consent" },
    reviewed: false,
    askedAgain: "client",
    forms: { consent: { told: [], date: "2026-11-24", manner: "", secrecy: false } },
  });
});

test("both names changed one after the other are another person too", async () => {
  const { session } = setUp();
  await toReview(session);
  for (const [field, value] of [
    ["firstName", "Nora"],
    ["lastName", "Andersom"],
  ] as const) {
    session.goTo("client");
    session.changeClient(field, value);
    await session.submitClient();
  }
  expect(session.state).toMatchObject({
    screen: { name: "consent" },
    forms: { consent: { told: [], secrecy: false } },
  });
});

test("capitals and accents put right in both names leave the consent as it was", async () => {
  const { session } = setUp();
  await toReview(session);
  session.goTo("client");
  const { firstName, lastName } = session.state.forms.client;
  session.changeClient("firstName", firstName.toUpperCase());
  session.changeClient("lastName", lastName.toUpperCase());
  await session.submitClient();
  expect(session.state.screen).toMatchObject({ name: "review" });
});

test("a profile that is slow to be kept holds nobody up, and brings nobody back", async () => {
  let answer: () => void = () => undefined;
  const saving = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const { session } = setUp({ saving });
  await toReview(session);
  session.goTo("sender");
  await Promise.all([session.submitSender(), session.submitSender()]);
  expect(session.state.screen).toMatchObject({ name: "review" });
  await session.seal();
  const { screen } = session.state;
  answer();
  await saving;
  expect(session.state.screen).toBe(screen);
  expect(screen.name).toBe("handover");
});

test("while one press is under way, no other does anything, and the state says so", async () => {
  const { session } = setUp();
  await toReview(session);
  const sealing = session.seal();
  expect(session.state.busy).toBe(true);
  session.goTo("client");
  await session.submitConsent();
  await session.unseal();
  await sealing;
  expect(session.state).toMatchObject({ screen: { name: "handover" }, busy: false });
});

test("pressed twice, it is sealed once", async () => {
  const { session, draft, archiver, screens } = setUp();
  await toReview(session);
  await Promise.all([session.seal(), session.seal()]);
  expect(screens).toEqual(["starting", "client", "consent", "review", "sealing", "handover"]);
  // A second preparation would have used up a key.
  expect(archiver.prepared).toHaveLength(1);
  expect(draft.calls.filter((name) => name === "addAttachment")).toHaveLength(1);
});

test("changing something after all empties the draft, and sealing again leaves one attachment", async () => {
  const { session, draft } = setUp();
  await toReview(session);
  await session.seal();
  await session.unseal();
  expect(session.state.screen).toMatchObject({ name: "review", failed: null });
  expect(draft.contents).toEqual(EMPTY_DRAFT);
  await session.seal();
  expect(session.state.screen).toMatchObject({ name: "handover" });
  expect(draft.contents.attachments).toHaveLength(1);
});

test("changing something after all says so when the draft could not be emptied", async () => {
  const { session, draft } = setUp();
  await toReview(session);
  await session.seal();
  draft.break("removeAttachment", "fails");
  await session.unseal();
  expect(session.state.screen).toMatchObject({
    name: "handover",
    failed: { failure: { code: "outlook", reason: "failed" }, draft: "not-restored" },
  });
});

const SEALED: Partial<DraftContents> = {
  header: sampleHeader("DV-2026-ABCDEF", { archive: { name: "", bytes: 9, sha256: "0".repeat(64) } }),
  attachments: [{ id: "1", name: "doorverwijzing-DV-2026-ABCDEF.7z", size: 9, inline: false }],
};

test.each<[string, Partial<DraftContents>, object]>([
  ["sealed before", SEALED, { code: "already-sealed", reference: "DV-2026-ABCDEF" }],
  ["a reply", { composeType: "reply" }, { code: "reply" }],
])("a draft that is %s is no place for a referral", async (_name, contents, obstacle) => {
  const { session } = setUp({ contents });
  await session.start();
  expect(session.state.screen).toEqual<Screen>({
    name: "unusable",
    problem: { code: "draft", obstacle } as Extract<Screen, { name: "unusable" }>["problem"],
  });
});

test.each(["fails", "throws", "timed out, nothing done"] as const)(
  "an Outlook whose call %s is asked again",
  async (fault) => {
    const { session, draft } = setUp();
    draft.failAt(2, fault);
    await session.start();
    expect(session.state.screen).toEqual({ name: "unusable", problem: { code: "outlook" } });
    await session.start();
    expect(session.state.screen).toEqual({ name: "client" });
  },
);

test("a directory that does not come is asked again", async () => {
  const { session, failing } = setUp();
  failing.add("directory");
  await session.start();
  expect(session.state.screen).toEqual({
    name: "unusable",
    problem: { code: "directory", problem: { code: "unavailable" } },
  });
  failing.clear();
  await session.start();
  expect(session.state.screen).toEqual({ name: "client" });
});

test.each(["before", "during"] as const)(
  "closed %s the sealing, it forgets the client and the password and ends the engines",
  async (when) => {
    const { session, archiver, documents } = setUp();
    await toReview(session);
    const sealing = when === "during" ? session.seal() : Promise.resolve();
    session.close();
    await sealing;
    expect(session.state).toEqual(setUp().session.state);
    expect([archiver.closed, documents.closed]).toEqual([true, true]);
  },
);

function stepOf({ state }: ReferralSession): HandOverStep {
  if (state.screen.name !== "handover") throw new TypeError(`stepOf: the screen is ${state.screen.name}`);
  return state.screen.step;
}

test("“Toch iets wijzigen” leaves password and reference behind: the next message has others", async () => {
  const { session, archiver, vault, register } = setUp();
  await toReview(session);
  await session.seal();
  const first = stepOf(session);
  await first.keep();
  await session.unseal();
  expect([first.state.words, vault.kept.size, archiver.forgotten]).toEqual([{ kind: "wiped" }, 0, 1]);
  await session.seal();
  const [password, another, ...others] = archiver.prepared;
  expect([another === password, others]).toEqual([false, []]);
  expect(stepOf(session).state.words).toEqual({ kind: "here", password: another });
  expect(stepOf(session).subject.entry.reference).not.toBe(first.subject.entry.reference);
  expect(register.kept.map(({ reference }) => reference)).toEqual([stepOf(session).subject.entry.reference]);
});

test("when nobody touches the page the engine forgets the password too, and the message can be made again", async () => {
  const { session, archiver, clock } = setUp();
  await toReview(session);
  await session.seal();
  clock.now = new Date(clock.now.getTime() + IDLE_WIPE);
  stepOf(session).tick();
  expect([stepOf(session).state.words, archiver.forgotten]).toEqual([{ kind: "wiped" }, 1]);
  await session.unseal();
  expect(session.state.screen.name).toBe("review");
  await session.seal();
  expect(stepOf(session).state.words).toEqual({ kind: "here", password: archiver.prepared.at(-1) });
});

test("closed at the hand-over, its step has no words left and the device keeps what it kept", async () => {
  const { session, vault } = setUp();
  await toReview(session);
  await session.seal();
  const step = stepOf(session);
  await step.keep();
  session.close();
  expect([step.state.words, vault.kept.size]).toEqual([{ kind: "wiped" }, 1]);
});

test("a referral does not take the place of itself", async () => {
  const { session } = setUp();
  await toReview(session);
  session.replace(newReference(2026, () => 7));
  expect(session.state.replaces).toBeNull();
});

test("a referral in the place of another says so in the register, and not when that was taken back", async () => {
  const { session, register } = setUp();
  const lost = newReference(2026, () => 9);
  await toReview(session);
  session.replace(lost);
  await session.submitConsent();
  expect(session.state.screen).toMatchObject({ name: "review", referral: { replaces: lost } });
  await session.seal();
  expect(register.kept).toMatchObject([{ reference: "DV-2026-777777", replaces: lost }]);
  await session.unseal();
  session.replace(null);
  await session.seal();
  expect(register.kept.map(({ replaces }) => replaces)).toEqual([undefined]);
});

interface SetUp {
  readonly contents?: Partial<DraftContents>;
  readonly profile?: Profile | null;
  readonly saveFails?: boolean;
  /** Keeping the profile waits for this. */
  readonly saving?: Promise<void>;
  readonly directory?: LoadedDirectory;
}

function setUp({ contents = {}, profile = PROFILE, saveFails = false, saving, directory = DIRECTORY }: SetUp = {}) {
  const draft = new FakeDraft(contents);
  const archiver = new FakeArchiver();
  const documents = new FakeDocuments();
  const clock = { now: NOON };
  const failing = new Set<"phones" | "random" | "directory">();
  const saved: Profile[] = [];
  const load = async <T>(name: "phones" | "random" | "directory", value: T): Promise<T> => {
    if (failing.has(name)) throw new Error(name);
    return value;
  };
  const register = new FakeRegister();
  const vault = new FakeVault(() => clock.now);
  /** What every draw gives; another each time that the library is asked for. */
  let drawn = 7;
  const ports: SessionPorts = {
    draft,
    archiver,
    documents,
    now: () => clock.now,
    sha256,
    hasLetter: RULES.hasLetter,
    loadPhones: () => load("phones", { parse: RULES.parsePhone, display: (e164) => e164 }),
    loadRandom: () => {
      const number = drawn++;
      return load("random", () => number);
    },
    loadDirectory: async () => (failing.has("directory") ? UNAVAILABLE : directory),
    me: { name: "Els Voorbeeld", email: "els@team.example" },
    register: new HandOverRegister(register),
    vault,
    profile: {
      load: () => profile,
      save: async (toSave) => {
        if (saveFails) throw new OutlookError("failed", "save settings", "error 9019");
        await saving;
        saved.push(toSave);
      },
    },
  };
  const session = new ReferralSession(ports);
  const screens: string[] = [];
  session.subscribe(() => {
    const { name } = session.state.screen;
    if (screens.at(-1) !== name) screens.push(name);
  });
  return { session, register, vault, draft, archiver, documents, clock, failing, saved, screens };
}

function fill(session: ReferralSession, changes: Partial<ClientForm> = {}): void {
  const form: Partial<ClientForm> = { ...CLIENT, ...changes };
  for (const field of [...Object.keys(CLIENT), "box", "email"] as (keyof ClientForm)[]) {
    const value = form[field];
    if (value !== undefined) session.changeClient(field, value);
  }
}

async function toReview(session: ReferralSession, changes: Partial<ClientForm> = {}): Promise<void> {
  await session.start();
  fill(session, changes);
  await session.submitClient();
  session.changeConsent(CONSENT);
  await session.submitConsent();
}
