import type { Field } from "../../domain/field.ts";

/** The id of the control of a field, to which the error summary leads. */
export function controlId(field: Field): string {
  return `field-${field.replace(".", "-")}`;
}
