import * as v from "valibot";
import { LONGEST } from "../domain/client.ts";
import { CONSENT_TOPICS, type ConsentTopic } from "../domain/field.ts";
import { isEmailAddress } from "../domain/field-rules.ts";
import { type IsoDate, isIsoDate } from "../domain/iso-date.ts";
import { isReference, type Reference } from "../domain/reference.ts";
import { REFERRAL_FORMAT, REFERRAL_VERSION } from "./referral-data.ts";

/** Longest texts of a protocol, in UTF-16 units: well above any that was published. */
const LONGEST_TEXT = 4000;
const MOST_TEXTS = 30;
/** What was told of a topic has all that the protocol says of it: 30 sentences as long as a directory takes them (1000). */
const LONGEST_TOLD = 32_000;
const LONGEST_NAME = 200;
const LONGEST_ADDRESS = 254;

/** Nothing that is empty, blank at its edges, or invisible: what `field-rules.ts` lets through. */
const text = (longest: number) =>
  v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(longest),
    v.check((value) => value === value.trim() && !/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/u.test(value)),
  );
const texts = v.pipe(v.array(text(LONGEST_TEXT)), v.minLength(1), v.maxLength(MOST_TEXTS));
const email = v.pipe(text(LONGEST_ADDRESS), v.check(isEmailAddress));
const website = v.pipe(text(LONGEST_ADDRESS), v.regex(/^https:\/\/[^/\s]+(?:\/\S*)?$/));
const date = v.custom<IsoDate>((value) => typeof value === "string" && isIsoDate(value));
const reference = v.custom<Reference>((value) => typeof value === "string" && isReference(value));
const kbo = v.pipe(v.string(), v.regex(/^\d{4}\.\d{3}\.\d{3}$/));
const postcode = v.pipe(v.string(), v.regex(/^[1-9]\d{3}$/));
/** E.164: at most fifteen digits. */
const phone = v.pipe(v.string(), v.regex(/^\+[1-9]\d{3,14}$/));
const moment = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/),
  v.check((value) => isIsoDate(value.slice(0, 10)) && !Number.isNaN(Date.parse(value))),
);
const told = <T extends ConsentTopic>(topic: T) =>
  v.strictObject({ topic: v.literal(topic), text: text(LONGEST_TOLD) });

const client = v.pipe(
  v.strictObject({
    firstName: text(LONGEST.firstName),
    lastName: text(LONGEST.lastName),
    street: text(LONGEST.street),
    houseNumber: text(LONGEST.houseNumber),
    box: v.exactOptional(text(LONGEST.box)),
    postcode,
    municipality: text(LONGEST.municipality),
    phone: v.exactOptional(phone),
    email: v.exactOptional(email),
  }),
  // R6: without a way to reach the client there is no referral.
  v.check((value) => value.phone !== undefined || value.email !== undefined),
);

/** The manifest that the archive adds; whether it is true is checked there, on the bytes. */
const manifest = v.strictObject({
  version: v.literal(1),
  files: v.pipe(
    v.array(
      v.strictObject({
        name: text(LONGEST_NAME),
        bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
        sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
      }),
    ),
    v.maxLength(MOST_TEXTS),
  ),
  mac: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

/** Version 1 of the JSON, member by member, with or without the manifest. */
export const referralSchema = v.strictObject({
  format: v.literal(REFERRAL_FORMAT),
  version: v.literal(REFERRAL_VERSION),
  reference,
  madeAt: moment,
  client,
  consent: v.strictObject({
    date,
    manner: v.picklist(["spoken", "written"]),
    told: v.strictTuple(CONSENT_TOPICS.map(told)),
  }),
  sender: v.strictObject({ name: text(100), email, team: text(120), phone }),
  recipient: v.strictObject({
    kind: v.picklist(["ocmw", "caw"]),
    name: text(LONGEST_NAME),
    kbo,
    mailbox: email,
    address: v.strictObject({
      street: text(LONGEST.street),
      houseNumber: text(LONGEST.houseNumber),
      postcode,
      municipality: text(LONGEST.municipality),
    }),
  }),
  agency: v.strictObject({ name: text(LONGEST_NAME), kbo, dpo: email }),
  protocol: v.strictObject({
    id: text(LONGEST_NAME),
    inForceFrom: date,
    agreementDate: date,
    published: v.pipe(v.array(website), v.minLength(1), v.maxLength(2)),
    purpose: text(LONGEST_TEXT),
    legalBasis: texts,
    retention: texts,
    recipientCategories: texts,
    dataProtectionOfficers: v.pipe(v.array(email), v.minLength(1), v.maxLength(2)),
  }),
  replaces: v.exactOptional(reference),
  manifest: v.exactOptional(manifest),
});
