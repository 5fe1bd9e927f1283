import { isDeepStrictEqual } from "node:util";
import type { Subject } from "./change.ts";

/** The lines about one field that changed, and what they are about. */
export interface Told {
  readonly subject: Subject;
  readonly lines: readonly string[];
}

/** How people are told of one field. */
export interface Telling<Value> {
  /** Old and new, of values that are not the same. */
  readonly changed: (before: Value, after: Value) => Told;
  /** All that the field holds, where there was nothing before; empty for what there is none of. */
  readonly whole: (value: Value) => readonly string[];
}

/** The compiler asks for a telling of every field, so that none can change, or be new, unseen. */
export type Tellings<Thing> = { readonly [Key in keyof Thing]: Telling<Thing[Key]> };

/** What is told of every field that is not the same in two versions; the order of keys in the file says nothing. */
export function changedFields<Thing extends object>(
  tellings: Tellings<Thing>,
  before: Thing,
  after: Thing,
): readonly Told[] {
  const tell = <Key extends keyof Thing>(key: Key) =>
    isDeepStrictEqual(before[key], after[key]) ? [] : [tellings[key].changed(before[key], after[key])];
  return keysOf(tellings).flatMap((key) => tell(key));
}

/** What is told of every field of something new. */
export function wholeFields<Thing extends object>(tellings: Tellings<Thing>, thing: Thing): readonly string[] {
  const tell = <Key extends keyof Thing>(key: Key) => tellings[key].whole(thing[key]);
  return keysOf(tellings).flatMap((key) => tell(key));
}

/** The one place that narrows: a map of tellings has the keys of what it tells of. */
function keysOf<Thing extends object>(tellings: Tellings<Thing>): readonly (keyof Thing)[] {
  return Object.keys(tellings) as (keyof Thing)[];
}

/** A field of one value, by its name in Dutch. */
export function plain<Value extends string | number>(
  subject: Subject,
  what: string,
  show: (value: Value) => string = String,
): Telling<Value> {
  return {
    changed: (before, after) => ({ subject, lines: fromTo(what, show(before), show(after)) }),
    whole: (value) => [`${what}: ${show(value)}`],
  };
}

/** A field that may be `null`, which `none` says in words. */
export function maybe(subject: Subject, what: string, none: string): Telling<string | null> {
  return {
    changed: (before, after) => ({ subject, lines: fromTo(what, before ?? none, after ?? none) }),
    whole: (value) => (value === null ? [] : [`${what}: ${value}`]),
  };
}

/** Sentences, one or more, each on a line of its own. */
export function sentences<Value extends string | readonly string[]>(what: string): Telling<Value> {
  const below = (lines: readonly string[]) => [`${what}:`, ...lines.map((line) => `  ${line}`)];
  return {
    changed: (before, after) => ({ subject: "texts", lines: below(memberLines([before].flat(), [after].flat())) }),
    whole: (value) => below([value].flat()),
  };
}

export function fromTo(what: string, before: string, after: string): readonly string[] {
  return [`${what}: van “${before}” naar “${after}”`, ...(looksLike(before, after) ? [LOOK_ALIKE] : [])];
}

/** What came and what went, an item that stands there twice counted twice; and the order, when what stayed was moved. */
export function memberLines(before: readonly string[], after: readonly string[]): readonly string[] {
  const [came, went] = [without(after, before), without(before, after)];
  return [
    ...came.map((item) => `komt erbij: ${item}`),
    ...went.map((item) => `valt weg:   ${item}`),
    ...(came.some((item) => went.some((other) => looksLike(item, other))) ? [LOOK_ALIKE] : []),
    ...(sameOrder(before, after) ? [] : ["de volgorde is anders; nu:", ...after.map((item) => `  ${item}`)]),
  ];
}

/** Whether the members that both have stand in the same order. */
export function sameOrder(before: readonly string[], after: readonly string[]): boolean {
  return isDeepStrictEqual(without(before, without(before, after)), without(after, without(after, before)));
}

/** `items` less each of `taken` as often as that has it. */
export function without(items: readonly string[], taken: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const item of taken) left.set(item, (left.get(item) ?? 0) + 1);
  return items.filter((item) => {
    const count = left.get(item) ?? 0;
    left.set(item, count - 1);
    return count <= 0;
  });
}

const LOOK_ALIKE = "(het verschil zit in spaties of tekens die er hetzelfde uitzien)";

function looksLike(one: string, other: string): boolean {
  return one !== other && seen(one) === seen(other);
}

function seen(text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, " ");
}
