import type { Directory } from "../directory/directory.ts";
import { findRecipient, type RecipientAnswer } from "../directory/find-recipient.ts";
import { type MunicipalityAt, municipalitiesAt } from "../directory/municipalities-at.ts";
import { placeKey } from "../directory/place-name.ts";
import { type Client, type ClientForm, parseClient } from "../domain/client.ts";
import type { ClientField } from "../domain/field.ts";
import type { FieldIssue } from "../domain/field-issue.ts";
import type { FieldRules } from "../domain/field-rules.ts";
import type { IsoDate } from "../domain/iso-date.ts";
import { allows, type Protocol } from "../domain/protocol.ts";

/** A client and the protocol of the place of residence. */
export interface ClientAccepted {
  readonly client: Client;
  readonly protocol: Protocol;
}

export type ClientRead =
  | ({ readonly ok: true } & ClientAccepted)
  | { readonly ok: false; readonly issues: readonly FieldIssue[] };

/**
 * The client's form against the rules of the fields, the answer of the directory and what its protocol allows; issues in
 * the order of the form.
 */
export function readClient(form: ClientForm, rules: FieldRules, recipient: RecipientAnswer | null): ClientRead {
  const parsed = parseClient(form, rules, (field) => isAsked(recipient, field));
  const place = placeIssue(recipient);
  const issues = parsed.ok ? [] : parsed.issues;
  if (!parsed.ok || place !== null) return { ok: false, issues: withPlace(issues, place) };
  return recipient?.kind === "found"
    ? { ok: true, client: parsed.client, protocol: recipient.protocol }
    : { ok: false, issues: [{ code: "not-covered", field: "postcode" }] };
}

/** Whether the form asks this: all of article 3, until a protocol is found that leaves something out (R5 to R7). */
export function isAsked(recipient: RecipientAnswer | null, field: ClientField): boolean {
  return recipient?.kind !== "found" || allows(recipient.protocol, field);
}

type Place = Pick<ClientForm, "postcode" | "municipality">;

/** Whom the place of residence leads to (R1); `null` while the postcode is none. */
export function recipientFor(directory: Directory, place: Place, today: IsoDate): RecipientAnswer | null {
  const postcode = place.postcode.trim();
  return /^\d{4}$/.test(postcode) ? findRecipient(directory, postcode, place.municipality, today) : null;
}

/** The names to choose from at the postcode that stands in the form; none while no protocol names it. */
export function choicesFor(directory: Directory, { postcode }: Place, today: IsoDate): readonly MunicipalityAt[] {
  return municipalitiesAt(directory, postcode.trim(), today);
}

/** In the form, for a municipality that no protocol names: the postcode is shared with one that has a protocol (R1). */
export const OTHER_MUNICIPALITY = "-";

/**
 * The form with a municipality that belongs to its postcode, as the directory spells it: the one that stands there, the
 * only one there is, or none yet. That it is another stays, for as long as the postcode does.
 */
export function withMunicipality(directory: Directory, form: ClientForm, before: Place, today: IsoDate): ClientForm {
  if (form.municipality === OTHER_MUNICIPALITY && form.postcode === before.postcode) return form;
  const names = choicesFor(directory, form, today).flatMap(({ localities }) => localities);
  const [only, ...others] = names;
  const chosen = others.length === 0 ? only : names.find((name) => placeKey(name) === placeKey(form.municipality));
  return { ...form, municipality: chosen ?? "" };
}

/** What the place of residence has against a referral (R1, R10); `null` when it leads to a recipient or is still empty. */
function placeIssue(answer: RecipientAnswer | null): FieldIssue | null {
  switch (answer?.kind) {
    case "not-covered":
      return { code: "not-covered", field: "postcode" };
    case "not-yet-in-force":
      return { code: "protocol-not-yet-in-force", field: "postcode" };
    case "ended":
      return { code: "protocol-ended", field: "postcode" };
    case "other-municipality":
      return { code: "other-municipality", field: "municipality" };
    case "ambiguous":
    case "found":
    case undefined:
      return null;
  }
}

/** The issue of the place before the others. At a postcode that leads nowhere there is no municipality to choose. */
function withPlace(issues: readonly FieldIssue[], place: FieldIssue | null): readonly FieldIssue[] {
  const all = place === null ? issues : [place, ...issues.filter(({ field }) => field !== place.field)];
  return all.some(({ field }) => field === "postcode") ? all.filter(({ field }) => field !== "municipality") : all;
}
