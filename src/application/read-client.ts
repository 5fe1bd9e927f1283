import type { Directory } from "../directory/directory.ts";
import { findRecipient, type RecipientAnswer } from "../directory/find-recipient.ts";
import { type Client, type ClientForm, parseClient } from "../domain/client.ts";
import type { FieldIssue } from "../domain/field-issue.ts";
import type { FieldRules } from "../domain/field-rules.ts";
import type { IsoDate } from "../domain/iso-date.ts";
import type { Protocol } from "../domain/protocol.ts";

/** A client and the protocol of the place of residence. */
export interface ClientAccepted {
  readonly client: Client;
  readonly protocol: Protocol;
}

export type ClientRead =
  | ({ readonly ok: true } & ClientAccepted)
  | { readonly ok: false; readonly issues: readonly FieldIssue[] };

/** The client's form against the rules of the fields and the answer of the directory; issues in the order of the form. */
export function readClient(form: ClientForm, rules: FieldRules, recipient: RecipientAnswer | null): ClientRead {
  const parsed = parseClient(form, rules);
  const place = placeIssue(recipient);
  if (!parsed.ok) return { ok: false, issues: place === null ? parsed.issues : withPlace(parsed.issues, place) };
  if (place !== null) return { ok: false, issues: [place] };
  return recipient?.kind === "found"
    ? { ok: true, client: parsed.client, protocol: recipient.protocol }
    : { ok: false, issues: [{ code: "not-covered", field: "postcode" }] };
}

type Place = Pick<ClientForm, "postcode" | "municipality">;

/** Whom the place of residence leads to (R1); `null` while the postcode is none. */
export function recipientFor(directory: Directory, place: Place, today: IsoDate): RecipientAnswer | null {
  const postcode = place.postcode.trim();
  return /^\d{4}$/.test(postcode) ? findRecipient(directory, postcode, place.municipality, today) : null;
}

/** The same while the person types: a municipality that is not complete is no mistake yet, so the postcode answers alone. */
export function recipientSoFar(directory: Directory, place: Place, today: IsoDate): RecipientAnswer | null {
  const answer = recipientFor(directory, place, today);
  return answer?.kind === "other-municipality"
    ? recipientFor(directory, { ...place, municipality: "" }, today)
    : answer;
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
      return { code: "other-municipality", field: "municipality", known: answer.known };
    case "ambiguous":
      return { code: "other-municipality", field: "municipality", known: answer.municipalities };
    case "found":
    case undefined:
      return null;
  }
}

/** The issue of the place beside the others, unless that field has one already. */
function withPlace(issues: readonly FieldIssue[], place: FieldIssue): readonly FieldIssue[] {
  if (issues.some(({ field }) => field === place.field)) return issues;
  const after = issues.findIndex(
    ({ field }) => field === "phone" || field === "email" || (field === "municipality" && place.field === "postcode"),
  );
  return after < 0 ? [...issues, place] : [...issues.slice(0, after), place, ...issues.slice(after)];
}
