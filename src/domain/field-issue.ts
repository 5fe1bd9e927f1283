import type { Field } from "./field.ts";

/** What keeps a field from being accepted. Holds no value that was typed, apart from a single letter. */
export type FieldIssue =
  | { readonly code: "missing"; readonly field: Field }
  | { readonly code: "too-long"; readonly field: Field; readonly most: number; readonly received: number }
  | { readonly code: "letter-not-in-font"; readonly field: Field; readonly letter: string }
  | { readonly code: "control-character"; readonly field: Field }
  | { readonly code: "no-letter"; readonly field: Field }
  | { readonly code: "no-letter-or-digit"; readonly field: Field }
  | { readonly code: "phone-format"; readonly field: Field }
  | { readonly code: "email-format"; readonly field: Field }
  | { readonly code: "postcode-format"; readonly field: Field }
  | { readonly code: "no-way-of-contact"; readonly field: Field }
  | { readonly code: "not-covered"; readonly field: Field }
  | { readonly code: "protocol-not-yet-in-force"; readonly field: Field }
  | { readonly code: "protocol-ended"; readonly field: Field }
  | { readonly code: "other-municipality"; readonly field: Field }
  | { readonly code: "not-confirmed"; readonly field: Field }
  | { readonly code: "date-format"; readonly field: Field }
  | { readonly code: "date-in-future"; readonly field: Field }
  | { readonly code: "date-before-protocol"; readonly field: Field; readonly inForceFrom: string };

export type FieldIssueCode = FieldIssue["code"];
