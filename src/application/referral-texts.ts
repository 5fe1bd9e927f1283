import type { Referral } from "../domain/referral.ts";
import { allTold } from "../texts/nl/consent.ts";
import { messageContent, subjectText } from "../texts/nl/message.ts";
import { referralSheet } from "../texts/nl/referral-sheet.ts";
import type { Phones } from "./engines.ts";
import type { ReferralTexts } from "./prepare-referral.ts";

/** The referral in words, with phone numbers as people write them. */
export function textsOf(referral: Referral, phones: Phones): ReferralTexts {
  const display = (e164: string): string => phones.display(e164);
  return {
    subject: subjectText(referral.reference),
    message: messageContent(referral, display),
    sheet: referralSheet(referral, display),
    told: allTold(referral.protocol),
  };
}
