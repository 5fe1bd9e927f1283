import type { ClientField } from "./field.ts";
import { daysBetween, type IsoDate } from "./iso-date.ts";

export interface PostalAddress {
  readonly street: string;
  readonly houseNumber: string;
  readonly postcode: string;
  readonly municipality: string;
}

/** A party to a protocol, as the Crossroads Bank for Enterprises (KBO) knows it. */
export interface Party {
  readonly name: string;
  /** `0212.243.720`: ten digits, of which the last two are 97 minus the first eight modulo 97. */
  readonly kbo: string;
  readonly address: PostalAddress;
  /** The data protection officer's address (article 9, R16). */
  readonly dpo: string;
  /** Where this party publishes the protocol (preamble D, R3). */
  readonly website: string;
}

/** A municipality as mail and people name it: its postcode and the localities that share it. */
export interface Place {
  readonly postcode: string;
  readonly municipality: string;
  /** Every name under which people live there, the municipality's own included. */
  readonly localities: readonly string[];
}

/** A phone number that somebody checked against the cooperation agreement. */
export interface CheckedNumber {
  /** E.164, for example `+3289123456`. */
  readonly number: string;
  readonly checkedOn: IsoDate;
}

export interface Recipient extends Party {
  readonly kind: "ocmw" | "caw";
  /** The one mailbox that referrals go to (article 6, R11). */
  readonly mailbox: string;
  /** For the hand-over of the password (R18); `null` until the administrator has looked it up in the agreement. */
  readonly phone: CheckedNumber | null;
  /** Takes text messages (R18); `null` when there is none. */
  readonly mobile: CheckedNumber | null;
  /** The address under which Microsoft Teams finds the recipient (R18); `null` when there is none. */
  readonly teams: string | null;
  /** What it is called on its door: "sociaal huis". */
  readonly localName: string;
}

/** One of the protocol's data (article 3), with why it may be shared. */
export interface ProtocolField {
  readonly fields: readonly ClientField[];
  readonly justification: string;
}

/** A protocol under article 8 of the e-government decree, between the agency and one recipient (R1 to R17). */
export interface Protocol {
  readonly id: string;
  readonly agency: Party;
  /** The local team that refers under this protocol. */
  readonly team: string;
  readonly recipient: Recipient;
  readonly places: readonly Place[];
  readonly inForceFrom: IsoDate;
  readonly agreementDate: IsoDate;
  readonly ended: { readonly on: IsoDate; readonly reason: string } | null;
  readonly noticeMonths: number;
  readonly data: readonly ProtocolField[];
  readonly purpose: string;
  readonly legalBasis: readonly string[];
  readonly retention: readonly string[];
  readonly recipientCategories: readonly string[];
  /** The page with the published protocol (preamble D, R3); `null` while only the parties' websites are known. */
  readonly published: string | null;
}

/** Where the protocol is published (preamble D, R3): its own page, else the websites of both parties. */
export function publishedAt({
  published,
  agency,
  recipient,
}: Pick<Protocol, "published" | "agency" | "recipient">): readonly string[] {
  return published === null ? [agency.website, recipient.website] : [published];
}

/** Whether the protocol lets this of the client be passed on (article 3, R5 to R7). */
export function allows({ data }: Pick<Protocol, "data">, field: ClientField): boolean {
  return data.some(({ fields }) => fields.includes(field));
}

/** Days after which a number is to be checked again. */
const CHECKED_FOR = 365;

/** Whether nobody checked the number in the year before `today`: people move, and the words would go to a stranger (R18). */
export function isCheckDue({ checkedOn }: CheckedNumber, today: IsoDate): boolean {
  return daysBetween(checkedOn, today) > CHECKED_FOR;
}

/** Whether a referral may be made under this protocol on `day` (R10, R15, R17). The day of the end no longer counts. */
export function isInForce(protocol: Pick<Protocol, "inForceFrom" | "ended">, day: IsoDate): boolean {
  return protocol.inForceFrom <= day && (protocol.ended === null || day < protocol.ended.on);
}
