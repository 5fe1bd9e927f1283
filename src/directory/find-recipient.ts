import type { IsoDate } from "../domain/iso-date.ts";
import { isInForce, type Place, type Protocol } from "../domain/protocol.ts";
import type { Covered, Directory } from "./directory.ts";
import { placeKey } from "./place-name.ts";

/** Whom a referral from a place of residence goes to, or why to nobody (R1, R10, R15, R17). */
export type RecipientAnswer =
  | { readonly kind: "found"; readonly protocol: Protocol; readonly place: Place }
  /** No protocol names this postcode. */
  | { readonly kind: "not-covered" }
  /** The postcode is known, but not with this municipality. */
  | { readonly kind: "other-municipality" }
  /** Several municipalities share the postcode: the person has to say which. */
  | { readonly kind: "ambiguous"; readonly municipalities: readonly string[] }
  | { readonly kind: "not-yet-in-force"; readonly protocol: Protocol; readonly place: Place }
  | { readonly kind: "ended"; readonly protocol: Protocol; readonly place: Place };

/**
 * The recipient for a postcode and the municipality or locality as chosen; a blank `municipality` asks for the postcode
 * alone. Upper case, diacritics, hyphens and spaces do not matter.
 */
export function findRecipient(
  directory: Directory,
  postcode: string,
  municipality: string,
  today: IsoDate,
): RecipientAnswer {
  const there = coveredAt(directory, postcode);
  if (there.length === 0) return { kind: "not-covered" };
  const key = placeKey(municipality);
  if (municipality.trim() === "") {
    const municipalities = distinct(answering(there, today));
    return municipalities.length > 1 ? { kind: "ambiguous", municipalities } : bestOf(there, today);
  }
  const named = there.filter(({ place }) => place.localities.some((locality) => placeKey(locality) === key));
  if (named.length === 0) return { kind: "other-municipality" };
  return bestOf(named, today);
}

/** The municipalities whose protocols answer for the names at a postcode: one that merged no longer does. */
function answering(there: readonly Covered[], today: IsoDate): readonly string[] {
  const names = new Set(there.flatMap(({ place }) => place.localities.map(placeKey)));
  return [...names].flatMap((name) => {
    const named = there.filter(({ place }) => place.localities.some((locality) => placeKey(locality) === name));
    const answer = bestOf(named, today);
    return "place" in answer ? [answer.place.municipality] : [];
  });
}

/** The municipalities whose families can be referred today, in alphabetical order. */
export function coveredMunicipalities(directory: Directory, today: IsoDate): readonly string[] {
  return distinct(
    directory.protocols
      .filter((protocol) => isInForce(protocol, today))
      .flatMap(({ places }) => places.map(({ municipality }) => municipality)),
  );
}

function coveredAt(directory: Directory, postcode: string): readonly Covered[] {
  return directory.places.get(postcode.trim()) ?? [];
}

/** The protocol in force; else the next to come; else the last that ended. The file's rules leave at most one in force. */
function bestOf(covered: readonly Covered[], today: IsoDate): RecipientAnswer {
  const inForce = covered.find(({ protocol }) => isInForce(protocol, today));
  if (inForce !== undefined) return { kind: "found", ...inForce };
  const byStart = [...covered].sort((a, b) => (a.protocol.inForceFrom < b.protocol.inForceFrom ? -1 : 1));
  const next = byStart.find(({ protocol }) => protocol.inForceFrom > today);
  if (next !== undefined) return { kind: "not-yet-in-force", ...next };
  const last = byStart.at(-1);
  return last === undefined ? { kind: "not-covered" } : { kind: "ended", ...last };
}

function distinct(names: readonly string[]): readonly string[] {
  const byKey = new Map(names.map((name) => [placeKey(name), name]));
  return [...byKey.values()].sort((a, b) => a.localeCompare(b, "nl"));
}
