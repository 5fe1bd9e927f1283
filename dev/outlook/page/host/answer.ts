/** What the host answers to a call. */
export type CallAnswer =
  | { readonly kind: "data"; readonly data: unknown }
  | { readonly kind: "error"; readonly code: number }
  /** Outside the usual form: loading custom properties is. */
  | { readonly kind: "payload"; readonly payload: unknown }
  /** Never. */
  | { readonly kind: "none" };

/** What a call was given, by name. */
export type CallParameters = Readonly<Record<string, unknown>>;

/** The calls that an item understands, by their names in the call table. */
export type CallHandlers = Readonly<Record<string, (parameters: CallParameters) => CallAnswer | Promise<CallAnswer>>>;

/** A call that did what it should. */
export function data(value: unknown = null): CallAnswer {
  return { kind: "data", data: value };
}

/** A call that did not. */
export function failure(code: number): CallAnswer {
  return { kind: "error", code };
}

/** A parameter that is text; empty when it is not there. */
export function text(parameters: CallParameters, name: string): string {
  const value = parameters[name];
  return typeof value === "string" ? value : "";
}

/** A parameter that is a list of texts. */
export function texts(parameters: CallParameters, name: string): readonly string[] {
  const value = parameters[name];
  return Array.isArray(value) ? value.filter((entry) => typeof entry === "string") : [];
}

/** An object's entries that are text. */
export function textEntries(value: unknown): readonly (readonly [string, string])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => (typeof entry === "string" ? [[key, entry] as const] : []));
}
