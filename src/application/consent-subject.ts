import { type ConsentForm, emptyConsentForm } from "../domain/consent.ts";
import type { IsoDate } from "../domain/iso-date.ts";
import type { ClientAccepted } from "./read-client.ts";
import { isSameName } from "./same-name.ts";

/** About whom and which protocol consent was asked. */
export interface ConsentSubject {
  readonly protocolId: string;
  /** The recipient's KBO number: it may have another protocol later. */
  readonly kbo: string;
  readonly firstName: string;
  readonly lastName: string;
}

/** What makes that consent has to be asked again; `protocol`: another one with the same recipient. */
export type AskedAgain = "client" | "recipient" | "protocol";

export function consentSubject({ client: { firstName, lastName }, protocol }: ClientAccepted): ConsentSubject {
  return { protocolId: protocol.id, kbo: protocol.recipient.kbo, firstName, lastName };
}

/** Why what was asked before does not count for this referral (R2); `null` when it does. */
export function askedAgain(before: ConsentSubject, now: ConsentSubject): AskedAgain | null {
  // One name that changed is a correction, both are another person, also when they change one after the other.
  if (!isSameName(before.firstName, now.firstName) && !isSameName(before.lastName, now.lastName)) return "client";
  if (before.protocolId === now.protocolId) return null;
  return before.kbo === now.kbo ? "protocol" : "recipient";
}

/** What is left of the form: of another person nothing. Secrecy is confirmed for each recipient. */
export function formAskedAgain(form: ConsentForm, why: AskedAgain, today: IsoDate): ConsentForm {
  return why === "client" ? emptyConsentForm(today) : { ...form, told: [], secrecy: false };
}
