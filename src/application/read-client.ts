import type { RecipientAnswer } from "../directory/find-recipient.ts";
import type { MunicipalityAt } from "../directory/municipalities-at.ts";
import { type Client, type ClientForm, parseClient } from "../domain/client.ts";
import { CLIENT_FIELDS, type ClientField } from "../domain/field.ts";
import type { FieldIssue } from "../domain/field-issue.ts";
import type { FieldRules } from "../domain/field-rules.ts";
import { allows, type Protocol } from "../domain/protocol.ts";

/** A client and the protocol of the place of residence. */
export interface ClientAccepted {
  readonly client: Client;
  readonly protocol: Protocol;
}

export type ClientRead =
  | ({ readonly ok: true } & ClientAccepted)
  | { readonly ok: false; readonly issues: readonly FieldIssue[] };

/** What the directory says of the place of residence that stands in the form. */
export interface PlaceKnown {
  readonly recipient: RecipientAnswer | null;
  /** What there is to choose from at the postcode. */
  readonly municipalities: readonly MunicipalityAt[];
}

/**
 * The client's form against the rules of the fields, the answer of the directory and what its protocol allows; issues in
 * the order of the form.
 */
export function readClient(form: ClientForm, rules: FieldRules, known: PlaceKnown): ClientRead {
  const { recipient } = known;
  const parsed = parseClient(form, rules, (field) => isAsked(recipient, field));
  const place = placeIssue(known);
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

/**
 * What still holds of the issues when the place of residence changed: nothing that was said of the place itself, nor of a
 * field that is no longer asked.
 */
export function issuesElsewhere(
  issues: readonly FieldIssue[],
  recipient: RecipientAnswer | null,
): readonly FieldIssue[] {
  const asked = CLIENT_FIELDS.filter((field) => isAsked(recipient, field));
  // With one way of contact only, it is wrong that the other would do.
  const eitherWay = asked.includes("phone") && asked.includes("email");
  return issues.filter(({ code, field }) => {
    if (field === "postcode" || field === "municipality") return false;
    return asked.some((each) => each === field) && (code !== "no-way-of-contact" || eitherWay);
  });
}

/** What the place of residence has against a referral (R1, R10); `null` when it leads to a recipient or is still empty. */
function placeIssue({ recipient, municipalities }: PlaceKnown): FieldIssue | null {
  // Where several municipalities share the postcode, another one of them may have a protocol that is in force.
  const field = municipalities.length > 1 ? "municipality" : "postcode";
  switch (recipient?.kind) {
    case "not-covered":
      return { code: "not-covered", field: "postcode" };
    case "not-yet-in-force":
      return { code: "protocol-not-yet-in-force", field };
    case "ended":
      return { code: "protocol-ended", field };
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
