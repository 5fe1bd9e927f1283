import type { Party, PostalAddress } from "../../src/domain/protocol.ts";
import type { Subject } from "./change.ts";
import { changedFields, plain, type Telling, type Tellings } from "./telling.ts";

const addressTellings: Tellings<PostalAddress> = {
  street: plain("other", "adres, straat"),
  houseNumber: plain("other", "adres, huisnummer"),
  postcode: plain("other", "adres, postcode"),
  municipality: plain("other", "adres, gemeente"),
};

const addressTelling: Telling<PostalAddress> = {
  changed: (before, after) => ({
    subject: "other",
    lines: changedFields(addressTellings, before, after).flatMap(({ lines }) => lines),
  }),
  whole: ({ street, houseNumber, postcode, municipality }) => [
    `adres: ${street} ${houseNumber}, ${postcode} ${municipality}`,
  ],
};

/** What agency and recipient have in common; another name or number of the recipient matters more than of the agency. */
export function partyTellings(identity: Subject): Tellings<Party> {
  return {
    name: plain(identity, "naam"),
    kbo: plain(identity, "KBO-nummer"),
    dpo: plain("dpo", "e-mailadres van de functionaris"),
    address: addressTelling,
    website: plain("other", "website"),
  };
}
