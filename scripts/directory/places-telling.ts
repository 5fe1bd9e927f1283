import { isDeepStrictEqual } from "node:util";
import type { Place } from "../../src/domain/protocol.ts";
import { type Telling, without } from "./telling.ts";

type Places = readonly Place[];

/** Tells which localities came and which went; what stays the same of a place is not repeated. */
export const placesTelling: Telling<Places> = {
  changed: (before, after) => {
    const [came, went] = [lessPlaces(after, before), lessPlaces(before, after)];
    const regrouped = !isDeepStrictEqual(lessPlaces(before, went), lessPlaces(after, came));
    return {
      subject: "places",
      lines: [
        ...came.map((place) => `komt erbij: ${placeLine(place)}`),
        ...went.map((place) => `valt weg:   ${placeLine(place)}`),
        ...(regrouped ? ["vroeger zo geschreven:", ...below(before), "nu zo geschreven:", ...below(after)] : []),
      ],
    };
  },
  whole: (places) => places.map((place) => `gezinnen uit ${placeLine(place)}`),
};

/** A name of a place; between quotes when it could be taken for two. */
export function placeName(name: string): string {
  return /[,()"“”]/.test(name) ? JSON.stringify(name) : name;
}

function placeLine({ postcode, municipality, localities }: Place): string {
  return `${postcode} ${placeName(municipality)} (${localities.map(placeName).join(", ")})`;
}

function below(places: Places): readonly string[] {
  return places.map((place) => `  ${placeLine(place)}`);
}

/** `places` with those localities alone that `others` does not have there. */
function lessPlaces(places: Places, others: Places): Places {
  const kept = [...without(places.flatMap(spots), others.flatMap(spots))];
  return places.flatMap((place) => {
    const localities = place.localities.filter((name) => {
      const found = kept[0] === spot(place, name);
      if (found) kept.shift();
      return found;
    });
    return localities.length === 0 ? [] : [{ ...place, localities }];
  });
}

function spots(place: Place): readonly string[] {
  return place.localities.map((name) => spot(place, name));
}

function spot({ postcode, municipality }: Place, locality: string): string {
  return JSON.stringify([postcode, municipality, locality]);
}
