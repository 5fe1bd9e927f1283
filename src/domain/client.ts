import { CLIENT_FIELDS, type ClientField } from "./field.ts";
import type { FieldIssue } from "./field-issue.ts";
import { type FieldRules, readField } from "./field-rules.ts";

/** The parent or expectant parent who is referred: exactly the data of article 3 (R5 the name, R6 the way to reach). */
export interface Client {
  readonly firstName: string;
  readonly lastName: string;
  readonly street: string;
  readonly houseNumber: string;
  readonly box?: string;
  readonly postcode: string;
  readonly municipality: string;
  /** E.164, for example `+32470123456`. */
  readonly phone?: string;
  readonly email?: string;
}

/** What stands in the form, as typed. */
export type ClientForm = Readonly<Record<ClientField, string>>;

/** Longest values, in UTF-16 units after normalising; longer is an issue, never cut off. */
export const LONGEST: Readonly<Record<ClientField, number>> = {
  firstName: 100,
  lastName: 100,
  street: 120,
  houseNumber: 10,
  box: 10,
  postcode: 4,
  municipality: 80,
  phone: 40,
  // RFC 5321, 4.5.3.1.3: a path has 256 octets with its brackets.
  email: 254,
};

export const EMPTY_CLIENT_FORM: ClientForm = {
  postcode: "",
  municipality: "",
  firstName: "",
  lastName: "",
  street: "",
  houseNumber: "",
  box: "",
  phone: "",
  email: "",
};

export type ClientResult =
  | { readonly ok: true; readonly client: Client }
  | { readonly ok: false; readonly issues: readonly FieldIssue[] };

/**
 * Turns the form into a client, or into all its issues in the order of the form (R5, R6). What the protocol does not let
 * through (`isAllowed`) is not looked at and does not reach the client, whatever was typed (R7).
 * Values are trimmed, inner white space is folded and letters are NFC; a phone number becomes E.164.
 */
export function parseClient(
  form: ClientForm,
  rules: FieldRules,
  isAllowed: (field: ClientField) => boolean = () => true,
): ClientResult {
  const issues: FieldIssue[] = [];
  const values = new Map<ClientField, string>();
  // With one way of contact only, there is nothing to choose.
  const eitherWay = isAllowed("phone") && isAllowed("email");
  const isOptional = (field: ClientField) => field === "box" || (eitherWay && (field === "phone" || field === "email"));
  for (const field of CLIENT_FIELDS.filter(isAllowed)) {
    const read = readField(field, form[field], { longest: LONGEST[field], optional: isOptional(field) }, rules);
    if (read.ok) values.set(field, read.value);
    else issues.push(...read.issues);
  }
  if (values.get("phone") === "" && values.get("email") === "") {
    issues.push({ code: "no-way-of-contact", field: "phone" });
  }
  if (issues.length > 0) return { ok: false, issues: inFormOrder(issues) };
  const value = (field: ClientField): string => values.get(field) ?? "";
  const [box, phone, email] = [value("box"), value("phone"), value("email")];
  return {
    ok: true,
    client: {
      firstName: value("firstName"),
      lastName: value("lastName"),
      street: value("street"),
      houseNumber: value("houseNumber"),
      ...(box === "" ? {} : { box }),
      postcode: value("postcode"),
      municipality: value("municipality"),
      ...(phone === "" ? {} : { phone }),
      ...(email === "" ? {} : { email }),
    },
  };
}

function inFormOrder(issues: readonly FieldIssue[]): readonly FieldIssue[] {
  const order: readonly string[] = CLIENT_FIELDS;
  return [...issues].sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
}
