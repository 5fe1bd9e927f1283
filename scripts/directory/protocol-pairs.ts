import type { Directory } from "../../src/directory/directory.ts";
import { placeKey } from "../../src/directory/place-name.ts";
import type { Protocol } from "../../src/domain/protocol.ts";

/** Which protocols of two directories are the same one, and which only one of them has. */
export interface ProtocolPairs {
  /** Before and after, in the order of after. */
  readonly pairs: readonly (readonly [Protocol, Protocol])[];
  readonly added: readonly Protocol[];
  readonly gone: readonly Protocol[];
}

/**
 * Pairs by id; and what came under a new id for the same recipient (KBO number) and families with what went, so that a
 * new id hides no change.
 */
export function pairProtocols(before: Directory, after: Directory): ProtocolPairs {
  const ids = new Set(after.protocols.map(({ id }) => id));
  const byId = new Map(before.protocols.map((protocol) => [protocol.id, protocol]));
  const gone = before.protocols.filter(({ id }) => !ids.has(id));
  const pairs: (readonly [Protocol, Protocol])[] = [];
  const added: Protocol[] = [];
  for (const protocol of after.protocols) {
    const earlier = byId.get(protocol.id) ?? taken(gone, (other) => isSuccessor(protocol, other));
    if (earlier === undefined) added.push(protocol);
    else pairs.push([earlier, protocol]);
  }
  return { pairs, added, gone };
}

function isSuccessor(protocol: Protocol, earlier: Protocol): boolean {
  if (protocol.recipient.kbo !== earlier.recipient.kbo) return false;
  const places = new Set(placeKeysOf(earlier));
  return placeKeysOf(protocol).some((key) => places.has(key));
}

/** The places of a protocol as a look-up compares them. */
function placeKeysOf({ places }: Protocol): readonly string[] {
  return places.flatMap(({ postcode, localities }) => localities.map((name) => `${postcode} ${placeKey(name)}`));
}

/** The first that fits, taken out of `items`. */
function taken<Item>(items: Item[], fits: (item: Item) => boolean): Item | undefined {
  const index = items.findIndex(fits);
  return index < 0 ? undefined : items.splice(index, 1)[0];
}
