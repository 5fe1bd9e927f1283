import type { Directory } from "../directory/directory.ts";
import { findRecipient, type RecipientAnswer } from "../directory/find-recipient.ts";
import { type MunicipalityAt, municipalitiesAt } from "../directory/municipalities-at.ts";
import { placeKey } from "../directory/place-name.ts";
import type { ClientForm } from "../domain/client.ts";
import { barePostcode } from "../domain/field-rules.ts";
import type { IsoDate } from "../domain/iso-date.ts";

/** Where the client lives, as it stands in the form. */
export type Residence = Pick<ClientForm, "postcode" | "municipality">;

/** In the form, for a municipality that no protocol names: the postcode is shared with one that has a protocol (R1). */
export const OTHER_MUNICIPALITY = "-";

/** Whom the place of residence leads to (R1); `null` while the postcode is none. */
export function recipientFor(directory: Directory, place: Residence, today: IsoDate): RecipientAnswer | null {
  const postcode = barePostcode(place.postcode);
  return /^\d{4}$/.test(postcode) ? findRecipient(directory, postcode, place.municipality, today) : null;
}

/** The names to choose from at the postcode that stands in the form; none while no protocol names it. */
export function choicesFor(directory: Directory, { postcode }: Residence, today: IsoDate): readonly MunicipalityAt[] {
  return municipalitiesAt(directory, barePostcode(postcode), today);
}

/**
 * The form with a municipality that belongs to its postcode, as the directory spells it: the one that stands there, the
 * only one there is, or none yet. That it is another stays, for as long as the postcode does.
 */
export function withMunicipality(
  directory: Directory,
  form: ClientForm,
  before: Residence,
  today: IsoDate,
): ClientForm {
  const samePostcode = barePostcode(form.postcode) === barePostcode(before.postcode);
  if (form.municipality === OTHER_MUNICIPALITY && samePostcode) return form;
  const names = choicesFor(directory, form, today).flatMap(({ localities }) => localities);
  const [only, ...others] = names;
  const chosen = others.length === 0 ? only : names.find((name) => placeKey(name) === placeKey(form.municipality));
  return { ...form, municipality: chosen ?? "" };
}
