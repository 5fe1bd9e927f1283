import type { Directory } from "../../src/directory/directory.ts";
import type { IsoDate } from "../../src/domain/iso-date.ts";
import type { Place, Protocol } from "../../src/domain/protocol.ts";

/** One protocol as the report shows it. */
export interface ProtocolRow {
  readonly recipient: string;
  readonly kind: string;
  readonly places: readonly string[];
  readonly inForceFrom: string;
  /** Empty while no end is known. */
  readonly ended: string;
  /** Empty while there is no number. */
  readonly phoneChecked: string;
  readonly state: string;
}

/** The columns of every form of the report, in their order. */
export const COLUMNS: readonly { readonly key: keyof ProtocolRow; readonly title: string }[] = [
  { key: "recipient", title: "Ontvanger" },
  { key: "kind", title: "Soort" },
  { key: "places", title: "Plaatsen" },
  { key: "inForceFrom", title: "Van kracht vanaf" },
  { key: "ended", title: "Einde" },
  { key: "phoneChecked", title: "Telefoon nagekeken" },
  { key: "state", title: "Toestand" },
];

/** The protocols by name of the recipient, as they stand on a day. */
export function protocolRows({ protocols }: Directory, on: IsoDate): readonly ProtocolRow[] {
  return protocols
    .map((protocol) => ({
      recipient: protocol.recipient.name,
      kind: protocol.recipient.kind.toUpperCase(),
      places: protocol.places.map(placeText),
      inForceFrom: protocol.inForceFrom,
      ended: protocol.ended?.on ?? "",
      phoneChecked: protocol.recipient.phone?.checkedOn ?? "",
      state: stateText(protocol, on),
    }))
    .sort((a, b) => a.recipient.localeCompare(b.recipient, "nl") || (a.inForceFrom < b.inForceFrom ? -1 : 1));
}

/** `3960 Bree (Bree, Beek)`, as the import reads it too. */
export function placeText({ postcode, municipality, localities }: Place): string {
  return `${postcode} ${municipality} (${localities.join(", ")})`;
}

function stateText({ inForceFrom, ended }: Protocol, on: IsoDate): string {
  if (ended !== null && ended.on <= on) return "beëindigd";
  if (inForceFrom > on) return "nog niet van kracht";
  return ended === null ? "van kracht" : "van kracht, loopt af";
}
