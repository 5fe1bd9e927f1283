import type { Client } from "../domain/client.ts";
import type { ConsentManner } from "../domain/consent.ts";
import type { ConsentTopic } from "../domain/field.ts";
import type { IsoDate } from "../domain/iso-date.ts";
import type { PostalAddress, Recipient } from "../domain/protocol.ts";
import type { Reference } from "../domain/reference.ts";
import type { Sender } from "../domain/sender.ts";

/** Says in the JSON what it is; with the version it decides who can read it. */
export const REFERRAL_FORMAT = "veilig-doorverwijzen/referral";
/** Rises when a member changes its meaning or goes; `docs/referral.schema.json` describes this version. */
export const REFERRAL_VERSION = 1;

/** What a client was told about one topic, in the words that stood in the pane (R2). */
export interface ToldText {
  readonly topic: ConsentTopic;
  readonly text: string;
}

/** A referral as its JSON has it: for the recipient's software, complete without the directory of protocols. */
export interface ReferralData {
  readonly format: typeof REFERRAL_FORMAT;
  readonly version: typeof REFERRAL_VERSION;
  readonly reference: Reference;
  /** ISO 8601 with the offset to UTC. */
  readonly madeAt: string;
  readonly client: Client;
  readonly consent: { readonly date: IsoDate; readonly manner: ConsentManner; readonly told: readonly ToldText[] };
  readonly sender: Sender;
  readonly recipient: Pick<Recipient, "kind" | "name" | "kbo" | "mailbox"> & { readonly address: PostalAddress };
  readonly agency: { readonly name: string; readonly kbo: string; readonly dpo: string };
  readonly protocol: ProtocolData;
  /** The earlier referral that this one takes the place of. */
  readonly replaces?: Reference;
}

/** The protocol that the referral rests on, in so far as the recipient has to keep to it (R4, R8, R9, R16, R17). */
export interface ProtocolData {
  readonly id: string;
  readonly inForceFrom: IsoDate;
  readonly agreementDate: IsoDate;
  /** Where the agency and the recipient publish it, in this order (R3). */
  readonly published: readonly string[];
  readonly purpose: string;
  readonly legalBasis: readonly string[];
  readonly retention: readonly string[];
  readonly recipientCategories: readonly string[];
  /** Addresses at the agency and at the recipient, in this order (R16). */
  readonly dataProtectionOfficers: readonly string[];
}
