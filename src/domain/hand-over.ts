import type { Client } from "./client.ts";
import { normalise } from "./field-rules.ts";
import { textWords } from "./text-words.ts";

/** UTF-16 units. */
export const LONGEST_TO = 60;
/** Letters of a name of the client below which it is no sign that the client is meant: "Jo", "de". */
const SHORT_NAME = 3;

/** In the names of many people, and in functions. */
const PARTICLES: ReadonlySet<string> = new Set(["van", "von", "den", "der", "ten", "ter", "het"]);

/** What is wrong with whom the password is said to have gone to. */
export type ToIssue = "missing" | "too-long" | "no-letter" | "hidden" | "number-or-address" | "name-of-client";

export type ToResult = { readonly ok: true; readonly to: string } | { readonly ok: false; readonly issue: ToIssue };

/**
 * To whom the password went, by name or function, as typed. It goes into a register that administrators can read, so that
 * nothing of the client may be in it: no number or address, and no family name of the client.
 */
export function parseTo(typed: string, { lastName }: Pick<Client, "lastName">): ToResult {
  const to = normalise(typed);
  const issue = issueOf(to, lastName);
  return issue === null ? { ok: true, to } : { ok: false, issue };
}

function issueOf(to: string, lastName: string): ToIssue | null {
  if (to === "") return "missing";
  if (to.length > LONGEST_TO) return "too-long";
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/u.test(to)) return "hidden";
  if (/@|\p{Nd}{3}|(?:\p{Nd}[\s./-]*){5}/u.test(to)) return "number-or-address";
  if (!/\p{L}/u.test(to)) return "no-letter";
  const said = new Set(textWords(to));
  return textWords(lastName).some((word) => word.length >= SHORT_NAME && !PARTICLES.has(word) && said.has(word))
    ? "name-of-client"
    : null;
}
