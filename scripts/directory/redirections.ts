import { placeKey } from "../../src/directory/place-name.ts";
import type { Protocol } from "../../src/domain/protocol.ts";
import type { Change } from "./change.ts";
import { placeName } from "./places-telling.ts";
import type { ProtocolPairs } from "./protocol-pairs.ts";

/**
 * Places whose families go elsewhere although no mailbox of a protocol changed: another protocol, new or older, took
 * them over. Else a new id would hide the change that matters most (R1).
 */
export function redirections(
  before: readonly Protocol[],
  after: readonly Protocol[],
  { pairs }: ProtocolPairs,
): readonly Change[] {
  const old = byPlace(before);
  const earlierOf = new Map(pairs.map(([earlier, protocol]) => [protocol, earlier]));
  const moved = new Map<string, { readonly lines: readonly string[]; readonly names: string[] }>();
  for (const [key, { name, protocols }] of byPlace(after)) {
    const earlier = old.get(key)?.protocols ?? [];
    if (earlier.length === 0) continue;
    for (const protocol of protocols) {
      const { mailbox } = protocol.recipient;
      if (earlier.some((other) => other === earlierOf.get(protocol) || other.recipient.mailbox === mailbox)) continue;
      const lines = [`VAN  ${mailboxesOf(earlier)}`, `NAAR ${mailbox}`];
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

function mailboxesOf(protocols: readonly Protocol[]): string {
  return [...new Set(protocols.map(({ recipient }) => recipient.mailbox))].join(" of ");
}

interface There {
  readonly name: string;
  readonly protocols: Protocol[];
}

/** By place: the protocols that it has, had or will have; an end that is planned must not hide what comes after it. */
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
