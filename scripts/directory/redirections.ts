import type { Directory } from "../../src/directory/directory.ts";
import { placeKey } from "../../src/directory/place-name.ts";
import type { IsoDate } from "../../src/domain/iso-date.ts";
import { isInForce, type Protocol } from "../../src/domain/protocol.ts";
import type { Change } from "./change.ts";
import { placeName } from "./places-telling.ts";
import type { ProtocolPairs } from "./protocol-pairs.ts";
import { day } from "./texts.ts";

/**
 * Places whose families go elsewhere although no mailbox of a protocol changed: another protocol, new or older, answers
 * for them on the day of issue or on a later one. Else a new id would hide the change that matters most (R1).
 */
export function redirections(before: Directory, after: Directory, { pairs }: ProtocolPairs): readonly Change[] {
  const old = byPlace(before.protocols);
  const earlierOf = new Map(pairs.map(([earlier, protocol]) => [protocol, earlier]));
  const moved = new Map<string, { readonly lines: readonly string[]; readonly names: string[] }>();
  for (const [key, { name, protocols }] of byPlace(after.protocols)) {
    const earlier = old.get(key)?.protocols ?? [];
    const told = new Set<string>(); // What is so for more periods than one is told of the first.
    for (const on of turningDays([...earlier, ...protocols], after.issued)) {
      const then = lastAnswer(earlier, on);
      const now = protocols.find((protocol) => isInForce(protocol, on));
      if (then === undefined || now === undefined || then === earlierOf.get(now)) continue;
      if (then.recipient.mailbox === now.recipient.mailbox) continue;
      const addresses = [`VAN  ${then.recipient.mailbox}`, `NAAR ${now.recipient.mailbox}`];
      if (told.has(addresses.join("\n"))) continue;
      told.add(addresses.join("\n"));
      const lines = on === after.issued ? addresses : [...addresses, `vanaf ${day(on)}`];
      const there = moved.get(lines.join("\n")) ?? { lines, names: [] };
      there.names.push(name);
      moved.set(lines.join("\n"), there);
    }
  }
  return [...moved.values()].map(({ lines, names }) => ({
    subject: "mailbox",
    who: `Gezinnen uit ${names.join(", ")}`,
    lines,
  }));
}

/** The first day, and every later one on which a protocol begins or is no longer in force. */
function turningDays(protocols: readonly Protocol[], first: IsoDate): readonly IsoDate[] {
  const days = protocols.flatMap(({ inForceFrom, ended }) => [inForceFrom, ...(ended === null ? [] : [ended.on])]);
  return [...new Set([first, ...days.filter((each) => each > first)])].sort();
}

/**
 * The protocol in force; else the last that was, as an end that is planned must not hide what comes after it; else the
 * next to come.
 */
function lastAnswer(protocols: readonly Protocol[], on: IsoDate): Protocol | undefined {
  const byStart = [...protocols].sort((a, b) => (a.inForceFrom < b.inForceFrom ? -1 : 1));
  return (
    byStart.find((protocol) => isInForce(protocol, on)) ??
    byStart.filter(({ inForceFrom }) => inForceFrom <= on).at(-1) ??
    byStart[0]
  );
}

interface There {
  readonly name: string;
  readonly protocols: Protocol[];
}

/** By place: the protocols that it has, had or will have. */
function byPlace(protocols: readonly Protocol[]): ReadonlyMap<string, There> {
  const found = new Map<string, There>();
  for (const protocol of protocols) {
    for (const { postcode, localities } of protocol.places) {
      for (const locality of localities) {
        const key = `${postcode} ${placeKey(locality)}`;
        const there = found.get(key) ?? { name: `${postcode} ${placeName(locality)}`, protocols: [] };
        there.protocols.push(protocol);
        found.set(key, there);
      }
    }
  }
  return found;
}
