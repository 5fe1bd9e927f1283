import { publishedAt } from "../domain/protocol.ts";
import type { Referral } from "../domain/referral.ts";
import { REFERRAL_FORMAT, REFERRAL_VERSION, type ReferralData, type ToldText } from "./referral-data.ts";

/**
 * The referral as JSON in UTF-8 (`docs/referral.schema.json`, but for the `manifest`, which the archive adds): one
 * object that ends with its brace. `told` has the words for each topic that the client was told, in the order of
 * `referral.consent.told`; anything else is a RangeError.
 */
export function referralJson(referral: Referral, told: readonly ToldText[]): Uint8Array<ArrayBuffer> {
  const topics = told.map(({ topic }) => topic);
  if (topics.join() !== referral.consent.told.join()) {
    throw new RangeError(
      `referralJson: expected the texts of ${referral.consent.told.join()}, received ${topics.join()}`,
    );
  }
  return new TextEncoder().encode(JSON.stringify(referralData(referral, told), null, 2));
}

/** What the JSON holds. Each member is named here, so that nothing gets into it by being in the domain (R7). */
function referralData(referral: Referral, told: readonly ToldText[]) {
  const { reference, madeAt, client, consent, sender, protocol, replaces } = referral;
  const { agency, recipient } = protocol;
  const { address } = recipient;
  return {
    format: REFERRAL_FORMAT,
    version: REFERRAL_VERSION,
    reference,
    madeAt,
    client: {
      firstName: client.firstName,
      lastName: client.lastName,
      street: client.street,
      houseNumber: client.houseNumber,
      ...(client.box === undefined ? {} : { box: client.box }),
      postcode: client.postcode,
      municipality: client.municipality,
      ...(client.phone === undefined ? {} : { phone: client.phone }),
      ...(client.email === undefined ? {} : { email: client.email }),
    },
    consent: {
      date: consent.date,
      manner: consent.manner,
      told: told.map(({ topic, text }) => ({ topic, text })),
    },
    sender: { name: sender.name, email: sender.email, team: sender.team, phone: sender.phone },
    recipient: {
      kind: recipient.kind,
      name: recipient.name,
      kbo: recipient.kbo,
      mailbox: recipient.mailbox,
      address: {
        street: address.street,
        houseNumber: address.houseNumber,
        postcode: address.postcode,
        municipality: address.municipality,
      },
    },
    agency: { name: agency.name, kbo: agency.kbo, dpo: agency.dpo },
    protocol: {
      id: protocol.id,
      inForceFrom: protocol.inForceFrom,
      agreementDate: protocol.agreementDate,
      published: publishedAt(protocol),
      purpose: protocol.purpose,
      legalBasis: protocol.legalBasis,
      retention: protocol.retention,
      recipientCategories: protocol.recipientCategories,
      dataProtectionOfficers: [agency.dpo, recipient.dpo],
    },
    ...(replaces === undefined ? {} : { replaces }),
  } satisfies ReferralData;
}
