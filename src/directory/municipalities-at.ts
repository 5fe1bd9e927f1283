import type { IsoDate } from "../domain/iso-date.ts";
import type { Directory } from "./directory.ts";
import { findRecipient } from "./find-recipient.ts";
import { placeKey } from "./place-name.ts";

/** A municipality at a postcode, and the names under which people live in it there; its own name comes first. */
export interface MunicipalityAt {
  readonly municipality: string;
  readonly localities: readonly string[];
}

/**
 * What there is to choose from at a postcode, in alphabetical order. A name that moved from one municipality to another
 * (they merge) stands once, with the one whose protocol answers for it on `today`.
 */
export function municipalitiesAt(directory: Directory, postcode: string, today: IsoDate): readonly MunicipalityAt[] {
  const names = (directory.places.get(postcode) ?? []).flatMap(({ place }) => place.localities);
  const groups = new Map<string, { readonly municipality: string; readonly localities: Map<string, string> }>();
  for (const name of names) {
    const answer = findRecipient(directory, postcode, name, today);
    if (!("place" in answer)) continue;
    const { municipality, localities } = answer.place;
    const key = placeKey(municipality);
    const group = groups.get(key) ?? { municipality, localities: new Map<string, string>() };
    groups.set(key, group);
    // As that protocol spells it.
    const spelled = localities.find((each) => placeKey(each) === placeKey(name)) ?? name;
    group.localities.set(placeKey(name), spelled);
  }
  return [...groups.values()]
    .map(({ municipality, localities }) => ({
      municipality,
      localities: [...localities.values()].sort(ownFirst(municipality)),
    }))
    .sort((a, b) => a.municipality.localeCompare(b.municipality, "nl"));
}

function ownFirst(municipality: string): (a: string, b: string) => number {
  const own = placeKey(municipality);
  return (a, b) => Number(placeKey(b) === own) - Number(placeKey(a) === own) || a.localeCompare(b, "nl");
}
