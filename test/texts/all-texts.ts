import { CLIENT_FIELDS, CONSENT_TOPICS } from "../../src/domain/field.ts";
import type { SendReason } from "../../src/domain/judge-send.ts";
import { CHANNELS } from "../../src/domain/register.ts";
import * as clientForm from "../../src/texts/nl/client-form.ts";
import * as consent from "../../src/texts/nl/consent.ts";
import * as dates from "../../src/texts/nl/dates.ts";
import * as directoryNotes from "../../src/texts/nl/directory-notes.ts";
import * as failures from "../../src/texts/nl/failures.ts";
import * as fields from "../../src/texts/nl/fields.ts";
import * as guard from "../../src/texts/nl/guard.ts";
import * as handover from "../../src/texts/nl/handover.ts";
import * as issues from "../../src/texts/nl/issues.ts";
import * as lists from "../../src/texts/nl/lists.ts";
import * as message from "../../src/texts/nl/message.ts";
import * as outstanding from "../../src/texts/nl/outstanding.ts";
import * as publishedLinks from "../../src/texts/nl/published-links.ts";
import * as recipient from "../../src/texts/nl/recipient.ts";
import * as referralSheet from "../../src/texts/nl/referral-sheet.ts";
import * as register from "../../src/texts/nl/register.ts";
import * as screens from "../../src/texts/nl/screens.ts";
import * as sentences from "../../src/texts/nl/sentences.ts";
import * as spelling from "../../src/texts/nl/spelling.ts";
import { REFERRAL } from "../document/sample-referral.ts";
import { HANDED } from "../domain/sample-register.ts";
import { DIRECTORY_FAILURES, FAILURE_CODES, FAILURE_REASONS, OBSTACLE_CODES } from "./sample-failures.ts";
import { FIELDS, ISSUES } from "./sample-issues.ts";

/** A text that a person reads, and where it comes from: "handover.handover.title", "issues.issueText". */
export interface Text {
  readonly path: string;
  readonly text: string;
}

/** The files of src/texts/nl, by their names. */
export const MODULES: Readonly<Record<string, object>> = {
  "client-form": clientForm,
  consent,
  dates,
  "directory-notes": directoryNotes,
  failures,
  fields,
  guard,
  handover,
  issues,
  lists,
  message,
  outstanding,
  "published-links": publishedLinks,
  recipient,
  "referral-sheet": referralSheet,
  register,
  screens,
  sentences,
  spelling,
};

const NAME = "OCMW Toetsdorp";
const DAY = REFERRAL.protocol.inForceFrom;
/** Milliseconds since 1970. */
const TIME = Date.parse(REFERRAL.madeAt);
const NAMES = ["Toetsdorp", "Proefstad", "Fusiegem"];
const { protocol, reference } = REFERRAL;
const INSTEAD = { ...REFERRAL, replaces: reference };
const SEND_REASONS: readonly SendReason[] = [
  ...(["recipients", "subject", "text", "attachments", "archive", "seal"] as const).map((what) => ({
    code: "unreadable" as const,
    what,
  })),
  { code: "other-recipient", where: ["to", "cc", "bcc"] },
  { code: "no-recipient" },
  { code: "archive-missing" },
  { code: "archive-changed" },
  { code: "other-attachment" },
  { code: "reference-missing" },
  { code: "client", where: "subject", fields: ["firstName", "lastName", "street"] },
  { code: "client", where: "body", fields: ["municipality", "phone", "email"] },
  { code: "password", where: "body" },
  { code: "text-changed" },
  { code: "no-seal" },
];
/** Protocols that leave out a way to reach the client. */
const LESS = (["phone", "email"] as const).map((left) => ({
  ...protocol,
  data: [{ fields: CLIENT_FIELDS.filter((field) => field !== left), justification: "Nodig." }],
}));
const displayPhone = (): string => "089 00 00 00";

/** What goes into the texts that have gaps: for each the ways in which it is asked. */
const GAPS: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  "client-form.whyText": CLIENT_FIELDS.flatMap((field) => [
    [field, protocol],
    [field, null],
  ]),
  "client-form.clientForm.optional": [["Bus"]],
  "client-form.contactText": [[null], ...LESS.map((less) => [less])],
  "consent.telling": [protocol, ...LESS].flatMap((each) => CONSENT_TOPICS.map((topic) => [topic, each])),
  "consent.allTold": [[protocol]],
  "consent.readAloudText": [protocol, ...LESS].map((each) => [each]),
  "dates.dayText": [[DAY]],
  "dates.agoText": [[0], [1], [5]],
  "dates.timeText": [[TIME]],
  "dates.momentText": [[REFERRAL.madeAt]],
  "directory-notes.directoryNote.expires": [[DAY]],
  "failures.directoryFailure": Object.values(DIRECTORY_FAILURES).map((failure) => [failure]),
  "failures.obstacleText": OBSTACLE_CODES.map((code) => [code, reference]),
  "failures.failureText": [...FAILURE_CODES.map((code) => [code]), ...FAILURE_REASONS.map((why) => ["outlook", why])],
  "fields.fieldInSentence": FIELDS.map((field) => [field]),
  "issues.issueText": [...Object.values(ISSUES), ...FIELDS.map((field) => ({ code: "missing", field }))].map((one) => [
    one,
  ]),
  "lists.listText": [[NAMES]],
  "message.subjectText": [[reference]],
  "message.messageContent": [REFERRAL, INSTEAD].map((each) => [each, displayPhone]),
  "published-links.publishedLinks": [[protocol]],
  "recipient.recipientText.found": [[{ kind: "ocmw", name: NAME }], [{ kind: "caw", name: "CAW Toetsdorp" }]],
  "recipient.recipientText.ambiguous": [[NAMES]],
  "recipient.recipientText.notYet": [[NAME, DAY]],
  "recipient.recipientText.ended": [[NAME, DAY]],
  "recipient.recipientText.reason": [["Opgezegd."]],
  "recipient.coveredText.few": [[NAMES]],
  "recipient.coveredText.show": [[12]],
  "referral-sheet.referralSheet": [REFERRAL, INSTEAD].map((each) => [each, displayPhone]),
  "screens.common.summaryTitle": [[1], [3]],
  "screens.common.step": [[1, 4]],
  "screens.consentForm.again.client": [[]],
  "screens.consentForm.again.recipient": [[NAME]],
  "screens.consentForm.again.protocol": [[NAME]],
  "screens.review.otherTeam": [["lokaal team Toetsdorp"]],
  "screens.review.box": [["3"]],
  "screens.review.consent": [["Mondeling", "1 maart 2024"]],
  "screens.review.since": [["1 maart 2024"]],
  "screens.review.endsOn": [["1 maart 2027", "Opgezegd."]],
  "screens.review.months": [[1], [6]],
  "screens.review.signed": [["1 maart 2024"]],
  "screens.review.message": [["sociaalhuis@toetsdorp.example"]],
  "register.handedOver.done": CHANNELS.map((channel) => [{ ...HANDED, channel }]),
  "register.handedOver.left": [[1], [2]],
  "register.handedOver.leftOpen": [[1], [2]],
  "guard.alert.text": SEND_REASONS.map((reason) => [[reason]]),
  "guard.reasonText": SEND_REASONS.map((reason) => [reason]),
  "handover.handover.ready": [[NAME]],
  "handover.handover.checkedOn": [["1 maart 2024"]],
  "handover.handover.noPhone": [[NAME]],
  "handover.handover.script": [[NAME, reference]],
  "handover.handover.repeated": [[1, "boom"]],
  "handover.handover.count": [
    [1, 7],
    [7, 7],
  ],
  "handover.handover.teamsHow": [[NAME]],
  "handover.handover.teams": [["onthaal@dorp.example"]],
  "handover.handover.codeSteps": [["doorverwijzing.7z"]],
  "handover.handover.notListed": [[NAME]],
  "handover.handover.smsHow": [["0470 12 34 56"]],
  "handover.smsText": [[reference, "boom-vis-boom-vis-boom-vis-boom"]],
  "handover.keeping.kept": [[TIME]],
  "screens.outstandingBar.bar": [[0], [1], [3]],
  "outstanding.outstanding.notSentSure": [[true], [false]],
  "outstanding.outstanding.made": [[reference, 3]],
  "outstanding.outstanding.here": [[TIME]],
  "outstanding.outstanding.open": [[true], [false]],
  "outstanding.outstanding.openFor": [
    [reference, true],
    [reference, false],
  ],
  "outstanding.outstanding.about": [[reference, NAME, 3]],
  "screens.outstandingBar.sealedHere": [[reference]],
  "screens.outstandingBar.replacing": [[reference]],
  "screens.readPane.found": [[reference]],
  "screens.readPane.from": [["Toetsa Voorbeeld"]],
  "screens.readPane.steps": [["doorverwijzing.7z", "doorverwijzing.pdf"]],
  "sentences.withStop": [["Nodig om te bereiken"]],
  "spelling.spelled": [["boom"]],
};

/** Parts of a document that no person reads. */
const NOT_READ = new Set(["kind", "topic", "href"]);

/** Every text of src/texts/nl, its gaps filled. @throws Error for a new text with gaps, which then needs a line above. */
export function allTexts(): readonly Text[] {
  return Object.entries(MODULES).flatMap(([name, exported]) => textsIn(name, exported));
}

function textsIn(path: string, value: unknown): readonly Text[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (typeof value === "function") {
    const gaps = GAPS[path];
    if (gaps === undefined) throw new Error(`${path} has gaps: say in all-texts.ts what goes into them`);
    return gaps.flatMap((given) => textsIn(path, Reflect.apply(value, undefined, given)));
  }
  if (Array.isArray(value)) return value.flatMap((part) => textsIn(path, part));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (NOT_READ.has(key) ? [] : textsIn(`${path}.${key}`, part)));
}
